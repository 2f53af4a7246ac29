"""A long wide table on its pages: all its texts, its head on each page, its labels again.

    wide_table_test.py PROGRAM WIDE-PLAN LAYOUT-FOLDER

Builds generated rows and reads the pages back with pdftotext.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
ROWS = 600  # more than share an arena
HEADS = ["职责序号", "部门职责", "职责目标", "绩效指标", "指标解释", "年度指标值", "指标参考值",
         "标准值(规划目标、行业标准或其他明确标准)", "规划值", "当年标准值", "标准值来源",
         "历史值(统计年鉴/统计公报/内部统计/其他明确的来源)", "前三年均值", "上年值", "工作活动"]


def squeeze(text):
    return re.sub(r"\s+", "", text)


def rows_of(plan):
    """Each row's labels (of its 职责 and 目标) and its own texts."""
    labels, rows = {}, []
    for line in plan.splitlines():
        match = re.fullmatch(r"( *)(- )?(\S+): (.+)", line)
        if not match:
            continue
        depth, key, text = len(match[1] + (match[2] or "")), match[3], squeeze(match[4])
        if depth == 4:
            labels = {"职责": text}
        elif depth == 8:
            labels[key] = text
        elif depth == 12 and match[2]:
            rows.append((list(labels.values()), [text]))
        elif depth == 12:
            rows[-1][1].append(text)
    return rows


def find_row(texts, pages, at):
    """The page from `at` on that has all texts of a row."""
    for number in range(at, len(pages)):
        if all(text in pages[number] for text in texts):
            return number
    sys.exit(f"not on pages {at + 1} to {len(pages)}: {texts}")


def check(rows, pages):
    assert len(rows) == ROWS, len(rows)
    assert 40 < len(pages) < 90, len(pages)
    for number, page in enumerate(pages, 1):
        missing = [head for head in HEADS if head not in page]
        assert not missing, f"page {number} lacks heads: {missing}"
        assert ("续表" in page) == (number > 1), f"caption of page {number}"
    at, crossing = 0, 0
    for index, (labels, texts) in enumerate(rows):
        before, at = at, find_row(texts, pages, at)
        missing = [label for label in labels if label not in pages[at]]
        assert not missing, f"page {at + 1} lacks labels: {missing}"
        crossing += at > before and index > 0 and rows[index - 1][0][0] == labels[0]
    assert at == len(pages) - 1, f"page {at + 2} has no rows"
    assert crossing > 3, "hardly a label had to stand again"
    written = sum(len(text) for _, texts in rows for text in texts)
    printed = sum(len(page) for page in pages)
    assert written < printed < 1.6 * written, (written, printed)
    print(f"{len(rows)} rows on {len(pages)} pages, {crossing} labels again")


def main():
    program, generator, layouts = sys.argv[1:]
    if not shutil.which("pdftotext"):
        print("pdftotext is not installed")
        sys.exit(1 if os.environ.get("CI") else SKIPPED)
    plan = subprocess.run([generator, str(ROWS)], capture_output=True, check=True).stdout.decode()
    with tempfile.TemporaryDirectory() as folder:
        path, out = os.path.join(folder, "plan.yaml"), os.path.join(folder, "plan.pdf")
        with open(path, "w", encoding="utf-8") as file:
            file.write(plan)
        subprocess.run([program, "build", "--copy", "draft", "--layout-path", layouts, path,
                        "-o", out], check=True)
        text = subprocess.run(["pdftotext", "-raw", out, "-"], capture_output=True, check=True)
    pages = [squeeze(page) for page in text.stdout.decode().split("\f") if page.strip()]
    check(rows_of(plan), pages)


main()
