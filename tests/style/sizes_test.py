"""Sizes and habits that keep the code readable, measured with universal-ctags.

sizes_test.py SOURCE_ROOT   checks SOURCE_ROOT/src and SOURCE_ROOT/tests
sizes_test.py --self-test   shows that each habit can be refused
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FUNCTION_LINES = 60
PARAMETERS = 5
FILE_LINES = 500
MEDIAN_LINES = 14  # of the functions of src/
NINETIETH_LINES = 40  # nine in ten functions of src/ are not longer
SKIPPED = 77  # meson's status for a test that could not run

CTAGS = ['ctags', '--options=NONE', '--languages=C', '--language-force=C', '--kinds-C=fpv',
         '--fields=+neS', '-I', 'G_GNUC_PRINTF+', '--output-format=json', '-L', '-', '-f', '-']


def tags_of(root, paths):
    """ctags' functions, prototypes and file-scope variables, in the order of the files."""
    names = [path.relative_to(root).as_posix() for path in paths if path.suffix in ('.c', '.h')]
    run = subprocess.run(CTAGS, input='\n'.join(names), capture_output=True, text=True,
                         check=True, cwd=root)
    tags = [json.loads(line) for line in run.stdout.splitlines()]
    tags = [tag for tag in tags if 'scope' not in tag and not tag['name'].startswith('_')]
    return sorted(tags, key=lambda tag: (tag['path'], tag['line']))


def length(function):
    return function['end'] - function['line'] + 1


def parameters(function):
    inner = function.get('signature', '()')[1:-1].strip()
    if inner in ('', 'void'):
        return 0
    while re.search(r'[(\[][^()\[\]]*[)\]]', inner):
        inner = re.sub(r'[(\[][^()\[\]]*[)\]]', '', inner)
    return sum(part.strip() != '...' for part in inner.split(','))


def constant(declaration):
    """Whether the object of a declaration (its text up to the name) can never change."""
    return 'const' in declaration.rsplit('*', 1)[-1].split()


def function_faults(functions):
    for tag in functions:
        place = f'{tag["path"]}:{tag["line"]}: {tag["name"]}'
        if length(tag) > FUNCTION_LINES:
            yield f'{place} has {length(tag)} lines, {FUNCTION_LINES} are the most'
        if parameters(tag) > PARAMETERS:
            yield f'{place} has {parameters(tag)} parameters, {PARAMETERS} are the most'


def distribution_faults(functions):
    lengths = sorted(length(tag) for tag in functions)
    if not lengths:
        yield 'src/:0: no function found'
        return
    for name, most, at in (('median', MEDIAN_LINES, 0.5), ('ninth decile', NINETIETH_LINES, 0.9)):
        value = lengths[int(at * (len(lengths) - 1))]
        if value > most:
            yield f'src/:0: the {name} function has {value} lines, {most} are the most'


def unseen_faults(path, name, functions):
    """Bodies stand at the left edge: one that ctags did not understand is not measured."""
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        if line == '{' and not any(tag['line'] <= number <= tag['end'] for tag in functions):
            yield f'{name}:{number}: ctags sees no function here'


def declaration(lines, tag):
    """A variable's declaration up to its name, without the members of a nameless struct."""
    at = tag['line'] - 1
    text = re.split(rf'\b{tag["name"]}\b', lines[at])[0]
    while text.startswith('}') and at > 0 and not re.match(r'\w', lines[at]):
        at -= 1
    return lines[at] + text if text.startswith('}') else text


def variable_faults(path, name, variables):
    lines = path.read_text(encoding='utf-8').splitlines()
    for tag in variables:
        if not constant(declaration(lines, tag)):
            yield f'{name}:{tag["line"]}: {tag["name"]} is mutable at file scope'
    for number, line in enumerate(lines, 1):
        static = re.match(r'\s+static\s+(?!inline\b)([^=;{[)]*)', line)
        if static and not constant(re.sub(r'\w+\s*$', '', static[1])):
            yield f'{name}:{number}: {static[1].strip()} is mutable and outlives its function'


