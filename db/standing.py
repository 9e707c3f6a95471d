"""What of a viewer decides the text of a statement, and the predicates that scopes, masks and actors are made of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import ColumnElement, Text, Uuid, bindparam, exists, false, select, true

from .models import Base, PartyBranch
from .models.states import Role
from .rows import Row, every, literal
from .viewer import BY_PREFIX, IN_BRANCH, IN_PARTNER

Predicate: TypeAlias = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Standing:
    """What of a viewer decides the text of a statement; all else travels as `viewer_...` parameters.

    `abroad`: the statement reads what it names, wherever that is, and so shows what is public outside its area.
    """

    role: Role | None
    abroad: bool = False

    @property
    def sees_all(self) -> bool:
        """Sees every row of its area, drafts and others' claims included; but not what is confidential."""
        return self.role in (Role.SUBDISTRICT_ADMIN, *BY_PREFIX)

    @property
    def by_prefix(self) -> bool:
        """Sees all subdistricts whose code begins with its own."""
        return self.role in BY_PREFIX

    @property
    def in_one_subdistrict(self) -> bool:
        """Belongs to one subdistrict, which every statement can name."""
        return self.role is not None and not self.by_prefix


NOBODY = Standing(None)
Rule: TypeAlias = Callable[[Row, Standing], Predicate]


def mine(fact: str) -> ColumnElement[object]:
    """The parameter with a fact about the viewer, such as `branch_id`."""
    return bindparam(f"viewer_{fact}", type_=Text() if fact == "code_prefix" else Uuid())


def named(*states: str) -> list[ColumnElement[object]]:
    """The states (or other names of the project's own) as literals."""
    return [literal(f"'{name}'") for name in states]


def there(row: Row, model: type[Base], purpose: str, on: Callable[[Row], Predicate]) -> Predicate:
    """Whether a row of another table of the same subdistrict fulfils the condition."""
    far = row.beside(model, purpose)
    where = every(far.subdistrict == row.subdistrict, on(far))
    return exists(select(literal("1")).select_from(far.source).where(where))


def own(row: Row, standing: Standing) -> Predicate:
    """What belongs to the viewer's own branch, community or partner."""
    role = standing.role
    if role in IN_BRANCH and row.has("branch_id"):
        return row["branch_id"] == mine("branch_id")
    if role in IN_PARTNER and row.has("partner_id"):
        return row["partner_id"] == mine("partner_id")
    if role is Role.COMMUNITY_SECRETARY and row.has("branch_id"):
        return branch_in_community(row)
    return false()


def branch_in_community(row: Row) -> Predicate:
    """The branch that the row names is of the viewer's community."""
    return there(
        row,
        PartyBranch,
        "own",
        lambda branch: (branch["id"] == row["branch_id"]) & (branch["community_id"] == mine("community_id")),
    )


def everyone(row: Row, standing: Standing) -> Predicate:
    """Every row of the area."""
    return true()


def members(row: Row, standing: Standing) -> Predicate:
    """Every row, for who belongs to the subdistrict."""
    return true() if standing.in_one_subdistrict else false()
