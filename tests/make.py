"""One factory a model, on a session of the owner role: sensible defaults, whatever matters to a test is named."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, TypeVar

from sqlalchemy import NullPool
from sqlalchemy.ext.asyncio import AsyncSession

from db.addresses import Address
from db.ids import GlobalId
from db.machines import BY_MODEL
from db.models import (
    Account,
    Alliance,
    Attendee,
    Base,
    Claim,
    Community,
    Deadline,
    Deliberation,
    Extension,
    Fulfilment,
    Grid,
    MatchingPlan,
    Membership,
    Need,
    NeedLine,
    PartnerUnit,
    PartyBranch,
    PlanLine,
    Project,
    Resource,
    ServiceArea,
    Subdistrict,
    Topic,
    Whistle,
    WhistleDepartment,
)
from db.models.handling import AttendeeRole, DeadlineKind, DeliberationStatus
from db.models.states import BranchLevel, ClaimDirection, PartnerStatus, Role
from db.viewer import Viewer
from resolvers.accounts import viewer_of
from resolvers.indexing import index_text
from resolvers.moments import today

Row = TypeVar("Row", bound=Base)
Place = Subdistrict | Community | Grid
number = count(1)


@asynccontextmanager
async def open_session(address: Address) -> AsyncIterator[AsyncSession]:
    """A session on a connection of its own; the test commits."""
    engine = address.engine(poolclass=NullPool)
    async with AsyncSession(engine, expire_on_commit=False) as session:
        yield session


def id_of(row: Base) -> str:
    """The global id of a row, as clients name it."""
    key = row.__mapper__.primary_key_from_instance(row)
    return str(GlobalId(type(row), key[0], key[-1]))


async def _added(session: AsyncSession, row: Row) -> Row:
    session.add(row)
    await session.flush()
    await session.refresh(row)
    return row


async def make_subdistrict(session: AsyncSession, **values: Any) -> Subdistrict:
    given = {"code": f"{370203000 + next(number)}", "name": "示例街道"} | values
    return await _added(session, Subdistrict(**given))


async def make_community(session: AsyncSession, subdistrict: Subdistrict, **values: Any) -> Community:
    given = {"code": f"{subdistrict.code}{next(number) % 1000:03}", "name": "示例社区"} | values
    return await _added(session, Community(subdistrict_id=subdistrict.id, **given))


async def make_grid(session: AsyncSession, community: Community, **values: Any) -> Grid:
    given = {"number": next(number), "name": "示例网格", "households": 300} | values
    return await _added(session, Grid(subdistrict_id=community.subdistrict_id, community_id=community.id, **given))


async def make_branch(session: AsyncSession, place: Place, parent: PartyBranch | None = None) -> PartyBranch:
    """The party organisation that serves a place: a subdistrict's, a community's (needs a parent), or a grid's."""
    branch = PartyBranch(
        subdistrict_id=place.id if isinstance(place, Subdistrict) else place.subdistrict_id,
        level={Subdistrict: BranchLevel.SUBDISTRICT, Community: BranchLevel.COMMUNITY, Grid: BranchLevel.GRID}[
            type(place)
        ],
        name=f"示例党组织{next(number)}",
        parent_id=parent.id if parent else None,
        community_id={Subdistrict: None, Community: place.id}.get(type(place), getattr(place, "community_id", None)),
        grid_id=place.id if isinstance(place, Grid) else None,
    )
    return await _added(session, branch)


async def make_partner(
    session: AsyncSession, subdistrict: Subdistrict, status: PartnerStatus = PartnerStatus.ADMITTED, **values: Any
) -> PartnerUnit:
    given = {"name": f"示例单位{next(number)}", "kind": "ENTERPRISE", "capacity": 100} | values
    applied = PartnerUnit(subdistrict_id=subdistrict.id, status=PartnerStatus.APPLIED, **given)
    partner = await _added(session, applied)
    for step in [PartnerStatus.ADMITTED, PartnerStatus.SUSPENDED] if status is PartnerStatus.SUSPENDED else [status]:
        partner.status = step
        await session.flush()
    await session.refresh(partner)
    return partner


