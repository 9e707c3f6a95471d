"""Mutations of whistles."""

import strawberry

from db.machines import whistles as machine
from resolvers import departments, whistles

from .changing import REASON, Fields, accepts, optional, payload, required, subject
from .doing import does

REQUIRED: Fields = {
    "kind": ("WhistleKind", "Kind", "类别", "BEYOND_AUTHORITY"),
    "title": ("str", "Title, up to 200 characters", "标题，最多 200 字", "占用消防通道"),
}
OPTIONAL: Fields = {
    "description": ("str", "What is to be solved, up to 5000 characters", "说明，最多 5000 字"),
    "site": ("str", "Where", "地点", "金色年华小区南门"),
    "branch_id": (
        "ID",
        "The branch that blows it; default: one's own, or that of the topic or need",
        "吹哨的党组织；默认为本人所在党组织，或议题、需求所属党组织",
    ),
    "topic_id": ("ID", "The resolved topic that it is about", "所涉及的议题，须已形成决议"),
    "need_id": ("ID", "The need that it is about, not yet met", "所涉及的需求，须尚未兑现"),
}
LEAD: Fields = {"lead_id": ("ID", "The department that leads: an admitted partner of that kind", "主办部门，须已入驻")}
ASSISTING: Fields = {"assisting_ids": ("list[ID]", "The departments that assist, up to 50", "协办部门，最多 50 个")}
OUTCOME: Fields = {"outcome": ("str", "What was done, up to 5000 characters", "处置结果，最多 5000 字")}
RATING: Fields = {"rating": ("int", "1 to 5, 5 is best", "评哨分数，1 至 5，5 为最好", "5")}
COMMENT: Fields = {"comment": ("str", "In words, up to 5000 characters", "评哨意见，最多 5000 字")}
THIS = subject("whistle", "吹哨")

payload("WhistlePayload", "The whistle", "吹哨", {"whistle": ("Whistle", "The whistle as it is now", "吹哨的现状")})
accepts("RaiseWhistleInput", "A whistle to blow", "要吹的哨", required(REQUIRED), optional(OPTIONAL))
accepts("ApproveWhistleInput", "A whistle to approve", "要批准的吹哨", THIS)
accepts("RefuseWhistleInput", "A whistle to refuse", "不予批准的吹哨", THIS, required(REASON))
accepts("DispatchWhistleInput", "Whom a whistle calls", "分哨的部门", THIS, required(LEAD), optional(ASSISTING))
accepts("ReturnWhistleInput", "A whistle to give back", "要退回的吹哨", THIS, required(REASON))
accepts("ReportInInput", "A whistle to report in to, as lead", "主办部门报到的吹哨", THIS)
accepts("AssistWhistleInput", "A whistle to report in to, as assistant", "协办部门报到的吹哨", THIS)
accepts("BeginWhistleInput", "A whistle to begin with", "开始处置的吹哨", THIS)
accepts("FinishWhistleInput", "What came of a whistle", "吹哨的处置结果", THIS, required(OUTCOME))
accepts("RateWhistleInput", "The rating of a whistle", "评哨", THIS, required(RATING), optional(COMMENT))


@strawberry.type
class WhistleMutations:
    """Mutations of whistles."""

    raise_whistle = does(whistles.raise_whistle, machine.RAISE, "WhistlePayload")
    approve_whistle = does(whistles.approve, machine.APPROVE, "WhistlePayload")
    refuse_whistle = does(whistles.refuse, machine.REFUSE, "WhistlePayload")
    dispatch_whistle = does(departments.dispatch, machine.DISPATCH, "WhistlePayload")
    return_whistle = does(departments.give_back, machine.RETURN, "WhistlePayload")
    report_in = does(departments.report_in, machine.REPORT_IN, "WhistlePayload")
    assist_whistle = does(departments.assist, machine.ASSIST, "WhistlePayload")
    begin_whistle = does(departments.take_up, machine.BEGIN, "WhistlePayload")
    finish_whistle = does(departments.finish, machine.FINISH, "WhistlePayload")
    rate_whistle = does(whistles.rate, machine.RATE, "WhistlePayload")
