"""Subcategories: which one a need or a resource names, and the administrator's own ones."""

from collections.abc import Sequence
from typing import Any, TypedDict, Unpack

from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Base, Subcategory
from db.models.states import Category
from db.texts.folding import fold
from db.viewer import Viewer

from . import checks
from .checks import clean
from .errors import ErrorCode, UserError
from .finding import find, find_if
from .lifecycle import put
from .permissions import ADMINISTERING, permit

MAX_KEYWORDS = 50
MAX_KEYWORD = 30


class Names(TypedDict, total=False):
    """How a subcategory is named; null clears what may be empty."""

    name: str | None
    english_name: str | None
    keywords: Sequence[str] | None


class Terms(Names, total=False):
    """What may be changed of it."""

    retired: bool | None


def _keywords(words: Sequence[str]) -> list[str]:
    """Distinct folded words, as texts are searched for them."""
    if len(words) > MAX_KEYWORDS:
        raise UserError(ErrorCode.TOO_MANY, limit=MAX_KEYWORDS)
    read = checks.line(MAX_KEYWORD)
    return sorted({fold(read(word)) for word in words})


TERMS = {
    "name": checks.line(checks.MAX_NAME),
    "english_name": checks.prose(checks.MAX_NAME),
    "keywords": checks.Check(_keywords, nullable=True, cleared=[]),
    "retired": checks.anything,
}


async def add(
    session: AsyncSession, viewer: Viewer, *, code: str, category: Category, **terms: Unpack[Names]
) -> Subcategory:
    """Add a subcategory to the own subdistrict. May: its administrator. Refused: ALREADY_EXISTS for its code or name.

    `code` is the part after the category, in capitals, digits and underscores.
    """
    permit(viewer.role in ADMINISTERING)
    values = clean(TERMS | {"code": checks.code}, terms | {"code": code})
    made = Subcategory(
        subdistrict_id=viewer.subdistrict_id,
        category=category,
        created_by=viewer.account_id,
        **values | {"code": f"{category}.{values['code']}"},
    )
    session.add(made)
    await session.flush()
    return made


async def edit(session: AsyncSession, viewer: Viewer, *, subcategory_id: str, **terms: Unpack[Terms]) -> Subcategory:
    """Change a subcategory's names and keywords, or retire it. May: the subdistrict's administrator."""
    row = await find(session, viewer, Subcategory, subcategory_id, "id", lock=True)
    permit(viewer.role in ADMINISTERING, "id")
    put(row, clean(TERMS, terms))
    await session.flush()
    return row


async def chosen(
    session: AsyncSession,
    viewer: Viewer,
    values: dict[str, Any],  # Any: values of columns
    before: Base | None = None,
) -> dict[str, Any]:
    """Return checked values with the subcategory's own id in place of a global one.

    Another category leaves the subcategory behind. Refused: NOT_FOUND; MISMATCH for one of another category.
    """
    category = values.get("category", getattr(before, "category", None))
    if "subcategory_id" not in values:
        moved = before is not None and category != before.category  # type: ignore[attr-defined]  # needs and resources
        return values | ({"subcategory_id": None} if moved else {})
    row = await find_if(session, viewer, Subcategory, values["subcategory_id"], "subcategory_id")
    if row and (row.retired or row.category != category):
        raise UserError(ErrorCode.MISMATCH, "subcategory_id")
    return values | {"subcategory_id": row and row.id}
