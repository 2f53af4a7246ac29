"""Builds wide tables of 1,000 and 10,000 rows, each run a process of its own, and bounds them.

    wide_table.py PROGRAM BARE FONTS WIDE-PLAN LAYOUT-FOLDER [ROWS]

Times are those of the processor, user and system, since other work on a machine stretches the
clock's. 1,000 rows are held against the bare program that sets the 30-page text (2.2 times it
when the bound was set), 10,000 rows against 1,000; memory is absolute. With ROWS (100,000, say;
limits are raised) only that many rows are built, within 3 GB.
"""
import os
import statistics
import subprocess
import sys
import tempfile

TIMES, FEWER_TIMES = 9, 3
MEGABYTE = 1000 * 1000
BOUNDS = {1000: 120, 10000: 300}
SUBMISSION = 250
TO_BARE, TO_FEWER, SUBMISSION_TO_BARE = 2.5, 11, 0.8 / 0.18
LIMITS = ["file-bytes=2000000000", "events=100000000", "rows=10000000", "blocks=10000000",
          "pages=1000000"]


def run(command):
    """Seconds of the processor and peak megabytes of a command."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        child = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{child.returncode} from {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / MEGABYTE


def wide_command(program, layouts, plan, out):
    limits = [word for limit in LIMITS for word in ("--limit", limit)]
    return [program, "build", "--copy", "draft", "--layout-path", layouts, *limits, plan,
            "-o", out]


def as_submission(command):
    return ["submission" if word == "draft" else word for word in command]


def write_plan(generator, rows, folder):
    path = os.path.join(folder, f"{rows}.yaml")
    with open(path, "wb") as file:
        subprocess.run([generator, str(rows)], stdout=file, check=True)
    return path


def median(runs):
    return statistics.median(time for time, _ in runs), max(memory for _, memory in runs)


def report(name, time, memory, most, ratio=None, bound=None):
    """Prints a line; whether all is within bounds."""
    line = f"{name:>11} {time * 1000:8.0f} ms {memory:7.0f} MB (at most {most})"
    if ratio:
        line += f"   {ratio:5.2f} times (at most {bound:.2f})"
    print(line)
    return memory <= most and (not ratio or ratio <= bound)


def measure_many(program, generator, layouts, rows, folder):
    command = wide_command(program, layouts, write_plan(generator, rows, folder),
                           os.path.join(folder, "wide.pdf"))
    return report(f"{rows} rows", *run(command), 3000)


def measure(program, bare, fonts, generator, layouts, folder):
    out = os.path.join(folder, "wide.pdf")
    few, many = (wide_command(program, layouts, write_plan(generator, rows, folder), out)
                 for rows in BOUNDS)
    yardstick, fewer = [], []
    for _ in range(TIMES):
        yardstick.append(run([bare, fonts, out]))
        fewer.append(run(few))
    draft_size = os.path.getsize(out)
    submitted = [run(as_submission(few)) for _ in range(FEWER_TIMES)]
    print(f"1000 rows: {draft_size} bytes as draft, {os.path.getsize(out)} for submission")
    most = [run(many) for _ in range(FEWER_TIMES)]
    (bare_time, bare_memory), (few_time, few_memory) = median(yardstick), median(fewer)
    many_time, many_memory = median(most)
    print(f"{'bare':>11} {bare_time * 1000:8.0f} ms {bare_memory:7.0f} MB")
    good = report("1000 rows", few_time, few_memory, BOUNDS[1000], few_time / bare_time, TO_BARE)
    time, memory = median(submitted)
    good = report("submission", time, memory, SUBMISSION, time / bare_time,
                  SUBMISSION_TO_BARE) and good
    return report("10000 rows", many_time, many_memory, BOUNDS[10000], many_time / few_time,
                  TO_FEWER) and good


def main():
    program, bare, fonts, generator, layouts, *rows = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        good = (measure_many(program, generator, layouts, int(rows[0]), folder) if rows
                else measure(program, bare, fonts, generator, layouts, folder))
    sys.exit(0 if good else 1)


main()
