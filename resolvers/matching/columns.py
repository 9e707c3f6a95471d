"""Needs, resources and partners of a subdistrict as columns: a place in them stands for a row, -1 for none."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import numpy as np
import numpy.typing as npt

from db.models.states import Category, PartnerKind, Priority

from ..moments import CHINA
from .past import Past, Rows

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]
Codes = dict[object, int]


@dataclass(frozen=True, slots=True)
class Needs:
    """Columns of needs; `named` is the subcategory that somebody chose, `subcategory` else the suggested one;
    `needed_by` is a day's number or NaN, `excluded` has a column for each kind of partner.
    """

    quantity: Indices
    unit: Indices
    category: Indices
    subcategory: Indices
    named: Indices
    community: Indices
    grid: Indices
    branch: Indices
    partner: Indices
    divisible: Bools
    excluded: Bools
    needed_by: Floats
    priority: Indices


@dataclass(frozen=True, slots=True)
class Resources:
    """Columns of resources, subcategories as with needs; from when until when they are there, in seconds since 1970 and
    in numbers of days, or NaN.
    """

    quantity: Indices
    unit: Indices
    category: Indices
    subcategory: Indices
    named: Indices
    community: Indices
    grid: Indices
    partner: Indices
    ends: Floats
    first_day: Floats
    last_day: Floats


@dataclass(frozen=True, slots=True)
class Partners:
    """Columns of partners, and which communities they serve; the last row stands for no partner."""

    capacity: Indices
    kind: Indices
    serves: Bools
    areas: Indices


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a subdistrict, its grids' positions in degrees (the last one NaN), and the places of the rows."""

    needs: Needs
    resources: Resources
    partners: Partners
    latitude: Floats
    longitude: Floats
    places: dict[UUID, int]
    branches: Codes


def columns(past: Past) -> Columns:
    """Return the past's rows as columns."""
    places = {row["id"]: place for rows in _tables(past) for place, row in enumerate(rows)}
    units, subcategories, communities, branches = Codes(), Codes(), Codes(), Codes()
    for claim in past.claims:
        branches.setdefault(claim["branch_id"], len(branches))
    shared = (units, subcategories, communities, places)
    return Columns(
        needs=_needs(past.needs, *shared, branches),
        resources=_resources(past.resources, *shared),
        partners=_partners(past.partners, communities),
        latitude=_floats((row["latitude"] for row in past.grids), float, last=1),
        longitude=_floats((row["longitude"] for row in past.grids), float, last=1),
        places=places,
        branches=branches,
    )


def _tables(past: Past) -> tuple[Rows, ...]:
    return past.needs, past.resources, past.partners, past.grids, past.claims


def _needs(
    rows: Rows, units: Codes, subcategories: Codes, communities: Codes, places: dict[UUID, int], branches: Codes
) -> Needs:
    return Needs(
        **_common(rows, units, subcategories, communities, places),
        branch=_codes(rows, "branch_id", branches),
        divisible=np.array([row["divisible"] for row in rows], bool),
        excluded=np.array([[kind in row["excluded_kinds"] for kind in PartnerKind] for row in rows], bool),
        needed_by=_floats((row["needed_by"] for row in rows), date.toordinal),
        priority=_listed(rows, "priority", Priority),
    )


def _resources(
    rows: Rows, units: Codes, subcategories: Codes, communities: Codes, places: dict[UUID, int]
) -> Resources:
    starts, ends = ([row[name] for row in rows] for name in ("available_from", "available_until"))
    return Resources(
        **_common(rows, units, subcategories, communities, places),
        ends=_floats(ends, datetime.timestamp),
        first_day=_floats(starts, day_in_china),
        last_day=_floats(ends, day_in_china),
    )


def _common(
    rows: Rows, units: Codes, subcategories: Codes, communities: Codes, places: dict[UUID, int]
) -> dict[str, Any]:  # Any: columns of the two classes above, by their names
    return {
        "quantity": np.array([row["quantity"] for row in rows], np.intp),
        "unit": _codes(rows, "unit", units),
        "category": _listed(rows, "category", Category),
        "subcategory": _codes(rows, "subcategory_id", subcategories),
        "named": _codes(rows, "named_id", subcategories),
        "community": _codes(rows, "community_id", communities),
        "grid": np.array([places.get(row["grid_id"], -1) for row in rows], np.intp),
        "partner": np.array([places.get(row["partner_id"], -1) for row in rows], np.intp),
    }


def _partners(rows: Rows, communities: Codes) -> Partners:
    serves = np.zeros((len(rows) + 1, len(communities) + 1), bool)
    for place, row in enumerate(rows):
        serves[place, [communities[area] for area in row["areas"] if area in communities]] = True
    return Partners(
        capacity=np.array([*(row["capacity"] for row in rows), 1], np.intp),
        kind=np.array([*_listed(rows, "kind", PartnerKind), 0], np.intp),
        serves=serves,
        areas=np.array([*(len(row["areas"]) for row in rows), 0], np.intp),
    )


def _codes(rows: Rows, name: str, known: Codes) -> Indices:
    """Numbers of the values of a column, the same value the same number wherever `known` is used; -1 for none."""
    values = (row[name] for row in rows)
    return np.array([-1 if value is None else known.setdefault(value, len(known)) for value in values], np.intp)


def _listed(rows: Rows, name: str, kinds: Iterable[str]) -> Indices:
    order = {kind: place for place, kind in enumerate(kinds)}
    return np.array([order[row[name]] for row in rows], np.intp)


def day_in_china(moment: datetime) -> int:
    """Return the number of the day that a moment falls on in China."""
    return moment.astimezone(CHINA).toordinal()


def _floats(values: Iterable[Any], number: Callable[[Any], float], last: int = 0) -> Floats:  # Any: one type a column
    """Numbers of the values, NaN for none, and as many more NaN at the end."""
    return np.array([*(np.nan if value is None else number(value) for value in values), *[np.nan] * last], float)
