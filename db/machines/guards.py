"""What must hold for an action besides its state and its actor; told in SQL, so that clients see it before they try."""

from sqlalchemy import Boolean, ColumnElement, and_, false, func, or_, select

from db.models import (
    Attendee,
    Claim,
    Deadline,
    Deliberation,
    Evaluation,
    Membership,
    Milestone,
    Need,
    PartnerUnit,
    RequiredRole,
    Supporter,
    Whistle,
    WhistleDepartment,
)
from db.models.base import Base
from db.models.states import Role
from db.rows import Row, every, literal
from db.standing import Predicate, Standing, mine, named, there
from db.viewer import IN_PARTNER

from .machine import Guard

BURDENING = ("PROPOSED", "ACCEPTED", "ACTIVE", "DELIVERED")
SETTLED_NEED = ("FULFILLED", "EVALUATED")
SETTLED_WHISTLE = ("DONE", "RATED")
DEAD_NEED = ("WITHDRAWN", "EXPIRED")
DEAD_WHISTLE = ("REFUSED", "RETURNED")
SETTLING = ("REWORK", "REOPENED")  # nothing but the handling itself is open


def _partner_admitted(row: Row, standing: Standing) -> Predicate:
    admitted = there(
        row,
        PartnerUnit,
        "giver",
        lambda far: and_(far["id"] == row["partner_id"], far["status"] == named("ADMITTED")[0]),
    )
    return or_(row["partner_id"].is_(None), admitted)


def _unclaimed(row: Row, standing: Standing) -> Predicate:
    return row["claimed"] == literal("0")


def _unplanned(row: Row, standing: Standing) -> Predicate:
    return and_(row["claimed"] == literal("0"), row["planned"] == literal("0"))


def _worked_off(row: Row, standing: Standing) -> Predicate:
    return ~there(
        row, Claim, "open", lambda far: and_(far["project_id"] == row["id"], far["status"].in_(named(*BURDENING)))
    )


def _milestones_done(row: Row, standing: Standing) -> Predicate:
    return ~there(row, Milestone, "step", lambda far: and_(far["project_id"] == row["id"], far["done_on"].is_(None)))


def _day_ahead(row: Row, standing: Standing) -> Predicate:
    today = literal("(now() AT TIME ZONE 'Asia/Shanghai')::date")
    return or_(row["needed_by"].is_(None), row["needed_by"] >= today)


def _available(row: Row, standing: Standing) -> Predicate:
    return or_(row["available_until"].is_(None), row["available_until"] > literal("now()"))


def _in_time(row: Row, standing: Standing) -> Predicate:
    return or_(row["expires_at"].is_(None), row["expires_at"] > literal("now()"))


def _another_consents(row: Row, standing: Standing) -> Predicate:
    consenter = func.coalesce(row["partner_consent_by"], row["branch_consent_by"])
    return consenter.is_distinct_from(mine("account_id"))


def _side_waits(row: Row, standing: Standing) -> Predicate:
    partners, branches = row["partner_consent_by"].is_(None), row["branch_consent_by"].is_(None)
    if standing.role is Role.SUBDISTRICT_ADMIN:
        return or_(branches, and_(partners, row["partner_id"].is_(None)))
    return partners if standing.role in IN_PARTNER else branches


def _unagreed_if_planned(row: Row, standing: Standing) -> Predicate:
    return or_(row["direction"] != named("PLAN_PROPOSES_BOTH")[0], row["status"] == named("PROPOSED")[0])


def _minuted(row: Row, far: Row) -> Predicate:
    """The topic's newest deliberation that was not called off, and it has its minutes."""
    later = there(
        row,
        Deliberation,
        "later",
        lambda new: and_(new["topic_id"] == row["id"], new["id"] > far["id"], new["status"] != named("CANCELLED")[0]),
    )
    return and_(far["topic_id"] == row["id"], far["status"] == named("MINUTED")[0], ~later)


def _resolution(row: Row, standing: Standing) -> Predicate:
    return there(row, Deliberation, "talk", lambda far: _minuted(row, far))


def _absent(row: Row, talk: Row, needed: Row) -> Predicate:
    """A role that the subdistrict requires and the deliberation did not have."""
    came = there(
        row,
        Attendee,
        "present",
        lambda far: and_(far["deliberation_id"] == talk["id"], far["role"] == needed["role"]),
    )
    return ~came


