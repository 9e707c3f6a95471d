"""Mutations of resources."""

import strawberry

from resolvers import resources

from .changing import REASON, Fields, accepts, mutation, optional, payload, required, subject

REQUIRED: Fields = {
    "title": ("str", "Title, up to 200 characters", "标题，最多 200 字", "社区报告厅"),
    "form": ("ResourceForm", "Form", "资源形式", "VENUE"),
    "category": ("Category", "What it is about", "类别", "TRAINING"),
    "quantity": ("int", "How much is offered, in whole units", "可提供的数量，整数", "20"),
    "unit": ("str", "The unit, up to 20 characters", "单位，最多 20 字", "场"),
}
OPTIONAL: Fields = {
    "subcategory_id": ("ID", "Its subcategory, of the same category", "小类，须属于所选类别"),
    "description": ("str", "What it is, up to 5000 characters", "说明，最多 5000 字"),
    "exclusive": (
        "bool",
        "Whether two claims may not use it at the same time; default false",
        "是否独占：同一时段只能有一项认领；默认否",
    ),
    "available_from": ("datetime", "From when it may be used", "可用起始时间", "2030-06-01T09:00:00+08:00"),
    "available_until": ("datetime", "Until when it may be used; not in the past", "可用截止时间，不早于现在"),
    "conditions": ("str", "Conditions of its use", "使用条件", "须提前三天预约"),
    "community_id": ("ID", "The community that it serves; none: the whole subdistrict", "服务的社区，空为全街道"),
    "grid_id": ("ID", "The grid where it is; its community is that of the grid", "所在网格；社区即网格所属社区"),
}
DRAFT: Fields = {"draft": ("bool", "Keep it as a draft, seen by one's own side only", "先存为草稿，仅己方可见", "true")}
THIS = ("resource", "资源")

payload(
    "ResourcePayload", "The resource", "资源", {"resource": ("Resource", "The resource as it is now", "资源的现状")}
)
accepts("OfferResourceInput", "A resource to offer", "要提供的资源", required(REQUIRED), optional(OPTIONAL | DRAFT))
accepts(
    "EditResourceInput",
    "What to change in a resource",
    "要修改的资源内容",
    subject(*THIS),
    optional(REQUIRED | OPTIONAL),
)
accepts("PublishResourceInput", "A draft to offer", "要发布的草稿", subject(*THIS))
accepts("PauseResourceInput", "A resource to pause", "要暂停的资源", subject(*THIS), optional(REASON))
accepts("ResumeResourceInput", "A resource to offer again", "要恢复的资源", subject(*THIS))
accepts("WithdrawResourceInput", "A resource to take back", "要撤回的资源", subject(*THIS), optional(REASON))


@strawberry.type
class ResourceMutations:
    """Mutations of resources."""

    offer_resource = mutation(
        resources.offer,
        "OfferResourceInput",
        "ResourcePayload",
        "Offer a resource of one's partner or, as administrator, of the subdistrict; or keep it as a draft",
        "提供本单位的资源，街道管理员提供街道自有的资源；或存为草稿",
    )
    edit_resource = mutation(
        resources.edit, "EditResourceInput", "ResourcePayload", "Change what a resource says", "修改资源"
    )
    publish_resource = mutation(
        resources.publish, "PublishResourceInput", "ResourcePayload", "Offer a draft", "发布资源草稿"
    )
    pause_resource = mutation(
        resources.pause, "PauseResourceInput", "ResourcePayload", "Take no new claims for now", "暂停接受认领"
    )
    resume_resource = mutation(
        resources.resume, "ResumeResourceInput", "ResourcePayload", "Take claims again", "恢复接受认领"
    )
    withdraw_resource = mutation(
        resources.withdraw, "WithdrawResourceInput", "ResourcePayload", "Take a resource back", "撤回资源"
    )
