"""The past of a subdistrict, gone through once: at every moment it knows what was known then, and nothing more."""

from datetime import UTC, datetime

import numpy as np

from db.machines.guards import BURDENING
from db.matching.entries import NEED, RESOURCE
from db.models.states import PUBLIC_NEED, PUBLIC_RESOURCE, ClaimStatus, PartnerStatus

from .columns import Bools, columns, day_in_china
from .past import Change, Past
from .vocabulary import Vocabulary

HOLDS = {*BURDENING, ClaimStatus.CONFIRMED}
PUBLIC = (PUBLIC_NEED, PUBLIC_RESOURCE)


class Replay:
    """What was open, claimed, carried, delivered and rated before a moment (`at`), by the places of `columns`."""

    def __init__(self, past: Past) -> None:
        self.past = past
        self.columns = columns(past)
        self.vocabulary = Vocabulary(past)
        self.at = datetime.min.replace(tzinfo=UTC)
        self.today = 0  # the day's number in China
        self.open = [np.zeros(len(rows), bool) for rows in (past.needs, past.resources)]
        self.claimed = [np.zeros(len(rows), np.intp) for rows in (past.needs, past.resources)]
        many = len(past.partners) + 1
        self.admitted: Bools = np.zeros(many, bool)
        self.carrying, self.given, self.defaulted, self.rated, self.ratings = np.zeros((5, many), np.intp)
        self.together = np.zeros((len(self.columns.branches) + 1, many), np.int32)  # the last row: of no branch
        self._next = 0

    def advance(self, at: datetime) -> None:
        """Go on to a moment, not before the last one; what changed at the moment itself is not known yet."""
        changes = self.past.changes
        while self._next < len(changes) and changes[self._next].at < at:
            self._apply(changes[self._next])
            self._next += 1
        self.at, self.today = at, day_in_china(at)

    def _apply(self, change: Change) -> None:
        place = self.columns.places[change.id]
        match change.subject:
            case "NEED":
                self._shelve(NEED, place, change.after)
            case "RESOURCE":
                self._shelve(RESOURCE, place, change.after)
            case "PARTNER_UNIT":
                self.admitted[place] = change.after == PartnerStatus.ADMITTED
            case "CLAIM":
                self._claim(place, change)
            case "RATING":
                partner = self._partner(place)
                self.rated[partner] += 1
                self.ratings[partner] += int(change.after)

    def _shelve(self, side: int, place: int, status: str) -> None:
        public = status in PUBLIC[side]
        if public != self.open[side][place]:
            self.open[side][place] = public
            self.vocabulary.shelves[side].move(place, 1 if public else -1)

    def _claim(self, place: int, change: Change) -> None:
        """As the database's triggers count it: what a claim holds, burdens and proves (keep_counts, keep_record)."""
        claim, partner = self.past.claims[place], self._partner(place)
        places = self.columns.places
        for side, name in ((NEED, "need_id"), (RESOURCE, "resource_id")):
            if claim[name]:
                more = self._held(place, side, change.after) - self._held(place, side, change.before)
                self.claimed[side][places[claim[name]]] += more
        self.carrying[partner] += (change.after in BURDENING) - (change.before in BURDENING)
        self.defaulted[partner] += change.after == ClaimStatus.DEFAULTED
        if change.after == ClaimStatus.CONFIRMED:
            self.given[partner] += 1
            self.together[self.columns.branches[claim["branch_id"]], partner] += 1

    def _held(self, place: int, side: int, status: str | None) -> int:
        """Its quantity while it lives; what was delivered, in whole units of the resource, once it has defaulted."""
        claim = self.past.claims[place]
        whole: int = claim["quantity" if side == NEED else "resource_quantity"]
        if status == ClaimStatus.DEFAULTED:
            return -(-whole * int(claim["delivered"]) // int(claim["quantity"]))
        return whole if status in HOLDS else 0

    def _partner(self, place: int) -> int:
        partner = self.past.claims[place]["partner_id"]
        return self.columns.places[partner] if partner else -1
