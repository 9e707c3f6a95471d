"""How large a document may be: depth, aliases and fields, each fragment counted wherever it is spread.

Every fragment is measured once, so that a few lines of fragments that spread each other twice cost nothing to refuse.
"""

from typing import Any, NamedTuple

from graphql import (
    ASTValidationRule,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from db.settings import Settings
from resolvers.errors import ErrorCode, ServiceError


class Size(NamedTuple):
    """What a selection amounts to."""

    depth: int = 0
    aliases: int = 0
    fields: int = 0

    def beside(self, other: "Size") -> "Size":
        """Both selections together."""
        return Size(max(self.depth, other.depth), self.aliases + other.aliases, self.fields + other.fields)


class Measure:
    """Measures selections of one document."""

    def __init__(self, document: DocumentNode) -> None:
        definitions = document.definitions
        self.fragments = {node.name.value: node for node in definitions if isinstance(node, FragmentDefinitionNode)}
        self.known: dict[str, Size] = {}

    def size(self, selections: SelectionSetNode | None) -> Size:
        """The size of a selection set."""
        found = Size()
        for node in selections.selections if selections else ():
            if isinstance(node, FragmentSpreadNode):
                found = found.beside(self.fragment(node.name.value))
            elif isinstance(node, FieldNode):
                inner = self.size(node.selection_set)
                aliases = inner.aliases + (node.alias is not None)
                found = found.beside(Size(inner.depth + 1, aliases, inner.fields + 1))
            else:
                found = found.beside(self.size(getattr(node, "selection_set", None)))
        return found

    def fragment(self, name: str) -> Size:
        """The size of a fragment; one that contains itself counts nothing there, and is refused by another rule."""
        if name not in self.known and name in self.fragments:
            self.known[name] = Size()
            self.known[name] = self.size(self.fragments[name].selection_set)
        return self.known.get(name, Size())


def size_limit(settings: Settings) -> type[ASTValidationRule]:
    """A validation rule that refuses operations beyond the settings' limits."""

    class SizeLimit(ASTValidationRule):
        def enter_document(self, document: DocumentNode, *_: Any) -> None:  # Any: graphql-core's visitor
            measure = Measure(document)
            for node in document.definitions:
                if isinstance(node, OperationDefinitionNode):
                    self._check(node, measure.size(node.selection_set))

        def _check(self, node: OperationDefinitionNode, size: Size) -> None:
            limits = (
                ("levels", size.depth, settings.max_depth),
                ("aliases", size.aliases, settings.max_aliases),
                ("fields", size.fields, settings.max_fields),
            )
            for what, found, most in limits:
                if found > most:
                    self.report_error(
                        ServiceError(ErrorCode.OPERATION_TOO_LARGE, node, found=found, what=what, most=most)
                    )

    return SizeLimit
