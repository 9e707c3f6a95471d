"""Operations that were answered wholly by plans, remembered: the next of the same shape needs no parsing.

A cache in front of one implementation, never a second one: it holds the plans that the resolvers made, and what it
does not know takes the whole way.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from cachetools import LRUCache
from graphql import GraphQLSchema, VariableDefinitionNode, get_operation_ast, get_variable_values, parse
from graphql.execution.values import VariableValues

from db.standing import Standing

from .planning import Planned
from .values import Variables, shape

Roots = tuple[tuple[str, Planned], ...]
Definitions = tuple[VariableDefinitionNode, ...]


@dataclass(frozen=True)
class Recalled:
    """What to run for an operation: its root fields in their order, and the coerced variables."""

    roots: Roots
    variables: Variables


class Operations:
    """The remembered operations of a server process, and how often one was recalled or not.

    `known` has of an operation what its variables are: the whole of it is a thousand objects.
    """

    def __init__(self, schema: GraphQLSchema, most: int) -> None:
        self.schema = schema
        self.known: LRUCache[Hashable, Definitions] = LRUCache(most)
        self.kept: LRUCache[Hashable, Roots] = LRUCache(most)
        self.hits = 0
        self.misses = 0

    def recall(self, text: str, name: str | None, standing: Standing, given: Mapping[str, Any]) -> Recalled | None:
        """What to run, or None when the operation was not seen in this shape, or its variables are wrong."""
        definitions = self.known.get((text, name))
        coerced = None if definitions is None else self._coerce(definitions, given)
        roots = self.kept.get((text, name, standing, shape(dict(coerced)))) if coerced is not None else None
        if roots is None or coerced is None:
            self.misses += 1
            return None
        self.hits += 1
        return Recalled(roots, coerced)

    def remember(
        self, text: str, name: str | None, standing: Standing, given: Mapping[str, Any], roots: Roots
    ) -> None:  # Any: variables of every type
        """Keep what answered an operation."""
        operation = get_operation_ast(parse(text, no_location=True), name)
        definitions = tuple(operation.variable_definitions or ()) if operation else ()
        coerced = self._coerce(definitions, given)
        if operation is not None and coerced is not None:
            self.known[text, name] = definitions
            self.kept[text, name, standing, shape(dict(coerced))] = roots

    def counters(self) -> dict[str, int]:
        """Hits, misses and how many are kept."""
        return {"hits": self.hits, "misses": self.misses, "kept": len(self.kept)}

    def _coerce(self, definitions: Definitions, given: Mapping[str, Any]) -> Variables | None:
        if not definitions:
            return {}
        values = get_variable_values(self.schema, definitions, dict(given))
        return values.coerced if isinstance(values, VariableValues) else None
