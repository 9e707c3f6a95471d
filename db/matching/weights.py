"""How much each part of a match counts: configuration, shown in every answer."""

import math
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

OWN = Path(__file__).with_name("weights.toml")


class Part(StrEnum):
    """What counts in a match."""

    TEXT = "text"
    CATEGORY = "category"
    CLOSENESS = "closeness"
    QUANTITY = "quantity"
    WINDOW = "window"
    RECORD = "record"
    LOAD = "load"
    HISTORY = "history"
    URGENCY = "urgency"


Parts = tuple[tuple[Part, float], ...]


class WeightsError(ValueError):
    """A file of weights that cannot be used; the message says why, in Chinese and English."""


@dataclass(frozen=True)
class Weights:
    """The weights of resources for a need, and of needs for a resource: each adds up to 1, the heaviest part first."""

    need: Parts
    resource: Parts


def load(path: Path | None = None) -> Weights:
    """Read weights from a file, or the service's own; raises WeightsError."""
    file = path or OWN
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise WeightsError(f"{file}: 无法读取权重文件 the weights cannot be read: {error}") from error
    return Weights(*(_parts(file, data, side) for side in ("need", "resource")))


def _parts(file: Path, data: dict[str, object], side: str) -> Parts:
    table = data.get(side)
    if not isinstance(table, dict):
        raise WeightsError(f"{file}: 缺少表 the table is missing: [{side}]")
    for name, weight in table.items():
        if name not in set(Part):
            raise WeightsError(f"{file}: [{side}] 没有这一项 there is no such part: {name}")
        if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight < math.inf:
            raise WeightsError(f"{file}: [{side}] {name} 须为非负数 must be a number of 0 or more")
    whole = sum(table.values())
    if not whole:
        raise WeightsError(f"{file}: [{side}] 权重之和为零 the weights add up to nothing")
    shares = {Part(name): round(weight / whole, 6) for name, weight in table.items() if weight}
    return tuple(sorted(shares.items(), key=lambda share: -share[1]))
