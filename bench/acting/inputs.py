"""Inputs of mutations, made up so that they fit what an account sees."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from random import Random
from typing import Any, TypeAlias

from graphql import GraphQLEnumType, GraphQLInputField, get_named_type, is_list_type, is_required_input_field

from .actors import Actor
from .mutations import Mutation
from .sights import Facts, Seen

Values: TypeAlias = dict[str, Any]  # Any: JSON
OPTIONAL = 0.3  # how often what may be left out is given
CHINA = timezone(timedelta(hours=8))
TEXTS = ("楼道扶手", "Handrails on all floors", "a'b\"c\\d%_", "<b>灯</b> & 门", "灯坏了😀", "x" * 100)
LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


class NothingFitsError(LookupError):
    """There is nothing to do this with."""


@dataclass(frozen=True)
class Scene:
    """Who acts, on what, what else it sees, and the source of all that is left to chance."""

    random: Random
    actor: Actor
    seen: Seen
    about: Facts = field(default_factory=dict)

    def one(self, kind: str, fits: Callable[[Facts], bool] = lambda facts: True) -> Facts:
        """Return something that is seen and fits; raises NothingFitsError."""
        return self.random.choice(self.some(kind, fits))

    def some(self, kind: str, fits: Callable[[Facts], bool] = lambda facts: True) -> list[Facts]:
        """Return all that is seen and fits, at least one; raises NothingFitsError."""
        found = [facts for facts in self.seen.get(kind, ()) if fits(facts)]
        if not found:
            raise NothingFitsError(kind)
        return found

    def day(self, least: int, most: int) -> str:
        """Return a day so many days from now."""
        return str(self.today() + timedelta(days=self.random.randint(least, most)))

    def moment(self, least: int, most: int) -> str:
        """Return a time so many hours from now."""
        return (datetime.now(UTC) + timedelta(hours=self.random.randint(least, most))).isoformat()

    def word(self) -> str:
        """Return a text of one line."""
        return self.random.choice(TEXTS)

    @staticmethod
    def today() -> date:
        """Return the day in China."""
        return datetime.now(CHINA).date()


VALUES: dict[str, Callable[[Scene], object]] = {
    "quantity": lambda scene: scene.random.randint(1, 12),
    "unit": lambda scene: scene.random.choice(("副", "次", "人")),
    "name": lambda scene: f"{scene.word()[:20]} {scene.random.getrandbits(60):x}",
    "creditCode": lambda scene: "".join(scene.random.choices(LETTERS, k=18)),
    "contactPhone": lambda scene: "0532-8380 0000",
    "liaisonPhone": lambda scene: "13900000000",
    "beneficiaries": lambda scene: scene.random.randint(0, 500),
    "capacity": lambda scene: scene.random.randint(1, 9),
    "score": lambda scene: scene.random.randint(1, 5),
    "rating": lambda scene: scene.random.randint(1, 5),
    "days": lambda scene: scene.random.randint(1, 5),
    "budget": lambda scene: f"{scene.random.randint(0, 10**6)}.50",
    "neededBy": lambda scene: scene.day(0, 90),
    "plannedEnd": lambda scene: scene.day(0, 90),
    "dueOn": lambda scene: scene.day(0, 90),
    "endsOn": lambda scene: scene.day(0, 900),
    "reviewOn": lambda scene: scene.day(1, 60),
    "startsOn": lambda scene: scene.day(-30, 0),
    "deliveredOn": lambda scene: scene.day(-30, 0),
    "doneOn": lambda scene: scene.day(-30, 0),
    "foundedOn": lambda scene: scene.day(-30, 0),
    "heldAt": lambda scene: scene.moment(-72, -1),
    "meetsAt": lambda scene: scene.moment(1, 500),
}


def fill(mutation: Mutation, scene: Scene, chosen: Values) -> Values:
    """Return the input with what was chosen, what else it must have, and at times what it may have."""
    fields = mutation.takes.fields.items()
    made = {
        name: _value(name, each, scene) for name, each in fields if name not in chosen and _given(each, name, scene)
    }
    return {name: value for name, value in (made | chosen).items() if value is not ABSENT}


ABSENT = object()


def _given(each: GraphQLInputField, name: str, scene: Scene) -> bool:
    """Whether to give it: what names another object, or is made of several parts, is chosen or left out."""
    if is_required_input_field(each):
        return True
    free = (
        name in VALUES or isinstance(get_named_type(each.type), GraphQLEnumType) or _kind(each) in ("Boolean", "String")
    )
    return free and name != "idempotencyKey" and not is_list_type(each.type) and scene.random.random() < OPTIONAL


def _value(name: str, each: GraphQLInputField, scene: Scene) -> object:
    if name in VALUES:
        return VALUES[name](scene)
    type_ = get_named_type(each.type)
    if isinstance(type_, GraphQLEnumType):
        return scene.random.choice([*type_.values])
    by_type = {"Boolean": lambda: scene.random.random() < 0.5, "String": scene.word}
    return by_type[type_.name]()


def _kind(each: GraphQLInputField) -> str:
    return str(get_named_type(each.type).name)
