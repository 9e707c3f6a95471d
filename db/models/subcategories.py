"""Subcategory 小类: the second level of the taxonomy, per subdistrict."""

from sqlalchemy import ARRAY, CheckConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Dated, Named, Tenant, choice, not_blank, to_account, to_many, to_subdistrict, unique_name
from .states import Category


class BuiltinSubcategory(Base):
    """A subcategory that every new subdistrict begins with; a reference table, the same for all."""

    __tablename__ = "builtin_subcategory"
    code: Mapped[str] = mapped_column(primary_key=True)
    category: Mapped[str] = mapped_column(String(32))
    name: Mapped[str]
    english_name: Mapped[str]
    keywords: Mapped[list[str]] = mapped_column(ARRAY(Text))


class Subcategory(Tenant, Dated, Named, Base):
    """小类: `keywords` (folded) are the words by which people name it; a retired one is suggested no more."""

    __tablename__ = "subcategory"
    __table_args__ = (
        UniqueConstraint("subdistrict_id", "code"),
        unique_name("subcategory", "category"),
        CheckConstraint(
            r"code ~ '^[A-Z][A-Z0-9_]*\.[A-Z][A-Z0-9_]*$' AND split_part(code, '.', 1) = category", name="code_form"
        ),
        *not_blank("name"),
    )
    code: Mapped[str]
    category: Mapped[Category] = mapped_column(choice(Category))
    english_name: Mapped[str] = mapped_column(server_default="")
    keywords: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default="{}")
    retired: Mapped[bool] = mapped_column(server_default="false")
    subdistrict = to_subdistrict("Subcategory")
    creator = to_account("Subcategory", "created_by")
    needs = to_many("Subcategory", "Need", "subcategory_id")
    resources = to_many("Subcategory", "Resource", "subcategory_id")
