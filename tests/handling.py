"""Topics of the demo network on their way, each step by whose it is."""

from typing import Any

from people import People

GRID = "昌乐路社区第三网格"
DEPARTMENT = "驻大港司法工作岗（演示）"
TOPIC: dict[str, Any] = {"title": "停电时上下楼没有扶手", "category": "ELDERLY_CARE"}
CONCERNED = ("RESIDENT", "OWNERS_COMMITTEE", "PROPERTY_MANAGER", "GRID_INSTRUCTOR", "COMMUNITY_SECRETARY")
RECORD: dict[str, Any] = {
    "heldAt": "2026-05-20T19:00:00+08:00",
    "resolution": "委托第三方加装，物业配合打孔。",
    "minutes": "逐层看过，一致同意。",
}
NEED: dict[str, Any] = {"title": "楼道扶手", "category": "ELDERLY_CARE", "quantity": 12, "unit": "段"}
SHOWN: dict[str, Any] = {"outcome": "扶手全部装好。", "evidence": "逐层照片十二张"}


async def submitted(people: People, login: str = "jumin", **values: Any) -> str:
    """A topic of the third grid."""
    if login == "jumin":
        values = {"gridId": await people.id("grids", name=GRID)} | values
    topic: str = (await people.do(login, "submitTopic", **TOPIC | values))["id"]
    return topic


async def accepted(people: People, **values: Any) -> str:
    """The same, taken on."""
    topic = await submitted(people, **values)
    await people.do("changle3", "acceptTopic", id=topic)
    return topic


async def deliberate(people: People, topic: str, *roles: str, **record: Any) -> str:
    """A minuted deliberation on a topic, at which these roles were."""
    called: str = (await people.do("changle3", "conveneDeliberation", topicId=topic))["id"]
    came = [{"role": role} for role in roles or CONCERNED]
    await people.do("changle3", "minuteDeliberation", id=called, attendees=came, **RECORD | record)
    return called


async def resolved(people: People, **values: Any) -> str:
    """A topic with a resolution."""
    topic = await accepted(people, **values)
    await deliberate(people, topic)
    await people.do("changle3", "resolveTopic", id=topic)
    return topic


async def solved(people: People, **values: Any) -> str:
    """A topic that a department has solved, to be handled."""
    topic = await resolved(people, **values)
    blown = {"kind": "BEYOND_AUTHORITY", "title": "楼道墙体须鉴定", "topicId": topic}
    whistle = (await people.do("changle3", "raiseWhistle", **blown))["id"]
    await people.do("changle", "approveWhistle", id=whistle)
    await people.do("dagang", "dispatchWhistle", id=whistle, leadId=await people.id("partners", name=DEPARTMENT))
    for step in ("reportIn", "beginWhistle"):
        await people.do("sifa", step, id=whistle)
    await people.do("sifa", "finishWhistle", id=whistle, outcome="墙体可打孔，已安装。")
    return topic


async def handled(people: People, by: str = "changle3", **values: Any) -> str:
    """The same, handled by somebody."""
    topic = await solved(people, **values)
    await people.do(by, "handleTopic", id=topic, **SHOWN)
    return topic


async def closed(people: People, **values: Any) -> str:
    """The same, verified and closed."""
    topic = await handled(people, **values)
    await people.do("zhidao", "verifyTopic", id=topic)
    await people.do("changle3", "closeTopic", id=topic, followUp="SATISFIED")
    return topic
