"""A page of pure Han text stands on the grid of GB/T 9704-2012: 22 lines of 28 characters, the
columns aligned, from 28 mm to 184 mm.

    grid_page.py PROGRAM

Builds a plan of one long paragraph and measures its second page with mutool, which knows
nothing of how the file was made.
"""
import collections
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

SKIPPED = 77
MM = 25.4 / 72
LEFT, RIGHT, TOLERANCE = 28.0, 184.0, 0.1
PLAN = """单位: {全称: 共青团澜州市委员会, 简称: 团澜州市委}
规划期: 2021-2025
文种: 首轮绩效管理规划
成文日期: 2021-03-18
文档:
  - 版式: first-round-plan
章节:
  - 标题: 使命
    正文: |
      %s
"""
HAN = "共青团市委员会简称在中上级领导下开展工作联系服务全周岁的年指学校少先队建设并承担"


def lines_of_page(path, number):
    """Baseline -> (left, right) of each character, in mm, what stands in the type area only."""
    drawn = subprocess.run(["mutool", "draw", "-F", "stext", "-o", "-", path, str(number)],
                           capture_output=True, check=True)
    lines = collections.defaultdict(list)
    for char in xml.fromstring(drawn.stdout).iter("char"):
        quad = [float(value) for value in char.get("quad").split()]
        baseline = float(char.get("y")) * MM
        if char.get("c").strip() and baseline < 262:
            lines[round(baseline, 2)].append((min(quad[0::2]) * MM, max(quad[0::2]) * MM))
    return [sorted(lines[baseline]) for baseline in sorted(lines)]


def check(lines):
    assert len(lines) == 22, f"{len(lines)} lines, not 22"
    for number, line in enumerate(lines, 1):
        assert len(line) == 28, f"line {number}: {len(line)} characters, not 28"
        for column, (first, left) in enumerate(zip(line, lines[0])):
            assert abs(first[0] - left[0]) < 0.01, f"line {number}: column {column} is off"
        assert abs(line[0][0] - LEFT) < TOLERANCE, f"line {number} begins at {line[0][0]:.2f} mm"
        assert abs(line[-1][1] - RIGHT) < TOLERANCE, f"line {number} ends at {line[-1][1]:.2f} mm"


def main(program):
    if not shutil.which("mutool"):
        print("mutool is not there")
        sys.exit(1 if os.environ.get("CI") == "true" else SKIPPED)
    with tempfile.TemporaryDirectory() as folder:
        plan, pdf = os.path.join(folder, "plan.yaml"), os.path.join(folder, "plan.pdf")
        with open(plan, "w", encoding="utf-8") as file:
            file.write(PLAN % (HAN * 60)[:28 * 22 * 3])
        subprocess.run([program, "build", plan, "-o", pdf], check=True, capture_output=True)
        check(lines_of_page(pdf, 2))
        print("22 lines of 28 characters from 28 to 184 mm")


main(sys.argv[1])
