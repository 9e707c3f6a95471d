"""Alliances: founded by a branch, joined by two consents, left, and dissolved when nobody is in them."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from deals import DONE, INVALID, ROUNDS, at_once
from people import People

TODAY = (datetime.now(UTC) + timedelta(hours=8)).date()
TERMS: dict[str, Any] = {"agreement": "资源共享、需求共商", "startsOn": str(TODAY)}
NUMBERS = count(1)
FORBIDDEN = [("FORBIDDEN", "id")]
CONSENTS = "id status partnerConsentAt allianceConsentAt"


async def founded(people: People) -> str:
    """The id of a new alliance that the third grid's branch runs."""
    alliance: str = (await people.do("changle3", "foundAlliance", name=f"联盟{next(NUMBERS)}"))["id"]
    return alliance


async def invited(people: People, alliance: str, login: str = "wuye", **terms: Any) -> str:
    """The id of the membership to which the partner of a liaison is invited."""
    values = {"allianceId": alliance, "partnerId": await people.partner(login)} | TERMS | terms
    membership: str = (await people.do("changle3", "inviteMember", **values))["id"]
    return membership


async def applied(people: People, alliance: str, login: str = "wuye") -> str:
    membership: str = (await people.do(login, "applyToAlliance", allianceId=alliance, **TERMS))["id"]
    return membership


async def joined(people: People, alliance: str, login: str = "wuye", **terms: Any) -> str:
    membership = await invited(people, alliance, login, **terms)
    await people.do(login, "acceptInvitation", id=membership)
    return membership


# Founded and dissolved


async def test_a_branch_founds_an_alliance(people: People) -> None:
    shows = "name purpose foundedOn status branch { name } history { nodes { toStatus } }"
    values = {"name": " 楼院共建联盟 ", "purpose": "小修不出院"}
    made = await people.do("changle3", "foundAlliance", shows, **values)
    assert made == {
        "name": "楼院共建联盟",
        "purpose": "小修不出院",
        "foundedOn": str(TODAY),
        "status": "ACTIVE",
        "branch": {"name": "昌乐路社区第三网格党支部"},
        "history": {"nodes": [{"toStatus": "ACTIVE"}]},
    }
    assert await people.refused("changle4", "foundAlliance", name="楼院共建联盟") == [("ALREADY_EXISTS", "name")]
    committee = await people.id("partyBranches", name="昌乐路社区党委")
    of_old = {"name": "社区联盟", "branchId": committee, "foundedOn": "2019-07-01"}
    made = await people.do("changle", "foundAlliance", "foundedOn branch { id }", **of_old)
    assert made == {"foundedOn": "2019-07-01", "branch": {"id": committee}}


async def test_who_may_not_found_one_or_says_nonsense_is_refused(people: People) -> None:
    for login in ("wangge", "zhidao", "jumin", "wuye", "chengguan"):
        assert await people.refused(login, "foundAlliance", name="n") == [("FORBIDDEN", "")]
    cases: list[tuple[dict[str, Any], tuple[str, str]]] = [
        ({"name": " "}, ("BLANK", "name")),
        ({"name": "n" * 101}, ("TOO_LONG", "name")),
        ({"foundedOn": str(TODAY + timedelta(days=1))}, ("IN_THE_FUTURE", "foundedOn")),
    ]
    for values, refused in cases:
        assert await people.refused("changle3", "foundAlliance", **{"name": "n"} | values) == [refused]
    assert await people.refused("changle", "foundAlliance", name="n") == [("REQUIRED", "branchId")]


async def test_an_alliance_is_dissolved_when_nobody_is_in_it(people: People) -> None:
    alliance = await founded(people)
    membership = await invited(people, alliance)
    end = {"id": alliance, "reason": "并入社区联盟"}
    assert await people.refused("changle3", "dissolveAlliance", **end) == [("IN_USE", "id")]
    await people.do("wuye", "acceptInvitation", id=membership)
    assert await people.refused("changle3", "dissolveAlliance", **end) == [("IN_USE", "id")]
    await people.do("wuye", "leaveAlliance", id=membership, reason="业务调整")
    for login in ("changle4", "changchun", "wuye"):
        assert await people.refused(login, "dissolveAlliance", **end) == FORBIDDEN
    assert await people.refused("changle3", "dissolveAlliance", id=alliance, reason=" ") == [("BLANK", "reason")]
    assert (await people.do("changle3", "dissolveAlliance", **end))["status"] == "DISSOLVED"
    values = {"allianceId": alliance, "partnerId": await people.partner("hangyun")} | TERMS
    assert await people.refused("changle3", "inviteMember", **values) == [("INVALID_STATE", "allianceId")]
    refused = await people.refused("hangyun", "applyToAlliance", allianceId=alliance, **TERMS)
    assert refused == [("INVALID_STATE", "allianceId")]


# Joined by two consents


