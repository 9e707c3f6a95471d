"""Reading inside a mutation's transaction: the objects of its payload, by the same plans as every query."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import asyncpg
from graphql import GraphQLResolveInfo, get_named_type
from orjson import Fragment
from sqlalchemy import Integer, Uuid

from db.ids import BYTES, GlobalId
from db.plan import ByIds, Param
from db.standing import Standing
from db.viewer import Viewer
from resolvers.context import Context, Shown

from .planning import Planned
from .plans import key_of
from .read import planned_for, told
from .selection import Nodes, Selection, body
from .values import variables_of

GIVEN = ByIds(
    Param("given_types", Integer(), many=True),
    Param("given_subdistricts", Uuid(), many=True),
    Param("given_ids", Uuid(), many=True),
    bodies=(),
    one=True,
)


async def read_payload(
    connection: "asyncpg.Connection[asyncpg.Record]", viewer: Viewer, info: GraphQLResolveInfo[Context], shown: Shown
) -> dict[str, Any]:  # Any: as ReadPayload
    """The fragments of those objects that the selection asks for, by response key; one statement each."""
    selection = Selection.of(info)
    payload = selection.object_type(get_named_type(info.return_type).name)
    asked = [(key, name, nodes) for key, name, nodes in selection.fields(payload, info.field_nodes) if shown.get(name)]
    return {key: await _read(connection, viewer, info, (key, name, nodes), shown[name]) for key, name, nodes in asked}


async def _read(
    connection: "asyncpg.Connection[asyncpg.Record]",
    viewer: Viewer,
    info: GraphQLResolveInfo[Context],
    field: tuple[str, str, Nodes],
    objects: GlobalId | Sequence[GlobalId] | None,
) -> Fragment:
    one, standing, context = isinstance(objects, GlobalId), Standing(viewer.role), info.context
    key, given = key_of(info, standing, str(info.path.key), field[0]), _given(objects)
    planned = await planned_for(context, key, lambda left: _plan(info, field, standing, given, one=one, left=left))
    values = {**planned.values(variables_of(info)), **given}
    context.spending.add(planned, values, context.services.plans.max_cost)
    with told:
        return Fragment(await connection.fetchval(planned.statement.sql, *planned.arguments(values, viewer)))


def _given(objects: GlobalId | Sequence[GlobalId] | None) -> dict[str, object]:
    listed = [objects] if isinstance(objects, GlobalId) else objects or []
    return {
        GIVEN.types.name: [BYTES[item.model] for item in listed],
        GIVEN.subdistricts.name: [item.subdistrict_id for item in listed],
        GIVEN.ids.name: [item.id for item in listed],
    }


def _plan(
    info: GraphQLResolveInfo[Context],
    field: tuple[str, str, Nodes],
    standing: Standing,
    given: Mapping[str, object],
    *,
    one: bool,
    left: int,
) -> Planned:
    _, name, nodes = field
    selection = Selection.of(info)
    payload = selection.object_type(get_named_type(info.return_type).name)
    found = body(selection, selection.object_type(get_named_type(payload.fields[name].type).name), nodes)
    root = replace(GIVEN, bodies=((BYTES[found.model], found),), one=one)
    return Planned.of(root, standing, selection.parameters, variables_of(info), given, left=left)