def _quorate(row: Row, standing: Standing) -> Predicate:
    def complete(talk: Row) -> Predicate:
        missing = there(row, RequiredRole, "needed", lambda needed: _absent(row, talk, needed))
        return and_(_minuted(row, talk), ~missing)

    return there(row, Deliberation, "quorum", complete)


def _missing_roles(row: Row) -> ColumnElement[str]:
    """The roles that the newest minuted deliberation lacks, by name, between commas."""
    talk, needed = row.beside(Deliberation, "last"), row.beside(RequiredRole, "lacking")
    where = every(needed.subdistrict == row.subdistrict, _minuted(row, talk), _absent(row, talk, needed))
    both = needed.source.join(talk.source, talk.subdistrict == needed.subdistrict)
    roles = func.string_agg(needed["role"], literal("','"))
    return select(roles).select_from(both).where(where).scalar_subquery()


def _from_topic(row: Row, model: type[Base], purpose: str, states: tuple[str, ...]) -> Predicate:
    return there(row, model, purpose, lambda far: and_(far["topic_id"] == row["id"], far["status"].in_(named(*states))))


def _open(row: Row, model: type[Base], purpose: str, closed: tuple[str, ...]) -> Predicate:
    return there(
        row, model, purpose, lambda far: and_(far["topic_id"] == row["id"], far["status"].not_in(named(*closed)))
    )


def _settled(row: Row, standing: Standing) -> Predicate:
    """What was begun for the topic is done: nothing open, and, the first time, something done."""
    pending = or_(
        _open(row, Need, "asked", (*SETTLED_NEED, *DEAD_NEED)),
        _open(row, Whistle, "blown", (*SETTLED_WHISTLE, *DEAD_WHISTLE)),
    )
    done = or_(
        _from_topic(row, Need, "met", SETTLED_NEED),
        _from_topic(row, Whistle, "heard", SETTLED_WHISTLE),
        row["status"].in_(named(*SETTLING)),
    )
    return and_(~pending, done)


def _failed(row: Row, standing: Standing) -> Predicate:
    return and_(~_open(row, Need, "asked", DEAD_NEED), ~_open(row, Whistle, "blown", DEAD_WHISTLE))


def _shown(row: Row, standing: Standing) -> Predicate:
    return func.is_shown(row.subdistrict, row["id"], row["evidence"], type_=Boolean())


def _of_another(row: Row, standing: Standing) -> Predicate:
    raised = (row.subdistrict, row["branch_id"], row["created_by"])
    return ~func.coalesce(func.approves_own(*raised, mine("account_id"), type_=Boolean()), false())


def _not_handler(row: Row, standing: Standing) -> Predicate:
    return row["handler_id"].is_distinct_from(mine("account_id"))


def _not_deliverer(row: Row, standing: Standing) -> Predicate:
    return row["delivered_by"].is_distinct_from(mine("account_id"))


def _not_asker(row: Row, standing: Standing) -> Predicate:
    return row["created_by"].is_distinct_from(mine("account_id"))


def _new_supporter(row: Row, standing: Standing) -> Predicate:
    known = there(
        row, Supporter, "with", lambda far: and_(far["topic_id"] == row["id"], far["account_id"] == mine("account_id"))
    )
    return and_(~known, row["reporter_id"].is_distinct_from(mine("account_id")))


def _not_reported_in(row: Row, standing: Standing) -> Predicate:
    def here(far: Row) -> Predicate:
        return and_(
            far["whistle_id"] == row["id"], far["partner_id"] == mine("partner_id"), far["reported_in_at"].is_not(None)
        )

    return ~there(row, WhistleDepartment, "arrived", here)


def _unrated(row: Row, side: str) -> Predicate:
    rated = there(
        row, Evaluation, "rated", lambda far: and_(far["claim_id"] == row["id"], far["side"] == named(side)[0])
    )
    return ~rated


def _topic_unrated(row: Row, standing: Standing) -> Predicate:
    def by_viewer(far: Row) -> Predicate:
        return and_(far["topic_id"] == row["id"], far["created_by"] == mine("account_id"))

    return ~there(row, Evaluation, "rated", by_viewer)


def _clock_runs(row: Row, standing: Standing) -> Predicate:
    return there(
        row,
        Deadline,
        "clock",
        lambda far: and_(far["id"] == row["deadline_id"], far["status"] == named("RUNNING")[0]),
    )


def _unburdened(row: Row, standing: Standing) -> Predicate:
    return row["carrying"] == literal("0")


