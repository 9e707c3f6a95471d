"""Needs: post, edit, publish, withdraw."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypedDict, Unpack

from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import needs as machine
from db.machines import topics
from db.models import Grid, Need, PartnerUnit, PartyBranch, Topic
from db.models.handling import DeadlineKind
from db.models.states import Category, NeedOwner, NeedStatus, PartnerKind, Priority
from db.viewer import IN_PARTNER, Viewer

from . import checks
from .acting import begin, enter, moving, start
from .checks import clean, optional
from .deadlines import restart
from .errors import ErrorCode, UserError
from .finding import find_if
from .indexing import SAYING, index_text
from .lifecycle import put
from .parties import acting_branch, acting_partner
from .permissions import LIAISON, POSTING
from .subcategories import chosen


class Terms(TypedDict, total=False):
    """What a need says; null clears what may be empty."""

    title: str | None
    description: str | None
    category: Category | None
    subcategory_id: str | None
    divisible: bool | None
    excluded_kinds: Sequence[PartnerKind] | None
    quantity: int | None
    unit: str | None
    beneficiaries: int | None
    site: str | None
    needed_by: date | None
    priority: Priority | None
    contact_name: str | None
    contact_phone: str | None


TERMS = {
    "title": checks.line(checks.MAX_TITLE),
    "description": checks.prose(),
    "category": checks.anything,
    "subcategory_id": optional(checks.anything),
    "divisible": checks.anything,
    "excluded_kinds": checks.distinct,
    "quantity": checks.quantity,
    "unit": checks.line(checks.MAX_UNIT),
    "beneficiaries": optional(checks.whole(0)),
    "site": checks.note(checks.MAX_TITLE),
    "needed_by": checks.future_day,
    "priority": checks.anything,
    "contact_name": checks.note(checks.MAX_NAME),
    "contact_phone": checks.phone,
}


async def post(
    session: AsyncSession,
    viewer: Viewer,
    *,
    owner: NeedOwner | None = None,
    branch_id: str | None = None,
    grid_id: str | None = None,
    topic_id: str | None = None,
    draft: bool = False,
    **terms: Unpack[Terms],
) -> Need:
    """Post a need, or keep it as a draft; perhaps what a resolved topic takes.

    May: workers and secretaries of a grid, for their branch; community secretaries and subdistrict administrators,
    for a branch of their area that they name; the liaison of an admitted partner, for the partner. Refused: for a
    topic FORBIDDEN unless the viewer may post for its branch, INVALID_STATE unless it is resolved, MISMATCH as a draft.
    """
    party = await _party(session, viewer, branch_id)
    values = await chosen(session, viewer, clean(TERMS, terms))
    topic = await _topic(session, viewer, topic_id, draft=draft)
    need = Need(
        subdistrict_id=viewer.subdistrict_id,
        topic_id=topic and topic.id,
        created_by=viewer.account_id,
        status=NeedStatus.DRAFT if draft else NeedStatus.POSTED,
        **_owned(party, owner),
        **await _site(session, viewer, party, grid_id),
        **values,
    )
    await start(session, need)
    await index_text(session, need)
    if topic:
        await enter(session, topic, topics.POST_NEED)
    return need


async def edit(session: AsyncSession, viewer: Viewer, *, need_id: str, **terms: Unpack[Terms]) -> Need:
    """Change what a need says; what is not named stays.

    May: who may post for its party. Refused: INVALID_STATE once delivery has begun or it is over; BELOW_CLAIMED;
    TERMS_FINAL for another unit or divisibility, or quantity of what is not divisible, once it is claimed or planned.
    """
    need = await begin(session, viewer, machine.EDIT, Need, need_id)
    values = await chosen(session, viewer, clean(TERMS, terms), need)
    _keep_terms(need, values)
    put(need, values)
    if SAYING & values.keys():
        await index_text(session, need)
    if "needed_by" in values:
        await restart(session, need, DeadlineKind.EXPIRE_NEED)
    return need


publish = moving(machine.PUBLISH, "need")
withdraw = moving(machine.WITHDRAW, "need", reason=checks.prose())


async def _party(session: AsyncSession, viewer: Viewer, branch_id: str | None) -> PartyBranch | PartnerUnit:
    if viewer.role not in IN_PARTNER:
        return await acting_branch(session, viewer, branch_id, POSTING)
    partner = await acting_partner(session, viewer, LIAISON)
    if branch_id is not None:
        raise UserError(ErrorCode.MISMATCH, "branch_id")
    return partner


async def _topic(session: AsyncSession, viewer: Viewer, topic_id: str | None, *, draft: bool) -> Topic | None:
    """The topic that the need is posted for, locked; a draft is no answer to one."""
    if topic_id is None:
        return None
    topic = await begin(session, viewer, topics.POST_NEED, Topic, topic_id, "topic_id")
    if draft:
        raise UserError(ErrorCode.MISMATCH, "draft")
    return topic


def _owned(party: PartyBranch | PartnerUnit, owner: NeedOwner | None) -> dict[str, Any]:  # Any: values of columns
    """Owner and party of a need; a branch's are its residents' or, unless said so, its grid's."""
    if isinstance(party, PartnerUnit):
        if owner not in {None, NeedOwner.PARTNER}:
            raise UserError(ErrorCode.MISMATCH, "owner")
        return {"owner": NeedOwner.PARTNER, "partner_id": party.id}
    if owner is NeedOwner.PARTNER:
        raise UserError(ErrorCode.MISMATCH, "owner")
    return {"owner": owner or NeedOwner.GRID, "branch_id": party.id}


async def _site(
    session: AsyncSession, viewer: Viewer, party: PartyBranch | PartnerUnit, grid_id: str | None
) -> dict[str, Any]:  # Any: values of columns
    """Grid and community of a need: a grid branch's own; any other party names a grid, a community's within it."""
    branch = party if isinstance(party, PartyBranch) else None
    grid = await find_if(session, viewer, Grid, grid_id, "grid_id")
    if branch and branch.grid_id:
        if grid and grid.id != branch.grid_id:
            raise UserError(ErrorCode.MISMATCH, "grid_id")
        return {"grid_id": branch.grid_id, "community_id": branch.community_id}
    if grid and branch and branch.community_id not in {None, grid.community_id}:
        raise UserError(ErrorCode.MISMATCH, "grid_id")
    if grid:
        return {"grid_id": grid.id, "community_id": grid.community_id}
    return {"community_id": branch.community_id} if branch else {}


def _keep_terms(need: Need, values: Mapping[str, Any]) -> None:  # Any: values of columns
    held = max(need.claimed, need.planned)
    if values.get("quantity", need.quantity) < held:
        raise UserError(ErrorCode.BELOW_CLAIMED, "quantity", claimed=held, unit=need.unit)
    for name in ("unit", "divisible") if need.divisible else ("unit", "divisible", "quantity"):
        if held and values.get(name, getattr(need, name)) != getattr(need, name):
            raise UserError(ErrorCode.TERMS_FINAL, name)
