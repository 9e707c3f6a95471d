"""Mutations of alliances and their members."""

import strawberry

from db.machines import partners as machine
from resolvers import alliances

from .changing import REASON, Fields, accepts, optional, payload, required, subject
from .doing import does

NAME: Fields = {"name": ("str", "Name, up to 100 characters", "名称，最多 100 字", "航运产业党建联盟")}
FOUNDING: Fields = {
    "purpose": ("str", "What it is for, up to 5000 characters", "宗旨，最多 5000 字"),
    "branch_id": ("ID", "The branch that runs it; default: one's own", "牵头党组织；默认为本人所在党组织"),
    "founded_on": ("date", "When; default: today, and not later", "成立日期，默认今天，不晚于今天", "2026-06-01"),
}
ALLIANCE: Fields = {"alliance_id": ("ID", "The alliance", "联盟")}
PARTNER: Fields = {"partner_id": ("ID", "The partner", "合伙人")}
TERMS: Fields = {
    "agreement": ("str", "The agreement, in short, up to 5000 characters", "共建协议摘要，最多 5000 字"),
    "starts_on": ("date", "First day of the term", "起始日期", "2026-06-01"),
}
ENDS_ON: Fields = {
    "ends_on": (
        "date",
        "Last day of the term, not in the past; none: open",
        "截止日期，不早于今天，空为长期",
        "2030-05-31",
    )
}
THIS, MEMBER = subject("alliance", "联盟"), subject("membership", "联盟成员身份")

payload(
    "AlliancePayload", "The alliance", "联盟", {"alliance": ("Alliance", "The alliance as it is now", "联盟的现状")}
)
payload(
    "MembershipPayload",
    "The membership",
    "联盟成员身份",
    {"membership": ("Membership", "The membership as it is now", "联盟成员身份的现状")},
)
accepts("FoundAllianceInput", "An alliance to found", "要成立的联盟", required(NAME), optional(FOUNDING))
accepts("DissolveAllianceInput", "An alliance to dissolve", "要解散的联盟", THIS, required(REASON))
accepts(
    "InviteMemberInput", "Whom to invite", "要邀请的合伙人", required(ALLIANCE | PARTNER | TERMS), optional(ENDS_ON)
)
accepts("ApplyToAllianceInput", "Where to apply", "要申请加入的联盟", required(ALLIANCE | TERMS), optional(ENDS_ON))
accepts("AcceptInvitationInput", "An invitation to accept", "要接受的邀请", MEMBER)
accepts("ApproveMemberInput", "An application to accept", "要同意的加入申请", MEMBER)
accepts("DeclineInvitationInput", "An invitation to decline", "要婉拒的邀请", MEMBER, required(REASON))
accepts("DeclineMemberInput", "An application to decline", "要婉拒的加入申请", MEMBER, required(REASON))
accepts("LeaveAllianceInput", "A membership to end", "要退出的联盟成员身份", MEMBER, required(REASON))


@strawberry.type
class AllianceMutations:
    """Mutations of alliances and their members."""

    found_alliance = does(alliances.found, machine.FOUND, "AlliancePayload")
    dissolve_alliance = does(alliances.dissolve, machine.DISSOLVE, "AlliancePayload")
    invite_member = does(alliances.invite, machine.INVITE, "MembershipPayload")
    apply_to_alliance = does(alliances.apply, machine.APPLY, "MembershipPayload")
    accept_invitation = does(alliances.join, machine.JOIN, "MembershipPayload")
    approve_member = does(alliances.approve, machine.APPROVE, "MembershipPayload")
    decline_invitation = does(alliances.decline_invitation, machine.DECLINE_INVITATION, "MembershipPayload")
    decline_member = does(alliances.decline_member, machine.DECLINE_MEMBER, "MembershipPayload")
    leave_alliance = does(alliances.leave, machine.LEAVE, "MembershipPayload")
