"""What a ranking shows: rows that are computed when they are asked for, and stored nowhere."""

from uuid import UUID

from sqlalchemy import MetaData
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, choice, to_one
from .states import Category


class Ranked(Base):
    """Base of computed rows: how well each fits, from 0 to 1; the best first. They are no tables of the database."""

    __abstract__ = True
    metadata = MetaData()
    subdistrict_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    score: Mapped[float]


class Match(Ranked):
    """匹配: a need and a resource that fit, and the line of an open project by which the need may be claimed."""

    __tablename__ = "match"
    need_id: Mapped[UUID]
    resource_id: Mapped[UUID]
    partner_id: Mapped[UUID | None]
    need_line_id: Mapped[UUID | None]
    project_id: Mapped[UUID | None]
    already_claimed: Mapped[bool]
    need = to_one("Match", "Need", "need_id")
    resource = to_one("Match", "Resource", "resource_id")
    partner = to_one("Match", "PartnerUnit", "partner_id")
    need_line = to_one("Match", "NeedLine", "need_line_id")
    project = to_one("Match", "Project", "project_id")


class Likeness(Ranked):
    """相似: a need or a resource whose text is like another text; `shared` are the words of both."""

    __tablename__ = "likeness"
    need_id: Mapped[UUID | None]
    resource_id: Mapped[UUID | None]
    shared: Mapped[str]
    need = to_one("Likeness", "Need", "need_id")
    resource = to_one("Likeness", "Resource", "resource_id")


class CategorySuggestion(Ranked):
    """类别建议: a subcategory that a text seems to be about; `shared` are the keywords found in it."""

    __tablename__ = "category_suggestion"
    category: Mapped[Category] = mapped_column(choice(Category))
    subcategory_id: Mapped[UUID]
    shared: Mapped[str]
    subcategory = to_one("CategorySuggestion", "Subcategory", "subcategory_id")
