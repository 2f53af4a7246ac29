"""What the papers name is what the program has.

    papers_test.py PROGRAM SOURCE_ROOT

Commands and options named in the READMEs, the manual, the man page and the completions are held
against --help; the man page and the READMEs name every command, the man page every option. The
first edit of the READMEs is made as they say.
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PAPERS = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'docs/write-a-layout.md',
          'docs/recipes.md', 'docs/checks.md', 'man/jixiao.1', 'completions/jixiao.bash',
          'completions/_jixiao']
# Options of other programs, which papers name too.
FOREIGN = {'--suite', '--setup'}
LARGEST_PICTURE = 150_000


def run(*words, **more):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, **more)


def program_words(program):
    commands = re.findall(r'^  ([a-z]+) ', run(program, '--help').stdout, re.M)
    options = {'--version', '--help'}
    for command in commands:
        help_text = run(program, command, '--help').stdout
        options |= set(re.findall(r'^  (?:-., )?(--[a-z-]+)', help_text, re.M))
    assert len(commands) >= 6 and len(options) >= 10, (commands, options)
    return set(commands), options


def named_in(text):
    """The commands behind the program's name, and the options, of one paper."""
    text = text.replace('\\-', '-')
    commands = re.findall(r'(?:\$ |`|^    build/|^    ?|\.B )jixiao ([a-z]+)\b', text, re.M)
    return set(commands), set(re.findall(r'(?<![\w-])--[a-z][a-z-]*', text))


def check_papers(root, commands, options):
    for name in PAPERS:
        text = Path(root, name).read_text('utf-8')
        used, named = named_in(text)
        assert used <= commands, (name, used - commands)
        assert named - FOREIGN <= options, (name, named - FOREIGN - options)
        if name.startswith(('README', 'man')):
            assert used == commands, (name, commands - used)
        if name.startswith('man'):
            assert named == options, (name, options - named)
        for link in re.findall(r'\]\(([\w./-]+?)(?:#[^)]*)?\)', text):
            assert (Path(root, name).parent / link).exists(), (name, link)


def check_man(root):
    groff = shutil.which('groff')
    if groff:
        result = run(groff, '-man', '-ww', '-z', '-Tutf8', Path(root, 'man/jixiao.1'))
        assert result.returncode == 0 and not result.stderr, result.stderr


def complete(program, root, *words):
    """What bash offers for the last word."""
    script = f'''PATH={Path(program).parent}:$PATH; source "$1"; shift
        COMP_WORDS=(jixiao "$@"); COMP_CWORD=$#; _jixiao; printf '%s\\n' "${{COMPREPLY[@]}}"'''
    result = run('bash', '-c', script, '-', Path(root, 'completions/jixiao.bash'), *words)
    assert result.returncode == 0 and not result.stderr, result.stderr
    return set(result.stdout.split())


def check_completion(program, root, commands, options):
    assert complete(program, root, '') == commands | {'--help', '--version'}
    offered = set().union(*(complete(program, root, name, '--') for name in commands))
    assert offered | {'--version'} == options, offered ^ options
    assert complete(program, root, 'build', '--format', '=', 'pd') == {'pdf', 'pdfa-1b'}
    assert 'fund-summary' in complete(program, root, 'init', 'fund')
    for option, known in (('--format', 'pdfa-1b'), ('--copy', 'draft'), ('--lang', 'en'),
                          ('--diagnostics', 'json')):
        for word in complete(program, root, 'build', option, ''):
            result = run(program, 'build', 'absent.yaml', option, word)
            assert result.returncode == 74, (option, word, result.stderr)
        assert known in complete(program, root, 'build', option, '')


def check_first_edit(program, root):
    papers = [Path(root, name).read_text('utf-8') for name in PAPERS[:2]]
    plan = Path(root, 'input/first-round-plan.yaml').read_text('utf-8')
    before, after, right, wrong = '各类宣讲900场', '各类宣讲950场', '规划期', '规划其'
    assert all(word in text for text in papers for word in (before, after, right, wrong))
    assert plan.count(before) == 1
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, 'first-round-plan.yaml')
        path.write_text(plan.replace(before, after), 'utf-8')
        edited = run(program, 'build', path, '-o', f'{name}/out/')
        assert edited.returncode == 0, edited.stderr
        pdf = Path(name, 'out/first-round-plan.pdf').read_bytes()
        path.write_text(plan.replace(f'\n{right}:', f'\n{wrong}:'), 'utf-8')
        slip = run(program, 'build', path, '-o', f'{name}/out/')
        assert slip.returncode == 1 and 'error[key-unknown]' in slip.stderr, slip.stderr
        assert f'{right}' in slip.stderr.split('key-unknown')[1]
        assert Path(name, 'out/first-round-plan.pdf').read_bytes() == pdf


def main(program, root):
    program = str(Path(program).resolve())
    commands, options = program_words(program)
    check_papers(root, commands, options)
    check_man(root)
    check_completion(program, root, commands, options)
    check_first_edit(program, root)
    picture = Path(root, 'docs/page.png').read_bytes()
    assert picture.startswith(b'\x89PNG') and len(picture) < LARGEST_PICTURE
    print(f'{len(PAPERS)} papers, {len(commands)} commands, {len(options)} options')


main(*sys.argv[1:])
