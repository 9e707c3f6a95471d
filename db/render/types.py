"""Names for the kinds of SQL that the renderer passes around."""

from typing import Any, TypeAlias

from sqlalchemy import ColumnElement

Element: TypeAlias = ColumnElement[Any]  # Any: an expression's SQL type matters to PostgreSQL, not to the renderer
