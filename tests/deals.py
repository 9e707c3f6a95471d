"""Claims of the demo network on their way to a delivery, and what is done with them by several at once."""

import asyncio
from dataclasses import dataclass
from typing import Any

from people import MUTATIONS, People, noun

Refusals = list[tuple[str, str]]  # codes, and fields of the input
DONE: Refusals = []
INVALID: Refusals = [("INVALID_STATE", "id")]
ROUNDS = 3  # of a race: more often is not worth the time

NEED: dict[str, Any] = {"title": "楼道扶手", "category": "ELDERLY_CARE", "quantity": 10, "unit": "副"}
RESOURCE: dict[str, Any] = {"title": "扶手", "form": "GOODS", "category": "ELDERLY_CARE", "quantity": 20, "unit": "副"}


@dataclass(frozen=True)
class Deal:
    """The ids of a claim and of what it is on."""

    claim: str
    project: str
    line: str
    need: str


async def claimable(people: People, branch: str = "changle3", **need: Any) -> tuple[str, str, str]:
    """The ids of a project of the branch, its only line, and the need, which is the branch's unless it is named."""
    asked = need.get("id") or (await people.do(branch, "postNeed", **NEED | need))["id"]
    shows = "id needLines { nodes { id } }"
    project = await people.do(branch, "openProject", shows, title="扶手项目", lines=[{"needId": asked}])
    return project["id"], project["needLines"]["nodes"][0]["id"], asked


async def agreed(people: People, giver: str = "wuye", quantity: int = 10, **line: Any) -> Deal:
    """A claim of `quantity` on a new need of ten, to which the branch has agreed."""
    project, need_line, need = await claimable(people)
    lines = [{"needLineId": need_line, "quantity": quantity} | line]
    claims = await people.do(giver, "claimProject", lines=lines)
    await people.do("changle3", "acceptClaim", id=claims[0]["id"])
    return Deal(claims[0]["id"], project, need_line, need)


async def begun(people: People, giver: str = "wuye", quantity: int = 10, **line: Any) -> Deal:
    """The same, under way."""
    deal = await agreed(people, giver, quantity, **line)
    await people.do(giver, "startClaim", id=deal.claim)
    return deal


async def delivered(people: People, giver: str = "wuye") -> Deal:
    """The same, delivered in two parts: 4 and 6."""
    deal = await begun(people, giver)
    for quantity in (4, 6):
        await people.do(giver, "deliverClaim", id=deal.claim, quantity=quantity, evidence=f"签收单 {quantity}")
    return deal


async def at_once(people: People, *deeds: tuple[str, str, dict[str, Any]]) -> list[Refusals]:
    """What several mutations (login, name, input), all begun at once, were refused for: nothing where it was done."""
    return await asyncio.gather(*(_outcome(people, *deed) for deed in deeds))


async def _outcome(people: People, login: str, name: str, values: dict[str, Any]) -> Refusals:
    query = f"""mutation ($input: {MUTATIONS[name].args["input"].type}) {{
        {name}(input: $input) {{ {noun(name)} {{ id }} userErrors {{ code field }} }} }}"""
    payload = (await people.ask(login, query, input=values))[name]
    return [(error["code"], ".".join(error["field"][1:])) for error in payload["userErrors"]]