async def make_service_area(session: AsyncSession, partner: PartnerUnit, community: Community) -> ServiceArea:
    area = ServiceArea(subdistrict_id=partner.subdistrict_id, partner_id=partner.id, community_id=community.id)
    return await _added(session, area)


async def make_alliance(session: AsyncSession, subdistrict: Subdistrict, **values: Any) -> Alliance:
    given = {"name": f"示例联盟{next(number)}", "status": "ACTIVE"} | values
    return await _added(session, Alliance(subdistrict_id=subdistrict.id, **given))


async def make_membership(session: AsyncSession, alliance: Alliance, partner: PartnerUnit, **values: Any) -> Membership:
    given = {"starts_on": date(2024, 1, 1), "status": "INVITED"} | values
    ids = {"subdistrict_id": alliance.subdistrict_id, "alliance_id": alliance.id, "partner_id": partner.id}
    return await _added(session, Membership(**ids, **given))


async def make_account(
    session: AsyncSession, role: Role, party: Place | PartyBranch | PartnerUnit | str, **values: Any
) -> Account:
    """An account of a role; `party` is its subdistrict, community, branch or partner, or a code prefix."""
    scopes: dict[type, str] = {Community: "community_id", PartyBranch: "branch_id", PartnerUnit: "partner_id"}
    scope = scopes.get(type(party))
    given = {"login": f"login-{next(number)}", "display_name": "示例账号"} | values
    if isinstance(party, str):
        given["code_prefix"] = party
    else:
        given["subdistrict_id"] = party.id if isinstance(party, Subdistrict) else party.subdistrict_id
    if scope:
        given[scope] = party.id  # type: ignore[union-attr]  # only rows have a scope
    return await _added(session, Account(role=role, **given))


async def make_need(session: AsyncSession, party: PartyBranch | PartnerUnit, **values: Any) -> Need:
    """A posted need of a branch, at its grid, or of a partner."""
    given = {"title": "楼道扶手", "category": "ELDERLY_CARE", "quantity": 10, "unit": "副", "status": "POSTED"} | values
    if isinstance(party, PartyBranch):
        site = {"grid_id": party.grid_id, "community_id": party.community_id} if party.grid_id else {}
        given = {"owner": "GRID", "branch_id": party.id, **site} | given
    else:
        given = {"owner": "PARTNER", "partner_id": party.id} | given
    need = await _added(session, Need(subdistrict_id=party.subdistrict_id, **given))
    await index_text(session, need)
    return need


async def make_resource(session: AsyncSession, owner: PartnerUnit | Subdistrict, **values: Any) -> Resource:
    """A resource on offer, of a partner or of the subdistrict itself."""
    given = {"title": "扶手", "form": "GOODS", "category": "ELDERLY_CARE", "quantity": 10, "unit": "副"} | values
    ids = (
        {"subdistrict_id": owner.id}
        if isinstance(owner, Subdistrict)
        else {"subdistrict_id": owner.subdistrict_id, "partner_id": owner.id}
    )
    resource = await _added(session, Resource(**ids, **{"status": "OFFERED"} | given))
    await index_text(session, resource)
    return resource


async def make_project(session: AsyncSession, branch: PartyBranch, **values: Any) -> Project:
    given = {"title": "扶手项目", "status": "PLANNED"} | values
    places = {"community_id": branch.community_id, "grid_id": branch.grid_id}
    return await _added(session, Project(subdistrict_id=branch.subdistrict_id, branch_id=branch.id, **places, **given))


async def make_line(session: AsyncSession, project: Project, need: Need, quantity: int | None = None) -> NeedLine:
    ids = {"subdistrict_id": need.subdistrict_id, "project_id": project.id, "need_id": need.id}
    return await _added(session, NeedLine(**ids, quantity=quantity or need.quantity))


