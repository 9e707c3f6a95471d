"""The network of a subdistrict as a problem to be planned: open needs, candidate resources, partners, grids."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple, TypeAlias
from uuid import UUID

from sqlalchemy import Executable, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.machines.guards import BURDENING
from db.models import Claim, Need, PartnerUnit, Resource
from db.models.states import PUBLIC_NEED, PUBLIC_RESOURCE

from .assignment.problem import Carrier, Demand, Pair, Problem, Supply
from .lifecycle import ADMITTED
from .matching.gathering import Candidate, gather
from .moments import CHINA, now

HOLDING = (*BURDENING, "CONFIRMED")  # claims whose windows are taken, and whose grids are served
HORIZON = timedelta(days=30)  # for how long an exclusive resource serves a need that says no day
ONE_DAY = timedelta(days=1)

Found: TypeAlias = Mapping[UUID, Any]  # Any: a row with the columns that a query names


class Window(NamedTuple):
    """From when until when an exclusive resource is used."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Network:
    """The problem, and what its indices stand for: rows by need and by resource, candidates by pair.

    A candidate of an exclusive resource has the window in which the need would have it.
    """

    problem: Problem
    needs: Sequence[Any]  # Any: as Found
    resources: Sequence[Any]  # Any: as Found
    candidates: Sequence[Candidate]
    windows: Sequence[Window | None]


async def network_of(session: AsyncSession, subdistrict_id: UUID, per_need: int) -> Network:
    """Read the network: every open need with so many of its best candidates at most; nothing is locked."""
    found = await gather(session, subdistrict_id, per_need)
    needs = await _by_id(session, _open_needs(subdistrict_id))
    resources = await _by_id(session, _resources(subdistrict_id, {one.resource_id for one in found}))
    partners = await _by_id(session, _partners(subdistrict_id))
    served = await session.scalars(_served_grids(subdistrict_id))
    taken = await _taken(session, subdistrict_id, [id_ for id_, row in resources.items() if row.exclusive])
    windows = {one: _window(needs, resources, one, taken) for one in found if _is_open(one, needs, resources, partners)}
    kept = [one for one, window in windows.items() if window or not resources[one.resource_id].exclusive]
    problem = _problem(needs, resources, partners, kept, set(served))
    return Network(problem, [*needs.values()], [*resources.values()], kept, [windows[one] for one in kept])


def free_window(opens: datetime, closes: datetime, taken: Iterable[Window]) -> Window | None:
    """Return the longest stretch between two moments that overlaps none of the windows, if any; the first of equals."""
    free, start = [], opens
    for window in sorted(taken):
        free.append(Window(start, min(window.starts_at, closes)))
        start = max(start, window.ends_at)
    free.append(Window(start, closes))
    longest = max(free, key=lambda window: window.ends_at - window.starts_at)
    return longest if longest.ends_at > longest.starts_at else None


async def _by_id(session: AsyncSession, statement: Executable) -> Found:
    return {row.id: row for row in (await session.execute(statement)).all()}


def _open_needs(subdistrict_id: UUID) -> Executable:
    left = (Need.quantity - Need.claimed).label("left")
    columns = (Need.id, left, Need.quantity, Need.unit, Need.divisible, Need.grid_id, Need.needed_by)
    here = (
        Need.subdistrict_id == subdistrict_id,
        Need.status.in_(PUBLIC_NEED),
        Need.claimed < Need.quantity,
        ~Need.restricted,
    )
    return select(*columns).where(*here).order_by(Need.id)


def _resources(subdistrict_id: UUID, ids: Collection[UUID]) -> Executable:
    left = (Resource.quantity - Resource.claimed).label("left")
    columns = (Resource.id, left, Resource.unit, Resource.partner_id, Resource.exclusive)
    window = (Resource.available_from, Resource.available_until)
    here = (Resource.subdistrict_id == subdistrict_id, Resource.id.in_(ids), Resource.status.in_(PUBLIC_RESOURCE))
    return select(*columns, *window).where(*here, Resource.claimed < Resource.quantity).order_by(Resource.id)


def _partners(subdistrict_id: UUID) -> Executable:
    here = (PartnerUnit.subdistrict_id == subdistrict_id, PartnerUnit.status.in_(ADMITTED))
    return select(PartnerUnit.id, PartnerUnit.capacity, PartnerUnit.carrying).where(*here).order_by(PartnerUnit.id)


def _served_grids(subdistrict_id: UUID) -> Executable:
    on = (Claim.subdistrict_id == Need.subdistrict_id) & (Claim.need_id == Need.id)
    here = (Need.subdistrict_id == subdistrict_id, Need.grid_id.is_not(None), Claim.status.in_(HOLDING))
    return select(Need.grid_id).join(Claim, on).where(*here).distinct()


async def _taken(session: AsyncSession, subdistrict_id: UUID, ids: Sequence[UUID]) -> Mapping[UUID, list[Window]]:
    """The windows in which claims hold exclusive resources, by resource."""
    here = (Claim.subdistrict_id == subdistrict_id, Claim.resource_id.in_(ids), Claim.status.in_(HOLDING))
    statement = select(Claim.resource_id, Claim.starts_at, Claim.ends_at).where(*here, Claim.starts_at.is_not(None))
    taken: defaultdict[UUID, list[Window]] = defaultdict(list)
    for row in (await session.execute(statement)).all():
        taken[row.resource_id].append(Window(row.starts_at, row.ends_at))
    return taken


def _is_open(one: Candidate, needs: Found, resources: Found, partners: Found) -> bool:
    """Whether it is there still: the candidates were read a moment before."""
    given = one.partner_id is None or one.partner_id in partners
    return one.need_id in needs and one.resource_id in resources and given


def _window(needs: Found, resources: Found, one: Candidate, taken: Mapping[UUID, Collection[Window]]) -> Window | None:
    need, resource = needs[one.need_id], resources[one.resource_id]
    if not resource.exclusive:
        return None
    opens = now()
    closes = _end_of(need.needed_by) if need.needed_by else opens + HORIZON
    return free_window(
        max(opens, resource.available_from or opens),
        min(closes, resource.available_until or closes),
        taken.get(one.resource_id, ()),
    )


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(), CHINA) + ONE_DAY


def _problem(
    needs: Found, resources: Found, partners: Found, candidates: Iterable[Candidate], served: Collection[UUID]
) -> Problem:
    grids = {grid: place for place, grid in enumerate(dict.fromkeys(row.grid_id for row in needs.values()))}
    of_need, of_resource, of_partner = _places(needs), _places(resources), _places(partners)

    def pair(one: Candidate) -> Pair:
        same = needs[one.need_id].unit == resources[one.resource_id].unit
        places = of_need[one.need_id], of_resource[one.resource_id]
        return Pair(*places, one.score, None if same else 1, one.giver_score)

    return Problem(
        tuple(Demand(row.left, row.divisible, row.grid_id and grids[row.grid_id]) for row in needs.values()),
        tuple(Supply(row.left, of_partner.get(row.partner_id), row.exclusive) for row in resources.values()),
        tuple(Carrier(row.capacity, row.carrying) for row in partners.values()),
        tuple(map(pair, candidates)),
        frozenset(place for grid, place in grids.items() if grid and grid not in served),
    )


def _places(found: Found) -> dict[UUID, int]:
    return {id_: place for place, id_ in enumerate(found)}
