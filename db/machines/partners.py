"""PartnerUnit 红色合伙人, Alliance 党建联盟 and Membership 联盟成员."""

from db.models import Alliance, Membership, PartnerUnit, Policy
from db.models.handling import AllianceStatus, DeadlineKind, MembershipStatus
from db.models.states import PartnerStatus, SubjectType

from . import actors, guards
from .machine import Action, Change, Clock, Machine, Owner, Until

LISTED = ("APPLIED", "ADMITTED", "SUSPENDED")


def _term(membership: Membership, policy: Policy) -> Until | None:
    return Until(membership.ends_on) if membership.ends_on else None


REGISTER = Action(
    name="REGISTER_PARTNER",
    english="Enter a unit's application",
    chinese="登记单位的加入申请",
    sources=("",),
    targets=("APPLIED",),
    actors=(actors.ADMINISTRATOR,),
)
EDIT = Action(
    name="EDIT_PARTNER",
    english="Change its entry",
    chinese="修改合伙人资料",
    sources=LISTED,
    actors=(actors.ADMINISTRATOR, actors.LIAISON),
)
ADMIT = Action(
    name="ADMIT_PARTNER",
    english="Admit a unit that applied",
    chinese="批准加入",
    sources=("APPLIED",),
    targets=("ADMITTED",),
    actors=(actors.ADMINISTRATOR,),
)
REJECT = Action(
    name="REJECT_PARTNER",
    english="Turn an application down, with the reason",
    chinese="婉拒申请，说明原因",
    sources=("APPLIED",),
    targets=("REJECTED",),
    actors=(actors.ADMINISTRATOR,),
)
SUSPEND = Action(
    name="SUSPEND_PARTNER",
    english="Let it take on nothing new, with the reason",
    chinese="暂停合作，说明原因",
    sources=("ADMITTED",),
    targets=("SUSPENDED",),
    actors=(actors.ADMINISTRATOR,),
)
RESUME = Action(
    name="RESUME_PARTNER",
    english="End its suspension",
    chinese="恢复合作",
    sources=("SUSPENDED",),
    targets=("ADMITTED",),
    actors=(actors.ADMINISTRATOR,),
)
RELEASE = Action(
    name="RELEASE_PARTNER",
    english="Let it leave the network, with the reason",
    chinese="退出网络，说明原因",
    sources=("ADMITTED", "SUSPENDED"),
    targets=("EXITED",),
    actors=(actors.ADMINISTRATOR,),
    guards=(guards.UNBURDENED,),
)
PARTNER_UNIT = Machine(
    SubjectType.PARTNER_UNIT,
    PartnerUnit,
    PartnerStatus,
    "Partner",
    "红色合伙人",
    (REGISTER, EDIT, ADMIT, REJECT, SUSPEND, RESUME, RELEASE),
)

FOUND = Action(
    name="FOUND_ALLIANCE",
    english="Found an alliance",
    chinese="成立联盟",
    sources=("",),
    targets=("ACTIVE",),
    actors=(actors.STARTING_LEADER,),
)
DISSOLVE = Action(
    name="DISSOLVE_ALLIANCE",
    english="Dissolve it, with the reason",
    chinese="解散联盟，说明原因",
    sources=("ACTIVE",),
    targets=("DISSOLVED",),
    actors=(actors.LEADER,),
    guards=(guards.NO_MEMBERS,),
)
ALLIANCE = Machine(SubjectType.ALLIANCE, Alliance, AllianceStatus, "Alliance", "党建联盟", (FOUND, DISSOLVE))

INVITE = Action(
    name="INVITE_MEMBER",
    english="Invite a partner, with agreement and term",
    chinese="邀请合伙人加入，附共建协议与期限",
    sources=("",),
    targets=("INVITED",),
    actors=(actors.STARTING_LEADER,),
)
APPLY = Action(
    name="APPLY_TO_ALLIANCE",
    english="Apply for one's partner, with agreement and term",
    chinese="申请加入，附共建协议与期限",
    sources=("",),
    targets=("APPLIED",),
    actors=(actors.STARTING_LIAISON,),
)
JOIN = Action(
    name="ACCEPT_INVITATION",
    english="Accept the invitation",
    chinese="接受邀请",
    sources=("INVITED",),
    targets=("JOINED",),
    actors=(actors.MEMBER,),
    guards=(guards.ADMITTED,),
)
APPROVE = Action(
    name="APPROVE_MEMBER",
    english="Accept the application",
    chinese="同意加入申请",
    sources=("APPLIED",),
    targets=("JOINED",),
    actors=(actors.ALLIANCE_LEADER,),
    guards=(guards.ADMITTED,),
)
DECLINE_INVITATION = Action(
    name="DECLINE_INVITATION",
    english="Decline the invitation, with the reason",
    chinese="婉拒邀请，说明原因",
    sources=("INVITED",),
    targets=("DECLINED",),
    actors=(actors.MEMBER,),
)
DECLINE_MEMBER = Action(
    name="DECLINE_MEMBER",
    english="Decline the application, with the reason",
    chinese="婉拒申请，说明原因",
    sources=("APPLIED",),
    targets=("DECLINED",),
    actors=(actors.ALLIANCE_LEADER,),
)
LEAVE = Action(
    name="LEAVE_ALLIANCE",
    english="Leave the alliance, with the reason",
    chinese="退出联盟，说明原因",
    sources=("JOINED",),
    targets=("LEFT",),
    actors=(actors.MEMBER, actors.ALLIANCE_LEADER),
)
MEMBERSHIP = Machine(
    SubjectType.MEMBERSHIP,
    Membership,
    MembershipStatus,
    "Membership",
    "联盟成员",
    (INVITE, APPLY, JOIN, APPROVE, DECLINE_INVITATION, DECLINE_MEMBER, LEAVE),
    changes=(Change(("JOINED",), ("ENDED",), "its term is over", "协议期满"),),
    clocks=(
        Clock(
            DeadlineKind.END_MEMBERSHIP,
            ("JOINED",),
            "until the end of its term",
            "协议期限",
            _term,
            lambda membership: Owner(partner_id=membership.partner_id),
            "ENDED",
        ),
    ),
)
