"""What was chosen in the past, among what could have been: one case for each claim that was answered.

A claim that the other side accepted has grade 1, one that was confirmed 2, one that was declined 0. Claims that were
withdrawn or expired say nothing, and those that a plan proposed say only what the ranking itself thought.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

import asyncpg
import numpy as np

from db.matching.asking import MOST_OWN
from db.matching.entries import NEED, RESOURCE
from db.models.states import ClaimDirection, ClaimStatus

from .columns import Bools, Floats, Indices
from .features import Candidates, candidates, opened
from .past import Past
from .replay import Replay

GRADES = {ClaimStatus.CONFIRMED: 2, ClaimStatus.ACCEPTED: 1, ClaimStatus.DECLINED: 0}
BEGUN = (ClaimDirection.PARTNER_CLAIMS_NEED, ClaimDirection.BRANCH_CLAIMS_RESOURCE)  # by people


class Task(StrEnum):
    """What somebody looked for; the resources' side scores needs for a partner."""

    RESOURCE_FOR_NEED = "need"
    NEED_FOR_PARTNER = "resource"


@dataclass(frozen=True, slots=True)
class Deal:
    """An answered claim: when it was proposed, by places what it is about (-1: none), and its grade."""

    at: datetime
    need: int
    resource: int
    partner: int
    by_partner: bool
    grade: int


@dataclass(frozen=True, slots=True)
class Case:
    """A choice: `values` of parts for each of the chooser's own needs or resources and each candidate, and `within`,
    `shown` alike; the chosen candidate, and the `gains` of all that was chosen then or later. Nothing own, no values.
    """

    task: Task
    at: datetime
    grade: int
    chosen: int
    gains: Indices
    values: Floats
    within: Bools
    shown: Bools


def deals(past: Past) -> list[Deal]:
    """Return the answered claims, the oldest first."""
    proposed: dict[object, datetime] = {}
    grades: dict[object, int] = {}
    for change in past.changes:
        if change.subject == "CLAIM":
            proposed.setdefault(change.id, change.at)
            if change.after in GRADES:
                grades[change.id] = max(grades.get(change.id, 0), GRADES[ClaimStatus(change.after)])
    places = {
        row["id"]: place for rows in (past.needs, past.resources, past.partners) for place, row in enumerate(rows)
    }
    answered = (claim for claim in past.claims if claim["id"] in grades and claim["direction"] in BEGUN)
    found = (_deal(claim, places, proposed[claim["id"]], grades[claim["id"]]) for claim in answered)
    return sorted(found, key=lambda deal: deal.at)


def _deal(claim: asyncpg.Record, places: dict[UUID, int], at: datetime, grade: int) -> Deal:
    need, resource, partner = (places.get(claim[name], -1) for name in ("need_id", "resource_id", "partner_id"))
    return Deal(at, need, resource, partner, claim["direction"] == ClaimDirection.PARTNER_CLAIMS_NEED, grade)


def cases(past: Past, most: int, since: datetime | None = None) -> Iterator[Case]:
    """Yield the cases of the newest `most` answered claims, the oldest first; only those from a moment on."""
    answered = deals(past)
    replay = Replay(past)
    of_need, of_partner = _grouped(answered, "need"), _grouped(answered, "partner")
    for deal in answered[-most:]:
        if since is None or deal.at >= since:
            replay.advance(deal.at)
            if deal.resource >= 0:
                yield _resource_for_need(replay, deal, of_need[deal.need])
            if deal.by_partner:
                yield _need_for_partner(replay, deal, of_partner[deal.partner])


def _grouped(found: list[Deal], name: str) -> dict[int, list[Deal]]:
    groups: defaultdict[int, list[Deal]] = defaultdict(list)
    for deal in found:
        groups[getattr(deal, name)].append(deal)
    return groups


def _resource_for_need(replay: Replay, deal: Deal, others: list[Deal]) -> Case:
    found = candidates(replay, NEED, deal.need, also=deal.resource)
    graded = [(one.resource, one.grade) for one in others if one.at >= deal.at]
    return _case(Task.RESOURCE_FOR_NEED, deal, deal.resource, found.places, [found], graded)


def _need_for_partner(replay: Replay, deal: Deal, others: list[Deal]) -> Case:
    open_ = opened(replay, RESOURCE, deal.resource)
    own = open_[replay.columns.resources.partner[open_] == deal.partner][-MOST_OWN:]
    found = [candidates(replay, RESOURCE, int(resource), also=deal.need) for resource in own]
    graded = [(one.need, one.grade) for one in others if one.at >= deal.at and one.by_partner]
    places = found[0].places if found else np.array([deal.need])
    return _case(Task.NEED_FOR_PARTNER, deal, deal.need, places, found, graded)


def _case(
    task: Task, deal: Deal, chosen: int, places: Indices, found: list[Candidates], graded: list[tuple[int, int]]
) -> Case:
    gains = np.zeros(len(places), np.intp)
    for place, grade in graded:
        where = np.flatnonzero(places == place)
        gains[where] = np.maximum(gains[where], 2**grade - 1)
    return Case(
        task,
        deal.at,
        deal.grade,
        chosen=int(np.searchsorted(places, chosen)),
        gains=gains,
        values=np.array([one.values for one in found]),
        within=np.array([one.within for one in found]),
        shown=np.array([one.shown for one in found]),
    )
