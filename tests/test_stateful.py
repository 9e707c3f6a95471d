"""Random actors do random things on a small network: what they may do is done, all else is refused in good order, and
the audit finds nothing after any step.

`STATEFUL=20x500` lets 20 networks live for 500 steps each, others every time.
"""

import os
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from blunders import spoilt
from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from players import Stage, open_stage

from bench.acting.actors import Actor
from bench.acting.inputs import NothingFitsError, Scene, Values
from bench.acting.sights import Facts
from bench.acting.steps import eagerness
from db.addresses import Addresses
from db.machines import ACTIONS, BY_MODEL
from db.models.states import Role

LIVES, STEPS = (int(number) for number in os.environ.get("STATEFUL", "2x80").split("x"))
BEGINNINGS = [name for name, action in ACTIONS.items() if "" in action.sources]
MACHINES = {model.__name__: machine for model, machine in BY_MODEL.items()}
AGAIN = 0.1  # how often a request is sent twice, and answered as the first time
ENDING = ("RELEASE_PARTNER", "REJECT_PARTNER")  # the access of the partner's people
RIGHT = 0.7  # how often a blunder is made in what is available, not in what is refused anyway

PROPOSE = """mutation ($input: ProposePlanInput!) { proposePlan(input: $input) {
    plan { lines { totalCount } } userErrors { code } } }"""

# What `availableActions` does not tell: it depends on the clock of the object, not on the object.
UNTOLD = {"ASK_SUSPENSION": {"ALREADY_EXISTS", "TOO_LATE"}, "APPROVE_EXTENSION": {"OUT_OF_RANGE", "IN_THE_PAST"}}


@pytest.fixture
def stage(database: Addresses) -> Iterator[Stage]:
    with open_stage(database) as opened:
        yield opened


