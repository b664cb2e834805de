"""Runs programs and measures them as the system accounts for them."""

import dataclasses
import os
import subprocess
import time


@dataclasses.dataclass
class Run:
    """What a run cost: seconds of wall time and of processors, peak memory in bytes, and what it printed."""

    wall: float
    cpu: float
    memory: int = 0
    output: str = ""


def run(command, cwd=None):
    """Runs a command to its end. A child is charged for what this process holds before it starts, so keep that small."""
    start = time.monotonic()
    child = subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = child.stdout.read().decode(errors="replace")
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if child.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {child.returncode}:\n{output[-4000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, output)


def best(runs):
    """The least of each figure over several runs of the same work; peak memory is the most."""
    return Run(
        min(r.wall for r in runs), min(r.cpu for r in runs), max(r.memory for r in runs), runs[-1].output)
