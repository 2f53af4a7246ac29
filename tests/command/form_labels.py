"""Every document that the plans of input/ make is whole.

    form_labels.py PROGRAM SOURCE_ROOT [--renew]

What a document prints is read from its pages in text form, element by element: what pages only
repeat is left out. Held against form_labels.txt are the pages, tables, rows and spans of each
document and, in order, its captions, heads and labels, which the organs' own forms prescribe.
Then every value of the plan must stand in as many elements as its author wrote it, times the
documents that print it; and nothing may be warned of but what is listed there too.
"""
import collections
import os
import re
import subprocess
import sys
import tempfile

PLANS = [
    "committee-plan", "department-targets", "budget-targets", "project-targets",
    "whole-department", "fujian-targets", "self-evaluation", "chongqing-evaluation",
    "sichuan-targets", "sichuan-evaluation", "shanghai-targets"]

# Keys for the program, or printed in parts or in another form: not looked for as written.
NOT_AS_WRITTEN = {
    "版式", "文件名", "排法", "目录", "插入", "文档", "单位", "全称", "简称", "主管部门", "责任单位",
    "成文日期", "填报日期", "属性", "实施期", "开始", "完成", "一级指标", "二级指标", "金额", "总额",
    "附件标记", "得分", "文种"}
# Of these plans likewise, keys or texts: targets that are taken apart, funds that stand in
# columns, groups of one name that make one label.
OF_PLAN = {
    "budget-targets": {"类别"},
    "project-targets": {"核心"},
    "whole-department": {"财政拨款", "其他资金"},
    "chongqing-evaluation": {"指标值", "调整值", "完成值", "得分系数", "核心"},
    "sichuan-targets": {"指标值"},
    "sichuan-evaluation": {"指标值", "完成值"},
}
LONG = 24  # characters: such a text stands nowhere by chance


def squeeze(text):
    return re.sub(r"\s+", "", text.replace("**", ""))


class Document:
    """What a document's pages print, by element of its structure."""

    def __init__(self, path):
        self.texts = collections.OrderedDict()
        self.pages = self.spans = 0
        for line in open(path, encoding="utf-8"):
            kind = line.split(" ", 1)[0]
            self.pages += kind == "page"
            self.spans += kind == "structure" and bool(re.search(r" (rows|columns) \d", line))
            found = re.match(r'text .*? (Document/\S+).* "(.*)"$', line)
            if found:
                element, text = found.groups()
                self.texts[element] = self.texts.get(element, "") + squeeze(text)

    def cells(self):
        """Texts whole by cell: a cell's paragraphs are one."""
        joined = collections.OrderedDict()
        for element, text in self.texts.items():
            found = re.match(r"(.*/(?:TH|TD|Caption)(?:\[\d+\])?)(/.*)?$", element)
            cell = found.group(1) if found else element
            joined[cell] = joined.get(cell, "") + text
        return joined

    def labels(self):
        for element, text in self.cells().items():
            found = re.search(r"/(TH|Caption)(\[\d+\])?$", element)
            if found:
                yield ("  " if found.group(1) == "TH" else "") + text

    def count(self, kind):
        pattern = rf"(.*/{kind}(\[\d+\])?)(/|$)"
        return len({m.group(1) for m in (re.match(pattern, e) for e in self.texts) if m})

    def report(self, name):
        yield (f"{name}: {self.pages} pages, {self.count('Table')} tables, "
               f"{self.count('TR')} rows, {self.spans} spans")
        yield from self.labels()


def flow_values(text):
    """(key, value) of a mapping on one line; values of ours hold no comma and blank."""
    for part in re.split(r",\s+|[{}\[\]]", text):
        found = re.match(r"\s*([^\s:\"]+):\s+(.+?)\s*$", part)
        if found:
            yield found.group(1), found.group(2)


def plan_values(path):
    """(key, text) of every text that a plan of ours holds, a paragraph each."""
    block = None
    for line in open(path, encoding="utf-8"):
        indent = len(line) - len(line.lstrip(" "))
        if block and line.strip() and indent > block[0]:
            yield block[1], line.strip()
            continue
        if line.lstrip().startswith("#"):
            continue
        line = re.sub(r"\s+#.*$", "", line.rstrip())
        found = re.match(r"\s*(?:- )*([^\s:{]+):\s*(.*)$", line)
        block = (indent, found.group(1)) if found and found.group(2) == "|" else None
        if found and found.group(2)[:1] in ("{", "["):
            yield from flow_values(found.group(2))
        elif found and found.group(2) not in ("", "|"):
            yield found.group(1), found.group(2)
        elif "{" in line:
            yield from flow_values(line)


def check_values(name, plan, documents):
    left_out = NOT_AS_WRITTEN | OF_PLAN.get(name, set())
    wanted = collections.Counter()
    for key, text in plan_values(plan):
        text = squeeze(text.strip('"'))
        if not {key, text} & (left_out | {"/", ""}) and not re.match(r"^[\d.]+$", key):
            wanted[text] += 1
    assert len(wanted) > 10, (plan, len(wanted))
    printed = [text for document in documents for text in document.texts.values()]
    cells = [text for document in documents for text in document.cells().values()]
    for text, times in wanted.items():
        found = sum(text in each for each in printed) or sum(text in each for each in cells)
        if found < times or (len(text) >= LONG and found > times * len(documents)):
            yield f"{name}: “{text}” stands {found} times, written {times} times"


def main():
    program, root = sys.argv[1:3]
    report, lost = [], []
    for name in PLANS:
        plan = os.path.join(root, "input", name + ".yaml")
        with tempfile.TemporaryDirectory() as folder:
            run = subprocess.run(
                [program, "build", plan, "-o", folder + "/", "--format", "pages",
                 "--diagnostics", "short"], capture_output=True, text=True)
            assert run.returncode == 0, run.stderr
            report += [re.sub(r".*/", "", line) for line in run.stderr.splitlines()
                       if ": note[" not in line]
            paths = sorted(os.path.join(at, file)
                           for at, _, files in os.walk(folder) for file in files)
            documents = [Document(path) for path in paths]
            for path, document in zip(paths, documents):
                report += document.report(os.path.basename(path)[:-4])
            lost += check_values(name, plan, documents)
    golden = os.path.join(os.path.dirname(os.path.abspath(__file__)), "form_labels.txt")
    text = "\n".join(report) + "\n"
    if "--renew" in sys.argv:
        open(golden, "w", encoding="utf-8").write(text)
    wanted = open(golden, encoding="utf-8").read()
    for ours, theirs in zip(text.splitlines(), wanted.splitlines()):
        if ours != theirs:
            lost.append(f"“{ours}” where “{theirs}” should be")
            break
    if len(text.splitlines()) != len(wanted.splitlines()):
        lost.append("another number of labels")
    if lost:
        sys.exit("\n".join(lost))
    print(f"{len(report)} labels of {len(PLANS)} plans")


main()
