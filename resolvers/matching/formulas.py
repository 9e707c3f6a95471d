"""The values of the parts of a match, in numpy: the formulas of `valued` in db/matching/ranking.sql, line by line."""

from functools import cache

import numpy as np

from db.matching.entries import NEED, RESOURCE
from db.matching.taxonomy import related
from db.matching.weights import Part
from db.models.states import Category, Priority

from .columns import Bools, Floats, Indices
from .replay import Replay

PARTS = tuple(Part)  # the columns of all values
HORIZON = 60.0  # days
RADIUS = 6371  # of the earth, km
MATTER = (1, 0.7, 0.6)  # the same subcategory: named by both; of the same category; of others
TOGETHER = 5  # more confirmed claims than that say no more


def values(replay: Replay, need: Indices, resource: Indices, alike: Floats, carried: float) -> Floats:
    """Return a row of values of 0 to 1 for each pair, in the order of `PARTS`; `carried` is what candidates carry."""
    found: dict[Part, Floats] = {
        Part.TEXT: alike,
        Part.CATEGORY: _category(replay, need, resource),
        Part.CLOSENESS: _closeness(replay, need, resource),
        Part.QUANTITY: _quantity(replay, need, resource),
        Part.WINDOW: _window(replay, need, resource),
        Part.RECORD: _record(replay, resource),
        Part.LOAD: _load(replay, resource, carried),
        Part.HISTORY: _history(replay, need, resource),
        Part.URGENCY: _urgency(replay, need),
    }
    return np.floor(np.stack([found[part] for part in PARTS], axis=1) * 1e4 + 0.5 + 1e-7) / 1e4


def left(replay: Replay, need: Indices, resource: Indices) -> tuple[Indices, Indices]:
    """Return how much is still needed, and how much is left to give."""
    needs, resources = replay.columns.needs, replay.columns.resources
    return (
        needs.quantity[need] - replay.claimed[NEED][need],
        resources.quantity[resource] - replay.claimed[RESOURCE][resource],
    )


@cache
def _neighbours() -> Floats:
    """How near two categories are, where they are no subcategory's."""
    order = {category: place for place, category in enumerate(Category)}
    near, other = np.zeros((len(order), len(order))), order[Category.OTHER]
    near[other, :] = near[:, other] = 0.2
    np.fill_diagonal(near, 0.5)
    for a, b, closeness in related():
        near[order[Category(a)], order[Category(b)]] = closeness
    return near


def _category(replay: Replay, need: Indices, resource: Indices) -> Floats:
    needs, resources = replay.columns.needs, replay.columns.resources
    ours, theirs = needs.category[need], resources.category[resource]
    matter = needs.subcategory[need]
    same = (matter >= 0) & (matter == resources.subcategory[resource])
    named = same & (needs.named[need] >= 0) & (needs.named[need] == resources.named[resource])
    cases = [named, same & (ours == theirs), same]
    return np.select(cases, [np.asarray(value) for value in MATTER], _neighbours()[ours, theirs])


def _closeness(replay: Replay, need: Indices, resource: Indices) -> Floats:
    needs, resources, partners = replay.columns.needs, replay.columns.resources, replay.columns.partners
    grid, seat, partner = needs.grid[need], resources.grid[resource], resources.partner[resource]
    community, served = needs.community[need], resources.community[resource]
    distance = _distance(replay, grid, seat)
    placed = community >= 0
    cases: list[tuple[Bools, Floats | float]] = [
        ((grid == seat) & (grid >= 0), 1),
        (~np.isnan(distance), 0.3 + 0.7 * np.exp(-distance / 1.5)),
        (placed & (community == served), 0.9),
        (placed & (served >= 0), 0),
        (placed & partners.serves[partner, community], 0.8),
        (placed & (partners.areas[partner] > 0), 0.2),
    ]
    return np.select([case for case, _ in cases], [np.asarray(value) for _, value in cases], 0.5)


def _distance(replay: Replay, here: Indices, there: Indices) -> Floats:
    """Kilometres between two grids by the haversine formula, NaN where a position is not known."""
    latitude, longitude = np.radians(replay.columns.latitude), np.radians(replay.columns.longitude)
    across = np.sin((latitude[there] - latitude[here]) / 2) ** 2
    along = np.cos(latitude[here]) * np.cos(latitude[there]) * np.sin((longitude[there] - longitude[here]) / 2) ** 2
    distance: Floats = RADIUS * 2 * np.arcsin(np.sqrt(across + along))
    return distance


def _quantity(replay: Replay, need: Indices, resource: Indices) -> Floats:
    needed, offered = left(replay, need, resource)
    same = replay.columns.needs.unit[need] == replay.columns.resources.unit[resource]
    return np.where(same, np.clip(offered / np.maximum(needed, 1), 0, 1), 0.5)


def _window(replay: Replay, need: Indices, resource: Indices) -> Floats:
    due, today = replay.columns.needs.needed_by[need], replay.today
    first, last = replay.columns.resources.first_day[resource], replay.columns.resources.last_day[resource]
    there = np.fmin(due, last) - np.fmax(first, today) + 1
    undated = 1 - np.fmax(first - today, 0) / HORIZON
    return np.clip(np.where(np.isnan(due), undated, there / np.maximum(due - today + 1, 1)), 0, 1)


def _record(replay: Replay, resource: Indices) -> Floats:
    partner = replay.columns.resources.partner[resource]
    given, defaulted = replay.given[partner], replay.defaulted[partner]
    mean = (replay.ratings[partner] + 20) / (replay.rated[partner] + 5)
    record: Floats = np.where(partner < 0, 0.78, 0.6 * (given + 4) / (given + defaulted + 5) + 0.4 * (mean - 1) / 4)
    return record


def _load(replay: Replay, resource: Indices, carried: float) -> Floats:
    partner = replay.columns.resources.partner[resource]
    carrying, capacity = replay.carrying[partner], replay.columns.partners.capacity[partner]
    free, fair = (capacity - carrying) / capacity, (carried + 1) / (np.maximum(carrying, carried) + 1)
    return np.where(partner < 0, 0.5, 0.5 * free + 0.5 * fair)


def _history(replay: Replay, need: Indices, resource: Indices) -> Floats:
    branch, partner = replay.columns.needs.branch[need], replay.columns.resources.partner[resource]
    together = np.where(partner < 0, 0, np.minimum(replay.together[branch, partner], TOGETHER))
    history: Floats = together / (together + 1)
    return history


def _urgency(replay: Replay, need: Indices) -> Floats:
    due = replay.columns.needs.needed_by[need]
    soon = np.where(np.isnan(due), 0, np.maximum(0, 1 - (due - replay.today) / HORIZON))
    urgency: Floats = 0.5 * replay.columns.needs.priority[need] / (len(Priority) - 1) + 0.5 * soon
    return urgency
