"""How much of the machine's memory the embedded PostgreSQL may keep its tables in."""

from contextlib import suppress
from pathlib import Path

import psutil

CONTAINER = Path("/sys/fs/cgroup/memory.max")  # a number of bytes, or "max"
SHARE = 8
LEAST, MOST = 256, 4096  # MB


def shared_buffers() -> str:
    """Return PostgreSQL's `shared_buffers`: an eighth of the memory of the machine, or of the container in it."""
    return f"{min(MOST, max(LEAST, _memory() // SHARE // 2**20))}MB"


def _memory() -> int:
    total: int = psutil.virtual_memory().total
    with suppress(OSError, ValueError):
        return min(total, int(CONTAINER.read_text(encoding="ascii")))
    return total