def _no_members(row: Row, standing: Standing) -> Predicate:
    live = named("INVITED", "APPLIED", "JOINED")
    return ~there(row, Membership, "member", lambda far: and_(far["alliance_id"] == row["id"], far["status"].in_(live)))


UNRESTRICTED = Guard("UNCHANGED", "it is not restricted yet", "尚未限定知悉范围", lambda row, _: ~row["restricted"])
RESTRICTED = Guard("UNCHANGED", "it is restricted", "已限定知悉范围", lambda row, _: row["restricted"])
ADMITTED = Guard("INVALID_STATE", "the partner is admitted", "合伙人已入驻", _partner_admitted)
UNCLAIMED = Guard("IN_USE", "nothing of it is claimed", "没有被认领", _unclaimed)
UNPLANNED = Guard("IN_USE", "nothing of it is claimed or planned", "没有被认领或立项", _unplanned)
UNBURDENED = Guard("IN_USE", "it carries no claim", "没有未完成的认领", _unburdened)
NO_MEMBERS = Guard("IN_USE", "it has no members left", "已无成员", _no_members)
WORKED_OFF = Guard("IN_USE", "no claim is still to be worked off", "没有未完成的认领", _worked_off)
MILESTONES_DONE = Guard("MILESTONES_OPEN", "all milestones are done", "里程碑全部完成", _milestones_done)
DAY_AHEAD = Guard(
    "IN_THE_PAST", "the day by which it is needed is not over", "期望完成日期未过", _day_ahead, "needed_by"
)
AVAILABLE = Guard("IN_THE_PAST", "its availability is not over", "可用期未过", _available, "available_until")
IN_TIME = Guard("EXPIRED", "the time to answer is not over", "未超过答复期限", _in_time)
ANOTHER_CONSENTS = Guard("FORBIDDEN", "not who agreed to it already", "不是已同意的本人", _another_consents)
SIDE_WAITS = Guard("TERMS_FINAL", "one's own side has not agreed to it yet", "己方尚未同意", _side_waits)
UNAGREED_IF_PLANNED = Guard(
    "TERMS_FINAL",
    "if a plan proposed it: not agreed to by both sides",
    "方案撮合的尚未双方同意",
    _unagreed_if_planned,
)
RESOLUTION = Guard("NO_RESOLUTION", "a deliberation with minutes and a resolution", "有纪要和决议的协商会", _resolution)
QUORATE = Guard(
    "ROLES_MISSING", "every required role was there", "必须到会的角色全部到会", _quorate, detail=_missing_roles
)
SETTLED = Guard("NOT_SETTLED", "its needs are fulfilled, its whistles done", "其需求已兑现、吹哨已办结", _settled)
FAILED = Guard("NOT_SETTLED", "its needs and whistles came to nothing", "其需求、吹哨均未成", _failed)
SHOWN = Guard("EVIDENCE_REQUIRED", "there is evidence: a statement or an attachment", "有佐证说明或附件", _shown)
NOT_HANDLER = Guard("SELF_VERIFICATION", "not who handled it", "不是经办人本人", _not_handler)
OF_ANOTHER = Guard("SELF_APPROVAL", "another party raised it", "由另一方提出", _of_another)
NOT_DELIVERER = Guard("SELF_VERIFICATION", "not who delivered it", "不是交付人本人", _not_deliverer)
NOT_ASKER = Guard("FORBIDDEN", "not who asked for it", "不是申请人本人", _not_asker)
NEW_SUPPORTER = Guard("ALREADY_EXISTS", "has not reported or supported it yet", "尚未反映或支持过", _new_supporter)
NOT_REPORTED_IN = Guard("ALREADY_EXISTS", "has not reported in yet", "尚未报到", _not_reported_in)
PARTNER_UNRATED = Guard(
    "ALREADY_EXISTS", "not rated yet", "尚未评价", lambda row, _: _unrated(row, "BRANCH_RATES_PARTNER")
)
BRANCH_UNRATED = Guard(
    "ALREADY_EXISTS", "not rated yet", "尚未评价", lambda row, _: _unrated(row, "PARTNER_RATES_BRANCH")
)
TOPIC_UNRATED = Guard("ALREADY_EXISTS", "not rated by the viewer yet", "本人尚未评价", _topic_unrated)
CLOCK_RUNS = Guard("INVALID_STATE", "the deadline still runs", "时限仍在计时", _clock_runs)
