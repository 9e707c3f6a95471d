"""Why a plan leaves a need, or a part of it, unserved: one sentence with the numbers, in Chinese and English."""

from db.models.states import PlanMethod, UnservedReason

from .messages import Message

# `needed` is what was open, `missing` what nobody gives of it, in `unit`; `candidates` counts what could serve it.
SENTENCES: dict[UnservedReason, Message] = {
    UnservedReason.NO_CANDIDATE: Message(
        "没有符合条件的候选资源，{missing} {unit}全部未满足",
        "no resource could serve it: all {missing} {unit} are missing",
    ),
    UnservedReason.QUANTITY_SHORT: Message(
        "{candidates} 项候选资源合计不足 {needed} {unit}，仍缺 {missing} {unit}",
        "all its candidates ({candidates}) together have less than {needed} {unit}: {missing} {unit} are missing",
    ),
    UnservedReason.INDIVISIBLE: Message(
        "需求不可拆分，{candidates} 项候选资源中没有一项能单独提供 {needed} {unit}",
        "it cannot be shared, and none of its candidates ({candidates}) alone has {needed} {unit}",
    ),
    UnservedReason.NOT_WORTH_IT: Message(
        "{candidates} 项候选资源中仍有可用的，但用于此处会使整体方案变差，仍缺 {missing} {unit}",
        "some of its candidates ({candidates}) could give more, but the whole plan is worth more without: "
        "{missing} {unit} are missing",
    ),
    UnservedReason.CARRIERS_FULL: Message(
        "{candidates} 项候选资源仍有余量，但其合伙人可同时承接的认领已满，仍缺 {missing} {unit}",
        "its candidates ({candidates}) have enough left, but their partners can carry no further claim: "
        "{missing} {unit} are missing",
    ),
    UnservedReason.CANDIDATES_TAKEN: Message(
        "{candidates} 项候选资源已分配给更合适的需求，仍缺 {missing} {unit}",
        "the plan gives its candidates ({candidates}) to other needs: {missing} {unit} are missing",
    ),
}
# A stable plan weighs nothing against the whole; it gives every need one resource at most.
ONE_RESOURCE = Message(
    "稳定方案为每项需求最多配一项资源，按最大的需求预留份额；{candidates} 项候选资源仍有余量，仍缺 {missing} {unit}",
    "a stable plan gives a need one resource at most, in shares as large as the largest need of it; "
    "some of its candidates ({candidates}) have more, {missing} {unit} are missing",
)


def sentence(
    method: PlanMethod, reason: UnservedReason, *, needed: int, missing: int, unit: str, candidates: int
) -> Message:
    """Say it in both languages; quantities are in the need's unit."""
    stable = method is PlanMethod.STABLE and reason is UnservedReason.NOT_WORTH_IT
    message = ONE_RESOURCE if stable else SENTENCES[reason]
    numbers = {"needed": needed, "missing": missing, "unit": unit, "candidates": candidates}
    return Message(*(text.format(**numbers) for text in message))