class Life(RuleBasedStateMachine):
    """What goes on in one network."""

    def __init__(self, stage: Stage, all_done: Counter[str]) -> None:
        super().__init__()
        self.stage, self.all_done = stage, all_done
        self.network, self.players = stage.network()
        self.done: Counter[str] = Counter()
        self.age = 0  # hypothesis likes the same seed again and again

    @rule(seed=st.integers(0, 2**32 - 1))
    def step(self, seed: int) -> None:
        """Somebody does something, or time passes."""
        self.age += 1
        random = Random(f"{self.age}/{seed}")  # noqa: S311 - repeatable, and nothing here is a secret
        player = random.choice(self.players)
        steps = (self.may, self.begin, self.may_not, self.blunder, self.plan, self.wait)
        (what,) = random.choices(steps, (50, 20, 12, 8, 5, 10))
        what(random, player)

    def may(self, random: Random, player: Actor) -> None:
        """What is available is accepted."""
        scenes = [scene for each in (player, random.choice(self.players)) for scene in self._scenes(random, each)]
        while scenes:
            action, scene = scenes.pop(self._choice(random, [action for action, _ in scenes]))
            errors = self._try(action, scene, again=random.random() < AGAIN)
            if errors is not None:
                unexpected = {error["code"] for error in errors} - UNTOLD.get(action, set())
                assert not unexpected, (scene.about, errors)
                return

    def begin(self, random: Random, player: Actor) -> None:
        """Something new is made, or refused."""
        seen = self.stage.look(player)
        possible = [name for name in BEGINNINGS if player.role in ACTIONS[name].roles]
        if possible:
            self._try(possible[self._choice(random, possible)], Scene(random, player, seen))

    def may_not(self, random: Random, player: Actor) -> None:
        """What is not available is refused."""
        seen = self.stage.look(player)
        about = random.choice(_stateful(seen) or [None])
        if about is None:
            return
        machine = MACHINES[about["__typename"]]
        others = [a.name for a in machine.actions if "" not in a.sources and a.name not in about["availableActions"]]
        if others:
            errors = self._try(random.choice(others), Scene(random, player, seen, about))
            assert errors != [], (player.login, about)

    def blunder(self, random: Random, player: Actor) -> None:
        """An input with something wrong is refused in good order, unless it happens to be right."""
        seen = self.stage.look(player)
        about = random.choice(_stateful(seen) or [{}])
        action = random.choice((about.get("availableActions") if random.random() < RIGHT else None) or [*ACTIONS])
        try:
            made = self.stage.steps.input(action, Scene(random, player, seen, about))
        except (NothingFitsError, KeyError):
            return
        everything = [facts for found in seen.values() for facts in found]
        self.do(player, action, spoilt(random, self.stage.steps.mutations[action].takes, made, everything))

    def plan(self, random: Random, player: Actor) -> None:
        """The administrator has the network planned, and adopts some of it if it fits still."""
        admin = random.choice([each for each in self.players if each.role is Role.SUBDISTRICT_ADMIN])
        options = {"candidatesPerNeed": 3, "timeLimitSeconds": 5, "stable": random.random() < 0.5}
        made = self.stage.ask(admin, PROPOSE, {"input": options})["proposePlan"]
        note(f"{admin.login}: {made}")
        assert made["userErrors"] == []
        self._try("ADOPT_PLAN", Scene(random, admin, self.stage.look(admin)))

    def wait(self, random: Random, player: Actor) -> None:
        """Time passes."""
        note("time passes")
        self.stage.pass_time(self.network, random.randrange(8))

    def teardown(self) -> None:
        self.all_done.update(self.done)

    @invariant()
    def the_audit_finds_nothing(self) -> None:
        assert self.stage.broken() == []

    def _scenes(self, random: Random, player: Actor) -> Iterator[tuple[str, Scene]]:
        """What a player may do, and with what."""
        seen = self.stage.look(player)
        for about in _stateful(seen):
            for action in about["availableActions"]:
                yield action, Scene(random, player, seen, about)

    def _try(self, action: str, scene: Scene, *, again: bool = False) -> list[Any] | None:
        """What was refused; None when there was nothing to do it with."""
        try:
            made = self.stage.steps.input(action, scene)
        except NothingFitsError:
            return None
        key = {"idempotencyKey": f"{scene.random.getrandbits(64):x}"} if again else {}
        return self.do(scene.actor, action, made | key)

    def do(self, player: Actor, action: str, made: Values) -> list[Any]:
        """Why an action was refused."""
        mutation = self.stage.steps.mutations[action]
        data = self.stage.ask(player, mutation.document, {"input": made})
        if made.get("idempotencyKey"):
            second = self.stage.ask(player, mutation.document, {"input": made})
            assert second == data, (player.login, action, made, data, second)
        payload = data[mutation.field]
        errors: list[Any] = payload.pop("userErrors")
        note(f"{player.login} {player.role}: {action} {made} {errors or 'done'}")
        assert all(shown is None for shown in payload.values()) == bool(errors), payload
        if not errors:
            self.done[action] += 1
        if action in ENDING and not errors:
            self.players = [each for each in self.players if self.stage.enters(each)]
        return errors

    def _choice(self, random: Random, actions: list[str]) -> int:
        """A place in a list of actions: rather that of one which was seldom done."""
        weights = [eagerness(action) / (1 + self.done[action]) ** 2 for action in actions]
        return random.choices(range(len(actions)), weights)[0]


def _stateful(seen: dict[str, list[Facts]]) -> list[Facts]:
    return [facts for kind in MACHINES for facts in seen[kind]]


def test_random_actors(stage: Stage) -> None:
    done: Counter[str] = Counter()

    class Here(Life):
        def __init__(self) -> None:
            super().__init__(stage, done)

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize="STATEFUL" not in os.environ,
            database=None,
            phases=[Phase.generate],  # a failing life is shown as it is: making it shorter takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert done.total() >= LIVES * STEPS // 10, f"they got nowhere: {done}"
