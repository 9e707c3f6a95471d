"""How like the texts of needs and resources were, as `likeness` in db/matching/ranking.sql says it."""

import numpy as np
from scipy.sparse import csr_array

from db.matching.analyser import Analysis, analyse
from db.matching.entries import NEED, RESOURCE
from db.matching.ranking import DOUBT, HUBNESS

from .columns import Floats, Indices
from .past import Past, Rows

RARITY_POWER = 1.5


class Shelf:
    """What the texts of one side say, a row each; and which of them are open, which decides how rare a token is."""

    def __init__(self, found: list[Analysis], tokens: dict[int, int]) -> None:
        width = len(tokens)
        starts = np.cumsum([0, *(len(one.tokens) for one in found)])
        places = np.array([tokens[token] for one in found for token in one.tokens], np.intp)
        impacts = np.array([impact for one in found for impact in one.impacts])
        posted = np.array([kept for one in found for kept in np.isin(one.tokens, one.posted)], bool)
        self.words = csr_array((impacts, places, starts), (len(found), width))
        self.posted = csr_array((impacts * posted, places, starts), (len(found), width))
        self.norms = np.array([np.linalg.norm(one.impacts) for one in found])
        self.entries = np.zeros(width)
        self.size = 0

    def move(self, place: int, more: int) -> None:
        """Put a text on the shelf (`more` 1) or take it off (-1)."""
        self.entries[self.row(place)] += more
        self.size += more

    def row(self, place: int) -> Indices:
        """The tokens of a text."""
        tokens: Indices = self.words.indices[self.part(place)]
        return tokens

    def part(self, place: int) -> slice:
        """Where the tokens of a text stand among those of all."""
        return slice(*self.words.indptr[place : place + 2])

    def rarity(self, tokens: Indices) -> Floats:
        """The idf of tokens among the open texts."""
        found = self.entries[tokens]
        rarity: Floats = np.log(1 + (np.maximum(self.size - found, 0) + 0.5) / (found + 0.5))
        return rarity

    def usual(self, told: Indices) -> Floats:
        """What these texts say, token by token: the CTE of that name in ranking.sql."""
        weights = np.zeros(len(self.norms))
        weights[told] = HUBNESS / (len(told) + DOUBT) / np.where(self.norms[told], self.norms[told], 1)
        usual: Floats = self.words.T @ weights
        return usual


class Vocabulary:
    """The texts of both sides; which of them are open is kept by who replays the past."""

    def __init__(self, past: Past) -> None:
        found = [_analysed(past.needs), _analysed(past.resources)]
        tokens = {token: 0 for side in found for one in side for token in one.tokens}
        numbers = {token: place for place, token in enumerate(tokens)}
        self.shelves = [Shelf(side, numbers) for side in found]

    def likeness(self, side: int, place: int, told: Indices) -> tuple[Floats, Floats]:
        """How like a text of a side is to each text of the other, 0 to 1, beyond what is usual, which the texts `told`
        of its own side say; and how much it would find it, 0 or more.
        """
        ours, theirs = self.shelves[side], self.shelves[RESOURCE if side == NEED else NEED]
        tokens, part = ours.row(place), ours.part(place)
        rarity = ((theirs.rarity(tokens) + ours.rarity(tokens)) / 2) ** RARITY_POWER
        weights = ours.words.data[part] * rarity
        whole = float((ours.words.data[part] * weights).sum())
        finding = theirs.posted @ _spread(tokens, ours.posted.data[part] * rarity, len(ours.entries))
        shared = theirs.words @ _spread(tokens, weights, len(ours.entries))
        if not whole:
            return np.zeros_like(shared), finding
        root = np.sqrt(whole)
        usual = theirs.words @ ours.usual(told) * root / ours.norms[place]
        more = np.maximum(0, shared / root - usual)
        return _alike(more, root / np.sqrt(ours.norms[place]), theirs.norms), finding


def _alike(more: Floats, best: float, norms: Floats) -> Floats:
    """The formula of `likeness` in ranking.sql: `more` than usual of what is asked; `best` has a text that is equal."""
    like = more / np.sqrt(np.where(norms, norms, 1))
    alike: Floats = np.minimum(1, like / (like + 1) * (best + 1) / best)
    return alike


def _analysed(rows: Rows) -> list[Analysis]:
    known: dict[tuple[str, str], Analysis] = {}
    return [
        known.get(said) or known.setdefault(said, analyse(*said))
        for said in ((row["title"], row["description"]) for row in rows)
    ]


def _spread(tokens: Indices, weights: Floats, width: int) -> Floats:
    spread = np.zeros(width)
    spread[tokens] = weights
    return spread
