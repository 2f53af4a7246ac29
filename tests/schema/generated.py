"""What is generated from the vocabulary is what stands in the tree.

generated.py JIXIAO SOURCE_ROOT
"""
import subprocess
import sys
from pathlib import Path

FILES = {'schema/plan.json': ['schema'], 'docs/plan-reference.md': ['schema', '--reference']}


def main(program, root):
    stale = 0
    for name, arguments in FILES.items():
        run = subprocess.run([program, *arguments], capture_output=True, check=True)
        if run.stdout != (Path(root) / name).read_bytes():
            print(f'{name} is stale: build/jixiao {" ".join(arguments)} > {name}')
            stale = 1
    inputs = sorted((Path(root) / 'input').glob('*.yaml'))
    for path in inputs:
        if '# yaml-language-server: $schema=../schema/plan.json\n' not in path.read_text('utf-8'):
            print(f'{path.name} does not tell editors its schema')
            stale = 1
    print(f'{len(FILES)} generated files, {len(inputs)} inputs')
    return stale


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
