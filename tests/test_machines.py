"""Every machine from its declaration: each action in each state by everybody, through GraphQL."""

from collections.abc import AsyncIterator, Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from machines_driver import Answer, Theatre, open_theatre
from make import id_of
from scenes import homes, party, situations
from scenes.beginnings import BEGINNINGS
from scenes.broken import BROKEN
from scenes.changes import BEFORE_DELIVERIES, CHANGES
from scenes.inputs import WAYS, Way
from scenes.scene import Scene
from scenes.town import PEOPLE, Person, Side

from db.embedded import Embedded
from db.ids import GlobalId, parse_id
from db.machines import ACTIONS, MACHINES, Action, Guard
from db.models.states import Role, SubjectType
from resolvers.acting import MACHINE_OF
from resolvers.errors import ErrorCode, UserError
from resolvers.messages import refusal

SITUATIONS = [(kind, *situation) for kind in MACHINES for situation in situations(kind)]
GUARDED = [(action, guard) for action in ACTIONS.values() for guard in action.guards]
# Done by beginning what follows, which may be refused for the role or the branch that begins it, before the topic.
BY_BEGINNING = {"POST_NEED_OF_TOPIC": "POST_NEED", "WHISTLE_FOR_TOPIC": "RAISE_WHISTLE"}

MARKED = {"UNRESTRICT_TOPIC": {"ACCEPTED"}, "UNRESTRICT_NEED": {"POSTED"}}  # where scenes have what is restricted


@pytest.fixture(scope="module")
async def theatre(postgres: Embedded, empty_template: str) -> AsyncIterator[Theatre]:
    async with open_theatre(postgres, empty_template) as theatre:
        yield theatre


def named(value: object) -> str:
    if isinstance(value, Action):
        return value.name
    return (value.english if isinstance(value, Guard) else str(value)).replace(" ", "_")


def test_every_action_has_its_input_and_every_guard_its_violation() -> None:
    assert set(WAYS) | set(BEGINNINGS) == set(ACTIONS)
    assert not set(WAYS) & set(BEGINNINGS)
    assert set(BROKEN) == {(action.name, guard) for action, guard in GUARDED}


# Who runs another subdistrict or region: what they are shown of this one is what is public, and they may do nothing.
ELSEWHERE = {Person(role, Side.THEIRS) for role in (Role.SUBDISTRICT_ADMIN, Role.REGION_ADMIN, Role.AUDITOR)}


@pytest.mark.parametrize(("kind", "state", "variant"), SITUATIONS, ids=named)
async def test_what_is_refused(theatre: Theatre, kind: SubjectType, state: str, variant: str) -> None:
    scene = await theatre.scene(kind, state, variant)
    assert scene.state == state
    before = await theatre.fingerprint()
    shut_out = await theatre.shut_out(scene)
    for person in (None, *(one for one in PEOPLE if one not in shut_out)):
        told = await theatre.available(person, scene)
        if person and told is not None:
            assert told == [one.name for one in scene.actions() if scene.refusal(one, person) is None], person
        asked = list(worth(scene, variant, person, shut_out))
        answers = await theatre.attempt(person, scene, asked) if asked else {}
        for action in asked:
            expected = refused(scene, action, person, visible=told is not None and person not in ELSEWHERE)
            if action.name in BY_BEGINNING:
                expected = expected._replace(field=answers[action.name][0].field)
            assert answers[action.name] == [expected], (action.name, person)
    assert await theatre.fingerprint() == before


def worth(scene: Scene, variant: str, person: Person | None, shut_out: set[Person]) -> Iterator[Action]:
    """The actions that somebody is refused, where it is worth asking.

    Everybody is asked in the first state that allows an action; in others one who may, and whom a guard stops.
    """
    for action in scene.actions():
        may = sorted(scene.people_of(action) - shut_out)
        if (scene.state, variant) in homes(action):
            wanted = person not in may or scene.guarded(action, person) is not None
        elif scene.state in action.sources:
            wanted = person in may and scene.guarded(action, person) is not None
        else:
            wanted = person in may[:1]
        if wanted and action.name not in scene.skips:
            yield action


def refused(scene: Scene, action: Action, person: Person | None, *, visible: bool) -> Answer:
    """The one refusal that is clear from the declaration."""
    if person is None:
        return said(ErrorCode.UNAUTHENTICATED, "")
    if action.name in BY_BEGINNING and person.role not in ACTIONS[BY_BEGINNING[action.name]].roles:
        return said(ErrorCode.FORBIDDEN, "")
    code = scene.refusal(action, person) if visible else ErrorCode.NOT_FOUND
    assert code is not None
    status = {"status": scene.row.status} if code is ErrorCode.INVALID_STATE else {}
    return said(code, WAYS[action.name][0].at, **status)


def said(code: ErrorCode, field: str, **params: object) -> Answer:
    return Answer(code, field, refusal(UserError(code, **params), "zh").message)