async def test_an_invitation_is_accepted_by_the_partner(people: People) -> None:
    alliance = await founded(people)
    values = {"allianceId": alliance, "partnerId": await people.partner("wuye"), "endsOn": "2090-12-31"} | TERMS
    shows = f"{CONSENTS} agreement startsOn endsOn"
    made = await people.do("changle3", "inviteMember", shows, **values)
    assert (bool(made["allianceConsentAt"]), made["partnerConsentAt"]) == (True, None)
    terms = {key: made[key] for key in ("status", "agreement", "startsOn", "endsOn")}
    assert terms == {"status": "INVITED", "endsOn": "2090-12-31"} | TERMS
    for login in ("changle3", "dagang", "hangyun", "jumin"):
        assert await people.refused(login, "acceptInvitation", id=made["id"]) == FORBIDDEN
    assert await people.refused("changle3", "approveMember", id=made["id"]) == INVALID
    member = await people.do("wuye", "acceptInvitation", CONSENTS, id=made["id"])
    assert (member["status"], bool(member["partnerConsentAt"])) == ("JOINED", True)
    assert member["allianceConsentAt"] == made["allianceConsentAt"]
    assert await people.refused("wuye", "acceptInvitation", id=made["id"]) == INVALID


async def test_an_application_is_accepted_by_who_runs_the_alliance(people: People) -> None:
    alliance = await founded(people)
    made = await people.do("wuye", "applyToAlliance", CONSENTS, allianceId=alliance, **TERMS)
    assert (made["status"], made["allianceConsentAt"]) == ("APPLIED", None)
    assert made["partnerConsentAt"]
    for login in ("changle4", "changchun", "wangge", "wuye", "hangyun"):
        assert await people.refused(login, "approveMember", id=made["id"]) == FORBIDDEN
    assert await people.refused("wuye", "acceptInvitation", id=made["id"]) == INVALID
    member = await people.do("changle", "approveMember", CONSENTS, id=made["id"])
    assert (member["status"], bool(member["allianceConsentAt"])) == ("JOINED", True)


async def test_only_who_runs_the_alliance_invites(people: People) -> None:
    alliance = await founded(people)
    values = {"allianceId": alliance, "partnerId": await people.partner("wuye")} | TERMS
    for login in ("changle4", "changchun"):
        assert await people.refused(login, "inviteMember", **values) == [("FORBIDDEN", "allianceId")]
    for login in ("wangge", "wuye", "jumin", "zhidao"):
        assert await people.refused(login, "inviteMember", **values) == [("FORBIDDEN", "")]
    assert (await people.do("dagang", "inviteMember", **values))["status"] == "INVITED"
    for login in ("changle3", "jumin", "chengguan"):
        refused = await people.refused(login, "applyToAlliance", allianceId=alliance, **TERMS)
        assert refused == [("FORBIDDEN", "")]
    of_nobody = await people.id("alliances", name="航运产业党建联盟")
    refused = await people.refused("changle", "inviteMember", **values | {"allianceId": of_nobody})
    assert refused == [("FORBIDDEN", "allianceId")]
    assert (await people.do("dagang", "inviteMember", **values | {"allianceId": of_nobody}))["status"] == "INVITED"


async def test_a_partner_is_in_an_alliance_once(people: People) -> None:
    alliance = await founded(people)
    values = {"allianceId": alliance, "partnerId": await people.partner("wuye")} | TERMS
    membership = await invited(people, alliance)
    assert await people.refused("changle3", "inviteMember", **values) == [("ALREADY_EXISTS", "partnerId")]
    refused = await people.refused("wuye", "applyToAlliance", allianceId=alliance, **TERMS)
    assert refused == [("ALREADY_EXISTS", "allianceId")]
    await people.do("wuye", "declineInvitation", id=membership, reason="人手不足")
    await applied(people, alliance)
    assert await people.refused("changle3", "inviteMember", **values) == [("ALREADY_EXISTS", "partnerId")]


async def test_terms_that_make_no_sense_are_refused(people: People) -> None:
    alliance = await founded(people)
    cases: list[tuple[dict[str, Any], tuple[str, str]]] = [
        ({"agreement": " \n"}, ("BLANK", "agreement")),
        ({"startsOn": "2090-01-01", "endsOn": "2090-01-01"}, ("WINDOW_OUT_OF_ORDER", "endsOn")),
        ({"startsOn": "2020-01-01", "endsOn": "2020-06-01"}, ("IN_THE_PAST", "endsOn")),
        ({"startsOn": "1924-01-01"}, ("OUT_OF_RANGE", "startsOn")),
        ({"allianceId": "x"}, ("INVALID_ID", "allianceId")),
    ]
    for values, refused in cases:
        applying = {"allianceId": alliance} | TERMS | values
        assert await people.refused("wuye", "applyToAlliance", **applying) == [refused]
        inviting = {"allianceId": alliance, "partnerId": await people.partner("wuye")} | TERMS | values
        assert await people.refused("changle3", "inviteMember", **inviting) == [refused]
    unknown = {"allianceId": alliance, "partnerId": "x"} | TERMS
    assert await people.refused("changle3", "inviteMember", **unknown) == [("INVALID_ID", "partnerId")]