async def make_claim(session: AsyncSession, line: NeedLine, partner: PartnerUnit, by: Account, **values: Any) -> Claim:
    """A partner's proposed claim on a need line, with the consent of its account `by`."""
    project = await session.get_one(Project, (line.subdistrict_id, line.project_id))
    given = {"quantity": 1, "direction": ClaimDirection.PARTNER_CLAIMS_NEED, "status": "PROPOSED"} | values
    ids = {"subdistrict_id": line.subdistrict_id, "project_id": line.project_id, "need_id": line.need_id}
    parties = {"partner_id": partner.id, "branch_id": project.branch_id, "need_line_id": line.id}
    consent = {"partner_consent_by": by.id, "partner_consent_at": datetime.now(UTC)}
    return await _added(session, Claim(**ids, **parties, **consent, **given))


async def make_fulfilment(session: AsyncSession, claim: Claim, quantity: int = 1) -> Fulfilment:
    """A delivery on an active claim."""
    given = {"quantity": quantity, "delivered_on": today(), "evidence": "签收单"}
    return await _added(session, Fulfilment(subdistrict_id=claim.subdistrict_id, claim_id=claim.id, **given))


async def make_plan(session: AsyncSession, by: Account, **values: Any) -> MatchingPlan:
    """An empty plan that an administrator made of a subdistrict."""
    options = {"fairness": 0.2, "reach": 0.3, "time_limit_seconds": 20, "candidates_per_need": 20}
    counts = dict.fromkeys(("needs", "resources", "candidates"), 0)
    figures = dict.fromkeys(("objective", "total_score", "greedy_objective", "bound", "gap", "seconds"), 0.0)
    given = {"method": "OPTIMAL", "proven": True, "timed_out": False} | options | counts | figures | values
    return await _added(session, MatchingPlan(subdistrict_id=by.subdistrict_id, created_by=by.id, **given))


async def make_plan_line(
    session: AsyncSession, plan: MatchingPlan, need: Need, resource: Resource, **values: Any
) -> PlanLine:
    """What a plan proposes for a need: one of the resource."""
    ids = {"subdistrict_id": plan.subdistrict_id, "plan_id": plan.id, "need_id": need.id, "resource_id": resource.id}
    given = {
        "quantity": 1,
        "resource_quantity": 1,
        "score": 0.5,
        "because": "合适",
        "because_english": "it fits",
    } | values
    return await _added(session, PlanLine(**ids, partner_id=resource.partner_id, **given))


async def make_topic(session: AsyncSession, branch: PartyBranch, **values: Any) -> Topic:
    """A submitted topic that the branch is responsible for."""
    given = {"title": "停电时上下楼不便", "category": "ELDERLY_CARE", "status": "SUBMITTED"} | values
    places = {"community_id": branch.community_id, "grid_id": branch.grid_id}
    return await _added(session, Topic(subdistrict_id=branch.subdistrict_id, branch_id=branch.id, **places, **given))


async def make_deliberation(session: AsyncSession, topic: Topic, *roles: AttendeeRole, **values: Any) -> Deliberation:
    """A deliberation on a topic: convened, or, with the roles of those who came, minuted."""
    ids = {"subdistrict_id": topic.subdistrict_id, "topic_id": topic.id, "branch_id": topic.branch_id}
    deliberation = await _added(session, Deliberation(**ids, status="CONVENED", **values))
    for role in roles:
        ids = {"subdistrict_id": topic.subdistrict_id, "deliberation_id": deliberation.id}
        await _added(session, Attendee(**ids, role=role))
    if roles:
        deliberation.held_at = datetime.now(UTC)
        deliberation.resolution = "请第三方加装扶手"
        deliberation.minutes = "一致同意"
        deliberation.status = DeliberationStatus.MINUTED
        await session.flush()
        await session.refresh(deliberation)
    return deliberation


