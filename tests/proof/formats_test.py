"""The proof of letters, orders and minutes: the plans of input/ have no deviation, and a figure
that is changed in a layout is found by the rules of its clause.

    formats_test.py PROGRAM SOURCE_ROOT
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def deviations(program, root, name, folder=None):
    """The rules that a plan of input/ deviates from."""
    command = [program, "check", "--proof", "--diagnostics", "short"]
    if folder:
        command += ["--layout-path", folder]
    run = subprocess.run([*command, str(root / "input" / f"{name}.yaml")], capture_output=True)
    errors = run.stderr.decode()
    assert run.returncode == 0, errors
    return set(re.findall(r"proof-deviation\]: [^“]*“([^”]+)”", errors))


def check(program, root, name, changes):
    """Each change of the layout's figures, with the rules that find it (others may too)."""
    assert deviations(program, root, name) == set(), deviations(program, root, name)
    layout = (root / "layouts" / f"{name}.yaml").read_text(encoding="utf-8")
    body, proof = layout[:layout.index("\nproof:")], layout[layout.index("\nproof:"):]
    for old, new, rules in changes:
        assert body.count(old) == 1, f"{name}: {old}"
        folder = tempfile.mkdtemp()
        try:
            changed = Path(folder) / f"{name}.yaml"
            changed.write_text(body.replace(old, new) + proof, encoding="utf-8")
            found = deviations(program, root, name, folder)
            assert rules <= found, f"{name}, {new}: {found} found, {rules} expected"
        finally:
            shutil.rmtree(folder)


def check_letter(program, root):
    check(program, root, "letter", [
        ("ink top: -7mm", "ink top: 0mm", {"标志上边缘"}),
        ("rule: 0.5mm, second: 0.25mm", "rule: 0.25mm, second: 0.5mm",
         {"上双线上粗", "上双线下细"}),
        ("before: 3.78mm", "before: 5mm", {"上双线在标志下"}),
        ("rule: 0.25mm, second: 0.5mm", "rule: 0.5mm, second: 0.25mm",
         {"下双线上细", "下双线下粗"}),
        ("fixed: 276.125mm", "fixed: 275mm", {"下双线距下页边"}),
        ("width: 170mm, before", "width: 156mm, before", {"上双线宽"}),
        ("width: 170mm, fixed", "width: 156mm, fixed", {"下双线宽"}),
        ("align: end, before: 14pt", "align: end, before: 20pt", {"信函字号在线下"}),
        ("align: end, before: 14pt", "align: centre, before: 14pt", {"信函字号顶格居右"}),
        (", on first: no", "", {"首页不显示页码"}),
    ])


def check_order(program, root):
    check(program, root, "order", [
        ("ink top: 20mm", "ink top: 13mm", {"标志上边缘"}),
        ("after: 18.163mm", "before: 10mm", {"令号在标志下空二行", "正文在令号下空二行"}),
        ("after: 18.163mm", "align: start", {"令号居中"}),
    ])


def check_minutes(program, root):
    check(program, root, "minutes", [
        ("ink top: 35mm", "ink top: 30mm", {"标志上边缘"}),
        ("与会首行: {like: 与会, before: 225mm/22}", "与会首行: {like: 与会}", {"出席下空一行"}),
        ("emphasis: 黑体, latin emphasis: 黑体", "emphasis: 楷体, indent: 0",
         {"出席字体", "出席左空二字", "请假左空二字", "列席左空二字"}),
    ])


def main(program, root):
    for test in (check_letter, check_order, check_minutes):
        test(program, Path(root))
        print(f"{test.__name__}: all deviations found")


main(*sys.argv[1:])
