"""Claims from the agreement to the confirmed delivery, and what goes back to the pool when nothing comes."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from deals import DONE, INVALID, NEED, RESOURCE, ROUNDS, agreed, at_once, begun, claimable, delivered
from people import People

CHINA = timezone(timedelta(hours=8))
FULFILMENTS = "fulfilments { nodes { quantity deliveredOn evidence returned } }"  # the oldest first


@pytest.fixture(scope="module")
async def people(people: People) -> People:
    """The demo network, with a partner that can carry all the claims of these tests."""
    wuye = await people.partner("wuye")
    await people.do("dagang", "editPartner", id=wuye, capacity=1000)
    return people


def china_today() -> Any:
    return datetime.now(UTC).astimezone(CHINA).date()


async def counts(people: People, need: str) -> tuple[str, int, int]:
    """State of a need, how much of it is claimed, and how much is left."""
    shown = await people.see("changle3", f'need(id: "{need}") {{ status claimed remaining }}')
    return shown["status"], shown["claimed"], shown["remaining"]


async def running(people: People, claim: str) -> list[str]:
    """The deadlines of a claim that run."""
    shown = await people.see("dagang", f'claim(id: "{claim}") {{ deadlines {{ nodes {{ kind status }} }} }}')
    return [node["kind"] for node in shown["deadlines"]["nodes"] if node["status"] == "RUNNING"]


# The way


async def test_a_claim_is_delivered_in_parts_and_confirmed_by_who_receives(people: People) -> None:
    deal = await agreed(people)
    assert await counts(people, deal.need) == ("FULLY_CLAIMED", 10, 0)
    assert (await people.do("wuye", "startClaim", id=deal.claim))["status"] == "ACTIVE"
    assert await counts(people, deal.need) == ("IN_DELIVERY", 10, 0)
    shows = "status delivered"
    part = await people.do("wuye", "deliverClaim", shows, id=deal.claim, quantity=4, evidence="照片")
    assert part == {"status": "ACTIVE", "delivered": 4}
    rest = await people.do("wuye", "deliverClaim", shows, id=deal.claim, quantity=6, evidence="签收单")
    assert rest == {"status": "DELIVERED", "delivered": 10}
    done = await people.do("changle3", "confirmClaim", shows, id=deal.claim)
    assert done == {"status": "CONFIRMED", "delivered": 10}
    assert await counts(people, deal.need) == ("FULFILLED", 10, 0)


async def test_what_is_confirmed_counts_for_who_gave_it(people: People) -> None:
    id_ = await people.partner("wuye")
    shows = f'partner(id: "{id_}") {{ given carrying }}'
    before = await people.see("wuye", shows)
    deal = await delivered(people)
    assert await people.see("wuye", shows) == {"given": before["given"], "carrying": before["carrying"] + 1}
    await people.do("changle3", "confirmClaim", id=deal.claim)
    assert await people.see("wuye", shows) == {"given": before["given"] + 1, "carrying": before["carrying"]}


async def test_every_step_is_in_the_history_with_who_did_it_and_why(people: People) -> None:
    deal = await delivered(people)
    await people.do("changle3", "returnDelivery", id=deal.claim, reason="两副松动")
    shows = "history { nodes { toStatus reason actor { displayName } } }"
    steps = (await people.see("changle3", f'claim(id: "{deal.claim}") {{ {shows} }}'))["history"]["nodes"]
    liaison, secretary = [
        (await people.see(login, "me { displayName }"))["displayName"] for login in ("wuye", "changle3")
    ]
    assert [(step["toStatus"], step["actor"]["displayName"], step["reason"]) for step in steps] == [
        ("PROPOSED", liaison, ""),
        ("ACCEPTED", secretary, ""),
        ("ACTIVE", liaison, ""),
        ("DELIVERED", liaison, ""),
        ("ACTIVE", secretary, "两副松动"),
    ]


async def test_deadlines_follow_the_claim(people: People) -> None:
    deal = await begun(people)
    assert await running(people, deal.claim) == ["DELIVER_CLAIM"]
    await people.do("wuye", "deliverClaim", id=deal.claim, quantity=10, evidence="签收单")
    assert await running(people, deal.claim) == ["CONFIRM_CLAIM"]
    await people.do("changle3", "returnDelivery", id=deal.claim, reason="尺寸不符")
    assert await running(people, deal.claim) == ["DELIVER_CLAIM"]
    await people.do("wuye", "deliverClaim", id=deal.claim, quantity=10, evidence="重做后的签收单")
    await people.do("changle3", "confirmClaim", id=deal.claim)
    assert await running(people, deal.claim) == []


# Deliveries


async def test_a_delivery_says_how_much_when_and_what_shows_it(people: People) -> None:
    deal = await begun(people)
    day = str(china_today())
    await people.do(
        "wuye", "deliverClaim", id=deal.claim, quantity=1, evidence="  楼长签收\n照片三张 ", deliveredOn=day
    )
    await people.do("wuye", "deliverClaim", id=deal.claim, quantity=2, evidence="签收单")
    shown = await people.see("changle3", f'claim(id: "{deal.claim}") {{ {FULFILMENTS} }}')
    assert shown["fulfilments"]["nodes"] == [
        {"quantity": 1, "deliveredOn": day, "evidence": "楼长签收\n照片三张", "returned": False},
        {"quantity": 2, "deliveredOn": str(china_today()), "evidence": "签收单", "returned": False},
    ]


async def test_no_more_is_delivered_than_was_promised(people: People) -> None:
    deal = await begun(people)
    await people.do("wuye", "deliverClaim", id=deal.claim, quantity=7, evidence="签收单")
    more: dict[str, Any] = {"id": deal.claim, "quantity": 4, "evidence": "签收单"}
    assert await people.refused("wuye", "deliverClaim", **more) == [("EXCEEDS_REMAINING", "quantity")]
    assert await people.told("wuye", "deliverClaim", **more) == "only 3 副 left"
    shown = await people.see("wuye", f'claim(id: "{deal.claim}") {{ delivered fulfilments {{ totalCount }} }}')
    assert shown == {"delivered": 7, "fulfilments": {"totalCount": 1}}


NONSENSE: list[tuple[dict[str, Any], tuple[str, str]]] = [
    ({"quantity": 0}, ("NOT_POSITIVE", "quantity")),
    ({"quantity": -3}, ("NOT_POSITIVE", "quantity")),
    ({"evidence": " \n"}, ("BLANK", "evidence")),
    ({"evidence": "x" * 5001}, ("TOO_LONG", "evidence")),
    ({"deliveredOn": "2199-01-01"}, ("IN_THE_FUTURE", "deliveredOn")),
    ({"deliveredOn": "1999-12-31"}, ("OUT_OF_RANGE", "deliveredOn")),
    ({"id": "x"}, ("INVALID_ID", "id")),
]


async def test_a_delivery_that_says_nonsense_is_refused(people: People) -> None:
    deal = await begun(people)
    for values, refused in NONSENSE:
        given: dict[str, Any] = {"id": deal.claim, "quantity": 1, "evidence": "签收单"} | values
        assert await people.refused("wuye", "deliverClaim", **given) == [refused]
    assert (await people.see("wuye", f'claim(id: "{deal.claim}") {{ delivered }}'))["delivered"] == 0


async def test_tomorrow_is_in_the_future_and_today_is_not(people: People) -> None:
    deal = await begun(people)
    given: dict[str, Any] = {"id": deal.claim, "quantity": 1, "evidence": "签收单"}
    tomorrow, today = str(china_today() + timedelta(days=1)), str(china_today())
    refused = await people.refused("wuye", "deliverClaim", **given, deliveredOn=tomorrow)
    assert refused == [("IN_THE_FUTURE", "deliveredOn")]
    assert await people.do("wuye", "deliverClaim", "delivered", **given, deliveredOn=today) == {"delivered": 1}


# Returned


async def test_the_last_delivery_is_returned_and_may_be_made_again(people: People) -> None:
    deal = await delivered(people)
    for reason in ("", " \n"):
        refused = await people.refused("changle3", "returnDelivery", id=deal.claim, reason=reason)
        assert refused == [("BLANK", "reason")]
    shows = f"status delivered {FULFILMENTS}"
    back = await people.do("changle3", "returnDelivery", shows, id=deal.claim, reason="六副尺寸不符")
    assert (back["status"], back["delivered"]) == ("ACTIVE", 4)
    assert [(node["quantity"], node["returned"]) for node in back["fulfilments"]["nodes"]] == [(4, False), (6, True)]
    assert await people.refused("changle3", "confirmClaim", id=deal.claim) == [("INVALID_STATE", "id")]
    again = await people.do("wuye", "deliverClaim", shows, id=deal.claim, quantity=6, evidence="重做后的签收单")
    assert (again["status"], again["delivered"]) == ("DELIVERED", 10)
    returned = [node["returned"] for node in again["fulfilments"]["nodes"]]
    assert returned == [False, True, False]
    twice = await people.do("changle3", "returnDelivery", shows, id=deal.claim, reason="仍不符")
    assert [node["returned"] for node in twice["fulfilments"]["nodes"]] == [False, True, True]


# Who may, and when


async def test_each_side_does_what_is_its_own(people: People) -> None:
    deal = await agreed(people)
    delivery: dict[str, Any] = {"id": deal.claim, "quantity": 1, "evidence": "签收单"}
    forbidden = [("FORBIDDEN", "id")]
    for login in ("changle3", "changle", "dagang", "wangge"):
        assert await people.refused(login, "startClaim", id=deal.claim) == forbidden
    await people.do("wuye", "startClaim", id=deal.claim)
    for login in ("changle3", "changle", "dagang", "wangge"):
        assert await people.refused(login, "deliverClaim", **delivery) == forbidden
    assert await people.refused("wuye", "defaultClaim", id=deal.claim, reason="r") == forbidden
    await people.do("wuye", "deliverClaim", **delivery | {"quantity": 10})
    for login in ("wuye", "wangge", "zhidao"):
        assert await people.refused(login, "confirmClaim", id=deal.claim) == forbidden
        assert await people.refused(login, "returnDelivery", id=deal.claim, reason="r") == forbidden


async def test_a_claim_of_others_is_not_there(people: People) -> None:
    deal = await agreed(people)
    delivery: dict[str, Any] = {"id": deal.claim, "quantity": 1, "evidence": "签收单"}
    for login in ("hangyun", "changle4", "changchun", "jumin", "xinggang"):
        for name in ("startClaim", "confirmClaim"):
            assert await people.refused(login, name, id=deal.claim) == [("NOT_FOUND", "id")]
        assert await people.refused(login, "defaultClaim", id=deal.claim, reason="r") == [("NOT_FOUND", "id")]
        assert await people.refused(login, "deliverClaim", **delivery) == [("NOT_FOUND", "id")]


@pytest.mark.parametrize("login", ["changle", "dagang"])
async def test_who_leads_the_branch_from_above_may_confirm_as_well(people: People, login: str) -> None:
    deal = await delivered(people)
    assert (await people.do(login, "confirmClaim", id=deal.claim))["status"] == "CONFIRMED"


async def test_nothing_is_done_out_of_its_turn(people: People) -> None:
    deal = await agreed(people)
    delivery: dict[str, Any] = {"id": deal.claim, "quantity": 10, "evidence": "签收单"}
    why = {"id": deal.claim, "reason": "r"}
    invalid = [("INVALID_STATE", "id")]
    assert await people.refused("wuye", "deliverClaim", **delivery) == invalid
    await people.do("wuye", "startClaim", id=deal.claim)
    assert await people.refused("wuye", "startClaim", id=deal.claim) == invalid
    assert await people.refused("changle3", "confirmClaim", id=deal.claim) == invalid
    assert await people.refused("changle3", "returnDelivery", **why) == invalid
    assert await people.refused("wuye", "withdrawClaim", id=deal.claim) == invalid
    await people.do("wuye", "deliverClaim", **delivery)
    assert await people.refused("wuye", "deliverClaim", **delivery | {"quantity": 1}) == invalid
    assert await people.refused("changle3", "defaultClaim", **why) == invalid
    await people.do("changle3", "confirmClaim", id=deal.claim)
    for name, values in {"confirmClaim": {"id": deal.claim}, "returnDelivery": why, "defaultClaim": why}.items():
        assert await people.refused("changle3", name, **values) == invalid


async def test_a_partner_confirms_what_it_receives(people: People) -> None:
    own: dict[str, Any] = {key: NEED[key] for key in ("title", "quantity", "unit")} | {"category": "BUSINESS_SERVICE"}
    need = await people.do("hangyun", "postNeed", **own)
    _, line, _ = await claimable(people, id=need["id"])
    (claim,) = await people.do("sifa", "claimProject", lines=[{"needLineId": line, "quantity": 10}])
    await people.do("changle3", "acceptClaim", id=claim["id"])
    await people.do("sifa", "startClaim", id=claim["id"])
    await people.do("sifa", "deliverClaim", id=claim["id"], quantity=10, evidence="签到表")
    for login in ("changle3", "dagang"):
        assert await people.refused(login, "confirmClaim", id=claim["id"]) == [("FORBIDDEN", "id")]
    shows = "status receiver { received }"
    before = (await people.see("hangyun", f'claim(id: "{claim["id"]}") {{ {shows} }}'))["receiver"]["received"]
    done = await people.do("hangyun", "confirmClaim", shows, id=claim["id"])
    assert done == {"status": "CONFIRMED", "receiver": {"received": before + 1}}


async def test_where_the_subdistrict_gives_nobody_confirms_their_own_delivery(people: People) -> None:
    need = await people.do("changle3", "postNeed", **NEED)
    resource = await people.do("dagang", "offerResource", **RESOURCE)
    wanted: dict[str, Any] = {"resourceId": resource["id"], "needId": need["id"], "quantity": 10}
    claim = (await people.do("changle3", "claimResource", **wanted))["id"]
    await people.do("dagang", "acceptClaim", id=claim)
    assert await people.refused("wuye", "startClaim", id=claim) == [("NOT_FOUND", "id")]
    await people.do("dagang", "startClaim", id=claim)
    await people.do("dagang", "deliverClaim", id=claim, quantity=10, evidence="领用单")
    assert await people.refused("dagang", "confirmClaim", id=claim) == [("SELF_VERIFICATION", "id")]
    assert (await people.do("dagang2", "confirmClaim", id=claim))["status"] == "CONFIRMED"


# Not delivered


async def test_what_was_not_delivered_goes_back_to_the_pool(people: People) -> None:
    resource = (await people.do("wuye", "offerResource", **RESOURCE))["id"]
    deal = await begun(people, resourceId=resource)
    await people.do("wuye", "deliverClaim", id=deal.claim, quantity=3, evidence="签收单")
    assert await people.refused("changle3", "defaultClaim", id=deal.claim, reason=" ") == [("BLANK", "reason")]
    shows = "status delivered partner { carrying }"
    before = (await people.see("wuye", "me { partner { carrying } }"))["partner"]["carrying"]
    lost = await people.do("changle3", "defaultClaim", shows, id=deal.claim, reason="两次约定未到场")
    assert lost == {"status": "DEFAULTED", "delivered": 3, "partner": {"carrying": before - 1}}
    assert await counts(people, deal.need) == ("PARTLY_CLAIMED", 3, 7)
    line = await people.see(
        "changle3", f'project(id: "{deal.project}") {{ needLines {{ nodes {{ claimed remaining }} }} }}'
    )
    assert line["needLines"]["nodes"] == [{"claimed": 3, "remaining": 7}]
    left = await people.see("wuye", f'resource(id: "{resource}") {{ status claimed }}')
    assert left == {"status": "PARTLY_CLAIMED", "claimed": 3}


async def test_others_take_up_what_was_not_delivered(people: People) -> None:
    deal = await begun(people)
    await people.do("wuye", "deliverClaim", id=deal.claim, quantity=3, evidence="签收单")
    await people.do("changle3", "defaultClaim", id=deal.claim, reason="停业")
    (claim,) = await people.do("hangyun", "claimProject", lines=[{"needLineId": deal.line, "quantity": 7}])
    await people.do("changle3", "acceptClaim", id=claim["id"])
    await people.do("hangyun", "startClaim", id=claim["id"])
    assert await counts(people, deal.need) == ("IN_DELIVERY", 10, 0)
    await people.do("hangyun", "deliverClaim", id=claim["id"], quantity=7, evidence="签收单")
    await people.do("changle3", "confirmClaim", id=claim["id"])
    assert await counts(people, deal.need) == ("FULFILLED", 10, 0)


async def test_a_claim_that_was_never_begun_gives_all_of_it_back(people: People) -> None:
    deal = await agreed(people)
    await people.do("changle3", "defaultClaim", id=deal.claim, reason="失联")
    assert await counts(people, deal.need) == ("POSTED", 0, 10)


# At once


async def test_deliveries_at_once_never_come_to_more_than_was_promised(people: People) -> None:
    for _ in range(ROUNDS):
        deal = await begun(people)
        delivery: dict[str, Any] = {"id": deal.claim, "quantity": 4, "evidence": "签收单"}
        results = await at_once(people, *[("wuye", "deliverClaim", delivery)] * 4)
        assert sorted(results) == [DONE, DONE, *[[("EXCEEDS_REMAINING", "quantity")]] * 2]
        shown = await people.see(
            "wuye", f'claim(id: "{deal.claim}") {{ status delivered fulfilments {{ totalCount }} }}'
        )
        assert shown == {"status": "ACTIVE", "delivered": 8, "fulfilments": {"totalCount": 2}}


async def test_the_last_delivery_or_the_default_never_both(people: People) -> None:
    for _ in range(ROUNDS):
        deal = await begun(people)
        results = await at_once(
            people,
            ("wuye", "deliverClaim", {"id": deal.claim, "quantity": 10, "evidence": "签收单"}),
            ("changle3", "defaultClaim", {"id": deal.claim, "reason": "逾期"}),
        )
        assert sorted(results) == [DONE, INVALID]
        claimed = (await counts(people, deal.need))[1]
        assert claimed == (10 if results[0] == DONE else 0)


async def test_a_part_delivered_and_defaulted_at_once_counts_once(people: People) -> None:
    for _ in range(ROUNDS):
        deal = await begun(people)
        delivery, default = await at_once(
            people,
            ("wuye", "deliverClaim", {"id": deal.claim, "quantity": 4, "evidence": "签收单"}),
            ("changle3", "defaultClaim", {"id": deal.claim, "reason": "逾期"}),
        )
        assert default == DONE
        assert delivery in (DONE, INVALID)
        assert (await counts(people, deal.need))[1] == (4 if delivery == DONE else 0)


async def test_confirmed_or_returned_never_both_and_never_defaulted(people: People) -> None:
    for _ in range(ROUNDS):
        deal = await delivered(people)
        confirmed, returned, default = await at_once(
            people,
            ("changle3", "confirmClaim", {"id": deal.claim}),
            ("changle", "returnDelivery", {"id": deal.claim, "reason": "不符"}),
            ("dagang", "defaultClaim", {"id": deal.claim, "reason": "逾期"}),
        )
        assert sorted([confirmed, returned]) == [DONE, INVALID]
        assert default == INVALID or (default == DONE and returned == DONE), "after it was returned it may default"
