"""Matching 匹配: what fits what, and why; texts that are alike; subcategories."""

import strawberry
from strawberry.types.arguments import StrawberryArgument

from db import models
from db.matching.weights import Part
from resolvers.reading.values import Structural

from .descriptions import text
from .enums import described
from .node import Node
from .reading import connected, entity, ranked
from .registry import argument, register, shown


class Language(Structural):
    """Language of a sentence."""

    CHINESE = strawberry.enum_value("CHINESE", description=text("Chinese", "中文"))
    ENGLISH = strawberry.enum_value("ENGLISH", description=text("English", "英文"))


register(strawberry.enum(Language, description=text("Language of a sentence", "语言")))
described(
    Part,
    "What counts in a match",
    "匹配的评分项",
    "MatchPartName",
    TEXT=("How alike the texts are, seen from both sides", "文字相近程度（双向）"),
    CATEGORY=("Whether both are about the same matter", "事项是否相同"),
    CLOSENESS=("How near: grid, community, service area, distance", "地点远近：网格、社区、服务区域、距离"),
    QUANTITY=("How much of what is needed can be given", "数量是否足够"),
    WINDOW=("Whether it is there when it is needed", "时间是否合适"),
    RECORD=("What the partner has delivered and how it was rated", "合伙人的兑现与评价记录"),
    LOAD=("How much the partner carries already", "合伙人正在承担的数量"),
    HISTORY=("What was done together before", "以往与本党组织的合作"),
    URGENCY=("How urgent the need is", "需求的紧急程度"),
)


def _because() -> object:
    field = shown("str", "Why, as a sentence", "理由", "服务区域包含昌乐路社区")
    field.arguments = [
        argument("language", "Language | None", "Its language; default CHINESE", "语言，默认中文", "ENGLISH")
    ]
    return field


@register
@strawberry.type(
    description=text("A part of a match: its value times its weight counts", "匹配的一项：得分为取值乘以权重")
)
class MatchPart:
    """评分项."""

    name = shown("MatchPartName", "What it is about", "评分项")
    value = shown("float", "How well it fits, from 0 to 1", "符合程度，0 至 1", "0.8")
    weight = shown("float", "How much it counts; all weights add up to 1", "权重，合计为 1", "0.12")
    because = _because()


@entity(models.Match, "A need and a resource that fit each other", "匹配：相互适合的需求与资源")
class Match:
    """匹配."""

    score = shown(
        "float", "How well they fit: the parts' values times their weights, from 0 to 1", "匹配度，0 至 1", "0.73"
    )
    parts = shown(
        "list[MatchPart]", "What the score is made of, the heaviest first", "得分构成，权重大的在前", shows="parts"
    )
    need = shown("Need", "The need", "需求")
    resource = shown("Resource", "The resource", "资源")
    partner = shown("PartnerUnit | None", "Who gives it; none: the subdistrict itself", "提供的合伙人，空为街道自有")
    need_line = shown(
        "NeedLine | None",
        "The line of an open project by which a partner claims the need; none: no project takes it up yet",
        "合伙人认领此需求所用的项目条目；空为尚未立项",
    )
    project = shown("Project | None", "The project of that line", "该条目所属项目")
    already_claimed = shown(
        "bool",
        "Whether a live claim ties the need to this resource or partner already",
        "此需求与该资源或合伙人是否已有有效认领",
    )


@entity(models.Likeness, "What is posted already and like a text", "相似：已发布且与所给文字相近的需求或资源")
class Likeness:
    """相似."""

    score = shown("float", "How alike, from 0 to 1", "相近程度，0 至 1", "0.64")
    shared = shown("str", "Words of both", "共有的词", "扶手、楼道")
    need = shown("Need | None", "The need", "需求")
    resource = shown("Resource | None", "The resource", "资源")


@entity(models.CategorySuggestion, "What a text seems to be about", "类别建议：文字可能所属的类别")
class CategorySuggestion:
    """类别建议."""

    score = shown("float", "How sure, from 0 to 1", "把握程度，0 至 1", "0.6")
    category = shown("Category", "The category", "类别")
    subcategory = shown("Subcategory", "The subcategory", "小类")
    shared = shown("str", "The keywords found in the text", "文字中的关键词", "扶手、楼道")


@entity(models.Subcategory, "A subcategory: the second level of the categories", "小类：类别的第二级")
class Subcategory(Node):
    """小类."""

    code = shown("str", "Its code: the category, a dot, a name", "代码：类别、点、名称", "BUILDING_REPAIR.HANDRAIL")
    category = shown("Category", "The category", "所属类别")
    name = shown("str", "Name", "名称", "楼道扶手与无障碍")
    english_name = shown(
        "str", "Name in English; may be empty", "英文名称，可为空", "Handrails and barrier-free access"
    )
    keywords = shown(
        "list[str]",
        "Words by which people name it, folded: simplified, in lower case",
        "常用说法（统一为简体、小写）",
        '["扶手", "栏杆"]',
    )
    retired = shown("bool", "Whether it is out of use", "是否已停用")
    created_at = shown("datetime", "When it was made", "创建时间")
    updated_at = shown("datetime", "When it was last changed", "更新时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    creator = shown("Account | None", "Who made it; none: it was there from the beginning", "创建人，空为自带")
    needs = connected("Need", "Needs about it", "此类需求")
    resources = connected("Resource", "Resources about it", "此类资源")


TYPED = argument(
    "text", "str", "What somebody is about to post, up to 2000 letters", "准备发布的文字，最多 2000 字", "楼道装扶手"
)
WHERE = argument("subdistrict_id", "ID | None", "Where; default: one's own subdistrict", "所在街道，默认为本人所属街道")


def _of(name: str, english: str, chinese: str) -> StrawberryArgument:
    return argument(name, "ID", english, chinese)


@strawberry.type
class MatchingQueries:
    """Questions of matching."""

    matches_for_need = ranked(
        "Match",
        "need",
        "Resources that fit a need, the best first; what is used up, paused, out of its time or excluded is not there",
        "适合某需求的资源，匹配度高的在前；已用完、已暂停、时间不合或被排除的不列入",
        _of("need_id", "The need", "需求"),
    )
    matches_for_resource = ranked(
        "Match",
        "resource",
        "Needs that fit a resource, the best first",
        "适合某资源的需求，匹配度高的在前",
        _of("resource_id", "The resource", "资源"),
    )
    suggestions = ranked(
        "Match",
        "viewer",
        "What is worth claiming for you: needs for a partner's newest resources, resources for a branch's newest needs",
        "为您推荐：合伙人可认领的需求，或党组织可认领的资源",
    )
    similar_needs = ranked(
        "Likeness",
        "needs like",
        "Needs posted already that are like a text, so that nothing is posted twice",
        "与所给文字相近的已有需求，避免重复发布",
        TYPED,
        WHERE,
    )
    resources_like = ranked(
        "Likeness",
        "resources like",
        "Resources offered already that are like a text",
        "与所给文字相近的已有资源",
        TYPED,
        WHERE,
    )
    suggested_categories = ranked(
        "CategorySuggestion",
        "categories",
        "What a text seems to be about, the surest first",
        "文字可能所属的类别，把握大的在前",
        TYPED,
        WHERE,
    )
