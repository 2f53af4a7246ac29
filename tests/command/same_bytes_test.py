"""Same plan, same bytes: whatever the time zone, the language, the folder, the permissions of new
files, the number of processors and the clock.

    same_bytes_test.py PROGRAM PLAN.yaml
"""
import os
import shutil
import subprocess
import sys
import tempfile

FORMATS = {"pdf": ["--copy", "submission"], "draft": ["--copy", "draft"],
           "pdfa-1b": ["--format", "pdfa-1b"], "svg": ["--format", "svg", "--range", "1"],
           "png": ["--format", "png", "--range", "4", "--resolution", "60"]}
SURROUNDINGS = [
    {"TZ": "UTC", "LANG": "C.UTF-8", "folder": "a", "umask": 0o022, "processors": {0}},
    {"TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8", "folder": "另一个 文件夹/b", "umask": 0o077},
    {"TZ": "America/St_Johns", "LANG": "C", "folder": "c/d/e", "umask": 0, "HOME": "/nonexistent"},
]


def build(program, plan, root, surroundings):
    """The files of each format, by name, made in surroundings of their own."""
    folder = os.path.join(root, surroundings["folder"])
    os.makedirs(folder)
    shutil.copy(plan, folder)
    environment = dict(os.environ, **{key: surroundings[key] for key in ("TZ", "LANG", "HOME")
                                      if key in surroundings})

    def prepare():
        os.umask(surroundings["umask"])
        if "processors" in surroundings:
            os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

    for name, options in FORMATS.items():
        out = os.path.join(folder, name) + "/"
        os.mkdir(out)
        subprocess.run([program, "build", os.path.basename(plan), "-o", name + "/", *options],
                       check=True, cwd=folder, env=environment, preexec_fn=prepare,
                       capture_output=True)
    files = {}
    for name in FORMATS:
        for file in os.listdir(os.path.join(folder, name)):
            with open(os.path.join(folder, name, file), "rb") as made:
                files[name, file] = made.read()
    return files


def main():
    program, plan = os.path.abspath(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as root:
        first, *others = [build(program, plan, root, each) for each in SURROUNDINGS]
    assert len(first) == len(FORMATS), sorted(first)
    for number, other in enumerate(others, 2):
        assert first.keys() == other.keys(), (sorted(first), sorted(other))
        for name, content in first.items():
            assert content == other[name], f"{name} is another in surroundings {number}"
    print(f"{len(first)} files are the same in {len(SURROUNDINGS)} surroundings")


main()
