"""What objects with states tell of themselves: what the viewer may do with them, how they stood, how they came here."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from conftest import Network
from graphql import GraphQLObjectType
from sample import id_of, sample_network

from db.embedded import Embedded
from db.machines import ACTIONS, BY_MODEL
from db.models import (
    Alliance,
    Base,
    Claim,
    Deliberation,
    Extension,
    JointMeeting,
    Membership,
    Need,
    PartnerUnit,
    Project,
    Resource,
    Topic,
    Whistle,
)
from schema.network import build_schema

SCHEMA = build_schema()._schema
PAGES = ("topics", "needs", "projects", "claims", "whistles", "partners", "memberships", "extensions", "resources")


@pytest.fixture(scope="module")
async def network(postgres: Embedded, empty_template: str) -> AsyncIterator[Network]:
    async with sample_network(postgres, empty_template) as served:
        yield served


async def asked(network: Network, login: str | None, query: str, **variables: Any) -> dict[str, Any]:
    client = await network.client(login)
    answer: dict[str, Any] = await client.execute(query, variables)
    assert "errors" not in answer, answer
    data: dict[str, Any] = answer["data"]
    return data


async def actions(network: Network, login: str | None, model: type[Base], number: int) -> list[str] | None:
    """What the account may do with the object of sample.sql; None where it does not see it."""
    query = "query ($id: ID!) { node(id: $id) { ... on Stateful { availableActions } } }"
    found: dict[str, list[str]] | None = (await asked(network, login, query, id=id_of(model, number)))["node"]
    return None if found is None else found["availableActions"]


@pytest.mark.parametrize(
    ("model", "number", "expected"),
    [
        pytest.param(
            *(Claim, 7),
            {
                "a-secretary-3": ["ACCEPT_CLAIM", "DECLINE_CLAIM"],
                "a-community-2": ["ACCEPT_CLAIM", "DECLINE_CLAIM"],
                "a-admin": ["ACCEPT_CLAIM", "DECLINE_CLAIM"],
                "a-liaison": ["WITHDRAW_CLAIM"],
                "a-liaison-2": None,
                "a-secretary": None,
                "a-resident": None,
                "district": None,
            },
            id="a partner's claim, proposed",
        ),
        pytest.param(
            *(Claim, 14),
            {
                "a-liaison-2": ["ACCEPT_CLAIM", "DECLINE_CLAIM"],
                "a-secretary": ["WITHDRAW_CLAIM"],
                "a-community": ["WITHDRAW_CLAIM"],
                "a-worker": [],
                "a-liaison": None,
            },
            id="a branch's claim, proposed",
        ),
        pytest.param(
            *(Claim, 17),
            {
                "a-secretary": ["ACCEPT_CLAIM", "DECLINE_CLAIM"],
                "a-community": ["ACCEPT_CLAIM", "DECLINE_CLAIM"],
                "a-liaison": ["ACCEPT_CLAIM", "DECLINE_CLAIM"],
                "a-admin": ["ACCEPT_CLAIM", "DECLINE_CLAIM", "WITHDRAW_CLAIM"],
                "a-worker": [],
                "a-liaison-2": None,
            },
            id="a plan's claim, proposed",
        ),
        pytest.param(
            *(Claim, 1),
            {"a-secretary": ["DECLINE_CLAIM"], "a-liaison": ["WITHDRAW_CLAIM"]},
            id="a claim whose time to answer is over",
        ),
        pytest.param(
            *(Claim, 15), {"a-liaison-2": [], "a-liaison": ["WITHDRAW_CLAIM"]}, id="a claim that serves a partner"
        ),
        pytest.param(
            *(Claim, 4),
            {"a-liaison": ["DELIVER_CLAIM"], "a-secretary-2": ["DEFAULT_CLAIM"], "a-community": ["DEFAULT_CLAIM"]},
            id="an active claim",
        ),
        pytest.param(
            *(Claim, 10), {"a-liaison": ["RATE_BRANCH"], "a-secretary-3": []}, id="a claim that one side has rated"
        ),
        pytest.param(
            *(Topic, 4),
            {
                "a-secretary-2": [
                    *("EDIT_TOPIC", "SUPPORT_TOPIC", "ACCEPT_TOPIC", "RETURN_TOPIC", "MERGE_TOPIC", "RESTRICT_TOPIC")
                ],
                "a-secretary-3": ["SUPPORT_TOPIC"],
                "a-resident": [],
                "a-liaison": [],
                "city": [],
                "b-admin": None,
                None: None,
            },
            id="a topic, submitted",
        ),
        pytest.param(
            *(Topic, 2),
            {
                "a-worker": ["EDIT_TOPIC"],
                "a-instructor": ["SUPPORT_TOPIC"],
                "a-secretary": ["EDIT_TOPIC", "SUPPORT_TOPIC", "ASK_SUSPENSION", "UNRESTRICT_TOPIC"],
                "a-officer": [],
                "a-secretary-2": None,
                "a-liaison": None,
                "city": None,
                "district": None,
            },
            id="a restricted topic",
        ),
        pytest.param(
            *(Topic, 9),
            {
                "a-secretary": ["RESTRICT_TOPIC"],
                "a-instructor": ["VERIFY_TOPIC", "REWORK_TOPIC"],
                "a-resident": ["RATE_TOPIC"],
            },
            id="a topic that its secretary has handled",
        ),
        pytest.param(
            *(Topic, 11),
            {
                "a-resident": ["REOPEN_TOPIC"],
                "a-secretary-3": ["REOPEN_TOPIC", "RESTRICT_TOPIC"],
                "a-secretary-2": [],
            },
            id="a closed topic that its reporter has rated",
        ),
        pytest.param(
            *(Topic, 14),
            {"a-secretary-2": ["RESUME_TOPIC", "RESTRICT_TOPIC"], "a-secretary": []},
            id="a suspended topic of a branch",
        ),
        pytest.param(
            *(Need, 6),
            {"a-secretary-3": ["EDIT_NEED", "PUBLISH_NEED", "WITHDRAW_NEED", "RESTRICT_NEED"], "a-secretary": None},
            id="a draft",
        ),
        pytest.param(*(Need, 1), {None: [], "a-resident": [], "b-admin": [], "city": []}, id="a posted need"),
        pytest.param(
            *(Resource, 8),
            {"a-officer": ["EDIT_RESOURCE", "RESUME_RESOURCE", "WITHDRAW_RESOURCE"], "a-admin": []},
            id="a paused resource of a department",
        ),
        pytest.param(
            *(Project, 1),
            {
                "a-secretary": ["EDIT_PROJECT", "ADD_MILESTONE"],
                "a-community": ["EDIT_PROJECT", "APPROVE_PROJECT", "ADD_MILESTONE"],
            },
            id="a planned project",
        ),
        pytest.param(
            *(Project, 8),
            {"a-community": [], "a-admin": ["REJECT_DELIVERY"]},
            id="a delivered project without evidence",
        ),
        pytest.param(
            *(Whistle, 1),
            {"a-officer": ["RETURN_WHISTLE", "REPORT_IN"], "a-secretary": [], "a-liaison": None},
            id="a dispatched whistle",
        ),
        pytest.param(
            *(PartnerUnit, 4),
            {
                "a-admin": ["EDIT_PARTNER", "ADMIT_PARTNER", "REJECT_PARTNER"],
                "a-applicant": ["EDIT_PARTNER"],
                "a-liaison": None,
            },
            id="an applicant",
        ),
        pytest.param(*(Alliance, 1), {"a-community": [], "a-admin": []}, id="an alliance with members"),
        pytest.param(
            *(Membership, 3),
            {"a-community": ["DECLINE_MEMBER"], "a-secretary": [], "a-applicant": []},
            id="the application of a unit that is not admitted",
        ),
        pytest.param(
            *(Extension, 2),
            {"a-community": ["APPROVE_EXTENSION", "REFUSE_EXTENSION"], "a-secretary": [], "a-secretary-2": None},
            id="a request for time on a restricted topic",
        ),
        pytest.param(
            *(Deliberation, 7),
            {"a-secretary-2": ["MINUTE_DELIBERATION", "CANCEL_DELIBERATION"], "a-secretary": []},
            id="a deliberation",
        ),
        pytest.param(*(JointMeeting, 2), {"a-community": ["REPORT_MEETING"], "a-secretary": []}, id="a joint meeting"),
    ],
)
async def test_an_object_says_what_the_viewer_may_do(
    network: Network, model: type[Base], number: int, expected: dict[str | None, list[str] | None]
) -> None:
    assert {login: await actions(network, login, model, number) for login in expected} == expected


def test_every_action_has_its_name_in_the_schema() -> None:
    assert list(SCHEMA.type_map["Action"].values) == list(ACTIONS)  # type: ignore[attr-defined]  # an enumeration


def test_whatever_has_a_machine_is_stateful_and_nothing_else_is() -> None:
    types = [type_ for type_ in SCHEMA.type_map.values() if isinstance(type_, GraphQLObjectType)]
    stateful = {type_.name for type_ in types if "Stateful" in {interface.name for interface in type_.interfaces}}
    assert stateful == {model.__name__ for model in BY_MODEL}


@pytest.mark.parametrize("name", [model.__name__ for model in BY_MODEL])
def test_what_depends_on_the_viewer_is_neither_filtered_nor_sorted_by(name: str) -> None:
    filters = SCHEMA.type_map[f"{name}Filter"].fields  # type: ignore[attr-defined]  # an input object
    orders = SCHEMA.type_map[f"{name}OrderField"].values  # type: ignore[attr-defined]  # an enumeration
    assert not {"availableActions", "asOf"} & set(filters)
    assert not {"AVAILABLE_ACTIONS", "AS_OF"} & set(orders)


async def test_objects_on_a_page_say_the_same_as_alone(network: Network) -> None:
    query = "{ topics { nodes { id availableActions needs { nodes { id availableActions } } } } }"
    network.services.plans.kept.clear()
    nodes = (await asked(network, "a-secretary", query))["topics"]["nodes"]
    assert len(network.services.plans.kept) == 1  # and one plan is one statement
    shown = [*nodes, *(need for topic in nodes for need in topic["needs"]["nodes"])]
    alone = "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Stateful { availableActions } } }"
    found = (await asked(network, "a-secretary", alone, ids=[one["id"] for one in shown]))["nodes"]
    assert found == [{"id": one["id"], "availableActions": one["availableActions"]} for one in shown]


async def test_the_object_of_a_deadline_or_rating_says_it_as_well(network: Network) -> None:
    query = """{
        deadlines(filter: { kind: { eq: ANSWER_CLAIM }, status: { eq: RUNNING } }) {
            nodes { subject { __typename availableActions } }
        }
        evaluations(filter: { side: { eq: BRANCH_RATES_PARTNER } }) { nodes { subject { id availableActions } } }
    }"""
    found = await asked(network, "a-secretary", query)
    assert found["deadlines"]["nodes"] == [{"subject": {"__typename": "Claim", "availableActions": ["DECLINE_CLAIM"]}}]
    assert found["evaluations"]["nodes"] == [{"subject": {"id": id_of(Claim, 9), "availableActions": []}}]


# --- how they stood


IN_TOWN = 'filter: { subdistrict: { code: { eq: "370203019" } } }'
HISTORY = "query ($id: ID!) { claim(id: $id) { history { nodes { fromStatus toStatus at } } } }"
AS_OF = "query ($id: ID!, $at: DateTime!) { claim(id: $id) { asOf(at: $at) } }"


async def test_the_history_of_an_object_leads_to_its_state(network: Network) -> None:
    log = (await asked(network, "a-liaison", HISTORY, id=id_of(Claim, 9)))["claim"]["history"]["nodes"]
    assert [entry["toStatus"] for entry in log] == ["PROPOSED", "ACCEPTED", "ACTIVE", "DELIVERED", "CONFIRMED"]
    assert [entry["fromStatus"] for entry in log] == [None, *(entry["toStatus"] for entry in log[:-1])]


@pytest.mark.parametrize("login", ["a-admin", "district", "city"])
async def test_an_administrator_sees_how_an_object_stood_at_any_time(network: Network, login: str) -> None:
    log = (await asked(network, login, HISTORY, id=id_of(Claim, 9)))["claim"]["history"]["nodes"]
    times = ["2020-01-01T00:00:00Z", *(entry["at"] for entry in log), "2100-01-01T00:00:00Z"]
    states = [(await asked(network, login, AS_OF, id=id_of(Claim, 9), at=at))["claim"]["asOf"] for at in times]
    assert states == [None, "PROPOSED", "ACCEPTED", "ACTIVE", "DELIVERED", "CONFIRMED", "CONFIRMED"]


@pytest.mark.parametrize("login", ["a-secretary", "a-worker", "a-community", "a-liaison"])
async def test_nobody_else_sees_how_an_object_stood(network: Network, login: str) -> None:
    found = await asked(network, login, AS_OF, id=id_of(Claim, 9), at="2100-01-01T00:00:00Z")
    assert found == {"claim": {"asOf": None}}
    query = f'{{ needs(first: 1, {IN_TOWN}) {{ nodes {{ asOf(at: "2100-01-01T00:00:00Z") }} }} }}'
    assert await asked(network, None, query) == {"needs": {"nodes": [{"asOf": None}]}}


async def test_the_state_of_an_object_is_its_last_one(network: Network) -> None:
    shown = 'nodes { status asOf(at: "2100-01-01T00:00:00Z") }'
    found = await asked(network, "a-admin", f"{{ {' '.join(f'{name}(first: 100) {{ {shown} }}' for name in PAGES)} }}")
    nodes = [node for page in found.values() for node in page["nodes"]]
    assert len(nodes) > 90
    assert [node for node in nodes if node["asOf"] != node["status"]] == []


async def test_two_times_under_two_names(network: Network) -> None:
    query = """query ($id: ID!, $now: DateTime!) { topic(id: $id) {
        then: asOf(at: "2025-01-01T00:00:00Z") asOf(at: $now) again: asOf(at: $now) } }"""
    found = await asked(network, "a-admin", query, id=id_of(Topic, 11), now="2100-01-01T00:00:00Z")
    assert found == {"topic": {"then": None, "asOf": "CLOSED", "again": "CLOSED"}}