async def test_only_admitted_partners_join(people: People) -> None:
    alliance = await founded(people)
    yinhang = await people.partner("yinhang")
    invitation, application = await invited(people, alliance, "yinhang"), await applied(people, alliance, "gonghui")
    for login in ("yinhang", "gonghui"):
        await people.do("dagang", "suspendPartner", id=await people.partner(login), reason="r")
    assert await people.refused("yinhang", "acceptInvitation", id=invitation) == INVALID
    assert await people.refused("changle3", "approveMember", id=application) == INVALID
    other = await founded(people)
    values = {"allianceId": other, "partnerId": yinhang} | TERMS
    assert await people.refused("changle3", "inviteMember", **values) == [("INVALID_STATE", "partnerId")]
    assert await people.refused("yinhang", "applyToAlliance", allianceId=other, **TERMS) == [("INVALID_STATE", "")]


# Declined and left


async def test_each_side_may_decline_with_a_reason(people: People) -> None:
    alliance = await founded(people)
    invitation, application = await invited(people, alliance), await applied(people, alliance, "hangyun")
    assert await people.refused("changle3", "declineInvitation", id=invitation, reason="r") == FORBIDDEN
    assert await people.refused("hangyun", "declineMember", id=application, reason="r") == FORBIDDEN
    assert await people.refused("wuye", "declineInvitation", id=invitation, reason="") == [("BLANK", "reason")]
    assert await people.refused("changle3", "declineMember", id=application, reason="") == [("BLANK", "reason")]
    shows = "status history { nodes { toStatus reason } }"
    declined = await people.do("wuye", "declineInvitation", shows, id=invitation, reason="人手不足")
    assert declined["status"] == "DECLINED"
    assert declined["history"]["nodes"][-1] == {"toStatus": "DECLINED", "reason": "人手不足"}
    assert (await people.do("changle3", "declineMember", id=application, reason="名额已满"))["status"] == "DECLINED"
    assert await people.refused("wuye", "acceptInvitation", id=invitation) == INVALID


@pytest.mark.parametrize("login", ["wuye", "changle3", "dagang"])
async def test_a_member_leaves_by_its_own_will_or_the_alliance_s(people: People, login: str) -> None:
    membership = await joined(people, await founded(people))
    for other in ("hangyun", "changle4", "jumin"):
        assert await people.refused(other, "leaveAlliance", id=membership, reason="r") == FORBIDDEN
    assert await people.refused(login, "leaveAlliance", id=membership, reason=" ") == [("BLANK", "reason")]
    assert (await people.do(login, "leaveAlliance", id=membership, reason="期满不续"))["status"] == "LEFT"
    assert await people.refused(login, "leaveAlliance", id=membership, reason="r") == INVALID


async def test_a_term_with_an_end_has_a_deadline_while_it_lasts(people: People) -> None:
    shows = "deadlines { nodes { kind status partner { id } } }"
    membership = await joined(people, await founded(people), endsOn="2090-12-31")
    (deadline,) = (await people.see("dagang", f'membership(id: "{membership}") {{ {shows} }}'))["deadlines"]["nodes"]
    running = {"kind": "END_MEMBERSHIP", "status": "RUNNING", "partner": {"id": await people.partner("wuye")}}
    assert deadline == running
    left = await people.do("wuye", "leaveAlliance", shows, id=membership, reason="业务调整")
    assert [node["status"] for node in left["deadlines"]["nodes"]] == ["MET"]
    forever = await joined(people, await founded(people))
    assert (await people.see("dagang", f'membership(id: "{forever}") {{ {shows} }}'))["deadlines"]["nodes"] == []


# At once


async def test_a_partner_invited_and_applying_at_once_is_in_it_once(people: People) -> None:
    wuye = await people.partner("wuye")
    for _ in range(ROUNDS):
        alliance = await founded(people)
        results = await at_once(
            people,
            ("changle3", "inviteMember", {"allianceId": alliance, "partnerId": wuye} | TERMS),
            ("wuye", "applyToAlliance", {"allianceId": alliance} | TERMS),
        )
        assert results in ([DONE, [("ALREADY_EXISTS", "allianceId")]], [[("ALREADY_EXISTS", "partnerId")], DONE])


async def test_nobody_joins_what_is_dissolved_at_once(people: People) -> None:
    for _ in range(ROUNDS):
        alliance = await founded(people)
        results = await at_once(
            people,
            ("changle3", "dissolveAlliance", {"id": alliance, "reason": "r"}),
            ("wuye", "applyToAlliance", {"allianceId": alliance} | TERMS),
        )
        assert results in ([DONE, [("INVALID_STATE", "allianceId")]], [[("IN_USE", "id")], DONE])
