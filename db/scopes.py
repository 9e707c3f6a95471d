"""Who sees which rows, and who sees a masked field: per model a predicate that the compiler adds always.

A viewer of one subdistrict has that for its area; administrators of a district or city and auditors have the
subdistricts whose code begins with theirs, but do not see what is confidential there: what is restricted (困难救助) and
all that hangs on it are seen by the handling chain alone. What is public is seen by everybody who names where it
is (`abroad`), so that signing in never shows less.
"""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import False_, True_, and_, exists, false, or_, select, true

from .models import (
    Account,
    AgendaItem,
    Alliance,
    Attachment,
    Attendee,
    Base,
    CalendarDay,
    CalendarYear,
    CategorySuggestion,
    Claim,
    Community,
    Deadline,
    Deliberation,
    Evaluation,
    Extension,
    Fulfilment,
    Grid,
    JointMeeting,
    Likeness,
    Match,
    MatchingPlan,
    Membership,
    Milestone,
    Need,
    NeedLine,
    Notice,
    PartnerUnit,
    PartyBranch,
    PlanLine,
    Policy,
    Project,
    RequiredRole,
    Resource,
    ServiceArea,
    Subcategory,
    Subdistrict,
    Topic,
    Transition,
    UnservedNeed,
    Whistle,
    WhistleDepartment,
)
from .models.states import OPEN_PROJECT, PUBLIC_NEED, PUBLIC_RESOURCE, Role, SubjectType
from .rows import Row, every, literal
from .standing import NOBODY, Predicate, Rule, Standing, everyone, members, mine, named, own, there
from .viewer import IN_PARTNER


def scope(row: Row, standing: Standing) -> Predicate:
    """The rows of the model that the viewer may see; a model without a rule is refused."""
    at_home = replace(standing, abroad=False)
    seen = every(area(row, at_home), share(row, at_home))
    if row.model is Account and standing.role is not None:
        return or_(seen, row["id"] == mine("account_id"))  # administrators of a region belong to no subdistrict
    return _or_public(row, seen) if standing.abroad else seen


def _or_public(row: Row, seen: Predicate) -> Predicate:
    public = RULES[row.model](row, NOBODY)
    return public if isinstance(public, True_) else or_(seen, public)


def home(row: Row, standing: Standing) -> Predicate:
    """A visible row is of the viewer's area: asked before what only those see who deal with it."""
    return area(row, standing) if standing.abroad and not for_members(row.model) else true()


def for_members(model: type[Base], attribute: str | None = None) -> bool:
    """Whether nobody sees a row of the model (or the attribute of any row) without being signed in."""
    row = Row(model, "")
    rule = share(row, NOBODY) if attribute is None else masked(row, attribute, NOBODY)
    return isinstance(rule, False_)


def share(row: Row, standing: Standing) -> Predicate:
    """The rows that the viewer may see within its area."""
    if standing.role is Role.SUBDISTRICT_ADMIN or (standing.sees_all and row.model not in CONFIDENTIAL):
        return true()
    if standing.by_prefix and row.model in CHAINS:
        return ~row["restricted"]
    return RULES[row.model](row, standing)


def area(row: Row, standing: Standing) -> Predicate:
    """The subdistricts of the viewer."""
    if standing.in_one_subdistrict:
        return row.subdistrict == mine("subdistrict_id")
    if standing.by_prefix:
        place = row.beside(Subdistrict, "area")
        covered = select(place["id"]).select_from(place.source).where(covers(place, standing))
        return row.subdistrict.in_(covered)
    return true()


def covers(place: Row, standing: Standing) -> Predicate:
    """The subdistricts of a viewer who may see several."""
    return place["code"].startswith(mine("code_prefix")) if standing.by_prefix else true()


def masked(row: Row, attribute: str, standing: Standing) -> Predicate | None:
    """Who sees the attribute: a predicate, or None where everyone does who sees the row."""
    rule = MASKS.get((row.model, attribute))
    if rule is None:
        return None
    allowed = rule(row, replace(standing, abroad=False))
    return every(home(row, standing), allowed) if standing.abroad else allowed


def _listed(public: tuple[str, ...], hidden: tuple[str, ...]) -> Rule:
    """Nobody sees the public states, members all but the hidden ones, owners all of their own."""

    def rule(row: Row, standing: Standing) -> Predicate:
        if standing.role is None:
            return row["status"].in_(named(*public))
        if not hidden:
            return true()
        return or_(row["status"].not_in(named(*hidden)), own(row, standing))

    return rule


