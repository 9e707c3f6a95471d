"""Ratings of claims and needs: two-way, once, of the other side."""

from typing import Any

from deals import delivered
from handling import NEED
from people import People

RATING: dict[str, Any] = {"solved": True, "satisfied": True, "score": 4, "comment": "按时按量"}
INVALID, FORBIDDEN = [("INVALID_STATE", "id")], [("FORBIDDEN", "id")]
EXISTS, ONESELF = [("ALREADY_EXISTS", "id")], [("SELF_EVALUATION", "")]


async def test_both_sides_of_a_claim_rate_each_other_once_it_is_confirmed(people: People) -> None:
    deal = await delivered(people)
    for login, name in (("changle3", "ratePartner"), ("wuye", "rateBranch")):
        assert await people.refused(login, name, id=deal.claim, **RATING) == INVALID
    await people.do("changle3", "confirmClaim", id=deal.claim)
    for login, name in (("changle3", "rateBranch"), ("wuye", "ratePartner"), ("wangge", "ratePartner")):
        assert await people.refused(login, name, id=deal.claim, **RATING) == FORBIDDEN
    shows = "side score comment claim { id } creator { displayName }"
    given = await people.do("changle", "ratePartner", shows, id=deal.claim, **RATING)
    taken = await people.do("wuye", "rateBranch", shows, id=deal.claim, **RATING)
    assert given == {
        "side": "BRANCH_RATES_PARTNER",
        "score": 4,
        "comment": "按时按量",
        "claim": {"id": deal.claim},
        "creator": {"displayName": "昌乐路社区党委书记"},
    }
    assert taken["side"] == "PARTNER_RATES_BRANCH"
    for login, name in (("changle3", "ratePartner"), ("wuye", "rateBranch")):
        assert await people.refused(login, name, id=deal.claim, **RATING) == EXISTS
    assert await people.refused("hangyun", "rateBranch", id=deal.claim, **RATING) == [("NOT_FOUND", "id")]
    seen = f'evaluations(filter: {{ claim: {{ id: {{ eq: "{deal.claim}" }} }} }}) {{ totalCount }}'
    assert await people.see("wuye", seen) == {"totalCount": 2}
    assert await people.see("hangyun", seen) == {"totalCount": 0}


async def test_a_claim_that_was_not_delivered_is_rated_too(people: People) -> None:
    deal = await delivered(people)
    await people.do("changle3", "returnDelivery", id=deal.claim, reason="尺寸不符")
    await people.do("changle3", "defaultClaim", id=deal.claim, reason="不再交付")
    rated = await people.do("changle3", "ratePartner", "score", id=deal.claim, solved=False, satisfied=False, score=1)
    assert rated == {"score": 1}


async def test_a_need_is_rated_once_fulfilled_and_that_ends_it(people: People) -> None:
    deal = await delivered(people)
    assert await people.refused("wangge", "evaluateNeed", id=deal.need, **RATING) == INVALID
    await people.do("changle3", "confirmClaim", id=deal.claim)
    assert await people.refused("zhidao", "evaluateNeed", id=deal.need, **RATING) == FORBIDDEN
    assert await people.refused("wangge", "evaluateNeed", id=deal.need, **RATING | {"score": 6}) == [
        ("OUT_OF_RANGE", "score")
    ]
    rated = await people.do("wangge", "evaluateNeed", "side score need { status }", id=deal.need, **RATING)
    assert rated == {"side": "OWNER_RATES_NEED", "score": 4, "need": {"status": "EVALUATED"}}
    assert await people.refused("wangge", "evaluateNeed", id=deal.need, **RATING) == INVALID


async def test_who_gave_in_the_subdistricts_name_rates_neither_the_gift_nor_the_need(people: People) -> None:
    need = (await people.do("wangge", "postNeed", **NEED | {"quantity": 10, "unit": "份"}))["id"]
    leaflets = await people.id("resources", title="惠民政策明白纸")
    claim = (await people.do("changle3", "claimResource", needId=need, resourceId=leaflets, quantity=10))["id"]
    for step in ("acceptClaim", "startClaim"):
        await people.do("dagang", step, id=claim)
    await people.do("dagang", "deliverClaim", id=claim, quantity=10, evidence="签收单")
    await people.do("changle3", "confirmClaim", id=claim)
    assert await people.refused("dagang", "ratePartner", id=claim, **RATING) == ONESELF
    assert await people.refused("dagang", "evaluateNeed", id=need, **RATING) == ONESELF
    assert (await people.do("dagang2", "ratePartner", "side", id=claim, **RATING))["side"] == "BRANCH_RATES_PARTNER"
    assert (await people.do("dagang", "rateBranch", "side", id=claim, **RATING))["side"] == "PARTNER_RATES_BRANCH"
