"""The manual's own examples do what it says.

    pages_test.py PROGRAM SOURCE_ROOT

A block that begins with `# 文件：NAME` is that file. A console block runs its commands where the
files are; each line below a command must stand in what it prints. A comment `印出：A；B` names
texts that stand on the pages of the last plan built; `改：A→B` changes the plan. Sections of the recipes share nothing.
"""
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

BLOCK = re.compile(r'^```(yaml|console)\n(.*?)^```$|^<!-- (印出|改)：(.*?) -->$', re.S | re.M)


def run(program, words, folder):
    return subprocess.run([program, *words], cwd=folder, capture_output=True, text=True)


def write_file(folder, text):
    name = re.match(r'# 文件：(.+)\n', text)
    assert name, f'a block names no file: {text[:60]}'
    path = folder / name[1]
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, 'utf-8')


def run_console(program, folder, text):
    """Gives the words of the last command."""
    words, printed = None, ''
    for line in text.splitlines():
        if line.startswith('$ '):
            words = shlex.split(line[2:])
            assert words.pop(0) == 'jixiao', line
            result = run(program, [*words, '--diagnostics', 'short'], folder)
            printed = result.stdout + result.stderr
            assert result.returncode in (0, 1), (line, printed)
        else:
            assert line in printed, f'not printed: {line}\n{printed}'
    return words


def print_pages(program, folder, words):
    result = run(program, [*words, '--format', 'pages'], folder)
    assert result.returncode == 0, result.stderr
    paragraphs = {}
    for element, text in re.findall(r'text .* (Document/\S+) "(.*)"', result.stdout):
        paragraphs[element] = paragraphs.get(element, '') + text
    return [re.sub(r'[\s\\]', '', text) for text in paragraphs.values()]


def change_plan(folder, change):
    path = folder / 'plan.yaml'
    before, after = change.split('→')
    text = path.read_text('utf-8')
    assert text.count(before) == 1, before
    path.write_text(text.replace(before, after), 'utf-8')


def try_section(program, text):
    """Gives how many blocks and comments were tried."""
    tried = 0
    with tempfile.TemporaryDirectory() as name:
        folder, words = Path(name), None
        for kind, body, comment, texts in BLOCK.findall(text):
            if kind == 'yaml':
                write_file(folder, body)
                continue
            if kind == 'console':
                words = run_console(program, folder, body)
            elif comment == '改':
                change_plan(folder, texts)
            else:
                printed = print_pages(program, folder, words)
                for part in texts.split('；'):
                    assert any(part in line for line in printed), (part, printed)
            tried += 1
    return tried


def main(program, root):
    program = str(Path(program).resolve())
    tutorial = Path(root, 'docs/write-a-layout.md').read_text('utf-8')
    recipes = Path(root, 'docs/recipes.md').read_text('utf-8').split('\n## ')
    tried = [try_section(program, text) for text in [tutorial, *recipes[1:]]]
    assert all(tried), tried
    print(f'{len(tried)} examples, {sum(tried)} blocks of commands, prints and changes')


main(*sys.argv[1:])
