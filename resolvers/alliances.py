"""Alliances and their members: founded, invited to and applied to, joined by both consents, left, dissolved."""

from datetime import date
from typing import NotRequired, TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import partners as machine
from db.models import Alliance, Membership, PartnerUnit
from db.models.handling import AllianceStatus, MembershipStatus
from db.models.states import Role
from db.viewer import Viewer

from . import checks
from .acting import begin, enter, moving, permit_start, start
from .checks import clean
from .errors import ErrorCode, UserError, refusing
from .finding import find
from .lifecycle import ADMITTED, require
from .moments import now, today
from .parties import acting_branch, acting_partner, branch_of
from .permissions import LEADING, permit, speaks_for_branch

LIVE = (MembershipStatus.INVITED, MembershipStatus.APPLIED, MembershipStatus.JOINED)


class Terms(TypedDict):
    """What a member and the alliance agree on (共建协议), and for which term; without an end it is open."""

    agreement: str
    starts_on: date
    ends_on: NotRequired[date | None]


FOUNDING = {"name": checks.line(checks.MAX_NAME), "purpose": checks.prose(), "founded_on": checks.past_day}
TERMS = {
    "agreement": checks.line(checks.MAX_TEXT, checks.LINES),
    "starts_on": checks.day,
    "ends_on": checks.future_day,
}

dissolve = moving(machine.DISSOLVE, "alliance", reason=checks.reason)
decline_invitation = moving(machine.DECLINE_INVITATION, "membership", reason=checks.reason)
decline_member = moving(machine.DECLINE_MEMBER, "membership", reason=checks.reason)
leave = moving(machine.LEAVE, "membership", reason=checks.reason)


async def found(
    session: AsyncSession,
    viewer: Viewer,
    *,
    name: str,
    purpose: str | None = None,
    branch_id: str | None = None,
    founded_on: date | None = None,
) -> Alliance:
    """Found an alliance that a branch runs; without a day it was founded today.

    May: who leads the branch. Refused: ALREADY_EXISTS for a name of the subdistrict.
    """
    permit_start(viewer, machine.FOUND)
    values = clean(FOUNDING, {"name": name, "purpose": purpose, "founded_on": founded_on})
    branch = await acting_branch(session, viewer, branch_id, LEADING)
    values["founded_on"] = values["founded_on"] or today()
    ids = {"subdistrict_id": branch.subdistrict_id, "branch_id": branch.id}
    with refusing():
        return await start(session, Alliance(**ids, status=AllianceStatus.ACTIVE, **values))


async def invite(
    session: AsyncSession, viewer: Viewer, *, alliance_id: str, partner_id: str, **terms: Unpack[Terms]
) -> Membership:
    """Invite a partner into an alliance, which consents by it.

    May: who leads the branch that runs it; subdistrict administrators. Refused: INVALID_STATE of an alliance that is
    dissolved or a partner that is not admitted; ALREADY_EXISTS for a partner that is in it, invited or has applied.
    """
    permit_start(viewer, machine.INVITE)
    values = clean(TERMS, terms)
    alliance = await _open(session, viewer, alliance_id)
    permit(await _runs(session, viewer, alliance), "alliance_id")
    partner = await find(session, viewer, PartnerUnit, partner_id, "partner_id")
    require(partner, ADMITTED, "partner_id")
    await _require_new(session, alliance, partner, "partner_id")
    consent = {"alliance_consent_by": viewer.account_id, "alliance_consent_at": now()}
    return await _begin(session, alliance, partner, MembershipStatus.INVITED, **consent, **values)


async def apply(session: AsyncSession, viewer: Viewer, *, alliance_id: str, **terms: Unpack[Terms]) -> Membership:
    """Apply for membership of one's partner in an alliance; the partner consents by it.

    May: liaisons of an admitted partner. Refused: INVALID_STATE of a dissolved alliance; ALREADY_EXISTS for who is in
    it, is invited or has applied.
    """
    partner = await acting_partner(session, viewer, machine.APPLY.roles)
    values = clean(TERMS, terms)
    alliance = await _open(session, viewer, alliance_id)
    await _require_new(session, alliance, partner, "alliance_id")
    consent = {"partner_consent_by": viewer.account_id, "partner_consent_at": now()}
    return await _begin(session, alliance, partner, MembershipStatus.APPLIED, **consent, **values)


async def join(session: AsyncSession, viewer: Viewer, *, membership_id: str) -> Membership:
    """Accept an alliance's invitation: the second consent.

    May: liaisons of the partner that is invited. Refused: INVALID_STATE unless invited, or when it is not admitted.
    """
    membership = await begin(session, viewer, machine.JOIN, Membership, membership_id)
    membership.partner_consent_by, membership.partner_consent_at = viewer.account_id, now()
    return await enter(session, membership, machine.JOIN)


async def approve(session: AsyncSession, viewer: Viewer, *, membership_id: str) -> Membership:
    """Accept a partner's application: the second consent.

    May: as `invite`. Refused: INVALID_STATE unless it has applied, or when the partner is not admitted any more.
    """
    membership = await begin(session, viewer, machine.APPROVE, Membership, membership_id)
    membership.alliance_consent_by, membership.alliance_consent_at = viewer.account_id, now()
    return await enter(session, membership, machine.APPROVE)


async def _open(session: AsyncSession, viewer: Viewer, alliance_id: str) -> Alliance:
    """An alliance that takes members, locked: it is not dissolved meanwhile, nor joined twice."""
    alliance = await find(session, viewer, Alliance, alliance_id, "alliance_id", lock=True)
    require(alliance, (AllianceStatus.ACTIVE,), "alliance_id")
    return alliance


async def _runs(session: AsyncSession, viewer: Viewer, alliance: Alliance) -> bool:
    """Whether the viewer leads the branch that runs the alliance; administrators run all."""
    branch = await branch_of(session, alliance.subdistrict_id, alliance.branch_id)
    return speaks_for_branch(viewer, branch, LEADING) if branch else viewer.role is Role.SUBDISTRICT_ADMIN


async def _require_new(session: AsyncSession, alliance: Alliance, partner: PartnerUnit, field: str) -> None:
    key = {"subdistrict_id": alliance.subdistrict_id, "alliance_id": alliance.id, "partner_id": partner.id}
    live = select(Membership.id).filter_by(**key).where(Membership.status.in_(LIVE))
    if await session.scalar(select(live.exists())):
        raise UserError(ErrorCode.ALREADY_EXISTS, field)


async def _begin(
    session: AsyncSession, alliance: Alliance, partner: PartnerUnit, status: MembershipStatus, **values: object
) -> Membership:
    ids = {"subdistrict_id": alliance.subdistrict_id, "alliance_id": alliance.id, "partner_id": partner.id}
    return await start(session, Membership(**ids, status=status, **values))
