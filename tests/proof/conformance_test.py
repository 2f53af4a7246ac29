"""docs/conformance.md says only what is there: the tests, rules, styles, blocks and pages that it
names exist, and every rule of the proof stands in it.

    conformance_test.py SOURCE_ROOT
"""
import re
import sys
from pathlib import Path


def section(layout, name):
    """The lines of a section of the layouts' files."""
    return "".join(re.findall(rf"^{name}:.*?(?=^\S|\Z)", layout, re.S | re.M))


def check(document, layout, tests):
    """Each thing that is wrong, as a line."""
    rules = set(re.findall(r"- \{id: ([^,]+),", section(layout, "proof")))
    named = set(re.findall(r"`([^`]+)`", document))
    for name in sorted(name for name in named if re.fullmatch(r"\w+/\w+", name, re.A)):
        if name == "tests/proof":
            continue
        file, function = name.split("/")
        text = "".join(tests.get(file + end, "") for end in ("_test.c", ".py"))
        if not re.search(rf"(?:static void|def) {function}\(", text):
            yield f"no test {name}"
    for row in re.findall(r"^\| .*\|$", document, re.M):
        cells = [cell.strip() for cell in row.strip("|").split(" | ")]
        if len(cells) != 5 or cells[0] == "条款":
            continue
        for rule in re.findall(r"`([^`]+)`", cells[3]):
            if rule not in rules:
                yield f"no rule {rule}"
        for kind, names in re.findall(r"(样式|块|页面) ((?:`[^`]+`、?)+)", cells[2]):
            part = section(layout, {"样式": "styles", "块": "blocks", "页面": "pages"}[kind])
            for name in re.findall(r"`([^`]+)`", names):
                if not re.search(rf"^  {name}:|id: {name}\b", part, re.M):
                    yield f"no {kind} {name}"
    for rule in sorted(rules - named):
        yield f"rule {rule} is not told of"


def main(root):
    root = Path(root)
    document = (root / "docs/conformance.md").read_text(encoding="utf-8")
    layout = "".join((root / "layouts" / name).read_text(encoding="utf-8")
                     for name in ("official.yaml", "official-document.yaml", "letter.yaml",
                                  "order.yaml", "minutes.yaml"))
    tests = {path.name: path.read_text(encoding="utf-8")
             for path in (root / "tests/proof").iterdir() if path.is_file()}
    faults = list(check(document, layout, tests))
    for change in (("`页面宽`", "`页面阔`"), ("planted/", "plant/"), ("样式 `正文`", "样式 `正体`")):
        assert list(check(document.replace(*change), layout, tests)), f"{change} was not seen"
    print("\n".join(faults) or "all that is named is there")
    return 1 if faults else 0


sys.exit(main(sys.argv[1]))
