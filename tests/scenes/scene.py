"""An object in one state: who is who to it, what inputs about it name, and what an action on it must come to."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from make import id_of

from db.machines import BY_MODEL, Action, Actor, Machine, actors
from db.models import Account, Base
from db.models.states import Role
from resolvers.errors import ErrorCode

from .town import PEOPLE, Person, Side, Town

Nobody = frozenset[Person]()


def ours(*roles: Role) -> frozenset[Person]:
    """Those with one of these roles on our side."""
    return frozenset(Person(role) for role in roles)


def members(side: Side = Side.OURS) -> frozenset[Person]:
    """Liaison and officer of the partner of that side."""
    return frozenset({Person(Role.PARTNER_LIAISON, side), Person(Role.DEPARTMENT_OFFICER, side)})


LEADERS = ours(Role.GRID_SECRETARY, Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_ADMIN)
POSTERS = LEADERS | ours(Role.GRID_WORKER)
PRINCIPALS = ours(Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_ADMIN)
ADMINISTRATOR = ours(Role.SUBDISTRICT_ADMIN)
LIAISON = ours(Role.PARTNER_LIAISON)
PUBLIC = (Role.RESIDENT, Role.GRID_WORKER, Role.GRID_SECRETARY, Role.GRID_INSTRUCTOR, Role.COMMUNITY_SECRETARY)

# Who an actor is to an object of our branch and our partner; where it is otherwise, the scene says so.
USUAL: dict[Actor, frozenset[Person]] = {
    actors.LEADER: LEADERS,
    actors.POSTER: POSTERS,
    actors.VERIFIER: LEADERS | ours(Role.GRID_INSTRUCTOR),
    actors.PRINCIPAL: PRINCIPALS,
    actors.ADMINISTRATOR: ADMINISTRATOR,
    actors.NEED_OWNER: POSTERS,
    actors.GIVER: members(),
    actors.LIAISON: LIAISON,
    actors.MEMBER: LIAISON,
    actors.REPORTER: ours(Role.RESIDENT),
    actors.SUPPORTER: frozenset(p for p in PEOPLE if p.role in PUBLIC) | ADMINISTRATOR,
    actors.RESIDENT: frozenset(p for p in PEOPLE if p.role is Role.RESIDENT),
    actors.ALLIANCE_LEADER: LEADERS,
    actors.DECIDER: PRINCIPALS,
}


@dataclass(frozen=True)
class Scene:
    """An object, and what is particular about it.

    `may` overrides who an actor is, `cast` whose account somebody has; `blocked` tells by action what a guard refuses
    it with, `barred` the same for one person; `lands` the state that an action leads to where several are declared;
    `named` what inputs take besides the object; `skips` actions that no input can fit here.
    """

    row: Any  # Any: every model of a machine
    may: dict[Actor, frozenset[Person]] = field(default_factory=dict)
    cast: Mapping[Person, Account] = field(default_factory=dict)
    blocked: Mapping[str, ErrorCode] = field(default_factory=dict)
    barred: Mapping[tuple[str, Person], ErrorCode] = field(default_factory=dict)
    lands: Mapping[str, str] = field(default_factory=dict)
    named: Mapping[str, Any] = field(default_factory=dict)
    skips: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The global id of the object."""
        return id_of(self.row)

    @property
    def machine(self) -> Machine:
        """Its state machine."""
        return BY_MODEL[type(self.row)]

    @property
    def state(self) -> str:
        """The state that it was brought into."""
        return str(self.row.status)

    def people_of(self, action: Action) -> frozenset[Person]:
        """Who may do an action with it, if its state allows it."""
        return frozenset().union(*((USUAL | self.may)[actor] for actor in action.actors))

    def guarded(self, action: Action, person: Person) -> ErrorCode | None:
        """What a guard refuses the action with."""
        return self.barred.get((action.name, person)) or self.blocked.get(action.name)

    def refusal(self, action: Action, person: Person) -> ErrorCode | None:
        """Why somebody who sees it cannot do an action with it, or None."""
        if person not in self.people_of(action):
            return ErrorCode.FORBIDDEN
        if self.state not in action.sources:
            return ErrorCode.INVALID_STATE
        return self.guarded(action, person)

    def actions(self) -> Iterator[Action]:
        """The actions of its machine that are done with an object that is there already."""
        return (action for action in self.machine.actions if any(action.sources))


Entry = Callable[[Town, Any], Awaitable[Mapping[str, Any]]]  # makes what a state takes, returns values of columns
Stage = Callable[[Town, str, str], Awaitable[Scene]]  # brings an object into a state, in one of its variants


async def lead(
    town: Town, row: Base, state: str, before: Mapping[str, str], entries: Mapping[str, Entry] | None = None
) -> None:
    """Bring an object into a state, through the one that is before it, and so on from its first."""
    if state not in before:
        await town.session.flush()
        return
    await lead(town, row, before[state], before, entries)
    entry = (entries or {}).get(state)
    await town.put(row, status=state, **(await entry(town, row) if entry else {}))


async def shown(town: Town, row: Base) -> None:
    """Read what triggers made of an object."""
    await town.session.refresh(row)
