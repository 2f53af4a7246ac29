"""A province's new form is one file: nine columns, heads three deep, nested spans.

    new_form.py PROGRAM

Builds a plan by a layout of a folder that only this test knows, and looks at cells and spans.
Then the same file with a stranger's faults: each is reported at its own place.
"""
import os
import re
import subprocess
import sys
import tempfile

LAYOUT = """\
layout: {name: new-form, title: 新表, organ: 某省财政厅, year: 2024, version: 1, source: 测试}
inherit: forms
model:
  records:
    指标: {保密: boolean}
blocks:
  - table:
      style: 表格
      caption: "{年度}年指标汇总表"
      caption style: 表题
      rows: {each: 职责 as 职, rows: {each: 职.目标 as 目, rows: {each: 目.指标 as 标}}}
      columns:
        - {head: 序号, text: "{ordinal(职)}", merge: 职, width: 2字}
        - {head: 职责, text: "{职.名称}", merge: 职}
        - head: 目标
          columns:
            - {head: 类别, text: "{目.类别}", merge equal: yes, merge within: 职}
            - {head: 内容, text: "{目.名称}", merge: 目}
        - head: 指标
          columns:
            - {head: 名称, text: "{if 标.保密 then '※'}{标.名称}"}
            - head: 值
              columns:
                - {head: 今年, text: "{标.指标值}"}
                - {head: 上年, text: "{标.上年值}"}
                - {head: 三年平均, text: "{标.前三年均值}"}
        - {head: 备注, text: "{标.备注}"}
"""
PLAN = """\
单位: {全称: 某市档案局}
年度: 2024
文档: [{版式: new-form}]
职责:
  - 名称: 收集
    目标:
      - 类别: 接收
        名称: 按期接收
        指标:
          - {名称: 卷数, 指标值: ≥800卷, 上年值: 760卷, 前三年均值: 731.5卷, 备注: 甲}
          - {名称: 单位数, 指标值: 24家, 上年值: /, 保密: 是}
      - {类别: 接收, 名称: 征集散件, 指标: [{名称: 件数, 指标值: 60件}]}
  - {名称: 利用, 目标: [{类别: 查阅, 名称: 当日出证, 指标: [{名称: 办结率, 指标值: 100%}]}]}
"""
# What a stranger writes in place of what, and what is said of it.
FAULTS = [
    ("merge: 职, width", "合并: 职, width", 13, 44, "layout-key"),
    ("{职.名称}", "{职.名字}", 14, 32, "field-unknown"),
    ("each: 目.指标 as 标", "each: 目.指表 as 标", 11, 68, "field-unknown"),
    ("style: 表格", "style: 表各", 8, 14, "layout-style"),
    ("保密: boolean", "分值: boolean", 5, 10, "type-conflict"),
    ("inherit: forms", "inherit: new-form", 2, 10, "layout-cycle"),
    ("inherit: forms", "inherit: form", 2, 10, "layout-unknown"),
    ("width: 2字", "width: 二字", 13, 61, "layout-length"),
]


def build(program, layout):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("new-form.yaml", layout), ("plan", PLAN)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        return subprocess.run(
            [program, "build", os.path.join(folder, "plan"), "--layout-path", folder,
             "--format", "pages", "--diagnostics", "short"], capture_output=True, text=True)


def main():
    program = sys.argv[1]
    run = build(program, LAYOUT)
    assert run.returncode == 0, run.stderr
    texts = {}
    for element, text in re.findall(r'text .* Document/Table/(\S+?)/P "(.*)"', run.stdout):
        texts[element] = texts.get(element, "") + text
    heads = [text for element, text in texts.items() if element.startswith("THead")]
    assert heads == ["序号", "职责", "目标", "指标", "备注", "类别", "内容", "名称", "值",
                     "今年", "上年", "三年平均"], heads
    cells = [text for element, text in texts.items() if element.startswith("TBody")]
    assert cells == [
        "1", "收集", "接收", "按期接收", "卷数", "≥800卷", "760卷", "731.5卷", "甲",
        "※单位数", "24家", "/", "征集散件", "件数", "60件",
        "2", "利用", "查阅", "当日出证", "办结率", "100%"], cells
    spans = re.findall(r"structure Document/Table/(\S+).*? ((?:rows|columns) .*)", run.stdout)
    assert [span for _, span in spans] == [
        "rows 3", "rows 3", "columns 2", "columns 4", "rows 3", "rows 2", "rows 2", "rows 2",
        "columns 3", "rows 3", "rows 3", "rows 3", "rows 2"], spans
    for right, wrong, line, column, code in FAULTS:
        assert right in LAYOUT
        run = build(program, LAYOUT.replace(right, wrong, 1))
        first = run.stderr.splitlines()[0]
        place = f"new-form.yaml:{line}:{column}: error[{code}]"
        assert run.returncode == 1 and place in first, (wrong, place, run.stderr)
    print(f"one form and {len(FAULTS)} faults")


main()
