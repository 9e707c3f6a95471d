"""What a state machine is made of: actions with who may and what must hold, changes that follow by themselves, clocks.

One declaration serves the mutations (which ask it before they change anything), `availableActions` (the same question
in SQL), the table `lifecycle` (which the database enforces), the clocks, the diagrams in docs/machines, and the tests.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, false, or_

from db.models import Base, Policy
from db.models.handling import DeadlineKind
from db.models.states import Role, SubjectType
from db.rows import Row
from db.standing import Predicate, Rule, Standing


@dataclass(frozen=True, slots=True)
class Actor:
    """Who may do something: somebody with one of the roles, on the rows that `on` tells."""

    english: str
    chinese: str
    roles: frozenset[Role]
    on: Rule

    def may(self, row: Row, standing: Standing) -> Predicate:
        """Whether the viewer is this actor for the row."""
        return self.on(row, standing) if standing.role in self.roles else false()


@dataclass(frozen=True, slots=True)
class Guard:
    """What must hold besides state and actor; `code` is what a refusal says, of `field` rather
    than of the object's id if there is one; `detail` is a text that its message shows."""

    code: str
    english: str
    chinese: str
    holds: Rule
    field: str | None = None
    detail: Callable[[Row], ColumnElement[str]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What somebody can do with an object: `sources` are the states it is possible in, the empty one is not there yet.

    Without `targets` the object stays as it is. `name` is that of the mutation, in capitals.
    """

    name: str
    english: str
    chinese: str
    sources: tuple[str, ...]
    targets: tuple[str, ...] = ()
    actors: tuple[Actor, ...]
    guards: tuple[Guard, ...] = ()

    def may(self, row: Row, standing: Standing) -> Predicate:
        """Whether the viewer is one of the actors."""
        return or_(false(), *(actor.may(row, standing) for actor in self.actors))

    @property
    def roles(self) -> frozenset[Role]:
        """The roles of all actors."""
        return frozenset(role for actor in self.actors for role in actor.roles)


@dataclass(frozen=True, slots=True)
class Change:
    """A transition that follows from something else: claims, another object, the clock."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    english: str
    chinese: str


class WorkingDays(NamedTuple):
    """So many working days from now; none: until the end of this working day."""

    number: int


class Minutes(NamedTuple):
    """So many minutes from now, at any hour."""

    number: int


class Until(NamedTuple):
    """To a moment, or to the end of a day in China."""

    moment: datetime | date


Length = WorkingDays | Minutes | Until


class Owner(NamedTuple):
    """Whom a deadline binds."""

    branch_id: UUID | None = None
    partner_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A deadline that runs from the entry into one of the states `while_in` until the object leaves them.

    `length` is None where nothing is due; `expires_to` is the state that the clock itself puts the object into.
    """

    kind: DeadlineKind
    while_in: tuple[str, ...]
    english: str
    chinese: str
    length: Callable[[Any, Policy], Length | None]  # Any: the machine's own model
    owner: Callable[[Any], Owner]  # Any: as length
    expires_to: str | None = None


@dataclass(frozen=True, slots=True)
class Machine:
    """The states of one kind of object."""

    subject: SubjectType
    model: type[Base]
    states: type[StrEnum]
    english: str
    chinese: str
    actions: tuple[Action, ...]
    changes: tuple[Change, ...] = ()
    clocks: tuple[Clock, ...] = ()

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every state and a state that may follow it, each once; the empty one is not there yet."""
        seen = set()
        steps = [(step.sources, step.targets) for step in self.actions] + [
            (step.sources, step.targets) for step in self.changes
        ]
        for sources, targets in steps:
            for pair in ((source, target) for source in sources for target in targets):
                if pair[0] != pair[1] and pair not in seen:
                    seen.add(pair)
                    yield pair

    def following(self) -> dict[str, tuple[str, ...]]:
        """Per state the states that may follow."""
        found: dict[str, tuple[str, ...]] = {}
        for source, target in self.pairs():
            found[source] = (*found.get(source, ()), target)
        return found


def of_branch(row: Any) -> Owner:  # Any: every model with a branch
    """The branch of the row."""
    return Owner(branch_id=row.branch_id)
