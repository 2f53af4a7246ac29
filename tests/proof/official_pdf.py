"""The figures of GB/T 9704-2012 measured back from PDF files, within a tenth of a millimetre.

    official_pdf.py PROGRAM             notices of one to eight pages, with every kind of signature
                                        and head, built in the layout `official-document`
    official_pdf.py PROGRAM LAYOUTS     the same in that layout with one figure changed: it is seen

The files are read with pdf_pages.py.
"""
import os
import shutil
import subprocess
import sys
import tempfile

from pdf_pages import MM, faces_not_embedded, read_pages

SKIPPED = 77
WITHIN = 0.1

LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0  # 5.2.1
ROW, CELL = 225 / 22, 156 / 28  # 5.2.3
THREE, TWO, FOUR = 16, 22, 14  # type sizes 3, 2 and 4, points
ABOVE, BELOW = 0.88, 0.12  # of the em box, about the baseline
RED, BLACK = (1, 0, 0), (0, 0, 0)
FIRST_BASELINE = TOP + (ROW - THREE * MM) / 2 + ABOVE * THREE * MM

HAN = ("各处室要对照规划确定的目标和分工逐项写明数量时限和经办人送办公室汇总执行中需要调整指标的"
       "应当说明理由并附测算依据经领导小组同意后方可变更有关情况由办公室按季度汇总")
MIXED = ("各单位要在4月20日前完成2021年度实施清单，并将有关情况报送市绩效考评办公室；确有困难的，"
         "须在3个工作日内书面说明。")
ORGANS = ["霁川市档案馆", "霁川市财政局", "霁川市人力资源和社会保障局", "霁川市教育局", "霁川市统计局"]
LONG = "霁川市档案信息资源保障和利用服务管理委员会"


def near(found, wanted, what, within=WITHIN):
    assert abs(found - wanted) <= within, f"{what}: {found:.2f} mm, not {wanted:.2f} mm"


class Notice:
    """A plan, and what its pages must show."""

    def __init__(self, name, paragraphs=3, organ=ORGANS[0], imprint=True, seal="加盖印章",
                 organs=(), posts=(), signatories=(), attachments=(), before=False, marks=False,
                 remark=True):
        self.name, self.organ, self.imprint, self.seal = name, organ, imprint, seal
        self.organs, self.posts, self.signatories = organs, posts, signatories
        self.attachments, self.before, self.marks = attachments, before, marks
        self.paragraphs, self.remark = paragraphs, remark
        self.mark = organ + "文件" if len(organ) < 15 else "霁川市档案委文件"

    def plan(self):
        lines = [f"单位: {{全称: {self.organ}}}", "文种: 通知", "发文字号: 霁档〔2021〕18号",
                 f"发文机关标志: {self.mark}",
                 f"用印: {self.seal}", "文档: [{版式: official-document}]"]
        for key, values in (("联合机关", self.organs), ("签名章职务", self.posts),
                            ("签发人", self.signatories)):
            if values:
                lines.append(f"{key}: [{', '.join(values)}]")
        if self.marks:
            lines += ['份号: "000001"', "密级: 秘密★1年", "紧急程度: 特急"]
        if self.before:
            lines.append("套打: 是")
        if self.imprint:
            lines += ["抄送: 市绩效考评办公室，各区、县档案馆。", "印发机关: 霁川市档案馆办公室",
                      "印发日期: 2021-03-31"]
        lines += ["通知:", "  标题: 关于印发《绩效管理总体规划（2021—2025年）》的通知",
                  "  主送: 各处室、信息技术中心", "  成文日期: 2021-03-30"]
        if self.remark:
            lines.append("  附注: 此件公开发布")
        if self.attachments:
            lines.append(f"  附件: [{', '.join(self.attachments)}]")
        lines.append("  正文: |")
        lines += ["    " + (MIXED if i % 2 else HAN) for i in range(self.paragraphs)]
        return "\n".join(lines) + "\n"

    def build(self, program, folder, *options):
        plan, self.pdf = (os.path.join(folder, self.name + end) for end in (".yaml", ".pdf"))
        with open(plan, "w", encoding="utf-8") as file:
            file.write(self.plan())
        built = subprocess.run([program, "build", plan, "-o", self.pdf, *options],
                               capture_output=True)
        assert built.returncode == 0, built.stderr.decode()
        self.pages = read_pages(self.pdf)
        return self.pages


