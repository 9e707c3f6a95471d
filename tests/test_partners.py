"""A partner leaves the network: with a reason, and with nothing left to carry."""

from itertools import count

from deals import INVALID, agreed
from people import People

NUMBERS = count(1)


async def registered(people: People) -> str:
    """The id of an admitted partner that carries nothing."""
    partner: str = (await people.do("dagang", "registerPartner", name=f"示例单位{next(NUMBERS)}", kind="ENTERPRISE"))[
        "id"
    ]
    await people.do("dagang", "admitPartner", id=partner)
    return partner


async def test_a_partner_is_released_by_the_administrator_with_a_reason(people: People) -> None:
    partner = await registered(people)
    for login in ("changle", "changle3", "hangyun", "jumin"):
        assert await people.refused(login, "releasePartner", id=partner, reason="r") == [("FORBIDDEN", "id")]
    assert await people.refused("dagang", "releasePartner", id=partner, reason=" ") == [("BLANK", "reason")]
    shows = "status history { nodes { toStatus reason } }"
    left = await people.do("dagang", "releasePartner", shows, id=partner, reason="迁出本街道")
    assert left["status"] == "EXITED"
    assert left["history"]["nodes"][-1] == {"toStatus": "EXITED", "reason": "迁出本街道"}
    assert await people.refused("dagang", "releasePartner", id=partner, reason="r") == INVALID
    assert await people.refused("dagang", "resumePartner", id=partner) == INVALID


async def test_a_suspended_partner_is_released_and_an_applicant_is_not(people: People) -> None:
    partner = await registered(people)
    await people.do("dagang", "suspendPartner", id=partner, reason="r")
    assert (await people.do("dagang", "releasePartner", id=partner, reason="r"))["status"] == "EXITED"
    applicant = (await people.do("dagang", "registerPartner", name="另一单位", kind="ENTERPRISE"))["id"]
    assert await people.refused("dagang", "releasePartner", id=applicant, reason="r") == INVALID


async def test_a_partner_that_carries_a_claim_stays(people: People) -> None:
    await agreed(people, "yinhang")
    partner = await people.partner("yinhang")
    assert await people.refused("dagang", "releasePartner", id=partner, reason="r") == [("IN_USE", "id")]