def _partner(row: Row, standing: Standing) -> Predicate:
    if standing.role is None:
        return false()
    itself = row["id"] == mine("partner_id") if standing.role in IN_PARTNER else false()
    return or_(row["status"].not_in(named("APPLIED", "REJECTED")), itself)


def _nobody(row: Row, standing: Standing) -> Predicate:
    """None, but to those who see all."""
    return false()


def _planned(row: Row, standing: Standing) -> Predicate:
    """None, but to those who see all; those above a subdistrict with the need that it is about."""
    return _reaches(row, Need, "need_id", standing) if standing.by_prefix else false()


def _line(row: Row, standing: Standing) -> Predicate:
    """Whoever sees the project, but for the needs among its own that are restricted."""
    seen = _reaches(row, Project, "project_id", standing)
    if not standing.in_one_subdistrict:
        return seen  # nothing of a restricted project
    need = there(row, Need, "asked", lambda far: and_(far["id"] == row["need_id"], _open_to(far, standing)))
    return and_(seen, need)


def _account(row: Row, standing: Standing) -> Predicate:
    if standing.role is None:
        return false()
    return or_(row["role"] != named("RESIDENT")[0], row["id"] == mine("account_id"))


def _claim(row: Row, standing: Standing) -> Predicate:
    """The claims of the viewer's side: that gives, that receives, or whose need it is; above it all of what is seen."""
    if standing.by_prefix:
        return _fitting((Need, "need_id"), (Project, "project_id"))(row, standing)
    if standing.role in IN_PARTNER:
        return or_(own(row, standing), row["receiver_id"] == mine("partner_id"))
    return own(row, standing)


def _called(row: Row, whistle: Callable[[Row], Predicate]) -> Predicate:
    """A whistle that fulfils the condition calls the viewer's department."""

    def called(call: Row) -> Predicate:
        to_it = call["partner_id"] == mine("partner_id")
        return and_(
            to_it, there(call, Whistle, "whistle", lambda far: and_(far["id"] == call["whistle_id"], whistle(far)))
        )

    return there(row, WhistleDepartment, "call", called)


def _chain_of_topic(row: Row, standing: Standing) -> Predicate:
    """Who handles a topic (its branch, community, administrator, the departments called), and who reported it."""
    if standing.role is Role.SUBDISTRICT_ADMIN:
        return true()
    if not standing.in_one_subdistrict:
        return false()
    chain = or_(own(row, standing), row["reporter_id"] == mine("account_id"))
    if standing.role in IN_PARTNER:
        return or_(chain, _called(row, lambda far: far["topic_id"] == row["id"]))
    return chain


def _chain_of_whistle(row: Row, standing: Standing) -> Predicate:
    if standing.role in IN_PARTNER:
        return there(
            row,
            WhistleDepartment,
            "call",
            lambda far: and_(far["whistle_id"] == row["id"], far["partner_id"] == mine("partner_id")),
        )
    return own(row, standing)


def _chain_of_need(row: Row, standing: Standing) -> Predicate:
    """Whose need it is, who reported its topic, the departments called to it, and the partners that have claimed it."""
    topic = there(
        row,
        Topic,
        "origin",
        lambda far: and_(far["id"] == row["topic_id"], far["reporter_id"] == mine("account_id")),
    )
    chain = or_(own(row, standing), topic)
    if standing.role not in IN_PARTNER:
        return chain
    claimed = there(row, Claim, "given", lambda far: and_(far["need_id"] == row["id"], _given(far)))
    return or_(chain, _called(row, lambda far: far["need_id"] == row["id"]), claimed)


def _chain_of_project(row: Row, standing: Standing) -> Predicate:
    """The branch that leads it, and the chains of the restricted needs that it answers."""

    def answered(line: Row) -> Predicate:
        handled = there(
            line,
            Need,
            "handled",
            lambda far: and_(far["id"] == line["need_id"], far["restricted"], _chain_of_need(far, standing)),
        )
        return and_(line["project_id"] == row["id"], handled)

    return or_(own(row, standing), there(row, NeedLine, "answer", answered))


def _given(claim: Row) -> Predicate:
    """A claim of the viewer's partner that holds, or has held, what it gives."""
    return and_(claim["partner_id"] == mine("partner_id"), claim["status"].in_(named(*HOLDING)))


def _open_to(row: Row, standing: Standing) -> Predicate:
    """What is not restricted, and to its chain all."""
    if not standing.in_one_subdistrict:
        return ~row["restricted"]
    if standing.role is Role.SUBDISTRICT_ADMIN:
        return true()
    return or_(~row["restricted"], CHAINS[row.model](row, standing))


