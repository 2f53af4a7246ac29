"""Pictures show what the PDF shows: each pixel of a page as PNG is as dark as the one that poppler
and mupdf make of the PDF, or as one of the eight around it; both move glyphs to whole pixels.

    pictures_test.py PROGRAM PLAN.yaml
"""
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

SKIPPED = 77
RESOLUTION = "72"
PAGES = (1, 4, 6)
NEAR = 80  # of 255
# Pixels that are neither as dark nor beside one that is; poppler makes thin rules whole pixels.
MOST_WRONG = {"poppler": 0.005, "mupdf": 0.0003}


def unfilter(kind, row, above, step):
    """A row of a PNG picture as it was (PNG 9.2)."""
    for i, value in enumerate(row):
        left = row[i - step] if i >= step else 0
        up = above[i]
        if kind == 1:
            value += left
        elif kind == 2:
            value += up
        elif kind == 3:
            value += (left + up) // 2
        elif kind == 4:
            corner = above[i - step] if i >= step else 0
            guess = left + up - corner
            value += min((left, up, corner), key=lambda near: abs(guess - near))
        row[i] = value & 255
    return row


def read_png(path):
    """Width, height and the grey of each pixel; eight bits a colour, as cairo writes them."""
    with open(path, "rb") as file:
        data = file.read()
    packed, at = b"", 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        chunk = data[at + 8:at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colours = struct.unpack(">IIBB", chunk[:10])
            assert depth == 8 and colours == 2, (depth, colours)
        elif kind == b"IDAT":
            packed += chunk
        at += length + 12
    plain = zlib.decompress(packed)
    grey, above, size = bytearray(), bytearray(3 * width), 3 * width + 1
    for start in range(0, size * height, size):
        above = unfilter(plain[start], bytearray(plain[start + 1:start + size]), above, 3)
        grey += bytes((r * 77 + g * 150 + b * 29) >> 8
                      for r, g, b in zip(above[0::3], above[1::3], above[2::3]))
    return width, height, grey


def read_pgm(path):
    with open(path, "rb") as file:
        data = file.read()
    fields, at = [], 0
    while len(fields) < 4:
        end = at
        while not data[end:end + 1].isspace():
            end += 1
        fields.append(data[at:end])
        at = end + 1
        while len(fields) < 4 and data[at:at + 1].isspace():
            at += 1
    return int(fields[1]), int(fields[2]), data[at:]


def spread(picture, choose):
    """The darkest or lightest of each pixel and the eight around it."""
    width, height, grey = picture
    rows = [grey[start:start + width] for start in range(0, width * height, width)]
    wide = [bytes(map(choose, row, row[1:] + row[-1:], row[:1] + row[:-1])) for row in rows]
    above, below = wide[:1] + wide[:-1], wide[1:] + wide[-1:]
    return b"".join(bytes(map(choose, *three)) for three in zip(above, wide, below))


def count_outside(picture, other):
    """Pixels that are darker or lighter than all of the other's there."""
    darkest, lightest = spread(other, min), spread(other, max)
    return sum(not low - NEAR <= value <= high + NEAR
               for value, low, high in zip(picture[2], darkest, lightest))


def compare(page, name, picture, other):
    assert picture[:2] == other[:2], f"{name}: {picture[:2]} and {other[:2]}"
    wrong = (count_outside(picture, other) + count_outside(other, picture)) / len(picture[2])
    ink = sum(255 - value for value in picture[2]) / len(picture[2])
    print(f"page {page} by {name}: {wrong * 1000:.3f} of 1000 pixels differ; ink {ink:.2f}")
    assert ink > 1, "an empty page shows nothing"
    return wrong <= MOST_WRONG[name]


def render(pdf, page, folder):
    """The page by other programs: name -> picture."""
    poppler, mupdf = os.path.join(folder, "poppler"), os.path.join(folder, "mupdf.pgm")
    subprocess.run(["pdftoppm", "-gray", "-r", RESOLUTION, "-f", str(page), "-l", str(page),
                    "-singlefile", pdf, poppler], check=True)
    subprocess.run(["mutool", "draw", "-q", "-r", RESOLUTION, "-c", "gray", "-F", "pgm", "-o",
                    mupdf, pdf, str(page)], check=True, stderr=subprocess.DEVNULL)
    return {"poppler": read_pgm(poppler + ".pgm"), "mupdf": read_pgm(mupdf)}


def main():
    program, plan = sys.argv[1:]
    for tool in ("pdftoppm", "mutool"):
        if not shutil.which(tool):
            print(f"{tool} is not installed")
            sys.exit(1 if os.environ.get("CI") else SKIPPED)
    good = True
    with tempfile.TemporaryDirectory() as folder:
        pdf, png = os.path.join(folder, "plan.pdf"), os.path.join(folder, "plan.png")
        subprocess.run([program, "build", plan, "-o", pdf], check=True, capture_output=True)
        subprocess.run([program, "build", plan, "-o", png, "--resolution", RESOLUTION,
                        "--range", ",".join(map(str, PAGES))], check=True, capture_output=True)
        for page in PAGES:
            picture = read_png(os.path.join(folder, f"plan-{page}.png"))
            for name, other in render(pdf, page, folder).items():
                good = compare(page, name, picture, other) and good
    sys.exit(0 if good else 1)


main()