# ---- every page ----

def check_sheets(notice):
    for page in notice.pages:
        near(page.width, 210, "sheet width")
        near(page.height, 297, "sheet height")
    assert not faces_not_embedded(notice.pdf), faces_not_embedded(notice.pdf)


def body_lines(notice, page):
    """Lines of the text: parts of its paragraphs."""
    return [line for line in page.lines
            if len(line.text) > 1 and (line.text in HAN or line.text in MIXED)]


def check_text_area(page, lines):
    for line in lines:
        row = (line.y - FIRST_BASELINE) / ROW
        near(row * ROW, round(row) * ROW, f"{line.text} off the grid", 0.02)
        assert -0.01 < row < 21.01, f"{line.text}: row {row + 1:.2f}"
        assert line.left >= LEFT - WITHIN, f"{line.text} begins at {line.left:.2f} mm"
        if line.text[-1] not in "，。；、：":
            assert line.right <= RIGHT + WITHIN, f"{line.text} ends at {line.right:.2f} mm"


def check_full_lines(page, lines):
    """Lines of Han characters alone that fill the measure have 28 in 156 mm."""
    count = 0
    for line in lines:
        if len(line.text) == 28 and all(char in HAN for char in line.text):
            pens = [glyph.x for glyph in line.glyphs]
            near((pens[-1] - pens[0]) * 28 / 27, 156, "28 characters")
            near(line.left, LEFT, "a full line's left edge")
            near(line.right, RIGHT, "a full line's right edge")
            count += 1
    return count


def check_number(page):
    line = page.line(f"— {page.number} —")
    near(line.size * MM, FOUR * MM, "page number's size")
    assert all(glyph.face == line.glyphs[0].face for glyph in line.glyphs)
    first = line.glyphs[0]
    top = page.ink_top(first.x, first.x + FOUR * MM, BOTTOM + 1, BOTTOM + 15)
    near(top, BOTTOM + 7, "ink of the page number's dash")
    if page.number % 2:
        near(line.right, RIGHT - CELL, "page number's right edge")
    else:
        near(line.left, LEFT + CELL, "page number's left edge")


def check_numbers(notice):
    """Whether blank pages were met, which have no number, nor has the imprint behind them."""
    blank = False
    for page in notice.pages:
        numbered = any(f"— {page.number} —" in line.text for line in page.lines)
        if not page.glyphs or blank:
            assert not numbered, f"page {page.number} has a number"
            blank = True
        else:
            check_number(page)
    return blank


# ---- the head ----

def check_mark(notice, page):
    line = page.line(notice.mark)
    near((line.left + line.right) / 2, (LEFT + RIGHT) / 2, "mark's middle")
    near(page.ink_top(40, 172, 68, 100), TOP + 35, "ink of the mark")
    assert all(glyph.colour == RED for glyph in line.glyphs)
    return line


def check_organs(notice, page):
    """Organs that issue together: the leading one first, spread to the widest, 文件 beside."""
    lines = [line for line in page.lines if line.glyphs[0].colour == RED]
    names = [line for line in lines if line.text != "文件"]
    beside = next(line for line in lines if line.text.endswith("文件")).part("文件")
    names = [line.part(line.text.replace("文件", "")) for line in names]
    assert [line.text for line in names] == list(notice.organs), [line.text for line in names]
    near(page.ink_top(LEFT, RIGHT, 68, 100), TOP + 35, "ink of the mark")
    for line in names:
        near(line.left, names[0].left, line.text)
        near(line.right, names[0].right, line.text)
    near((names[0].left + beside.right) / 2, (LEFT + RIGHT) / 2, "mark's middle")
    near(beside.y, (names[0].y + names[-1].y) / 2, "文件 beside the middle")
    return names[-1]


