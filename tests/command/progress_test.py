"""A terminal sees that long work goes on, and nothing of it afterwards; nobody else does."""

import os
import pty
import subprocess
import sys
import tempfile

program, root = os.path.abspath(sys.argv[1]), sys.argv[2]
PLAN = os.path.join(root, 'input', 'first-round-plan.yaml')


def errors_of(arguments, folder):
    """What a terminal receives on standard error."""
    try:
        leader, follower = pty.openpty()
    except OSError:
        print("there are no terminals here: skipped")
        sys.exit(1 if os.environ.get("CI") else 77)
    process = subprocess.Popen([program, 'build', *arguments], stderr=follower,
                               stdout=subprocess.DEVNULL, cwd=folder)
    os.close(follower)
    received = b''
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        received += part
    os.close(leader)
    assert process.wait() == 0
    return received.decode()


with tempfile.TemporaryDirectory() as folder:
    long_work = [PLAN, '--format', 'png', '--resolution', '300', '--range', '1-12',
                 '-o', folder]
    seen = errors_of(long_work, folder)
    assert f'\r正在处理 {PLAN}，1 秒…' in seen, seen
    line, cleared = seen.rsplit('秒…\x1b[K', 1)
    assert cleared.startswith('\r\x1b[K'), repr(cleared)
    assert '正在处理' not in cleared

    silent = subprocess.run([program, 'build', *long_work], capture_output=True,
                            text=True, check=True)
    assert '正在处理' not in silent.stderr

    assert '正在处理' not in errors_of(['--layout', 'fund-summary', '--blank', '--format',
                                    'pages', '-o', 'a.txt'], folder)
