"""Claim 认领, from the proposal to the confirmed delivery."""

from sqlalchemy import and_

from db.models import Claim, Fulfilment, Policy
from db.models.handling import DeadlineKind
from db.models.states import ClaimStatus, SubjectType
from db.rows import Row
from db.standing import Predicate, Standing, mine, there

from . import actors, guards
from .machine import Action, Change, Clock, Guard, Machine, Owner, Until, WorkingDays


def answerer(claim: Claim) -> Owner:
    """The side that has not agreed; the branch first, where a plan proposed it to both."""
    return giver(claim) if claim.branch_consent_by else Owner(branch_id=claim.branch_id)


def giver(claim: Claim) -> Owner:
    """The partner, or the branch that has the subdistrict's own resource delivered."""
    return Owner(partner_id=claim.partner_id) if claim.partner_id else Owner(branch_id=claim.branch_id)


def receiver(claim: Claim) -> Owner:
    """The partner whose need it is, or the branch."""
    return Owner(partner_id=claim.receiver_id) if claim.receiver_id else Owner(branch_id=claim.branch_id)


def _delivery_time(claim: Claim, policy: Policy) -> Until | WorkingDays:
    return Until(claim.ends_at) if claim.ends_at else WorkingDays(policy.delivery_days)


def _delivered_by_others(row: Row, standing: Standing) -> Predicate:
    def by_viewer(far: Row) -> Predicate:
        return and_(far["claim_id"] == row["id"], ~far["returned"], far["created_by"] == mine("account_id"))

    return ~there(row, Fulfilment, "given", by_viewer)


# An administrator may act for both sides where the subdistrict itself gives.
NOT_DELIVERER = Guard("SELF_VERIFICATION", "not who delivered it", "不是交付人本人", _delivered_by_others)

CLAIM_PROJECT = Action(
    name="CLAIM_PROJECT",
    english="Claim lines of a project, for one's partner",
    chinese="合伙人认领项目条目",
    sources=("",),
    targets=("PROPOSED",),
    actors=(actors.STARTING_PARTNER,),
)
CLAIM_RESOURCE = Action(
    name="CLAIM_RESOURCE",
    english="Claim a resource, for a branch",
    chinese="党组织认领资源",
    sources=("",),
    targets=("PROPOSED",),
    actors=(actors.STARTING_LEADER,),
)
ADOPT_PLAN = Action(
    name="ADOPT_PLAN",
    english="Adopt lines of a matching plan: claims that both sides still have to agree to",
    chinese="采纳匹配方案的条目：生成须双方同意的认领",
    sources=("",),
    targets=("PROPOSED",),
    actors=(actors.ADMINISTRATOR,),
)
ACCEPT = Action(
    name="ACCEPT_CLAIM",
    english="Agree to the other side's claim, or to a plan's; it is accepted once both sides have",
    chinese="同意对方的认领或方案撮合的认领；双方均同意后生效",
    sources=("PROPOSED",),
    targets=("ACCEPTED", "PROPOSED"),
    actors=(actors.ANSWERER,),
    guards=(guards.ANOTHER_CONSENTS, guards.SIDE_WAITS, guards.IN_TIME, guards.ADMITTED),
)
DECLINE = Action(
    name="DECLINE_CLAIM",
    english="Decline the other side's claim or a plan's, with the reason",
    chinese="婉拒对方的认领或方案撮合的认领，说明原因",
    sources=("PROPOSED",),
    targets=("DECLINED",),
    actors=(actors.ANSWERER,),
    guards=(guards.SIDE_WAITS,),
)
WITHDRAW = Action(
    name="WITHDRAW_CLAIM",
    english="Take one's claim back while nothing has begun",
    chinese="启动前撤回认领",
    sources=("PROPOSED", "ACCEPTED"),
    targets=("WITHDRAWN",),
    actors=(actors.PROPOSER,),
    guards=(guards.UNAGREED_IF_PLANNED,),
)
START = Action(
    name="START_CLAIM",
    english="Begin to carry it out",
    chinese="启动兑现",
    sources=("ACCEPTED",),
    targets=("ACTIVE",),
    actors=(actors.GIVER,),
)
DELIVER = Action(
    name="DELIVER_CLAIM",
    english="Report a delivery: how much, when, what shows it; the last one makes it delivered",
    chinese="登记兑现：数量、日期、佐证；交付齐全即为已交付",
    sources=("ACTIVE",),
    targets=("ACTIVE", "DELIVERED"),
    actors=(actors.GIVER,),
)
RETURN = Action(
    name="RETURN_DELIVERY",
    english="Return the last delivery as not as promised, with the reason",
    chinese="退回最近一次不符合约定的交付，说明原因",
    sources=("DELIVERED",),
    targets=("ACTIVE",),
    actors=(actors.RECEIVER,),
)
CONFIRM = Action(
    name="CONFIRM_CLAIM",
    english="Confirm what was delivered",
    chinese="确认兑现",
    sources=("DELIVERED",),
    targets=("CONFIRMED",),
    actors=(actors.RECEIVER,),
    guards=(NOT_DELIVERER,),
)
DEFAULT = Action(
    name="DEFAULT_CLAIM",
    english="Record that it was not delivered; what is missing goes back to the pool",
    chinese="登记未兑现：未交付的数量退回待认领",
    sources=("ACCEPTED", "ACTIVE"),
    targets=("DEFAULTED",),
    actors=(actors.RECEIVER,),
)
RATE_PARTNER = Action(
    name="RATE_PARTNER",
    english="Rate the side that gave",
    chinese="评价提供方",
    sources=("CONFIRMED", "DEFAULTED"),
    actors=(actors.RECEIVER,),
    guards=(guards.PARTNER_UNRATED,),
)
RATE_BRANCH = Action(
    name="RATE_BRANCH",
    english="Rate the side that received",
    chinese="评价接收方",
    sources=("CONFIRMED", "DEFAULTED"),
    actors=(actors.GIVER,),
    guards=(guards.BRANCH_UNRATED,),
)

CLAIM = Machine(
    SubjectType.CLAIM,
    Claim,
    ClaimStatus,
    "Claim",
    "认领",
    (
        CLAIM_PROJECT,
        CLAIM_RESOURCE,
        ADOPT_PLAN,
        ACCEPT,
        DECLINE,
        WITHDRAW,
        START,
        DELIVER,
        RETURN,
        CONFIRM,
        DEFAULT,
        RATE_PARTNER,
        RATE_BRANCH,
    ),
    changes=(Change(("PROPOSED",), ("EXPIRED",), "it is not answered in time", "逾期未答复"),),
    clocks=(
        Clock(
            DeadlineKind.ANSWER_CLAIM,
            ("PROPOSED",),
            "to be answered by the side that has not agreed",
            "未同意一方的答复时限",
            lambda claim, policy: WorkingDays(policy.consent_days),
            answerer,
            "EXPIRED",
        ),
        Clock(
            DeadlineKind.DELIVER_CLAIM,
            ("ACTIVE",),
            "to be delivered: by the end of its window, or in working days",
            "兑现时限：使用截止时间，或若干工作日",
            _delivery_time,
            giver,
        ),
        Clock(
            DeadlineKind.CONFIRM_CLAIM,
            ("DELIVERED",),
            "to be confirmed by the receiving side",
            "接收方确认时限",
            lambda claim, policy: WorkingDays(policy.confirm_days),
            receiver,
        ),
    ),
)
