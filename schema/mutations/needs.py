"""Mutations of needs."""

import strawberry

from db.machines import needs as machine
from resolvers import needs, restrictions

from .changing import REASON, Fields, accepts, mutation, optional, payload, required, subject
from .doing import does

REQUIRED: Fields = {
    "title": ("str", "Title, up to 200 characters", "标题，最多 200 字", "6 号楼楼道加装扶手"),
    "category": ("Category", "What it is about", "类别", "ELDERLY_CARE"),
    "quantity": ("int", "How much is needed, in whole units", "所需数量，整数", "12"),
    "unit": ("str", "The unit, up to 20 characters", "单位，最多 20 字", "副"),
}
OPTIONAL: Fields = {
    "subcategory_id": ("ID", "Its subcategory, of the same category", "小类，须属于所选类别"),
    "divisible": ("bool", "Whether parts of it may be claimed; default true", "是否可分部分认领，默认可以", "false"),
    "excluded_kinds": (
        "list[PartnerKind]",
        "Kinds of partners not to be proposed for it",
        "不予推荐的合伙人类别",
        "[ENTERPRISE]",
    ),
    "description": ("str", "What is needed and why, up to 5000 characters", "说明，最多 5000 字"),
    "beneficiaries": ("int", "How many people it serves", "受益人数", "36"),
    "site": ("str", "Where", "地点", "金色年华小区 6 号楼"),
    "needed_by": ("date", "By when, not before today", "期望完成日期，不早于今天", "2030-06-30"),
    "priority": ("Priority", "Priority; default NORMAL", "优先级，默认为一般", "HIGH"),
    "contact_name": ("str", "Contact; shown to the handling chain only", "联系人，仅经办方可见"),
    "contact_phone": ("str", "The contact's phone; shown to the handling chain only", "联系电话，仅经办方可见"),
}
PARTY: Fields = {
    "owner": (
        "NeedOwner",
        "Whose need it is; a branch's default: GRID",
        "需求归属；党组织发布时默认为网格",
        "RESIDENT",
    ),
    "branch_id": ("ID", "The branch that posts it; default: one's own", "发布的党组织；默认为本人所在党组织"),
    "grid_id": ("ID", "The grid where it is; a grid branch's is its own", "所在网格；网格党支部即本网格"),
    "topic_id": ("ID", "The resolved topic that takes it; not for a draft", "所回应的议题，须已形成决议；草稿不可填"),
    "draft": ("bool", "Keep it as a draft, seen by one's own side only", "先存为草稿，仅己方可见", "true"),
}

payload("NeedPayload", "The need", "需求", {"need": ("Need", "The need as it is now", "需求的现状")})
accepts("PostNeedInput", "A need to post", "要发布的需求", required(REQUIRED), optional(OPTIONAL | PARTY))
accepts(
    "EditNeedInput",
    "What to change in a need",
    "要修改的需求内容",
    subject("need", "需求"),
    optional(REQUIRED | OPTIONAL),
)
accepts("PublishNeedInput", "A draft to post", "要发布的草稿", subject("need", "需求"))
accepts("WithdrawNeedInput", "A need to take back", "要撤回的需求", subject("need", "需求"), optional(REASON))

accepts("RestrictNeedInput", "A need to restrict", "要限定知悉范围的需求", subject("need", "需求"), required(REASON))
accepts("UnrestrictNeedInput", "A need to open", "要解除限定的需求", subject("need", "需求"), required(REASON))


@strawberry.type
class NeedMutations:
    """Mutations of needs."""

    post_need = mutation(
        needs.post, "PostNeedInput", "NeedPayload", "Post a need, or keep it as a draft", "发布需求（发榜），或存为草稿"
    )
    edit_need = mutation(needs.edit, "EditNeedInput", "NeedPayload", "Change what a need says", "修改需求")
    publish_need = mutation(needs.publish, "PublishNeedInput", "NeedPayload", "Post a draft", "发布需求草稿")
    restrict_need = does(restrictions.restrict_need, machine.RESTRICT, "NeedPayload")
    unrestrict_need = does(restrictions.unrestrict_need, machine.UNRESTRICT, "NeedPayload")
    withdraw_need = mutation(needs.withdraw, "WithdrawNeedInput", "NeedPayload", "Take a need back", "撤回需求")
