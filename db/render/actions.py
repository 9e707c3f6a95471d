"""What objects with states show of their machine as SQL: what the viewer may do with them now, and how they stood."""

from sqlalchemy import Text, case, cast, func, select

from db.machines import BY_MODEL, Action
from db.models import Transition
from db.plan import StateAt
from db.rows import Row, every, literal
from db.scopes import home
from db.standing import Standing, named

from .conditions import bind
from .json import Part, or_null, quoted
from .types import Element


def actions(row: Row, standing: Standing) -> list[Part]:
    """The names of the actions as a JSON array, in the order of the machine; those of other roles are not looked at."""
    mine = [action for action in BY_MODEL[row.model].actions if standing.role in action.roles and any(action.sources)]
    names = [case((_possible(row, action, standing), quoted(f'"{action.name}"'))) for action in mine]
    return ["[", func.concat_ws(quoted(","), *names), "]"] if names else ["[]"]


def _possible(row: Row, action: Action, standing: Standing) -> Element:
    """The state allows it, the viewer is one who may, and all that it takes holds."""
    guards = (guard.holds(row, standing) for guard in action.guards)
    sources = named(*(source for source in action.sources if source))
    return every(home(row, standing), row["status"].in_(sources), action.may(row, standing), *guards)


def state_at(row: Row, plan: StateAt, standing: Standing) -> list[Part]:
    """The last state that the object had entered by then."""
    if not standing.sees_all:
        return ["null"]
    entry = row.beside(Transition, "entry")
    entered = every(
        home(row, standing),
        entry.subdistrict == row.subdistrict,
        entry["subject_id"] == row["id"],
        entry["at"] <= bind(plan.at),
    )
    last = select(entry["to_status"]).select_from(entry.source).where(entered).order_by(entry["id"].desc())
    return [or_null(cast(func.json_scalar(last.limit(literal("1")).scalar_subquery()), Text))]
