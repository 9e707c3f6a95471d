"""Fulfilment 兑现, Milestone 里程碑 and Evaluation 评价."""

from db import models

from .node import Node
from .reading import entity
from .registry import shown


@entity(models.Fulfilment, "A delivery on a claim", "兑现：认领的一次交付")
class Fulfilment(Node):
    """兑现."""

    quantity = shown("int", "How much, in the need's unit", "数量（按需求的单位）", "6")
    delivered_on = shown("date", "When", "交付日期")
    evidence = shown("str", "What shows it", "佐证说明")
    returned = shown("bool", "Whether the receiving side returned it", "是否被接收方退回")
    created_at = shown("datetime", "When it was recorded", "登记时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    claim = shown("Claim | None", "The claim", "认领")
    creator = shown("Account | None", "Who recorded it", "登记人")


@entity(models.Milestone, "A step of a project", "项目里程碑")
class Milestone(Node):
    """里程碑."""

    title = shown("str", "Title", "标题", "完成 1 至 3 层安装")
    due_on = shown("date | None", "By when", "计划完成日期")
    done_on = shown("date | None", "When it was done; null until then", "实际完成日期，未完成为空")
    evidence = shown("str", "What shows it", "佐证说明")
    project = shown("Project | None", "The project", "项目")
    doer = shown("Account | None", "Who reported it done", "登记完成的人")


@entity(models.Evaluation, "A rating; nobody rates themselves", "评价：任何人不得评价自己")
class Evaluation(Node):
    """评价."""

    side = shown("EvaluationSide", "Who rates whom", "评价方向")
    subject = shown(
        "Stateful | None",
        "What is rated: a claim, a topic or a need",
        "评价对象：认领、议题或需求",
        either={"Claim": "claim", "Topic": "topic", "Need": "need"},
    )
    solved = shown("bool", "Whether it is solved", "是否解决")
    satisfied = shown("bool", "Whether those concerned are satisfied", "是否满意")
    score = shown("int", "1 to 5", "评分，1 至 5", "5")
    comment = shown("str", "In words", "评价意见")
    created_at = shown("datetime", "When", "评价时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    claim = shown("Claim | None", "The claim that is rated", "被评价的认领")
    topic = shown("Topic | None", "The topic that is rated", "被评价的议题")
    need = shown("Need | None", "The need that is rated", "被评价的需求")
    creator = shown("Account | None", "Who rates", "评价人")
