"""Mutations that rate: a topic's outcome, both sides of a claim, a need."""

import strawberry

from db.machines import claims, needs, topics
from resolvers import evaluations

from .changing import Fields, accepts, optional, payload, required, subject
from .doing import does

RATING: Fields = {
    "solved": ("bool", "Whether it is solved", "是否解决", "true"),
    "satisfied": ("bool", "Whether those concerned are satisfied", "是否满意", "true"),
    "score": ("int", "1 to 5", "评分，1 至 5", "5"),
}
COMMENT: Fields = {
    "comment": ("str", "In words, up to 5000 characters", "评价意见，最多 5000 字", "扶手稳当，老人放心")
}

payload(
    "EvaluationPayload",
    "The rating",
    "评价",
    {"evaluation": ("Evaluation", "The rating; it is final", "评价，不可更改")},
)
for name, noun, chinese in (
    ("RateTopicInput", "topic", "议题"),
    ("RatePartnerInput", "claim", "认领"),
    ("RateBranchInput", "claim", "认领"),
    ("EvaluateNeedInput", "need", "需求"),
):
    accepts(name, "A rating", "评价内容", subject(noun, chinese), required(RATING), optional(COMMENT))


@strawberry.type
class EvaluationMutations:
    """Mutations that rate."""

    rate_topic = does(evaluations.rate_topic, topics.RATE, "EvaluationPayload")
    rate_partner = does(evaluations.rate_partner, claims.RATE_PARTNER, "EvaluationPayload")
    rate_branch = does(evaluations.rate_branch, claims.RATE_BRANCH, "EvaluationPayload")
    evaluate_need = does(evaluations.evaluate_need, needs.EVALUATE, "EvaluationPayload")
