"""The text of a plan comes back from its PDF, whole and in order.

    text_comes_back.py PROGRAM PLAN.yaml

Reads the paragraphs of the plan's block scalars (`正文: |`) without any YAML library, builds
the PDF, and finds every paragraph, one after the other, in what pdftotext gives. What pages
repeat (page numbers, table heads, labels that span rows) is allowed between two lines only.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77


def paragraphs(plan):
    block = None
    for line in open(plan, encoding="utf-8"):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and line.strip():
            if indent > block:
                yield line.strip().replace("**", "")
                continue
            block = None
        if line.rstrip().endswith(": |"):
            block = indent


def squeeze(text):
    return re.sub(r"\s+", "", text)


def lines_of_pdf(path):
    """The lines of each page, its page number left out."""
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    lines = []
    for page in text.stdout.decode().split("\f"):
        rows = [squeeze(row) for row in page.splitlines() if row.strip()]
        lines += [row for row in rows if not re.fullmatch(r"—\d+—", row)]
    return lines


def follow(paragraph, lines, at):
    """The line after a paragraph that begins at or after a line; None: it is not there.

    A line may hold the end of one cell and a cell of the next column, so a paragraph may
    begin within a line."""
    wanted = squeeze(paragraph)
    for start in range(at, len(lines)):
        for offset in [i for i, c in enumerate(lines[start]) if c == wanted[0]]:
            rest, line = wanted, lines[start][offset:]
            index = start
            while rest:
                if rest.startswith(line) and line:
                    rest = rest[len(line):]
                elif line.startswith(rest):
                    rest = ""
                elif index == start:
                    break
                # else: a repeated head or label stands between two pieces
                index += 1
                if rest and (index >= len(lines) or index > start + 60):
                    break
                line = lines[index] if index < len(lines) else ""
            if not rest:
                return start
    return None


def main():
    program, plan = sys.argv[1:]
    if not shutil.which("pdftotext"):
        print("pdftotext is not installed")
        sys.exit(1 if os.environ.get("CI") else SKIPPED)
    wanted = list(paragraphs(plan))
    assert len(wanted) > 80, len(wanted)
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "plan.pdf")
        subprocess.run([program, "build", plan, "-o", out], check=True)
        lines = lines_of_pdf(out)
    at = 0
    for paragraph in wanted:
        found = follow(paragraph, lines, at)
        if found is None:
            sys.exit(f"not found after line {at} ({lines[at]}): {paragraph}")
        at = found
    body = sum(len(squeeze(p)) for p in wanted)
    printed = sum(len(line) for line in lines)
    assert printed < body * 1.25, (printed, body)
    print(f"{len(wanted)} paragraphs, {body} characters come back in order")


main()
