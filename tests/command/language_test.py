"""The program speaks Chinese, or English when it is asked to; what it says is the same.

    language_test.py PROGRAM

Faulty plans and layouts are read in both languages: code, place and severity must agree, and
English messages have nothing Chinese but what they quote, or names that the plan gave.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")

PLAN = """\
单位: {全称: 甲市乙局, 简称: 乙局}
规划期: 2021-2025
文种: 首轮绩效管理规划
文档:
  - 版式: first-round-plan
章节:
  - 标题: 使命
    正文: |
      全年办结事项120件。
"""

# Plans with a fault each, made of the good one: (what stands there, what is put instead).
MENDED = [
    ("规划期: 2021-2025", "规划期: 2025-2021"),
    ("规划期: 2021-2025", "规划期: 明年"),
    ("规划期: 2021-2025", "规划期: 2021-2025\n规划期: 2021"),
    ("规划期: 2021-2025", "年渡: 2021"),
    ("文种: 首轮", "文种：首轮"),
    ("文种: 首轮绩效管理规划", "文种: [一, 二]"),
    ("文种: 首轮绩效管理规划", "成文日期: 2021-02-30"),
    ("文种: 首轮绩效管理规划", "成文日期: 去年"),
    ("文种: 首轮绩效管理规划", "文种: >92%"),
    ("文种: 首轮绩效管理规划", "文种: *甲"),
    ("文种: 首轮绩效管理规划", "文种: &甲 乙"),
    ("文种: 首轮绩效管理规划", "文种: [2017]86号"),
    ("文种: 首轮绩效管理规划", "文种: @甲"),
    ("文种: 首轮绩效管理规划", "文种: 甲: 乙: 丙"),
    ("文种: 首轮绩效管理规划", 'ж: "甲'),
    ("文种: 首轮绩效管理规划", "文种: \"甲\\q\""),
    ("文种: 首轮绩效管理规划", "文种: \u202e甲"),
    ("文种: 首轮绩效管理规划", "文种: !甲 乙"),
    ("文种: 首轮绩效管理规划", "<<: {甲: 乙}"),
    ("  - 版式: first-round-plan", "  - 版式: first-round-plam"),
    ("  - 版式: first-round-plan", "  - 版式: official"),
    ("  - 版式: first-round-plan", "\t- 版式: first-round-plan"),
    ("  - 版式: first-round-plan", "  - 每: 职责\n    版式: first-round-plan"),
    ("文档:\n  - 版式: first-round-plan\n", ""),
    ("    正文: |\n", "    正文:\n      文件: 没有.yaml\n    别的: |\n"),
    ("    正文: |\n", "    正文:\n      文件: ../甲.yaml\n    别的: |\n"),
    ("全年办结", "**全年办结"),
    ("全年办结", "\U0002ebf0"),
]
BYTES = [b"", b"\xff\xfe\x00", "单位: 甲\n".encode("gbk"), "单位: 甲\n".encode("utf-16"), b"a: \xff\n"]

# Blocks of a layout, each with a fault.
BLOCKS = [
    "- text: '{年渡}'\n  style: 正文",
    "- text: '{1 + 单位}'\n  style: 正文",
    "- text: '{年度 | 没有}'\n  style: 正文",
    "- text: '{sum(年度, 1, 2)}'\n  style: 正文",
    "- text: '{年度'\n  style: 正文",
    "- text: 甲\n  style: 没有",
    "- txt: 甲",
    "- text: 甲",
    "- table: {rows: 甲}",
    "- each: 年度 as 年\n  blocks: []",
    "- names: {in row: 多}",
]
LAYOUT = """\
layout: {name: trial, title: 试, organ: 甲, year: 2024, version: 1, source: 乙}
inherit: first-round-plan
blocks:
"""


def run(program, folder, *arguments, **variables):
    environment = {key: value for key, value in os.environ.items()
                   if key not in ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES")}
    environment.update(variables)
    return subprocess.run([program, *arguments], cwd=folder, env=environment,
                          capture_output=True, text=True)


def write(folder, name, content):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())


def bare(text):
    """A message without what it quotes."""
    return re.sub("“[^”]*”", "", text)


def reports(program, folder, language, arguments):
    made = run(program, folder, *arguments, "--lang", language, "--diagnostics", "json")
    return json.loads(made.stderr), made.returncode


def compare(program, folder, what, *arguments):
    """How many reports both languages agree on."""
    chinese, status = reports(program, folder, "zh_CN", arguments)
    english, english_status = reports(program, folder, "en", arguments)
    assert status == english_status, what
    assert len(chinese) == len(english), (what, chinese, english)
    count = 0
    for ours, theirs in zip(chinese, english):
        for texts in ("message", "hint", "related_message"):
            assert (texts in ours) == (texts in theirs), (what, ours, theirs)
            left, right = ours.pop(texts, ""), theirs.pop(texts, "")
            if ours["code"] in ("face-substituted", "check-failed"):
                continue  # names of faces, words of a layout
            assert not left or HAN.search(left), (what, left)
            known = texts == "hint" and right.startswith("possible")
            assert known or not HAN.search(bare(right)), (what, left, right)
        assert ours == theirs, what
        count += theirs["code"] != "face-substituted"
    return count


def faults_agree(program, folder):
    total = 0
    for old, new in MENDED:
        assert old in PLAN, old
        write(folder, "plan.yaml", PLAN.replace(old, new))
        count = compare(program, folder, new, "check", "plan.yaml")
        assert count > 0, f"not reported: {new}"
        total += count
    for content in BYTES:
        write(folder, "plan.yaml", content)
        total += compare(program, folder, content, "check", "plan.yaml")
    write(folder, "plan.yaml", PLAN.replace("first-round-plan", "trial"))
    for block in BLOCKS:
        text = "".join(f"  {line}\n" for line in block.split("\n"))
        write(folder, "trial.yaml", LAYOUT + text)
        count = compare(program, folder, block, "check", "plan.yaml", "--layout-path", folder)
        assert count > 0, f"not reported: {block}"
        total += count
    print(f"{total} reports say the same in both languages")


def language_of(program, folder, *arguments, **variables):
    made = run(program, folder, *arguments, **variables)
    text = made.stdout + made.stderr
    assert text, arguments
    return "zh" if HAN.search(bare(text)) else "en"


def language_is_chosen(program, folder):
    for locale, expected in (("C", "zh"), ("POSIX", "zh"), ("C.UTF-8", "zh"), ("", "zh"),
                             ("zh_CN.UTF-8", "zh"), ("de_DE.UTF-8", "zh"), ("eng", "zh"),
                             ("en", "en"), ("en_US.UTF-8", "en"), ("en_GB", "en")):
        assert language_of(program, folder, "--help", LANG=locale) == expected, locale
    assert language_of(program, folder, "--help", LANG="en_US", LC_ALL="C") == "zh"
    assert language_of(program, folder, "--help", LANG="C", LC_MESSAGES="en_US") == "en"
    for arguments in (["--lang", "en", "--help"], ["--lang=en", "build", "--help"],
                      ["build", "--help", "--lang=en"], ["build", "--lang", "en"],
                      ["nothing", "--lang", "en"], ["check", "--lang", "zh", "--lang", "en"]):
        assert language_of(program, folder, *arguments, LANG="zh_CN.UTF-8",
                           LANGUAGE="zh_CN") == "en", arguments
        chinese = ["zh_CN" if word == "en" else word.replace("=en", "=zh_CN") for word in arguments]
        assert language_of(program, folder, *chinese, LANG="en_US.UTF-8") == "zh", arguments
    print("options and locales choose the language")


def unknown_languages_are_told(program, folder):
    for locale, words in (("C", "应是 zh_CN 或 en"), ("en_US", "must be zh_CN or en")):
        made = run(program, folder, "check", "--lang", "fr", LANG=locale)
        assert made.returncode == 2 and not made.stdout, made
        assert made.stderr.startswith(f"jixiao: --lang {words}"), made.stderr
        assert made.stderr.endswith("“fr”\n"), made.stderr
    made = run(program, folder, "check", "--lang")
    assert made.returncode == 2 and "--lang 之后缺一个值" in made.stderr, made.stderr
    print("an unknown language is told")


def success_is_told(program, folder):
    write(folder, "plan.yaml", PLAN)
    for language, build, check in (
            ("zh_CN", "已生成 plan.pdf（", "plan.yaml：可用，1 份文档"),
            ("en", "Written: plan.pdf (pages: ", "plan.yaml: usable; documents: 1, pages: ")):
        made = run(program, folder, "build", "plan.yaml", "-o", "plan.pdf", "--lang", language)
        assert made.returncode == 0 and made.stdout.startswith(build), made
        made = run(program, folder, "check", "plan.yaml", "--lang", language)
        assert check in made.stdout, made
    made = run(program, folder, "build", "--help", LANG="C").stdout
    assert made.startswith("用法：\n  jixiao build [选项…] PLAN.yaml\n") and "\n选项：\n" in made, made
    assert "Usage" not in made and "Options" not in made, made
    print("success and help are told in both languages")


def output_is_the_same(program, folder):
    files = []
    for language in ("zh_CN", "en"):
        path = os.path.join(folder, "same.pdf")
        run(program, folder, "build", "plan.yaml", "-o", path, "--lang", language)
        with open(path, "rb") as file:
            files.append(file.read())
    assert files[0] == files[1]
    print("the document does not depend on the language of the messages")


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        language_is_chosen(program, folder)
        unknown_languages_are_told(program, folder)
        faults_agree(program, folder)
        success_is_told(program, folder)
        output_is_the_same(program, folder)


main(os.path.abspath(sys.argv[1]))
