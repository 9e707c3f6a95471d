"""Claim 认领."""

from db import models

from .reading import connected, entity
from .registry import shown
from .stateful import Stateful


@entity(
    models.Claim, "A claim: one side takes up what the other has, and the other agrees", "认领：一方认领，另一方同意"
)
class Claim(Stateful):
    """认领."""

    direction = shown("ClaimDirection", "Which side began", "认领方向")
    quantity = shown("int", "How much, in the need's unit", "数量（按需求的单位）", "20")
    resource_quantity = shown("int | None", "How much of the resource, in its unit", "占用资源的数量（按资源的单位）")
    delivered = shown("int", "How much of it was delivered, in the need's unit", "已兑现数量（按需求的单位）", "6")
    plan = shown("str", "How it is to be done", "实施计划")
    starts_at = shown("datetime | None", "From when the resource is used", "使用起始时间")
    ends_at = shown("datetime | None", "Until when the resource is used", "使用截止时间")
    partner_consent_at = shown("datetime | None", "When the partner's side agreed", "合伙人一方同意时间")
    branch_consent_at = shown("datetime | None", "When the branch's side agreed", "党组织一方同意时间")
    expires_at = shown("datetime | None", "By when the other side must answer", "答复期限")
    status = shown("ClaimStatus", "State", "状态")
    created_at = shown("datetime", "When it was proposed", "提出时间")
    updated_at = shown("datetime", "When it was last changed", "更新时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    partner = shown(
        "PartnerUnit | None", "The partner that gives; none: the subdistrict itself", "合伙人，空为街道自身"
    )
    branch = shown("PartyBranch", "The branch that receives", "党组织")
    receiver = shown(
        "PartnerUnit | None",
        "The partner whose need it serves; none: the branch receives",
        "接收的合伙人，空为党组织接收",
    )
    need = shown("Need | None", "The need", "需求")
    need_line = shown("NeedLine | None", "The project's line", "需求条目")
    project = shown("Project | None", "The project", "项目")
    resource = shown("Resource | None", "The resource", "资源")
    partner_consenter = shown("Account | None", "Who agreed on the partner's side", "合伙人一方的同意人")
    branch_consenter = shown("Account | None", "Who agreed on the branch's side", "党组织一方的同意人")
    creator = shown("Account | None", "Who proposed it", "提出人")
    fulfilments = connected("Fulfilment", "Deliveries on it", "兑现记录")
    evaluations = connected("Evaluation", "How the sides rated each other", "双方互评")
    deadlines = connected("Deadline", "Its deadlines", "时限")
    attachments = connected("Attachment", "Its files", "附件")
