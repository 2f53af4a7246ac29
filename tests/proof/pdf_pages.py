"""What stands on the pages of a PDF file, read from the file alone with mutool, pdftoppm and
pdffonts: glyphs, strokes and ink, in millimetres from the sheet's top left corner.

It shares nothing with the program that made the file, so that it can contradict it.
"""
import re
import subprocess
import xml.etree.ElementTree as xml
from collections import namedtuple

MM = 25.4 / 72
DOTS = 20  # of a picture, a millimetre

Glyph = namedtuple("Glyph", "text x y size face colour advance")
Rule = namedtuple("Rule", "left right y weight colour")


def run(*words):
    return subprocess.run(words, capture_output=True, check=True).stdout


def numbers(text):
    return [float(word) for word in text.split()]


def colour_of(node):
    """Red, green, blue, as mutool says it of any colour space that we may meet."""
    parts = numbers(node.get("color", "0"))
    return tuple(parts * 3) if len(parts) == 1 else tuple(parts)


class Line:
    """Glyphs on one baseline."""

    def __init__(self, glyphs):
        self.glyphs = sorted(glyphs, key=lambda glyph: glyph.x)
        inked = [glyph for glyph in self.glyphs if glyph.text.strip()]
        self.text = "".join(glyph.text for glyph in self.glyphs)
        self.y = inked[0].y
        self.size = inked[0].size
        self.left = inked[0].x
        self.right = inked[-1].x + inked[-1].advance * inked[-1].size * MM

    def part(self, text):
        """The part of the line that shows a text."""
        at = self.text.index(text)
        return Line(self.glyphs[at:at + len(text)])


class Page:
    def __init__(self, path, number, node):
        box = numbers(node.get("mediabox"))
        self.path, self.number = path, number
        self.width, self.height = (box[2] - box[0]) * MM, (box[3] - box[1]) * MM
        self.glyphs, self.rules = [], []
        for child in node.iter():
            if child.tag == "fill_text":
                self.add_text(child)
            elif child.tag == "stroke_path":
                self.add_stroke(child)
        self.lines = self.find_lines()

    def add_text(self, node):
        a, b, c, d, e, f = numbers(node.get("transform"))
        for span in node.iter("span"):
            size = abs(numbers(span.get("trm"))[0] * a)
            face = span.get("font").split("+")[-1]
            for glyph in span.iter("g"):
                x, y = float(glyph.get("x")), float(glyph.get("y"))
                self.glyphs.append(Glyph(
                    glyph.get("unicode", ""), (a * x + c * y + e) * MM, (b * x + d * y + f) * MM,
                    size, face, colour_of(node), float(glyph.get("adv", "0"))))

    def add_stroke(self, node):
        a, b, c, d, e, f = numbers(node.get("transform"))
        points = [(float(p.get("x")), float(p.get("y"))) for p in node if p.get("x")]
        points = [((a * x + c * y + e) * MM, (b * x + d * y + f) * MM) for x, y in points]
        ys = [y for _, y in points]
        if len(points) == 2 and abs(ys[0] - ys[1]) < 0.01:
            xs = sorted(x for x, _ in points)
            weight = float(node.get("linewidth")) * abs(a) * MM
            self.rules.append(Rule(xs[0], xs[1], ys[0], weight, colour_of(node)))

    def find_lines(self):
        baselines = {}
        for glyph in self.glyphs:
            baselines.setdefault(round(glyph.y, 2), []).append(glyph)
        lines = []
        for y in sorted(baselines):
            if any(glyph.text.strip() for glyph in baselines[y]):
                lines.append(Line(baselines[y]))
        return lines

    def line(self, text, size=None):
        """The line (of a type size) that shows a text; there must be one alone."""
        found = [line for line in self.lines if text in line.text and size in (None, line.size)]
        assert len(found) == 1, f"page {self.number}: {len(found)} lines with {text}"
        return found[0]

    def ink_top(self, left, right, top, bottom):
        """Where the ink of a part of the page begins, by a picture of it."""
        corner = [round(top * DOTS), round(left * DOTS)]
        size = [round((bottom - top) * DOTS), round((right - left) * DOTS)]
        picture = run("pdftoppm", "-gray", "-r", str(DOTS * 25.4), "-f", str(self.number),
                      "-l", str(self.number), "-x", str(corner[1]), "-y", str(corner[0]),
                      "-W", str(size[1]), "-H", str(size[0]), self.path)
        head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", picture)
        width, height, dots = int(head[1]), int(head[2]), picture[head.end():]
        for row in range(height):
            if min(dots[row * width:(row + 1) * width]) < 128:
                return (corner[0] + row) / DOTS
        return None


def read_pages(path):
    trace = run("mutool", "trace", path)
    root = xml.fromstring(re.sub(rb"&#x(?:[0-8bcefBCEF]|1[0-9a-fA-F]);", b"?", trace))
    return [Page(path, i, node) for i, node in enumerate(root.iter("page"), 1)]


def faces_not_embedded(path):
    rows = run("pdffonts", path).decode().splitlines()[2:]
    return [row for row in rows if row.split()[-5] != "yes"]
