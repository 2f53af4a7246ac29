"""All copies of a document break lines and pages alike and carry the same numbers.

    copies_break_alike.py PROGRAM FOLDER

Builds the draft, the submission and the filing copy of every plan in a folder as text and
holds them against each other: once the marks of a draft, the place of the filing stamp and
the blank backs of sheets are left out, only the left edge of even pages may differ in the
filing copy, by the 2 mm between the two margins (upper edges where a page is bound there).
Then holds a booklet's sides against the order in which folded sheets read, and the copies of
a numbered file against one copy.
"""
import glob
import os
import re
import subprocess
import sys

MARGINS = 2 * 72 / 25.4  # 28 mm and 26 mm
OWN_MARGINS = {"budget-targets.yaml", "department-targets.yaml", "project-targets.yaml"}
COORDINATES = {"text": 2, "rule": 4, "path": None, "fill": 2, "link": 2}
NUMBER = re.compile(r"artifact pagination \"— (\d+) —\"$")


def build(program, plan, *options):
    run = subprocess.run([program, "build", plan, "--format", "pages", *options],
        capture_output=True)
    if run.returncode != 0:
        sys.exit(f"{plan} {options}: {run.stderr.decode()}")
    return run.stdout.decode().splitlines()


def pages_of(lines):
    """Pages as (first line, lines of items), and the lines behind them."""
    pages, rest = [], []
    for line in lines:
        if line.startswith("page "):
            pages.append((line, []))
        elif pages and line.split(" ")[0] in COORDINATES:
            pages[-1][1].append(line)
        else:
            rest.append(line)
    return pages, rest


def is_mark(line):
    return (" artifact background " in line or "Document/Figure" in line
        or line.endswith("artifact pagination \"草稿\""))


def parts(line):
    """The numbers at a line's head, and the rest of it."""
    words = line.split(" ")
    count = COORDINATES[words[0]]
    end = 1
    while end < len(words) and (count is None or end <= count) and re.fullmatch(
            r"-?\d+\.\d\d", words[end]):
        end += 1
    return [float(word) for word in words[1:end]], [words[0]] + words[end:]


def compare_items(plan, number, left, right, step):
    if len(left) != len(right):
        sys.exit(f"{plan}, page {number}: {len(left)} and {len(right)} items")
    for one, other in zip(left, right):
        numbers, rest = parts(one)
        others, other_rest = parts(other)
        expected = [n - step[i % 2] for i, n in enumerate(numbers)]
        # Two decimals each: the difference is good to a hundredth.
        good = all(abs(a - b) < 0.0151 for a, b in zip(expected, others))
        fixed = numbers == others and rest[0] == "rule"  # strokes of a mirrored head
        if rest != other_rest or not (good or fixed):
            sys.exit(f"{plan}, page {number}:\n{one}\n{other}")


def step_of(first, mirrored):
    """How far a page's items stand further left, further up, in the filing copy."""
    words = first.split(" ")
    number = int(words[words.index("number") + 1])
    across = float(words[2]) > float(words[3]) and float(words[2]) < 1000  # A4, not A3
    if not mirrored or number % 2 == 1:
        return 0, 0
    return (0, MARGINS) if across else (MARGINS, 0)


def own_step(left, right):
    """The same for a layout with margins of its own: that of the page's first item."""
    one, other = parts(left[0])[0], parts(right[0])[0]
    return one[0] - other[0], one[1] - other[1]


def compare(plan, submission, other, mirrored):
    pages, rest = submission
    others, other_rest = other
    others = [page for page in others if page[1] or " number " in page[0]]
    if [page[0].split(" ", 2)[2] for page in pages] != [
            page[0].split(" ", 2)[2] for page in others]:
        sys.exit(f"{plan}: other pages\n{pages}\n{others}")
    for (first, left), (_, right) in zip(pages, others):
        right = [line for line in right if not is_mark(line)]
        step = step_of(first, mirrored)
        if step != (0, 0) and left and os.path.basename(plan) in OWN_MARGINS:
            step = own_step(left, right)
            if not all(0 <= along < MARGINS * 3 for along in step):
                sys.exit(f"{plan}, page {first}: margins differ by {step}")
        compare_items(plan, first, left, right, step)
    titles = [line for line in rest if line.startswith("outline ")]
    if titles != [line for line in other_rest if line.startswith("outline ")]:
        sys.exit(f"{plan}: other bookmarks")


def compare_booklet(plan, submission, sides):
    numbers = [NUMBER.search(line) for _, items in submission for line in items]
    printed = sorted(int(found.group(1)) for found in numbers if found)
    if len(sides) * 2 % 4 != 0 or len(sides) * 2 - len(submission) not in range(4):
        sys.exit(f"{plan}: {len(sides)} sides for {len(submission)} pages")
    seen = []
    for side, (first, items) in enumerate(sides):
        middle = float(first.split(" ")[2]) / 2
        total = 2 * len(sides)
        pair = (total - side, side + 1) if side % 2 == 0 else (side + 1, total - side)
        for line in items:
            found = NUMBER.search(line)
            if found:
                number = int(found.group(1))
                half = float(line.split(" ")[1]) > middle
                seen.append(number)
                if pair[half] != number:
                    sys.exit(f"{plan}: page {number} on side {side + 1}, not {pair}")
    if sorted(seen) != printed:
        sys.exit(f"{plan}: the booklet has pages {seen}")


def compare_numbers(plan, single, joined):
    for copy in range(3):
        for index in range(len(single)):
            items = joined[copy * len(single) + index][1]
            one = [line.replace('"000001"', f'"{copy + 1:06}"')
                for line in single[index][1]]
            if [re.sub(r"/Part\[\d\]/", "/Part/", line) for line in items] != one:
                sys.exit(f"{plan}: copy {copy + 1}, page {index + 1}")


def is_one(plan):
    """Whether a plan makes one document: several cannot go to one stream."""
    with open(plan, encoding="utf-8") as file:
        return len(re.findall(r"^\s*-? ?版式:", file.read(), re.M)) < 2


def main():
    program, folder = sys.argv[1:]
    plans = sorted(plan for plan in glob.glob(os.path.join(folder, "*.yaml")) if is_one(plan))
    compared = 0
    for plan in plans:
        submission = pages_of(build(program, plan, "--copy", "submission"))
        if not submission[0]:
            sys.exit(f"{plan}: no pages")
        draft = pages_of(build(program, plan, "--copy", "draft", "--stage", "草稿"))
        filing = pages_of(build(program, plan, "--copy", "filing"))
        if len(filing[0]) % 2:
            sys.exit(f"{plan}: the last sheet has no back")
        compare(plan, submission, draft, mirrored=False)
        compare(plan, submission, filing, mirrored=True)
        if len({tuple(page[0].split(" ")[2:4]) for page in submission[0]}) == 1:
            sides, _ = pages_of(build(program, plan, "--booklet"))
            compare_booklet(plan, submission[0], sides)
        compared += len(submission[0])
    letter = os.path.join(folder, "letter.yaml")
    single, _ = pages_of(build(program, letter, "--copies", "1"))
    joined, _ = pages_of(build(program, letter, "--copies", "3"))
    if len(joined) != 3 * len(single):
        sys.exit(f"{letter}: {len(joined)} pages")
    compare_numbers(letter, single, joined)
    print(f"{len(plans)} plans, {compared} pages")


main()