def check_head(notice, page):
    number = page.line("〔2021〕18号").part("霁档〔2021〕18号")
    near(number.size, THREE, "reference number's size", 0)
    if notice.signatories:
        near(number.left, LEFT + CELL, "reference number's left edge")
        last = page.line(notice.signatories[-1])
        near(number.y, last.y, "reference number's baseline")
        rights = [page.line(name).right for name in notice.signatories]
        near(max(rights), RIGHT - CELL, "signatories' right edge")
        top = page.line("签发人：").y - ABOVE * THREE * MM
    else:
        near((number.left + number.right) / 2, (LEFT + RIGHT) / 2, "reference number's middle")
        top = number.y - ABOVE * THREE * MM
    if not notice.before:
        lowest = check_organs(notice, page) if notice.organs else check_mark(notice, page)
        near(top - lowest.y - BELOW * lowest.size * MM, 2 * ROW, "below the mark",
             3 if notice.organs else WITHIN)  # the stack of names has its own leading
        red = [rule for rule in page.rules if rule.colour == RED]
        assert len(red) == 1
        near(red[0].left, LEFT, "red rule's left end")
        near(red[0].right, RIGHT, "red rule's right end")
        near(red[0].y - number.y - BELOW * THREE * MM, 4, "red rule")
    else:
        assert not [rule for rule in page.rules if rule.colour != BLACK]
        assert all(glyph.colour == BLACK for glyph in page.glyphs)


def check_marks(page):
    for row, text in enumerate(("000001", "秘密★1年", "特急")):
        line = page.line(text)
        near(line.left, LEFT, text)
        near(line.y, FIRST_BASELINE + row * ROW, text)


def check_title(notice, page):
    lines = [line for line in page.lines if line.size == TWO]
    widths = [line.right - line.left for line in lines]
    assert len(lines) >= 2 and (widths == sorted(widths) or widths == sorted(widths)[::-1] or
                                len(lines) > 2), widths
    for line in lines:
        # a mark at an edge may stand in half of its cell
        marks = (line.text[0] in "《（“") - (line.text[-1] in "》）”")
        middle = (line.left + line.right + marks * TWO / 2 * MM) / 2
        near(middle, (LEFT + RIGHT) / 2, line.text)
    near(page.line("各处室、信息技术中心：").left, LEFT, "addressees")


# ---- the foot ----

def check_sealed(notice, page, date, above):
    names = notice.organs or [notice.organ]
    name = page.line(names[-1], THREE).part(names[-1])
    near((name.left + name.right) / 2, (date.left + date.right) / 2, "last name over the date")
    near(date.y - name.y, ROW, "date below the name")
    if len(names[-1]) < 16:
        near(date.right, RIGHT - 4 * CELL, "date's right edge")
    for other in names:
        line = page.line(other, THREE).part(other)
        assert line.left > LEFT - WITHIN and line.right < RIGHT + WITHIN, other
    first = page.line(names[0], THREE)
    # a seal of 42 mm over the name: its top is within a line of the text
    seal_top = first.y - FIRST_BASELINE + TOP + ROW / 4 - 21
    bottom = above.y - FIRST_BASELINE + TOP + ROW
    assert -0.1 <= seal_top - bottom <= ROW, f"seal {seal_top - bottom:.2f} mm below the text"


def check_plain(notice, page, date, above):
    names = notice.organs or [notice.organ]
    name = page.line(names[-1], THREE)
    near(date.left - name.left, 2 * CELL, "date from the name's left edge")
    rights = [page.line(other, THREE).right for other in names] + [date.right]
    near(min(rights, key=lambda right: abs(RIGHT - right - 2 * CELL)), RIGHT - 2 * CELL,
         "right edge of the widest name or the date")
    near(page.line(names[0], THREE).y - above.y, 2 * ROW, "name below the text")
    near(date.y - name.y, ROW, "date below the name")


