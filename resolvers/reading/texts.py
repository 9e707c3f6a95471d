"""What typed texts are about: found beside the event loop, each once."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from cachetools import LRUCache
from sqlalchemy import Integer
from sqlalchemy.dialects.postgresql import REAL
from sqlalchemy.types import TypeEngine

from db.matching.analyser import Analysis, analyse
from db.turns import Asker

from .workshop import Workshop

# What statements take of an analysis.
PARTS: dict[str, TypeEngine[Any]] = {"tokens": Integer(), "impacts": REAL(), "posted": Integer()}  # Any: as Param
KNOWN: LRUCache[str, Analysis] = LRUCache(100)


async def analysed(
    workshop: Workshop, asker: Asker, names: Sequence[str], values: Mapping[str, object]
) -> dict[str, object]:
    """The parameters with the analyses of the texts in the parameters of those names."""
    found: dict[str, object] = {}
    for name in names:
        text = str(values[name])
        analysis = await workshop.make(KNOWN, text, asker, partial(analyse, text))
        found |= {f"{name}_{part}": list(getattr(analysis, part)) for part in PARTS}
    return found