def commented(lines, number):
    """Whether a comment ends right above the run of declarations that holds the line."""
    above = number - 2
    while above >= 0 and lines[above].strip() and not lines[above].rstrip().endswith('*/'):
        if lines[above].startswith(('#', '}', '{')):
            return False
        above -= 1
    if above < 0 or not lines[above].rstrip().endswith('*/'):
        return False
    while above > 0 and '/*' not in lines[above]:
        above -= 1
    return lines[above].startswith('/*')


def comment_faults(path, name, declared):
    lines = path.read_text(encoding='utf-8').splitlines()
    for tag in declared:
        if not commented(lines, tag['line']):
            yield f'{name}:{tag["line"]}: {tag["name"]} has no comment above it'


def file_faults(root, path, tags):
    name = path.relative_to(root).as_posix()
    own = [tag for tag in tags if tag['path'] == name]
    functions = [tag for tag in own if tag['kind'] == 'function']
    count = len(path.read_text(encoding='utf-8').splitlines())
    if count > FILE_LINES:
        yield f'{name}:{count}: {FILE_LINES} lines are the most for a file'
    if path.suffix == '.c':
        yield from unseen_faults(path, name, functions)
    if name.startswith('src/'):
        yield from variable_faults(path, name, [tag for tag in own if tag['kind'] == 'variable'])
        if path.suffix == '.h':
            yield from comment_faults(path, name, [t for t in own if t['kind'] != 'variable'])


def check(root):
    """All faults of the tree as lines of text, and its functions in src/."""
    paths = sorted(path for folder in ('src', 'tests') for path in (root / folder).rglob('*')
                   if path.suffix in ('.c', '.h', '.py'))
    tags = tags_of(root, paths)
    functions = [tag for tag in tags if tag['kind'] == 'function']
    ours = [tag for tag in functions if tag['path'].startswith('src/')]
    faults = list(function_faults(functions)) + list(distribution_faults(ours))
    for path in paths:
        faults.extend(file_faults(root, path, tags))
    return faults, ours


def body(lines, head='void f(void)'):
    """A function that is that many lines long."""
    return f'{head}\n{{\n' + '\tg();\n' * (lines - 3) + '}\n'


SHORT = ''.join(body(9, f'void short_{number}(void)') for number in range(10))

