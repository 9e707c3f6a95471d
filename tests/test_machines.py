"""Every machine from its declaration: each action in each state by everybody, through GraphQL."""

from collections.abc import AsyncIterator, Iterator

import pytest
from machines_driver import Answer, Theatre, open_theatre
from scenes import situations
from scenes.inputs import WAYS
from scenes.scene import Scene
from scenes.town import PEOPLE, Person

from db.embedded import Embedded
from db.machines import ACTIONS, MACHINES, Action
from db.models.states import SubjectType
from resolvers.errors import ErrorCode
from resolvers.messages import state_name

SITUATIONS = [(kind, *situation) for kind in MACHINES for situation in situations(kind)]


@pytest.fixture(scope="module")
async def theatre(postgres: Embedded, empty_template: str) -> AsyncIterator[Theatre]:
    async with open_theatre(postgres, empty_template) as theatre:
        yield theatre


def named(value: object) -> str:
    return str(value).replace(" ", "_")


@pytest.mark.parametrize(("kind", "state", "variant"), SITUATIONS, ids=named)
async def test_what_is_refused(theatre: Theatre, kind: SubjectType, state: str, variant: str) -> None:
    scene = await theatre.scene(kind, state, variant)
    assert scene.state == state
    before = await theatre.fingerprint()
    for person in (None, *PEOPLE):
        told = await theatre.available(person, scene)
        expected = {action.name: why for action, why in expectations(scene, person, told is not None)}
        wanted = [name for name, why in expected.items() if why is None]
        if told is not None:
            assert told == wanted, person
        asked = [ACTIONS[name] for name, why in expected.items() if why and worth(scene, ACTIONS[name], person)]
        got = await theatre.attempt(person, scene, asked)
        assert {name: [a.code for a in answers] for name, answers in got.items()} == {
            action.name: [expected[action.name]] for action in asked
        }, person
    assert await theatre.fingerprint() == before


def expectations(scene: Scene, person: Person | None, visible: bool) -> Iterator[tuple[Action, ErrorCode | None]]:
    for action in scene.actions():
        if person is None:
            yield action, ErrorCode.UNAUTHENTICATED
        elif not visible:
            yield action, ErrorCode.NOT_FOUND
        else:
            yield action, scene.refusal(action, person)


def worth(scene: Scene, action: Action, person: Person | None) -> bool:
    """Everybody is asked where the state allows an action; else those who may do it."""
    return scene.state in action.sources or person in scene.people_of(action)