def check_stamped(notice, page, date, above):
    near(date.right, RIGHT - 4 * CELL, "date's right edge")
    rights = [page.line(post, THREE).right for post in notice.posts]
    for right in rights:
        near(right, RIGHT - 4 * CELL - 40 - 2 * CELL, "post, two characters before its stamp")


def check_signature(notice):
    page = next(page for page in notice.pages
                if any("2021年3月30日" == line.text for line in page.lines))
    date = page.line("2021年3月30日")
    texts = body_lines(notice, page)
    assert texts, "the signature has no text on its page"
    above = page.line(notice.attachments[-1]) if notice.attachments else texts[-1]
    kinds = {"加盖印章": check_sealed, "不加盖印章": check_plain, "加盖签名章": check_stamped}
    kinds[notice.seal](notice, page, date, above)
    if notice.remark:
        near(page.line("（此件公开发布）").y - date.y, ROW, "remark below the date")


def check_attachments(notice):
    page = next(page for page in notice.pages if any("附件：" in l.text for l in page.lines))
    label = page.line("附件：")
    near(label.left, LEFT + 2 * CELL, "attachment note")
    near(label.y - body_lines(notice, page)[-1].y, 2 * ROW, "attachment note below the text")
    if len(notice.attachments) > 1:
        lefts = [page.line(name).part(name).left for name in notice.attachments]
        for left in lefts[1:]:
            near(left, lefts[0], "attachment names below each other")


def check_imprint(notice):
    page = notice.pages[-1]
    assert page.number % 2 == 0, f"the imprint is on page {page.number}"
    rules = sorted((rule for rule in page.rules if rule.colour == BLACK), key=lambda r: r.y)
    assert len(rules) == 3
    near(rules[-1].y, BOTTOM, "last rule of the imprint")
    for rule, weight in zip(rules, (0.35, 0.25, 0.35)):
        near(rule.left, LEFT, "rule's left end")
        near(rule.right, RIGHT, "rule's right end")
        near(rule.weight, weight, "rule's weight", 0.01)
    line = page.line("2021年3月31日印发")
    near(line.left, LEFT + FOUR * MM, "issuing organ")
    near(line.right, RIGHT - FOUR * MM, "issue date")
    near(page.line("抄送：").left, LEFT + FOUR * MM, "copies")
    assert line.size == FOUR


def check(notice):
    full = 0
    check_sheets(notice)
    for page in notice.pages:
        lines = body_lines(notice, page)
        check_text_area(page, lines)
        full += check_full_lines(page, lines)
    assert full, "no full line of Han characters"
    first = notice.pages[0]
    assert body_lines(notice, first), "no text on the first page"
    check_head(notice, first)
    if notice.marks:
        check_marks(first)
    check_title(notice, first)
    check_signature(notice)
    if notice.attachments:
        check_attachments(notice)
    if notice.imprint:
        check_imprint(notice)
    return check_numbers(notice)


def check_printed_paper(program, folder):
    """For paper with a red head: the red is left out, all else stands at the same place."""
    def black(pages):
        return [([g for g in page.glyphs if g.colour == BLACK],
                 [r for r in page.rules if r.colour == BLACK]) for page in pages]
    for name, how in (("number", {}), ("signatories", {"signatories": ("闵知行", "滕岳")})):
        plain = Notice("plain-" + name, **how).build(program, folder)
        before = Notice("before-" + name, before=True, **how).build(program, folder)
        for (glyphs, rules), (others, other_rules) in zip(black(plain), black(before)):
            assert len(glyphs) == len(others) and rules == other_rules
            for glyph, other in zip(glyphs, others):
                assert glyph.text == other.text
                near(other.x, glyph.x, glyph.text, 0.01)
                near(other.y, glyph.y, glyph.text, 0.01)