@pytest.mark.parametrize("action", [ACTIONS[name] for name in WAYS], ids=named)
async def test_what_is_done(theatre: Theatre, action: Action) -> None:
    """Everybody who may does it where it is first possible for their party, and one of them wherever else it is."""
    reached, parties = set(), set[str]()
    for place, (state, variant) in enumerate(possible(action)):
        scene = await theatre.scene(MACHINE_OF[action.name].subject, state, variant)
        may = [person for person in sorted(scene.people_of(action)) if scene.guarded(action, person) is None]
        if action.name in scene.skips or not may:
            continue
        everybody = party(variant) not in parties
        parties.add(party(variant))
        for person in may if everybody else [may[place % len(may)]]:
            for way in WAYS[action.name]:
                reached.add(await done(theatre, action, way, (state, variant), person))
    assert reached == MARKED.get(action.name, set(action.targets) or set(action.sources))


def possible(action: Action) -> list[tuple[str, str]]:
    kind = MACHINE_OF[action.name].subject
    return [(state, variant) for state, variant in situations(kind) if state in action.sources]


async def done(theatre: Theatre, action: Action, way: Way, situation: tuple[str, str], person: Person) -> str:
    """Do it with a new object; it is in its new state, by a transition in the name of who did it, and no other."""
    scene = await theatre.scene(MACHINE_OF[action.name].subject, *situation)
    before, lands = scene.state, way.lands or scene.lands.get(action.name) or [*action.targets, scene.state][0]
    known = await theatre.log(scene.row)
    refusals, shown = await theatre.perform(person, scene, action, way.input(scene, person))
    assert (refusals, bool(shown)) == ([], True), (person, situation)
    made = (await theatre.log(scene.row))[len(known) :]
    by = theatre.account(person, scene).id
    moved = lands != before or "RESTRICT_" in action.name  # which is logged though the state stays
    assert made == ([(before, lands, by)] if moved else []), (person, situation)
    return lands


@pytest.mark.parametrize("action", [ACTIONS[name] for name in BEGINNINGS], ids=named)
async def test_what_begins(theatre: Theatre, action: Action) -> None:
    for way in BEGINNINGS[action.name]:
        for person in PEOPLE:
            values = await way.values(theatre.town, person)
            await theatre.town.session.commit()
            refusals, shown = await theatre.perform(person, None, action, values)
            if person in way.may:
                assert refusals == [], person
                assert await begun(theatre, shown) == [("", way.lands, theatre.account(person).id)], person
            elif person.role in action.roles:
                (only,) = refusals
                assert only.code in {"FORBIDDEN", "NOT_FOUND"}, person
            else:
                assert refusals == [said(ErrorCode.FORBIDDEN, "")], person
        refusals, _ = await theatre.perform(None, None, action, values)
        assert refusals == [said(ErrorCode.UNAUTHENTICATED, "")]
    assert {way.lands for way in BEGINNINGS[action.name]} == set(action.targets)
    assert frozenset().union(*(way.may for way in BEGINNINGS[action.name])) >= {Person(role) for role in action.roles}


async def begun(theatre: Theatre, shown: Any) -> list[tuple[str, str, UUID | None]]:
    """The transitions of what a payload shows, one or a list of one."""
    id_ = parse_id((shown[0] if isinstance(shown, list) else shown)["id"])
    return await theatre.log(await theatre.town.session.get_one(id_.model, (id_.subdistrict_id, id_.id)))


@pytest.mark.parametrize(("action", "guard"), GUARDED, ids=named)
async def test_what_a_guard_stops(theatre: Theatre, action: Action, guard: Guard) -> None:
    scene, person = await BROKEN[action.name, guard](theatre.town)
    await theatre.town.session.commit()
    before, way = await theatre.fingerprint(), WAYS[action.name][0]
    at = UserError(ErrorCode(guard.code), guard.field).path[1] if guard.field else way.at
    assert action.name not in (await theatre.available(person, scene) or ())
    refusals, _ = await theatre.perform(person, scene, action, way.input(scene, person))
    assert [(one.code, one.field) for one in refusals] == [(guard.code, at)]
    assert await theatre.fingerprint() == before


@pytest.mark.parametrize("action", [ACTIONS[name] for name in WAYS], ids=named)
async def test_what_is_not_there(theatre: Theatre, action: Action) -> None:
    """It is refused as what somebody may not see is; what cannot be there, as no id of its kind."""
    state, variant = possible(action)[0]
    scene = await theatre.scene(MACHINE_OF[action.name].subject, state, variant)
    person, way = max(scene.people_of(action)), WAYS[action.name][0]
    values = way.input(scene, person)
    known = parse_id(values[way.at])
    unknown = str(GlobalId(known.model, known.subdistrict_id, uuid4()))
    refusals, _ = await theatre.perform(person, scene, action, values | {way.at: unknown})
    assert refusals == [said(ErrorCode.NOT_FOUND, way.at)]
    for other in (id_of(theatre.town.branch), "x"):
        refusals, _ = await theatre.perform(person, scene, action, values | {way.at: other})
        assert [(one.code, one.field) for one in refusals] == [(ErrorCode.INVALID_ID, way.at)]


@pytest.mark.parametrize("change", CHANGES, ids="-".join)
async def test_what_follows(theatre: Theatre, change: tuple[SubjectType, str, str]) -> None:
    row = await CHANGES[change](theatre)
    assert (await theatre.log(row))[-1][:2] == change[1:]


def test_every_change_is_brought_about() -> None:
    steps = ((kind, change) for kind, machine in MACHINES.items() for change in machine.changes)
    pairs = {(kind, a, b) for kind, change in steps for a in change.sources for b in change.targets}
    assert set(CHANGES) | BEFORE_DELIVERIES == pairs
