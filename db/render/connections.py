"""Connections as SQL: one page of rows, found by keyset, with what is around it and its aggregates."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import FromClause, Integer, Select, Text, cast, exists, func, literal_column, select, true, type_coerce
from sqlalchemy.dialects.postgresql import ARRAY

from db.models import Subdistrict
from db.plan import (
    Aggregate,
    Body,
    Connection,
    Cursor,
    Edges,
    Groups,
    Nodes,
    PageFact,
    PageInfo,
    TotalCount,
    TypeName,
)
from db.rows import TOGETHER, Row, every, literal
from db.scopes import covers, scope, share

from .aggregates import aggregate, groups
from .conditions import bind, far_end, holds, joined
from .json import Part, concat, json_object, or_null, quoted
from .objects import Rendering, json_body
from .orders import beyond, cursor, order_by
from .rankings import ranked
from .types import Element


@dataclass(frozen=True)
class Page:
    """A connection being rendered, and the row that stands for the rows of its page."""

    plan: Connection
    rendering: Rendering
    row: Row
    within: Row | None

    @property
    def ranked(self) -> bool:
        """Whether rows are numbered: to turn a page found backward, and to see the row beyond it."""
        return self.plan.backward or any(isinstance(part, PageInfo) for _, part in self.plan.fields)

    @property
    def spread(self) -> bool:
        """Whether the rows may be of several subdistricts; their indexes begin with the subdistrict."""
        standing = self.rendering.standing
        alone = self.within is None and self.plan.ranking is None and self.row.of_tenant
        return alone and standing.by_prefix and not standing.abroad

    @property
    def rank(self) -> Element:
        """Number of a row in the direction of paging, from 1; the row beyond the page has one more than its size."""
        return literal_column(f"{self.row.name}.page_rank", Integer())

    @property
    def inside(self) -> Element:
        """The row is on the page."""
        return self.rank <= bind(self.plan.size)

    def belongs(self, row: Row) -> Element:
        """The row is one of all that the connection has."""
        parts = [scope(row, self.rendering.standing), holds(row, self.plan.where, self.rendering.standing)]
        if self.within is not None and self.plan.relation is not None:
            parts.insert(0, joined(self.within, row, far_end(self.within, self.plan.relation)[1]))
        return every(*parts)


def connection(plan: Connection, rendering: Rendering, *, within: Row | None = None) -> Element:
    """The connection as JSON."""
    if plan.ranking:
        rendering.computed[plan.model] = ranked(plan.ranking, rendering.standing)
    page = Page(plan, rendering, rendering.row(plan.model), within)
    shown = concat(json_object((key, _part(page, part)) for key, part in plan.fields))
    if not any(isinstance(part, Nodes | Edges | PageInfo) for _, part in plan.fields):
        return shown
    return select(shown).select_from(_rows(page)).having(TOGETHER).scalar_subquery()


def _part(page: Page, part: object) -> list[Part]:
    match part:
        case TypeName(name):
            return [f'"{name}"']
        case Nodes(body):
            return ["[", _listed(page, json_body(page.row, body, page.rendering)), "]"]
        case Edges(fields):
            edge = json_object((key, _of_edge(page, shown)) for key, shown in fields)
            return ["[", _listed(page, edge), "]"]
        case PageInfo(fields):
            return json_object((key, _fact(page, fact)) for key, fact in fields)
    return _whole(page, part)


def _whole(page: Page, part: object) -> list[Part]:
    """What does not depend on the page."""
    row = page.rendering.row(page.plan.model)
    match part:
        case TotalCount():
            counted = select(func.count()).select_from(row.source).where(page.belongs(row))
            return [counted.scalar_subquery()]
        case Aggregate():
            return [aggregate(part, row, page.belongs(row))]
        case Groups():
            return ["[", groups(part, row, page.belongs(row), page.rendering), "]"]
    raise TypeError(part)


def _of_edge(page: Page, shown: Cursor | TypeName | Body) -> list[Part]:
    match shown:
        case TypeName(name):
            return [f'"{name}"']
        case Cursor():
            return ['"', cursor(page.row, page.plan), '"']
        case Body():
            return json_body(page.row, shown, page.rendering)


def _listed(page: Page, item: list[Part]) -> Element:
    """All items of the page in its order; paging backward finds them last one first."""
    listed = func.string_agg(concat(item), quoted(","))
    if page.plan.backward:
        return listed.aggregate_order_by(page.rank.desc()).filter(page.inside)
    return listed.filter(page.inside) if page.ranked else listed


def _fact(page: Page, fact: PageFact | TypeName) -> list[Part]:
    match fact:
        case TypeName(name):
            return [f'"{name}"']
        case PageFact.START | PageFact.END:
            return [or_null(_end(page, first=fact is PageFact.START))]
    ahead = (fact is PageFact.HAS_NEXT) != page.plan.backward
    return [cast(func.count() > bind(page.plan.size), Text)] if ahead else _behind(page)


def _end(page: Page, *, first: bool) -> Element:
    """The quoted cursor of the first (or last) row that the page shows, or null."""
    nearest = page.rank.asc() if first != page.plan.backward else page.rank.desc()
    text = concat(['"', cursor(page.row, page.plan), '"'])
    ends = func.array_agg(text).aggregate_order_by(nearest).filter(page.inside)
    return type_coerce(ends, ARRAY(Text()))[literal("1")]


def _behind(page: Page) -> list[Part]:
    """Whether there are rows on the other side of the cursor that the page starts from."""
    start = page.plan.before if page.plan.backward else page.plan.after
    if start is None:
        return ["false"]
    row = page.rendering.row(page.plan.model)
    passed = beyond(row, page.plan.order, start, after=not page.plan.backward).isnot(true())
    found = exists(select(literal("1")).select_from(row.source).where(page.belongs(row), passed))
    return [cast(found, Text)]


def _rows(page: Page) -> FromClause:
    """The rows of the page (and the one beyond it), with the columns that are shown of them and no others."""
    row, size = page.row, bind(page.plan.size)
    most = size + literal("1") if page.ranked else size
    terms = order_by(row, page.plan.order, backward=page.plan.backward)
    columns = [literal(f"{row.name}.{name}") for name in sorted(row.used)]
    found = (_everywhere if page.spread else _somewhere)(page, columns, terms, most)
    ordered = found.order_by(*terms).limit(most).subquery(row.name)
    if not page.ranked:
        return ordered
    return select(*columns, func.row_number().over().label("page_rank")).select_from(ordered).subquery(row.name)


def _somewhere(page: Page, columns: list[Element], terms: list[Element], most: Element) -> Select[Any]:
    return select(*columns).select_from(page.row.source).where(page.belongs(page.row), *_from_cursors(page))


def _everywhere(page: Page, columns: list[Element], terms: list[Element], most: Element) -> Select[Any]:
    """A page of each subdistrict by its own index, of which the page is made: no scan of all rows."""
    row, standing = page.row, page.rendering.standing
    place = row.beside(Subdistrict, "place")
    here = every(row.subdistrict == place["id"], share(row, standing), holds(row, page.plan.where, standing))
    each = select(*columns).select_from(row.source).where(here, *_from_cursors(page)).order_by(*terms).limit(most)
    return (
        select(*columns).select_from(place.source.join(each.lateral(row.name), true())).where(covers(place, standing))
    )


def _from_cursors(page: Page) -> list[Element]:
    bounds = ((page.plan.after, True), (page.plan.before, False))
    return [beyond(page.row, page.plan.order, cursor, after=after) for cursor, after in bounds if cursor is not None]
