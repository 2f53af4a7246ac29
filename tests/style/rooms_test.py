"""The rooms of src/ and who may know whom, held against every #include.

rooms_test.py SOURCE_ROOT   checks SOURCE_ROOT/src
rooms_test.py --self-test   shows that bad includes are refused and good ones pass
"""
import re
import sys
import tempfile
from pathlib import Path

# room -> the rooms that it may know besides itself; src/main.c knows all.
ROOMS = {
    'base': '',
    'yaml': 'base',
    'model': 'base yaml',
    'plan': 'base yaml model',
    'expr': 'base model plan',
    'layout': 'base yaml model expr',
    'document': 'base model plan expr layout',
    'audit': 'base model plan expr layout',
    'text': 'base layout',
    'page': 'base text',
    'compose': 'base layout document text page',
    'proof': 'base layout text page',
    'paint': 'base text page',
    'command': 'base yaml model plan expr layout document audit text page compose proof paint',
}

# What stands in <...> -> the rooms that it may stand in. A header must pass every line that
# it matches; so pangocairo, which would carry drawing into text, has no room at all.
LIBRARIES = [
    (r'yaml\.h$', 'yaml'),
    (r'pango', 'text'),
    (r'hb(-subset)?\.h$', 'text paint'),
    (r'hb-(?!subset\.h$)|harfbuzz', 'text'),
    (r'fontconfig', 'text'),
    (r'cairo|pango/pangocairo', 'paint'),
    (r'ft2build|freetype|FT_', 'text paint'),
    (r'qpdf', 'paint'),
]

TOKENS = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:<([^>]*)>|"([^"]*)"|(\w+))', re.M)


def without_comments(text):
    """Comments as blanks with their line ends; strings as they are."""
    def blank(match):
        token = match.group()
        return re.sub(r'[^\n]', ' ', token) if token.startswith('/') else token
    return TOKENS.sub(blank, text)


def library_fault(room, header):
    if '..' in header.split('/') or header.split('/')[0] in ROOMS:
        return f'<{header}>: own headers stand in quotes, as "room/file.h"'
    for pattern, rooms in LIBRARIES:
        if re.match(pattern, header) and room not in rooms.split():
            return f'<{header}>: only src/{" and src/".join(rooms.split())} may include it'
    return None


def own_fault(source, room, header):
    parts = header.split('/')
    if len(parts) < 2 or '..' in parts or '.' in parts or parts[0] not in ROOMS:
        return f'"{header}": an include names the room, as "room/file.h"'
    if not (source / header).is_file():
        return f'"{header}": no such file in src/'
    if room == 'main.c' or parts[0] == room or parts[0] in ROOMS[room].split():
        return None
    return f'"{header}": {room} may know {ROOMS[room] or "no other room"}'


def cycle_from(room, edges, path=()):
    """The first way that leads back to a room of the path, or None."""
    if room in path:
        return path[path.index(room):] + (room,)
    for known in sorted(edges.get(room, {})):
        found = cycle_from(known, edges, path + (room,))
        if found:
            return found
    return None


def check(root):
    """All faults below root/src as lines of text, and the number of files read."""
    source = root / 'src'
    faults, edges = [], {}
    files = sorted(path for path in source.rglob('*') if path.suffix in ('.c', '.h'))
    for path in files:
        place = path.relative_to(root).as_posix()
        room = path.relative_to(source).parts[0]
        if room not in ROOMS and path != source / 'main.c':
            faults.append(f'{place}:1: lies in no room of the table')
            continue
        text = without_comments(path.read_text(encoding='utf-8'))
        for match in INCLUDE.finditer(text):
            line = text.count('\n', 0, match.start()) + 1
            library, own, macro = match.groups()
            if own is None:
                fault = library_fault(room, library or macro)
                if macro and not macro.startswith('FT_'):
                    fault = f'{macro}: an include names its file'
            else:
                fault = own_fault(source, room, own)
                target = own.split('/')[0]
                if target in ROOMS and target != room:
                    edges.setdefault(room, {}).setdefault(target, f'{place}:{line}')
            if fault:
                faults.append(f'{place}:{line}: {fault}')
    ways = {cycle_from(room, edges) for room in sorted(edges)} - {None}
    for way in sorted({way for way in ways if way[0] == min(way)}):
        places = ', '.join(edges[a][b] for a, b in zip(way, way[1:]))
        faults.append(f'{places}: a cycle of rooms: {" -> ".join(way)}')
    return faults, len(files)


