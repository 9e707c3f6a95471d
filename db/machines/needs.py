"""Need 需求 and Resource 资源: their claimed states follow from claims, kept by the database."""

from db.models import Need, Policy, Resource
from db.models.handling import DeadlineKind
from db.models.states import NeedStatus, ResourceStatus, SubjectType

from . import actors, guards
from .machine import Action, Change, Clock, Machine, Owner, Until

OPEN_NEED = ("POSTED", "PARTLY_CLAIMED", "FULLY_CLAIMED")
CLAIMED = ("PARTLY_CLAIMED", "FULLY_CLAIMED")
OPEN_RESOURCE = ("OFFERED", "PARTLY_CLAIMED", "FULLY_CLAIMED")


def _needed_by(need: Need, policy: Policy) -> Until | None:
    return Until(need.needed_by) if need.needed_by else None


def _available(resource: Resource, policy: Policy) -> Until | None:
    return Until(resource.available_until) if resource.available_until else None


POST = Action(
    name="POST_NEED",
    english="Post a need, or keep it as a draft",
    chinese="发榜需求，或存为草稿",
    sources=("",),
    targets=("DRAFT", "POSTED"),
    actors=(actors.STARTING_POSTER, actors.STARTING_LIAISON),
)
EDIT = Action(
    name="EDIT_NEED",
    english="Change what it says",
    chinese="修改需求",
    sources=("DRAFT", *OPEN_NEED),
    actors=(actors.NEED_OWNER,),
)
PUBLISH = Action(
    name="PUBLISH_NEED",
    english="Post a draft",
    chinese="草稿发榜",
    sources=("DRAFT",),
    targets=("POSTED",),
    actors=(actors.NEED_OWNER,),
    guards=(guards.ADMITTED, guards.DAY_AHEAD),
)
WITHDRAW = Action(
    name="WITHDRAW_NEED",
    english="Take it back",
    chinese="撤回需求",
    sources=("DRAFT", "POSTED"),
    targets=("WITHDRAWN",),
    actors=(actors.NEED_OWNER,),
    guards=(guards.UNPLANNED,),
)
EVALUATE = Action(
    name="EVALUATE_NEED",
    english="Rate how it was fulfilled",
    chinese="评价需求的兑现情况",
    sources=("FULFILLED",),
    targets=("EVALUATED",),
    actors=(actors.NEED_OWNER,),
)
RESTRICT = Action(
    name="RESTRICT_NEED",
    english="Let only its handling chain see it, with the reason",
    chinese="限定知悉范围：仅经办方可见，说明原因",
    sources=tuple(NeedStatus),
    actors=(actors.LEADER,),
    guards=(guards.UNRESTRICTED,),
)
UNRESTRICT = Action(
    name="UNRESTRICT_NEED",
    english="Let others than its handling chain see it again, with the reason",
    chinese="解除知悉范围限定，说明原因",
    sources=tuple(NeedStatus),
    actors=(actors.LEADER,),
    guards=(guards.RESTRICTED,),
)
NEED = Machine(
    SubjectType.NEED,
    Need,
    NeedStatus,
    "Need",
    "需求",
    (POST, EDIT, PUBLISH, WITHDRAW, EVALUATE, RESTRICT, UNRESTRICT),
    changes=(
        Change(("POSTED",), CLAIMED, "it is claimed", "被认领"),
        Change(("PARTLY_CLAIMED",), ("POSTED", "FULLY_CLAIMED"), "claims come and go", "认领增减"),
        Change(("FULLY_CLAIMED",), ("POSTED", "PARTLY_CLAIMED"), "claims end", "认领终止"),
        Change(CLAIMED, ("IN_DELIVERY",), "all of it is claimed and under way", "全部认领均已启动"),
        Change(("IN_DELIVERY",), OPEN_NEED, "a claim defaults", "有认领未兑现"),
        Change(("IN_DELIVERY", *CLAIMED), ("FULFILLED",), "all of it is confirmed", "全部确认兑现"),
        Change(("POSTED",), ("EXPIRED",), "the day by which it is needed is over", "期望完成日期已过"),
    ),
    clocks=(
        Clock(
            DeadlineKind.EXPIRE_NEED,
            (*OPEN_NEED, "IN_DELIVERY"),
            "posted until the day by which it is needed",
            "发榜有效期至期望完成日期",
            _needed_by,
            lambda need: Owner(need.branch_id, need.partner_id),
            "EXPIRED",
        ),
    ),
)

OFFER = Action(
    name="OFFER_RESOURCE",
    english="Offer a resource, or keep it as a draft",
    chinese="提供资源，或存为草稿",
    sources=("",),
    targets=("DRAFT", "OFFERED"),
    actors=(actors.STARTING_PARTNER, actors.ADMINISTRATOR),
)
EDIT_RESOURCE = Action(
    name="EDIT_RESOURCE",
    english="Change what it says",
    chinese="修改资源",
    sources=("DRAFT", "PAUSED", *OPEN_RESOURCE),
    actors=(actors.GIVER,),
)
PUBLISH_RESOURCE = Action(
    name="PUBLISH_RESOURCE",
    english="Offer a draft",
    chinese="草稿发布",
    sources=("DRAFT",),
    targets=("OFFERED",),
    actors=(actors.GIVER,),
    guards=(guards.ADMITTED, guards.AVAILABLE),
)
PAUSE = Action(
    name="PAUSE_RESOURCE",
    english="Take no new claims for now",
    chinese="暂停接受认领",
    sources=OPEN_RESOURCE,
    targets=("PAUSED",),
    actors=(actors.GIVER,),
)
RESUME = Action(
    name="RESUME_RESOURCE",
    english="Take claims again",
    chinese="恢复接受认领",
    sources=("PAUSED",),
    targets=OPEN_RESOURCE,
    actors=(actors.GIVER,),
    guards=(guards.ADMITTED,),
)
WITHDRAW_RESOURCE = Action(
    name="WITHDRAW_RESOURCE",
    english="Take it back",
    chinese="撤回资源",
    sources=("DRAFT", "OFFERED", "PAUSED"),
    targets=("WITHDRAWN",),
    actors=(actors.GIVER,),
    guards=(guards.UNCLAIMED,),
)
RESOURCE = Machine(
    SubjectType.RESOURCE,
    Resource,
    ResourceStatus,
    "Resource",
    "资源",
    (OFFER, EDIT_RESOURCE, PUBLISH_RESOURCE, PAUSE, RESUME, WITHDRAW_RESOURCE),
    changes=(
        Change(("OFFERED",), CLAIMED, "it is claimed", "被认领"),
        Change(("PARTLY_CLAIMED",), ("OFFERED", "FULLY_CLAIMED"), "claims come and go", "认领增减"),
        Change(("FULLY_CLAIMED",), ("OFFERED", "PARTLY_CLAIMED"), "claims end", "认领终止"),
        Change(("OFFERED", "PAUSED"), ("EXPIRED",), "its availability is over", "可用期已过"),
    ),
    clocks=(
        Clock(
            DeadlineKind.EXPIRE_RESOURCE,
            (*OPEN_RESOURCE, "PAUSED"),
            "offered until its availability ends",
            "有效期至可用截止时间",
            _available,
            lambda resource: Owner(partner_id=resource.partner_id),
            "EXPIRED",
        ),
    ),
)
