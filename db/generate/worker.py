"""A process that makes subdistricts as it is asked to, and ends when the asker is gone."""

import sys
from contextlib import suppress
from multiprocessing.connection import Connection

from .network import subdistrict


def serve(descriptor: int) -> None:
    """Answer each `(seed, number, size)` that comes over the connection with that subdistrict's rows."""
    with suppress(EOFError, BrokenPipeError), Connection(descriptor) as asker:
        while True:
            asker.send(subdistrict(*asker.recv()))


if __name__ == "__main__":
    serve(int(sys.argv[1]))