def _unrestricted(rule: Rule) -> Rule:
    """What the rule tells, without what is restricted for who is not of the chain."""

    def seen(row: Row, standing: Standing) -> Predicate:
        told = rule(row, standing)
        return told if isinstance(told, False_) else every(_open_to(row, standing), told)

    return seen


def _signed_in(row: Row, standing: Standing) -> Predicate:
    return true() if standing.role is not None else false()


def _with(model: type[Base], attribute: str) -> Rule:
    """Whoever is signed in and sees the object that the attribute names."""

    def rule(row: Row, standing: Standing) -> Predicate:
        return false() if standing.role is None else _reaches(row, model, attribute, standing)

    return rule


def _fitting(*names: tuple[type[Base], str]) -> Rule:
    """Whoever is signed in and sees all that is there of what the attributes name."""

    def rule(row: Row, standing: Standing) -> Predicate:
        if standing.role is None:
            return false()
        return and_(true(), *(or_(row[name].is_(None), _reaches(row, model, name, standing)) for model, name in names))

    return rule


def _with_any(*names: tuple[type[Base], str]) -> Rule:
    """Whoever is signed in and sees the one object that one of the attributes names."""

    def rule(row: Row, standing: Standing) -> Predicate:
        if standing.role is None:
            return false()
        return or_(*(_looked_up(row, model, attribute, standing) for model, attribute in names))

    return rule


def _reaches(row: Row, model: type[Base], attribute: str, standing: Standing) -> Predicate:
    """The object that the attribute names is visible."""
    return there(row, model, "seen", lambda far: and_(far["id"] == row[attribute], _beside(far, standing)))


def _looked_up(row: Row, model: type[Base], attribute: str, standing: Standing) -> Predicate:
    """The same, one of several ways: without OFFSET PostgreSQL reads all objects there are to hash, for one page."""
    far = row.beside(model, "seen")
    where = every(far.subdistrict == row.subdistrict, far["id"] == row[attribute], _beside(far, standing))
    return exists(select(literal("1")).select_from(far.source).where(where).offset(literal("0")))


def _beside(far: Row, standing: Standing) -> Predicate:
    """What is visible of the same subdistrict; a viewer of one names it again, which leads Citus to the node."""
    return share(far, standing) if standing.by_prefix else scope(far, standing)


def _about(*kinds: SubjectType) -> Rule:
    """Whoever sees the object with states, of one of these kinds, that it is about; nobody signed in sees none."""

    def rule(row: Row, standing: Standing) -> Predicate:
        if standing.role is None:
            return false()
        open_ = [kind for kind in kinds if standing.by_prefix and SUBJECTS[kind] not in CONFIDENTIAL]
        others = (_of_kind(row, kind, SUBJECTS[kind], standing) for kind in kinds if kind not in open_)
        return or_(row["subject_type"].in_(named(*open_)), *others) if open_ else or_(*others)

    return rule


def _of_kind(row: Row, kind: SubjectType, model: type[Base], standing: Standing) -> Predicate:
    return and_(row["subject_type"] == named(kind)[0], _looked_up(row, model, "subject_id", standing))


SUBJECTS: dict[SubjectType, type[Base]] = {
    SubjectType.NEED: Need,
    SubjectType.RESOURCE: Resource,
    SubjectType.PROJECT: Project,
    SubjectType.CLAIM: Claim,
    SubjectType.PARTNER_UNIT: PartnerUnit,
    SubjectType.TOPIC: Topic,
    SubjectType.DELIBERATION: Deliberation,
    SubjectType.JOINT_MEETING: JointMeeting,
    SubjectType.WHISTLE: Whistle,
    SubjectType.ALLIANCE: Alliance,
    SubjectType.MEMBERSHIP: Membership,
    SubjectType.EXTENSION: Extension,
}
TIMED = (
    SubjectType.NEED,
    SubjectType.RESOURCE,
    SubjectType.PROJECT,
    SubjectType.CLAIM,
    SubjectType.TOPIC,
    SubjectType.WHISTLE,
    SubjectType.MEMBERSHIP,
)

HOLDING = ("PROPOSED", "ACCEPTED", "ACTIVE", "DELIVERED", "CONFIRMED", "DEFAULTED")

