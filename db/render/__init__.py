"""Plan -> SQL: one statement whose single text value is the finished JSON of the plan."""

from .statement import Statement, render

__all__ = ["Statement", "render"]
