"""Plan -> SQL: one statement whose single text value is the finished JSON of the plan."""

from .statement import Statement, TooManyTablesError, render

__all__ = ["Statement", "TooManyTablesError", "render"]
