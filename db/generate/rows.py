"""Rows as COPY reads them: one line a row, ids and times that follow from the seed alone."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from random import Random

from .columns import COLUMNS
from .texts import REASONS

DAY = 86_400
END = datetime(2026, 11, 1, tzinfo=UTC)  # fixed, so that a seed says everything; nothing happens later
SPAN = 540 * DAY
BEGIN = END - timedelta(seconds=SPAN)
NULL = r"\N"

LINES = {table: "\t".join(["%s"] * len(columns)) + "\n" for table, columns in COLUMNS.items()}
TRANSITION = LINES["transition"]

Step = tuple[int, str, str]  # when, to which state, by which account


class Rows:
    """The rows of one subdistrict, and the randomness that they are made of."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)  # noqa: S311 - repeatable, and nothing here is a secret
        self._bits = self.random.getrandbits
        self.lines: defaultdict[str, list[str]] = defaultdict(list)
        self.subdistrict = self.id(0)

    def id(self, time: int) -> str:
        """Return a new UUIDv7 of a time, in seconds since BEGIN."""
        return "0%x" % (_FIRST + time * _SECOND + self._bits(62))

    def add(self, table: str, *values: object) -> None:
        """Add a row; the values stand in the order of COLUMNS, texts hold neither tabs nor backslashes."""
        self.lines[table].append(LINES[table] % values)

    def log(self, kind: str, subject: str, steps: Iterable[Step]) -> None:
        """Add the transitions of one object, oldest first; ids and times are made in place, ten million times."""
        before, tenant, bits = NULL, self.subdistrict, self._bits
        append, reason = self.lines["transition"].append, REASONS.get
        for time, status, actor in steps:
            made, at = "0%x" % (_FIRST + time * _SECOND + bits(62)), _DATES[time // DAY] + _CLOCK[time % DAY]
            append(TRANSITION % (tenant, made, kind, subject, before, status, actor, at, reason(status, "")))
            before = status

    def copies(self) -> dict[str, tuple[int, bytes]]:
        """Return per table the number of rows and their text, as COPY reads it."""
        return {table: (len(lines), "".join(lines).encode()) for table, lines in self.lines.items()}


_FIRST = (int(BEGIN.timestamp()) * 1000 << 80) + (0x7 << 76) + (0b10 << 62)  # with the version and variant of RFC 9562
_SECOND = 1000 << 80
_DATES = [str((BEGIN + timedelta(days=day)).date()) for day in range(SPAN // DAY + 1500)]
_CLOCK = [f" {s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}+00" for s in range(DAY)]


def stamp(time: int) -> str:
    """Return a time, in seconds since BEGIN, as PostgreSQL reads it."""
    return _DATES[time // DAY] + _CLOCK[time % DAY]


def moment(time: int | None) -> str:
    """Return a time, or that there is none."""
    return NULL if time is None else stamp(time)


def date(time: int) -> str:
    """Return the day of a time."""
    return _DATES[time // DAY]