async def make_whistle(session: AsyncSession, branch: PartyBranch, **values: Any) -> Whistle:
    """A raised whistle of a branch."""
    given = {"kind": "BEYOND_AUTHORITY", "title": "楼道堆物", "status": "RAISED"} | values
    ids = {"subdistrict_id": branch.subdistrict_id, "branch_id": branch.id, "community_id": branch.community_id}
    return await _added(session, Whistle(**ids, level=branch.level, **given))


async def make_call(
    session: AsyncSession, whistle: Whistle, department: PartnerUnit, *, lead: bool = True
) -> WhistleDepartment:
    """A department that a whistle calls."""
    ids = {"subdistrict_id": whistle.subdistrict_id, "whistle_id": whistle.id, "partner_id": department.id}
    return await _added(session, WhistleDepartment(**ids, lead=lead))


async def make_deadline(session: AsyncSession, row: Base, kind: DeadlineKind, **values: Any) -> Deadline:
    """A running deadline of an object, due in a week."""
    machine = BY_MODEL[type(row)]
    clock = next(clock for clock in machine.clocks if clock.kind is kind)
    subdistrict_id, id_ = row.__mapper__.primary_key_from_instance(row)
    due, owner = datetime.now(UTC) + timedelta(days=7), clock.owner(row)
    ids = {"subdistrict_id": subdistrict_id, "subject_type": machine.subject, "subject_id": id_}
    owners = {"branch_id": owner.branch_id, "partner_id": owner.partner_id}
    given = {"raw_due_at": due, "due_at": due, "next_at": due, "while_in": list(clock.while_in)} | owners | values
    return await _added(session, Deadline(**ids, kind=kind, **given))


async def make_extension(session: AsyncSession, deadline: Deadline, by: Account, **values: Any) -> Extension:
    """A request for more days, or, with `review_on`, to suspend."""
    terms = {"kind": "SUSPENSION"} if "review_on" in values else {"kind": "EXTENSION", "days": 3}
    given = terms | {"reason": "材料未到", "status": "ASKED"} | values
    ids = {"subdistrict_id": deadline.subdistrict_id, "deadline_id": deadline.id, "created_by": by.id}
    return await _added(session, Extension(**ids, **given))


@dataclass(frozen=True)
class Network:
    """A small network: one subdistrict, community, grid and partner, their branches, and who speaks for them."""

    subdistrict: Subdistrict
    community: Community
    grid: Grid
    branches: dict[BranchLevel, PartyBranch]
    partner: PartnerUnit
    accounts: dict[Role, Account]

    @property
    def branch(self) -> PartyBranch:
        """The grid's branch."""
        return self.branches[BranchLevel.GRID]

    def viewer(self, role: Role) -> Viewer:
        """Who has the role here."""
        return viewer_of(self.accounts[role])


async def make_network(session: AsyncSession) -> Network:
    """A network with an account of every role."""
    subdistrict = await make_subdistrict(session)
    community = await make_community(session, subdistrict)
    grid = await make_grid(session, community)
    top = await make_branch(session, subdistrict)
    middle = await make_branch(session, community, top)
    branch = await make_branch(session, grid, middle)
    partner = await make_partner(session, subdistrict)
    parties: dict[Role, Place | PartyBranch | PartnerUnit | str] = {
        Role.RESIDENT: subdistrict,
        Role.GRID_WORKER: branch,
        Role.GRID_SECRETARY: branch,
        Role.GRID_INSTRUCTOR: branch,
        Role.COMMUNITY_SECRETARY: community,
        Role.SUBDISTRICT_ADMIN: subdistrict,
        Role.REGION_ADMIN: subdistrict.code[:6],
        Role.DEPARTMENT_OFFICER: partner,
        Role.PARTNER_LIAISON: partner,
        Role.AUDITOR: subdistrict.code[:4],
    }
    accounts = {role: await make_account(session, role, party) for role, party in parties.items()}
    levels = {row.level: row for row in (top, middle, branch)}
    return Network(subdistrict, community, grid, levels, partner, accounts)
