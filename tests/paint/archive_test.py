"""PDF files as an archive's validator sees them: veraPDF's PDF/A-2a and PDF/UA-1 over every plan
of input/, the gallery and a page of everything, PDF/A-1b over one of each.

    archive_test.py PROGRAM SAMPLES SOURCE-ROOT

The validator is the jar in SOURCE-ROOT/.cache/verapdf, where .ci/run puts it.
"""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77


def skip(what):
    print(what)
    sys.exit(1 if os.environ.get("CI") else SKIPPED)


def find_validator(root):
    jars = sorted(glob.glob(os.path.join(root, ".cache", "verapdf", "cli-*.jar")))
    if not shutil.which("java"):
        skip("java is not installed")
    if not jars:
        skip("veraPDF is not there: .ci/run puts it into .cache/verapdf")
    return ["java", "-jar", jars[-1], "--format", "text"]


def build(program, plan, *options):
    subprocess.run([program, "build", plan, *options], check=True, stdout=subprocess.DEVNULL)


def make_files(program, samples, root, folder):
    """The files to be validated, by flavour."""
    plans = sorted(glob.glob(os.path.join(root, "input", "*.yaml")))
    assert plans
    for plan in plans:
        build(program, plan, "-o", folder + "/", "--copy", "submission")
    gallery = os.path.join(root, "tests", "gallery")
    build(program, os.path.join(gallery, "plan.yaml"), "--layout-path", gallery,
          "-o", os.path.join(folder, "gallery.pdf"))
    build(program, plans[0], "--format", "pdfa-1b", "--range", "1-4",
          "-o", os.path.join(folder, "input-1b.pdf"))
    build(program, plans[0], "--range", "5-6", "-o", os.path.join(folder, "part.pdf"))
    subprocess.run([samples, folder], check=True)
    files = sorted(glob.glob(os.path.join(folder, "**", "*.pdf"), recursive=True))
    plain = [file for file in files if file.endswith("-1b.pdf")]
    tagged = [file for file in files if file not in plain]
    assert len(plain) == 2 and len(tagged) >= 4, files
    return {"2a": tagged, "ua1": tagged, "1b": plain}


def validate(validator, flavour, files):
    """How many files of a flavour pass; those that do not are printed with the rules broken."""
    run = subprocess.run([*validator, "-v", "--flavour", flavour, *files], capture_output=True,
                         text=True, check=False)
    passed = [line for line in run.stdout.splitlines() if line.startswith("PASS ")]
    if len(passed) != len(files):
        print(run.stdout, run.stderr, sep="\n")
    print(f"{flavour}: {len(passed)} of {len(files)} files")
    return len(passed) == len(files)


def check(files):
    """Whether qpdf has nothing to say of them."""
    good = True
    for file in files:
        run = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True,
                             check=False)
        if run.returncode != 0:
            print(run.stdout, run.stderr, sep="\n")
            good = False
    return good


def main():
    program, samples, root = sys.argv[1:]
    validator = find_validator(root)
    with tempfile.TemporaryDirectory() as folder:
        flavours = make_files(program, samples, root, folder)
        good = [validate(validator, flavour, files) for flavour, files in flavours.items()]
        if shutil.which("qpdf"):
            good.append(check(flavours["2a"] + flavours["1b"]))
    sys.exit(0 if all(good) else 1)


main()
