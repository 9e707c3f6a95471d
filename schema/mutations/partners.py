"""Mutations of partners."""

import strawberry

from resolvers import partners

from .changing import REASON, Fields, accepts, mutation, optional, payload, required, subject

REQUIRED: Fields = {
    "name": ("str", "Name, up to 100 characters", "名称，最多 100 字", "示例物业服务有限公司"),
    "kind": ("PartnerKind", "Kind", "类别", "PROPERTY_COMPANY"),
}
OPTIONAL: Fields = {
    "credit_code": ("str", "Unified social credit code, 18 characters", "统一社会信用代码，18 位"),
    "capacity": (
        "int",
        "How many live claims it can carry at once, 1 to 1000; default 5",
        "可同时承接的认领数，1 至 1000；默认 5",
        "5",
    ),
    "introduction": ("str", "What it is and does, up to 5000 characters", "单位简介，最多 5000 字"),
    "liaison_name": ("str", "Liaison; shown to who deals with the partner only", "联络员，仅经办方可见"),
    "liaison_phone": ("str", "The liaison's phone; shown to who deals with the partner only", "联络电话，仅经办方可见"),
    "community_ids": (
        "list[ID]",
        "The communities that it serves; none: the whole subdistrict",
        "服务的社区，空为全街道",
    ),
}
THIS = ("partner", "合伙人")

payload(
    "PartnerPayload", "The partner", "合伙人", {"partner": ("PartnerUnit", "The partner as it is now", "合伙人的现状")}
)
accepts("RegisterPartnerInput", "A unit that applies", "申请加入的单位", required(REQUIRED), optional(OPTIONAL))
accepts("AdmitPartnerInput", "A unit to admit", "要批准的单位", subject(*THIS))
accepts("RejectPartnerInput", "A unit to turn down", "要婉拒的单位", subject(*THIS), required(REASON))
accepts("SuspendPartnerInput", "A partner to suspend", "要暂停合作的合伙人", subject(*THIS), required(REASON))
accepts("ResumePartnerInput", "A partner to take back", "要恢复合作的合伙人", subject(*THIS))
accepts("ReleasePartnerInput", "A partner that leaves", "要退出网络的合伙人", subject(*THIS), required(REASON))
accepts(
    "EditPartnerInput",
    "What to change in a partner's entry",
    "要修改的合伙人资料",
    subject(*THIS),
    optional(REQUIRED | OPTIONAL),
)


@strawberry.type
class PartnerMutations:
    """Mutations of partners."""

    register_partner = mutation(
        partners.register, "RegisterPartnerInput", "PartnerPayload", "Enter a unit's application", "登记单位的加入申请"
    )
    admit_partner = mutation(
        partners.admit, "AdmitPartnerInput", "PartnerPayload", "Admit a unit that applied", "批准加入"
    )
    reject_partner = mutation(
        partners.reject, "RejectPartnerInput", "PartnerPayload", "Turn an application down", "婉拒申请"
    )
    suspend_partner = mutation(
        partners.suspend, "SuspendPartnerInput", "PartnerPayload", "Let a partner take on nothing new", "暂停合作"
    )
    resume_partner = mutation(
        partners.resume, "ResumePartnerInput", "PartnerPayload", "End a partner's suspension", "恢复合作"
    )
    release_partner = mutation(
        partners.release,
        "ReleasePartnerInput",
        "PartnerPayload",
        "Let a partner leave the network; not while it carries claims",
        "合伙人退出网络；有未完成的认领时不可退出",
    )
    edit_partner = mutation(
        partners.edit,
        "EditPartnerInput",
        "PartnerPayload",
        "Change a partner's entry; its liaison changes introduction and liaison only",
        "修改合伙人资料；联络员只能修改简介与联络信息",
    )