# file, its text, what its only fault must say (None: it is good)
SAMPLES = [
    ('src/a/a.c', body(60), None),
    ('src/a/a.c', body(61), 'src/a/a.c:1: f has 61 lines'),
    ('tests/a/a_test.c', body(61), 'tests/a/a_test.c:1: f has 61 lines'),
    ('src/a/a.c', body(9, 'void f(int a, void (*b)(int, int), int c[2], int d, int e)'), None),
    ('src/a/a.c', body(9, 'void f(int a, int b, int c, int d, const char *e, ...)'), None),
    ('src/a/a.c', body(9, 'void f(int a, int b,\n\tint c, int d, int e, int g)'), '1: f has 6 p'),
    ('src/a/a.c', '\n' * 500, None),
    ('src/a/a.c', '\n' * 501, 'src/a/a.c:501: 500 lines'),
    ('tests/a/a_test.py', '\n' * 501, 'tests/a/a_test.py:501: 500 lines'),
    ('src/a/a.c', body(15) * 30, 'the median function has 15 lines'),
    ('src/a/a.c', body(14) * 30, None),
    ('src/a/a.c', body(41) * 3, 'the ninth decile function has 41 lines'),
    ('src/a/a.c', 'static int a;\n', 'src/a/a.c:1: a is mutable'),
    ('src/a/a.c', '\nint a[2] = {1, 2};\n', 'src/a/a.c:2: a is mutable'),
    ('src/a/a.c', 'static const char *a;\n', 'src/a/a.c:1: a is mutable'),
    ('src/a/a.c', 'static const char *const a[] = {"x"};\nstatic const int b = 1;\n', None),
    ('src/a/a.c', 'const struct s t = {\n\t.f = 1,\n};\nextern int u;\n', None),
    ('src/a/a.c', 'static int (*const t[])(void) = {f};\n', None),
    ('src/a/a.c', 'static const struct {\n\tint *b;\n} a[] = {\n\t{0},\n};\n', None),
    ('src/a/a.c', 'static struct {\n\tconst int b;\n} a;\n', 'src/a/a.c:3: a is mutable'),
    ('tests/a/a_test.c', 'static int a;\n', None),
    ('src/a/a.c', 'void f(void)\n{\n\tstatic int n = 0;\n}\n', 'src/a/a.c:3: int n is mutable'),
    ('src/a/a.c', 'void f(void)\n{\n\tstatic char n[2];\n}\n', 'src/a/a.c:3: char n is mutable'),
    ('src/a/a.c', 'void f(void)\n{\n\tstatic const char *n[2];\n}\n', 'const char *n is mutable'),
    ('src/a/a.c', 'void f(void)\n{\n\tstatic const char *const n[] = {"="};\n}\n', None),
    ('src/a/a.c', 'void f(void)\n{\n\tstatic int (*const n)(int) = g;\n}\n', None),
    ('src/a/a.c', 'void f(void)\n{\n\tstatic int (*n)(int) = g;\n}\n', '3: int (*n is mutable'),
    ('src/a/a.c', 'void f(void)\n{\n\tstatic const struct {\n\t\tint b;\n\t} a = {0};\n}\n', None),
    ('src/a/a.c', 'void f(void)\n{\n\tstatic struct {\n\t\tint b;\n\t} a;\n}\n', 'c:3: struct is'),
    ('src/a/a.c', 'void f(void)\n{\n\tstatic_assert(1, "x");\n}\n', None),
    ('src/a/a.h', '/** F. */\nint f();\n\n/* Both. */\nint g(int a,\n\tint b);\nint h();\n', None),
    ('src/a/a.h', '/** Does f. */\nint f(char *s, ...) G_GNUC_PRINTF(1, 2);\n', None),
    ('src/a/a.h', '/* One\n * two. */\nstatic inline int f(void)\n{\n\treturn 1;\n}\n', None),
    ('src/a/a.h', '/* The file. */\n\nint f(void);\n', 'src/a/a.h:3: f has no comment'),
    ('src/a/a.h', 'int a(void); /* beside */\nint f(void);\n', 'no comment'),
    ('src/a/a.h', '/* s */\nstruct s {\n\tint a;\n};\nint f(void);\n', '5: f has no comment'),
    ('src/a/a.c', 'void f(void);\n{\n}\n', 'ctags sees no function'),
]


def faults_of(name, text):
    """The faults of a tree with ten short functions and the given file."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in (('src/short.c', SHORT), (name, text), ('tests/t.c', '\n')):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content, encoding='utf-8')
        return check(root)[0]


def self_test():
    wrong = []
    for name, text, expected in SAMPLES:
        faults = faults_of(name, text)
        good = not faults if expected is None else faults and expected in faults[0]
        if not good:
            wrong.append(f'{name}\n{text[:200]}\nexpected: {expected}\nfound: {faults}\n')
    assert not wrong, '\n'.join(wrong)
    print(f'{len(SAMPLES)} trees judged as they should be')


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    if shutil.which('ctags') is None:
        print('universal-ctags is missing: apt-get install universal-ctags', file=sys.stderr)
        return 1 if os.environ.get('CI') == 'true' else SKIPPED
    if arguments == ['--self-test']:
        self_test()
        return 0
    faults, functions = check(Path(arguments[0]).resolve())
    print('\n'.join(faults + [f'{len(functions)} functions in src/, {len(faults)} faults']))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