RULES: dict[type[Base], Rule] = {
    Subdistrict: everyone,
    Subcategory: everyone,
    Match: _fitting((Need, "need_id"), (Resource, "resource_id")),
    Likeness: _fitting((Need, "need_id"), (Resource, "resource_id")),
    CategorySuggestion: _fitting(),
    Community: everyone,
    Grid: everyone,
    PartyBranch: everyone,
    PartnerUnit: _partner,
    ServiceArea: members,
    Alliance: members,
    Membership: members,
    Need: _unrestricted(_listed(PUBLIC_NEED, ("DRAFT", "WITHDRAWN", "EXPIRED"))),
    Resource: _listed(PUBLIC_RESOURCE, ("DRAFT", "WITHDRAWN", "EXPIRED")),
    Project: _unrestricted(_listed(OPEN_PROJECT, ())),
    NeedLine: _line,
    Claim: _claim,
    Fulfilment: _with(Claim, "claim_id"),
    Milestone: _with(Project, "project_id"),
    Evaluation: _with_any((Claim, "claim_id"), (Topic, "topic_id"), (Need, "need_id")),
    Transition: _about(*SUBJECTS),
    Account: _account,
    Topic: _unrestricted(_signed_in),
    Deliberation: _with(Topic, "topic_id"),
    Attendee: _with(Deliberation, "deliberation_id"),
    JointMeeting: members,
    AgendaItem: _with_any((Topic, "topic_id"), (Need, "need_id")),
    Whistle: _unrestricted(_signed_in),
    WhistleDepartment: _with(Whistle, "whistle_id"),
    Deadline: _about(*TIMED),
    Extension: _with(Deadline, "deadline_id"),
    Notice: _with(Deadline, "deadline_id"),
    Attachment: _about(*SUBJECTS),
    Policy: members,
    RequiredRole: members,
    CalendarYear: members,
    CalendarDay: members,
    MatchingPlan: _nobody,
    PlanLine: _planned,
    UnservedNeed: _planned,
}

# What carries the mark of what is restricted, and who sees it all the same.
CHAINS: dict[type[Base], Rule] = {
    Topic: _chain_of_topic,
    Need: _chain_of_need,
    Whistle: _chain_of_whistle,
    Project: _chain_of_project,
}

# What administrators of a region and auditors do not simply see: it may hang on something restricted.
CONFIDENTIAL = frozenset(
    {
        *CHAINS,
        NeedLine,
        Claim,
        Fulfilment,
        Milestone,
        Match,
        Likeness,
        PlanLine,
        UnservedNeed,
        Deliberation,
        Attendee,
        AgendaItem,
        WhistleDepartment,
        Evaluation,
        Transition,
        Deadline,
        Extension,
        Notice,
        Attachment,
    }
)


def _handlers_of_need(row: Row, standing: Standing) -> Predicate:
    """The chain that handles a need: its branch, its community, its partner, the subdistrict's administrator."""
    return true() if standing.role is Role.SUBDISTRICT_ADMIN else own(row, standing)


def _handlers_of_partner(row: Row, standing: Standing) -> Predicate:
    """Who deals with a partner: itself, the administrator, and the branches with a claim that it has consented to."""
    if standing.role is Role.SUBDISTRICT_ADMIN:
        return true()
    if standing.role in IN_PARTNER:
        return row["id"] == mine("partner_id")

    def shared(claim: Row) -> Predicate:
        agreed = claim["partner_consent_at"].isnot(None)
        return and_(claim["partner_id"] == row["id"], agreed, own(claim, standing))

    return there(row, Claim, "shared", shared)


def _handlers_of_attendee(row: Row, standing: Standing) -> Predicate:
    """The branch that convened the deliberation, its community, the subdistrict's administrator."""
    if standing.role is Role.SUBDISTRICT_ADMIN:
        return true()
    return there(row, Deliberation, "talk", lambda far: and_(far["id"] == row["deliberation_id"], own(far, standing)))


def _itself_or_admin(row: Row, standing: Standing) -> Predicate:
    if standing.role is Role.SUBDISTRICT_ADMIN:
        return true()
    return row["id"] == mine("account_id") if standing.role is not None else false()


MASKS: dict[tuple[type[Base], str], Rule] = {
    (Need, "contact_name"): _handlers_of_need,
    (Need, "contact_phone"): _handlers_of_need,
    (Topic, "contact_name"): _chain_of_topic,
    (Topic, "contact_phone"): _chain_of_topic,
    (Attendee, "name"): _handlers_of_attendee,
    (PartnerUnit, "liaison_name"): _handlers_of_partner,
    (PartnerUnit, "liaison_phone"): _handlers_of_partner,
    (Account, "login"): _itself_or_admin,
}