# file, its text, what its fault must say (None: it is good)
SAMPLES = [
    ('compose/compose.c', '#include "compose/compose.h"\n#include "text/text.h"\n', None),
    ('compose/compose.c', '#include "paint/paint.h"\n', 'compose may know'),
    ('compose/compose.h', '#include "base/base.h"\n#include <glib.h>\n', None),
    ('base/base.c', '#include "yaml/yaml.h"\n', 'base may know no other room'),
    ('base/base.c', '#include "base.h"\n', 'names the room'),
    ('base/base.c', '#include "../yaml/yaml.h"\n', 'names the room'),
    ('base/base.c', '#include "base/../yaml/yaml.h"\n', 'names the room'),
    ('base/base.c', '#include "base/none.h"\n', 'no such file'),
    ('base/base.c', '#include <base/base.h>\n', 'stand in quotes'),
    ('base/base.c', '#include OTHER\n', 'names its file'),
    ('base/base.c', '/*\n#include "yaml/yaml.h"\n*/\n// #include "base.h"\n', None),
    ('base/base.c', 'char s[] = "/*";\n#include "yaml/yaml.h"\nchar e[] = "*/";\n', 'base may'),
    ('base/base.c', '#if 1\n # include\t<yaml.h>\n#endif\n', 'only src/yaml'),
    ('yaml/yaml.c', '#include <yaml.h>\n', None),
    ('plan/plan.c', '#include "layout/layout.h"\n', 'plan may know'),
    ('layout/layout.c', '#include "plan/plan.h"\n', 'layout may know'),
    ('page/page.c', '#include "layout/layout.h"\n', 'page may know'),
    ('text/text.c', '#include <pango/pangofc-fontmap.h>\n#include <hb-ot.h>\n', None),
    ('text/text.c', '#include <fontconfig/fontconfig.h>\n#include <ft2build.h>\n', None),
    ('text/text.c', '#include <cairo.h>\n', 'only src/paint'),
    ('text/text.c', '#include <pango/pangocairo.h>\n', 'only src/paint'),
    ('text/text.c', '#include <qpdf/qpdf-c.h>\n', 'only src/paint'),
    ('paint/paint.c', '#include <cairo-pdf.h>\n#include <hb-subset.h>\n', None),
    ('paint/paint.c', '#include <hb.h>\n#include <qpdf/qpdf-c.h>\n', None),
    ('paint/paint.c', '#include <ft2build.h>\n#include FT_FREETYPE_H\n', None),
    ('paint/paint.c', '#include <hb-ot.h>\n', 'only src/text'),
    ('paint/paint.c', '#include <pango/pango.h>\n', 'only src/text'),
    ('paint/paint.c', '#include <fontconfig/fontconfig.h>\n', 'only src/text'),
    ('paint/paint.c', '#include "compose/compose.h"\n', 'paint may know'),
    ('compose/compose.c', '#include FT_FREETYPE_H\n', 'only src/text and src/paint'),
    ('command/command.c', '#include "paint/paint.h"\n#include "audit/audit.h"\n', None),
    ('command/command.c', '#include <cairo.h>\n', 'only src/paint'),
    ('paint/paint.c', '#include "command/command.h"\n', 'paint may know'),
    ('main.c', '#include "command/command.h"\n#include "yaml/yaml.h"\n', None),
    ('main.c', '#include <yaml.h>\n', 'only src/yaml'),
    ('other.c', '\n', 'no room of the table'),
    ('attic/attic.c', '\n', 'no room of the table'),
]


def faults_of(files):
    """The faults of a tree with one empty header a room and the given files."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        tree = {f'{room}/{room}.h': '\n' for room in ROOMS} | dict(files)
        for name, text in tree.items():
            path = root / 'src' / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding='utf-8')
        return check(root)[0]


def self_test():
    for name, text, expected in SAMPLES:
        faults = faults_of([(name, text)])
        if expected is None:
            assert not faults, (name, text, faults)
        else:
            assert len(faults) == 1 and expected in faults[0], (name, text, faults)
            assert faults[0].startswith(f'src/{name}:'), faults
    faults = faults_of([('text/text.c', '\n\n#include "page/page.h"\n'),
                        ('page/page.h', '#include "text/text.h"\n')])
    assert any(fault == 'src/page/page.h:1, src/text/text.c:3: '
               'a cycle of rooms: page -> text -> page' for fault in faults), faults
    table = {room: dict.fromkeys(known.split()) for room, known in ROOMS.items()}
    assert not any(cycle_from(room, table) for room in ROOMS), 'the table has a cycle'
    print(f'{len(SAMPLES) + 1} trees judged as they should be')


def main(arguments):
    if arguments == ['--self-test']:
        self_test()
        return 0
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    faults, count = check(Path(arguments[0]))
    print('\n'.join(faults + [f'{count} files, {len(faults)} faults']))
    return 0 if count and not faults else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