def notices():
    for paragraphs in range(1, 40, 3):
        yield Notice(f"sealed{paragraphs}", paragraphs)
        yield Notice(f"bare{paragraphs}", paragraphs, imprint=False)
    for seal in ("加盖印章", "不加盖印章"):
        for organ in ("云川局", ORGANS[0], LONG):
            yield Notice(f"{seal}{organ}", organ=organ, seal=seal)
        for count in range(2, 6):
            yield Notice(f"{seal}{count}", seal=seal, organs=ORGANS[:count])
    yield Notice("single", 1, seal="不加盖印章", imprint=False, remark=False)
    yield Notice("stamped", seal="加盖签名章", posts=("市长",))
    yield Notice("stamped2", seal="加盖签名章", posts=("霁川市人民政府市长", "云埠县县长"))
    yield Notice("one", attachments=("绩效管理总体规划",))
    yield Notice("three", attachments=("绩效管理总体规划", "绩效目标表", "工作联系表"))
    yield Notice("marks", marks=True)
    for count in range(1, 5):
        yield Notice(f"upward{count}", signatories=("闵知行", "滕岳", "褚云帆", "麻世同")[:count])
    yield Notice("before", before=True)


# Wrong figures, and what the reader says of them.
CHANGES = [
    ("ink top: 35mm", "ink top: 36mm", "ink of the mark"),
    ("area: [28mm, 37mm, 156mm, 225mm]", "area: [29mm, 37mm, 156mm, 225mm]", ""),
    ("inset: 5.5714mm, below: 7mm", "inset: 5.5714mm, below: 8mm", "page number's dash"),
    ("inset: 5.5714mm, below: 7mm", "inset: 6.5mm, below: 7mm", "page number's right edge"),
    ("side: outside", "side: inside", "page number's right edge"),
    ("pitch: 156mm/28", "pitch: 155mm/28", ""),
    ("rule: 0.5mm, before: 4mm", "rule: 0.5mm, before: 4.5mm", "red rule"),
    ("rule: 0.5mm, before: 4mm", "rule: 0.5mm, width: 155mm, before: 4mm", "red rule's"),
    ("rule: 0.25mm", "rule: 0.35mm", "rule's weight"),
    ("signature: sealed", "signature: plain", ""),
    ("主送: {like: 正文, indent: 0}", "主送: {like: 正文, indent: 1字}", "addressees"),
    ("even: yes", "even: no", "the imprint is on page"),
]


def check_change(program, layouts, right, wrong):
    """What the reader says of a document that has a wrong figure; None: nothing."""
    with tempfile.TemporaryDirectory() as folder:
        changed = 0
        for name in ("official.yaml", "official-document.yaml"):
            with open(os.path.join(layouts, name), encoding="utf-8") as file:
                layout = file.read()
            changed += right in layout
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(layout.replace(right, wrong))
        assert changed == 1, f"{right} is in {changed} files"
        notice = Notice("wrong", 9 if "even" in right else 3)
        notice.build(program, folder, "--layout-path", folder)
        try:
            check(notice)
        except AssertionError as fault:
            return str(fault)
    return None


def check_changes(program, layouts):
    for right, wrong, expected in CHANGES:
        said = check_change(program, layouts, right, wrong)
        assert said is not None and expected in said, f"{wrong}: {said}"
    print(f"{len(CHANGES)} wrong figures are seen")


def check_all(program):
    counts, blanks, faults = set(), 0, []
    with tempfile.TemporaryDirectory() as folder:
        for notice in notices():
            try:
                counts.add(len(notice.build(program, folder)))
                blanks += check(notice)
            except AssertionError as fault:
                faults.append(f"{notice.name}: {fault}")
        check_printed_paper(program, folder)
    assert not faults, "\n".join(faults)
    assert counts >= set(range(1, 9)), f"only {sorted(counts)} pages"
    assert blanks, "no blank page was met"
    print(f"documents of {sorted(counts)} pages, {blanks} with a blank page")


def main(program, *layouts):
    absent = [tool for tool in ("mutool", "pdftoppm", "pdffonts") if not shutil.which(tool)]
    if absent:
        print(f"not installed: {absent}")
        sys.exit(1 if os.environ.get("CI") == "true" else SKIPPED)
    if layouts:
        check_changes(program, *layouts)
    else:
        check_all(program)


main(*sys.argv[1:])
