"""300 plans with one fault each: the line that is at fault is named, and none is silent.

    single_faults.py PROGRAM SOURCE_ROOT [SEED]

Faults are those of hands used to Word and Excel: slips of a line of input/ that make it say
something else, or nothing. A fault counts as found where an error or a warning names its line or
the one below; it is silent where the plan passes as if nothing had happened.
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile

PLANS = ["letter", "minutes", "order", "fujian-targets", "self-evaluation", "shanghai-targets",
    "chongqing-evaluation", "whole-department"]
KEY = re.compile(r"^(\s*(?:- )?)([\u4e00-\u9fff]+): (\S.*)$")
COUNT = 300
WANTED = 0.95


def wide_colon(indent, key, value):
    return f"{indent}{key}：{value}"


def no_space(indent, key, value):
    return f"{indent}{key}:{value}"


def no_colon(indent, key, value):
    return f"{indent}{key} {value}"


def tab_indent(indent, key, value):
    return f"\t{indent.strip()}{' ' if '-' in indent else ''}{key}: {value}"


def wide_indent(indent, key, value):
    return f"　{indent}{key}: {value}"


def wide_dash(indent, key, value):
    return f"{indent.replace('-', '－')}{key}: {value}"


def other_key(indent, key, value):
    return f"{indent}{key[::-1]}甲: {value}"


def open_quote(indent, key, value):
    return f"{indent}{key}: \"{value.replace(chr(34), '')}"


def quoted_start(indent, key, value):
    return f"{indent}{key}: \"甲\"{value.replace(chr(34), '')}"


def bracket(indent, key, value):
    return f"{indent}{key}: [2021]{value.replace(chr(34), '')}"


def star(indent, key, value):
    return f"{indent}{key}: *{value.replace(chr(34), '')}"


def at_sign(indent, key, value):
    return f"{indent}{key}: @{value.replace(chr(34), '')}"


def greater(indent, key, value):
    return f"{indent}{key}: >{value.replace(chr(34), '')}"


def second_colon(indent, key, value):
    return f"{indent}{key}: 甲: {value.replace(chr(34), '')}"


def twice(indent, key, value):
    return f"{indent}{key}: {value}\n{' ' * len(indent)}{key}: {value}"


def comment(indent, key, value):
    return f"{indent}{key}: {value.replace(chr(34), '')} #乙"


def zero_width(indent, key, value):
    return f"{indent}{key}: {value[:1]}\u200b{value[1:]}"


FAULTS = [wide_colon, no_space, no_colon, tab_indent, wide_indent, wide_dash, other_key, open_quote,
    quoted_start, bracket, star, at_sign, greater, second_colon, twice, comment, zero_width]


def candidates(lines):
    """Lines `key: value` outside of block texts and lists in braces."""
    found = []
    block = None
    for index, line in enumerate(lines):
        depth = len(line) - len(line.lstrip(" "))
        if block is not None and (not line.strip() or depth > block):
            continue
        block = depth if re.search(r": [|>]$", line) else None
        match = KEY.match(line)
        if match and block is None and match.group(3)[0] not in "[{|>#\"'&*!%@`":
            found.append((index, match))
    return found


def reports(program, path):
    run = subprocess.run([program, "check", path, "--diagnostics", "json"], capture_output=True,
        encoding="utf-8", check=False)
    assert run.returncode in (0, 1), (run.returncode, run.stderr[-500:])
    lines = []
    for report in json.loads(run.stderr):
        if report["severity"] in ("error", "warning"):
            lines.append(report.get("line", 0))
    return run.returncode, lines


def usable(fault, match):
    indent = match.group(1)
    return fault not in (tab_indent, wide_dash) or (
        "-" in indent if fault is wide_dash else bool(indent.strip(" -") == "" and indent))


def main():
    program, root = sys.argv[1:3]
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20211
    chance = random.Random(seed)
    plans = {}
    for name in PLANS:
        with open(os.path.join(root, "input", name + ".yaml"), encoding="utf-8") as file:
            plans[name] = file.read().splitlines()
    named, silent, missed = 0, [], []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plan.yaml")
        for turn in range(COUNT):
            fault = FAULTS[turn % len(FAULTS)]
            while True:
                name = chance.choice(PLANS)
                index, match = chance.choice(candidates(plans[name]))
                if usable(fault, match):
                    break
            lines = list(plans[name])
            lines[index] = fault(*match.groups())
            with open(path, "w", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")
            status, told = reports(program, path)
            what = f"{fault.__name__} {name}:{index + 1}: {lines[index]!r} -> {sorted(set(told))[:6]}"
            if any(line in (index + 1, index + 2) for line in told):
                named += 1
            elif status == 0 and not told:
                silent.append(what)
            else:
                missed.append(what)
    print(f"seed {seed}: {named} of {COUNT} named, {len(missed)} elsewhere, {len(silent)} silent")
    for what in silent + missed:
        print(what)
    sys.exit(0 if not silent and named >= WANTED * COUNT else 1)


main()
