"""What happened in a run: operations by kind, how they ended, how long they took."""

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable

PASSING = frozenset({"BUSY", "RATE_LIMITED"})  # errors that a client is told to try again after
PERCENTILES = (50, 95, 99)


class Figures:
    """Counts of every kind of operation; how long all took, and how much of a CPU the clients did."""

    def __init__(self) -> None:
        self.seconds = self.client_cpu = 0.0
        self._seconds: dict[str, list[float]] = defaultdict(list)
        self._refused: dict[str, Counter[str]] = defaultdict(Counter)
        self._errors: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, kind: str, seconds: float, *, refused: Iterable[str] = (), errors: Iterable[str] = ()) -> None:
        """Count one operation: how long it took, the code of what was refused first, the codes of its errors."""
        self._seconds[kind].append(seconds)
        self._refused[kind].update([*refused][:1])
        self._errors[kind].update(errors)

    @property
    def failed(self) -> Counter[str]:
        """The errors that must not happen, by code."""
        codes = sum(self._errors.values(), Counter[str]())
        return Counter({code: count for code, count in codes.items() if code not in PASSING})

    def lines(self) -> list[str]:
        """Return the table, the most frequent operations first, then all together."""
        kinds = sorted(self._seconds, key=lambda kind: -len(self._seconds[kind]))
        rows = [self._row(kind, self._seconds[kind], self._refused[kind], self._errors[kind]) for kind in kinds]
        every = [each for kind in kinds for each in self._seconds[kind]]
        refused, errors = sum(self._refused.values(), Counter[str]()), sum(self._errors.values(), Counter[str]())
        together = self._row("all", every, refused, errors)
        head = f"{'operation':<22} {'number':>8} {'accepted':>8}" + "".join(f" {f'p{p} ms':>8}" for p in PERCENTILES)
        rate = f"{len(every) / self.seconds:.1f} operations/s"
        return [
            f"{head}  refused; errors",
            *rows,
            together,
            f"{rate}, clients: {self.client_cpu / self.seconds:.0%} CPU",
        ]

    @staticmethod
    def _row(kind: str, seconds: list[float], refused: Counter[str], errors: Counter[str]) -> str:
        accepted = len(seconds) - refused.total() - errors.total()
        cuts = statistics.quantiles(seconds, n=100) if len(seconds) > 1 else seconds * 99
        times = "".join(f" {1000 * cuts[percentile - 1]:>8.1f}" for percentile in PERCENTILES)
        codes = (" ".join(f"{code} {count}" for code, count in found.most_common()) for found in (refused, errors))
        return f"{kind:<22} {len(seconds):>8} {accepted:>8}{times}  {'; '.join(filter(None, codes))}".rstrip()
