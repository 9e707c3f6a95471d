"""Root fields -> plans with their SQL, their parameters and their cost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphql import GraphQLInterfaceType, GraphQLResolveInfo, get_named_type
from sqlalchemy import Uuid

from db.ids import BYTES
from db.models import Subdistrict
from db.plan import Asked, Body, ByIds, Compare, Condition, Connection, IdIs, Operator, Param, Root, Single
from db.render import Statement, TooManyTablesError, render
from db.render.conditions import names_one_subdistrict
from db.rows import Row
from db.scopes import for_members
from db.standing import Standing
from db.viewer import Viewer
from resolvers.errors import ErrorCode, ServiceError

from .connections import connection
from .costs import TABLE, Cost, TooCostlyError, cost_of
from .names import attribute_of, facts
from .parameters import Parameters, Source, id_of, id_or_nobody
from .rankings import ranking, shares
from .selection import Selection, body
from .unseen import unseen_paths
from .values import Several, Tree, Variables, variables_of

NAMED = 'filter: {subdistrict: {code: {eq: "370203019"}}}'


@dataclass(frozen=True)
class Planned:
    """A plan ready to run: its statement, the values that the query text fixes, where others come from, its cost.

    `texts` names the parameters whose analyses the statement takes.
    `unseen` has the paths of what it shows to nobody without signing in, when nobody is.
    """

    statement: Statement
    fixed: Mapping[str, object]
    sources: Mapping[str, Source]
    texts: Sequence[str]
    cost: Cost
    unseen: tuple[str, ...]

    @classmethod
    def of(
        cls,
        root: Root,
        standing: Standing,
        parameters: Parameters,
        variables: Variables,
        given: Mapping[str, object] | None = None,
        *,
        left: int,
    ) -> "Planned":
        """Render a plan that for these variables, and what is `given` besides, costs no more than what is left.

        Raises TooCostlyError; ServiceError when a value is refused.
        """
        fixed = {name: source.value({}) for name, source in parameters.sources.items() if source.leaf.fixed}
        open_ = {name: source for name, source in parameters.sources.items() if not source.leaf.fixed}
        cost = cost_of(root, standing).given(fixed)
        unseen = unseen_paths(root) if standing.role is None else ()
        found = cls(Statement("", ()), fixed, open_, parameters.texts, cost, unseen)
        statement = _rendered(root, standing, cost.of({**found.values(variables), **(given or {})}), left)
        return replace(found, statement=statement, cost=cost.plus(TABLE * statement.tables))

    def values(self, variables: Variables) -> Mapping[str, object]:
        """The parameters for these variables; raises ServiceError."""
        if not self.sources:
            return self.fixed
        return {**self.fixed, **{name: source.value(variables) for name, source in self.sources.items()}}

    def arguments(self, values: Mapping[str, object], viewer: Viewer) -> list[object]:
        """What to run the statement with, in its order."""
        return [
            getattr(viewer, name.removeprefix("viewer_")) if name.startswith("viewer_") else values[name]
            for name in self.statement.parameters
        ]


def _rendered(root: Root, standing: Standing, cost: int, left: int) -> Statement:
    most = (left - cost) // TABLE
    try:
        return render(root, standing, most=most)
    except TooManyTablesError as error:
        raise TooCostlyError(cost + TABLE * (max(0, most) + 1)) from error


def plan(info: GraphQLResolveInfo[Any], standing: Standing, *, left: int) -> Planned:
    """The plan of the root field that a resolver is asked for; raises ServiceError, TooCostlyError."""
    selection = Selection.of(info)
    root = _root(selection, info, standing)
    names_where = _names_where(root)
    if standing.role is None and not names_where and _is_public_list(root):
        for source in selection.parameters.sources.values():  # a wrong value is told first
            source.value({} if source.leaf.fixed else variables_of(info))
        raise ServiceError(ErrorCode.SUBDISTRICT_REQUIRED, example=NAMED)
    abroad = replace(standing, abroad=names_where)
    return Planned.of(root, abroad, selection.parameters, variables_of(info), left=left)


def _names_where(root: Root) -> bool:
    """Whether it says whose rows it is about: a list does so by its filter, and is the viewer's area's otherwise."""
    return not isinstance(root, Connection) or root.model is Subdistrict or names_one_subdistrict(root.where)


def _is_public_list(root: Root) -> bool:
    """Whether nobody signed in, who has no area, is shown some of a list once it is said of which subdistrict."""
    return isinstance(root, Connection) and root.ranking is None and not for_members(root.model)


def _root(selection: Selection, info: GraphQLResolveInfo[Any], standing: Standing) -> Root:
    field = info.parent_type.fields[info.field_name]
    type_, nodes = get_named_type(field.type), info.field_nodes
    by = facts(field).get("by")
    if by is None:
        return connection(selection, field, selection.object_type(type_.name), nodes)
    given = selection.arguments(field, nodes[0])
    if by == "ranking":
        return _ranked(selection, info, Asked(facts(field)["asked"]), standing, given)
    if by in {"id of any type", "ids of any type"}:
        return _any_type(selection, info, given, many=by == "ids of any type")
    shown = body(selection, selection.object_type(type_.name), nodes)
    return Single(shown, _found_by(selection, shown, by, given))


def _ranked(
    selection: Selection,
    info: GraphQLResolveInfo[Any],  # Any: as above
    asked: Asked,
    standing: Standing,
    given: dict[str, Tree],
) -> Connection:
    field, weights = info.parent_type.fields[info.field_name], info.context.services.weights
    type_ = selection.object_type(get_named_type(field.type).name)
    dressed = replace(selection, shares=shares(asked, standing, weights))
    found = ranking(asked, given, selection.parameters, weights)
    return connection(dressed, field, type_, info.field_nodes, ranking=found)


def _any_type(selection: Selection, info: GraphQLResolveInfo[Any], given: dict[str, Tree], *, many: bool) -> ByIds:
    leaf = given["ids" if many else "id"]
    if leaf is None or isinstance(leaf, dict | list):
        raise TypeError("ids are texts")
    read = id_or_nobody if many else id_of()
    types, subdistricts, ids = selection.parameters.ids(leaf if many else Several((leaf,)), read, many=True)
    interface = info.schema.type_map["Node"]
    if not isinstance(interface, GraphQLInterfaceType):
        raise TypeError("Node is an interface")
    bodies = (body(selection, type_, info.field_nodes) for type_ in info.schema.get_possible_types(interface))
    return ByIds(types, subdistricts, ids, tuple((BYTES[found.model], found) for found in bodies), one=not many)


def _found_by(selection: Selection, shown: Body, by: str, given: dict[str, Tree]) -> Condition:
    if by == "viewer":
        return Compare("id", Operator.EQ, Param("viewer_account_id", Uuid()))
    leaf = given[by]
    if leaf is None or isinstance(leaf, dict | list):
        raise TypeError(f"{by} is a text")
    if by == "id":
        _, subdistrict, id_ = selection.parameters.ids(leaf, id_of(shown.model), many=False)
        return IdIs(subdistrict, id_)
    attribute = attribute_of(shown.model, by)
    type_ = Row(shown.model, "")[attribute].type
    return Compare(attribute, Operator.EQ, selection.parameters.value(leaf, type_))
