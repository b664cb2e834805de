"""Tables in Markdown, with the machine and the versions that they were measured with."""

import os
import pathlib
import platform
import re
import subprocess

BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"


def seconds(value):
    """A time as a reader wants it."""
    return f"{value:.1f} s" if value >= 9.95 else f"{value:.2f} s" if value >= 0.995 else f"{value * 1000:.0f} ms"


def memory(value):
    """An amount of memory."""
    return f"{value / 1e9:.2f} GB" if value >= 1e9 else f"{value / 1e6:.0f} MB"


def times(whole, part):
    """How often a part fits into a whole."""
    ratio = whole / max(part, 1e-9)
    return f"{ratio:.0f}×" if ratio >= 9.95 else f"{ratio:.1f}×"


def markdown(head, rows):
    """A table; the first column is left-aligned, the others right-aligned."""
    lines = ["| " + " | ".join(head) + " |", "| --- " + "| ---: " * (len(head) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def machine():
    """The processor and the number of its cores, without the name of the machine."""
    try:
        info = pathlib.Path("/proc/cpuinfo").read_text()
        model = re.search(r"model name\s*:\s*(.+)", info)[1]
    except (OSError, TypeError):
        model = platform.processor() or platform.machine()
    memory_bytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"{os.cpu_count()} cores of {model}, {memory_bytes / 1e9:.0f} GB, {platform.system()} {platform.machine()}"


def available_memory():
    """How many bytes of memory are free for programs; plenty where the system doesn't say."""
    try:
        return int(re.search(r"MemAvailable:\s*(\d+) kB", pathlib.Path("/proc/meminfo").read_text())[1]) * 1024
    except (OSError, TypeError):
        return 1 << 40


def version(command):
    """The first line that a program prints."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[0]


def write_readme(path, text):
    """Replaces what stands between the two marks of a file."""
    readme = path.read_text(encoding="utf-8")
    if BEGIN not in readme or END not in readme:
        raise SystemExit(f"{path} has no {BEGIN} and {END}")
    head, rest = readme.split(BEGIN, 1)
    path.write_text(f"{head}{BEGIN}\n{text}{END}{rest.split(END, 1)[1]}", encoding="utf-8")
