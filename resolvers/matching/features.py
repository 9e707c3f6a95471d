"""What could be matched at a moment, with the values of the parts as they were known then.

Candidates are all that was open, also what the ranking leaves out: it comes last. What the index looks at is as in
db/matching/ranking.sql; only the limit on postings per token, which large subdistricts reach, is left out.
"""

from dataclasses import dataclass

import numpy as np

from db.matching.entries import NEED, RESOURCE
from db.matching.ranking import ALIKE_FROM, FULL, RELATED_FROM
from db.matching.weights import Part, Parts

from .columns import Bools, Floats, Indices
from .formulas import PARTS, left, values
from .replay import Replay

TEXT, CATEGORY = PARTS.index(Part.TEXT), PARTS.index(Part.CATEGORY)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The places of what was open, whether it was within all limits, whether the ranking shows it (then it is within
    them, is found, and is related or alike), and a row of values of 0 to 1 for each."""

    places: Indices
    within: Bools
    shown: Bools
    values: Floats


def vector(parts: Parts) -> Floats:
    """Return weights in the order of `PARTS`; a part without one has 0."""
    weights = dict(parts)
    return np.array([weights.get(part, 0.0) for part in PARTS])


def candidates(replay: Replay, side: int, place: int, also: int = -1) -> Candidates:
    """Return what was open, and `also`, on the other side of a need (`side` NEED) or resource, as seen from it."""
    places = opened(replay, RESOURCE if side == NEED else NEED, also)
    own = np.full_like(places, place)
    need, resource = (own, places) if side == NEED else (places, own)
    alike, finding = (each[places] for each in replay.vocabulary.likeness(side, place, _told(replay, side)))
    within, near = _within(replay, need, resource), _near(replay, side, place, places, finding)
    partners = replay.columns.resources.partner[resource]
    counted = partners[within & near & (partners >= 0)]
    found = values(replay, need, resource, alike, replay.carrying[counted].mean() if len(counted) else 0.0)
    related = (found[:, CATEGORY] >= RELATED_FROM) | (found[:, TEXT] >= ALIKE_FROM)
    return Candidates(places, within, within & near & related, found)


def opened(replay: Replay, side: int, also: int = -1) -> Indices:
    """Return what is open, and `also` unless it is -1: what was just claimed was open, though the claim's own trigger
    may have closed it an instant before the claim was logged.
    """
    open_ = replay.open[side].copy()
    if also >= 0:
        open_[also] = True
    return np.flatnonzero(open_)


def _told(replay: Replay, side: int) -> Indices:
    """Who says what is usual: the newest that is open of each category."""
    open_ = opened(replay, side)
    category = (replay.columns.needs, replay.columns.resources)[side].category[open_]
    told: Indices = np.concatenate(
        [open_[:0], *(open_[category == each][-FULL.told :] for each in np.unique(category))]
    )
    return told


def _near(replay: Replay, side: int, place: int, places: Indices, finding: Floats) -> Bools:
    """What the index looks at: the best found by tokens, then the newest of the same subcategory and category."""
    columns = (replay.columns.needs, replay.columns.resources)
    asked, others = columns[side], columns[RESOURCE if side == NEED else NEED]
    turn = np.full(len(places), np.inf)
    turn[np.flatnonzero(others.category[places] == asked.category[place])[-FULL.kin :]] = FULL.near + 2
    if asked.subcategory[place] >= 0:
        turn[np.flatnonzero(others.subcategory[places] == asked.subcategory[place])[-FULL.kin :]] = FULL.near + 1
    likest = np.argsort(-finding, kind="stable")[: FULL.near]
    turn[likest[finding[likest] > 0]] = 0
    near = np.zeros(len(places), bool)
    near[np.lexsort((-np.arange(len(places)), turn))[: FULL.near + FULL.kin]] = True
    near &= np.isfinite(turn)
    return near


def _within(replay: Replay, need: Indices, resource: Indices) -> Bools:
    """The limits of `fact` in ranking.sql; states are left to who chooses the pairs."""
    needs, resources, partners = replay.columns.needs, replay.columns.resources, replay.columns.partners
    needed, offered = left(replay, need, resource)
    due, ends, first = needs.needed_by[need], resources.ends[resource], resources.first_day[resource]
    partner = resources.partner[resource]
    free = replay.admitted[partner] & (replay.carrying[partner] < partners.capacity[partner])
    wanted = (needs.partner[need] != partner) & ~needs.excluded[need, partners.kind[partner]]
    within: Bools = (
        (needed > 0)
        & (offered > 0)
        & ~(due < replay.today)
        & ~(ends <= replay.at.timestamp())
        & ~(first > due)
        & ((partner < 0) | (free & wanted))
        & (needs.divisible[need] | (needs.unit[need] != resources.unit[resource]) | (offered >= needed))
    )
    return within
