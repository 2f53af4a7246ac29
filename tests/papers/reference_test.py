"""docs/layout-reference.md is what its script makes of the program's own tables of keys.

    reference_test.py SOURCE_ROOT
"""
import subprocess
import sys
from pathlib import Path


def main(root):
    made = subprocess.run([sys.executable, Path(root, 'docs/layout_reference.py')],
                          capture_output=True)
    assert made.returncode == 0, made.stderr.decode()
    page = Path(root, 'docs/layout-reference.md').read_bytes()
    if made.stdout != page:
        sys.exit('stale: python3 docs/layout_reference.py > docs/layout-reference.md')
    print(f'{page.count(b"| `")} words')


main(*sys.argv[1:])
