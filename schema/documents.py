"""Documents: parsed, found small enough, and only then validated; remembered by their texts."""

from collections.abc import Mapping
from dataclasses import dataclass

from cachetools import LRUCache
from graphql import (
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    get_variable_values,
    parse,
    specified_rules,
    validate,
)
from graphql.execution.collect_fields import FragmentDetails
from graphql.execution.values import VariableValues
from graphql.validation.rules import overlapping_fields_can_be_merged as overlapping

from db.settings import Settings
from db.turns import Asker
from resolvers.reading.workshop import Workshop

from .introspection import Reckoning
from .limits import Measure, Size
from .requests import MOST_LETTERS, Asked, too_many_values

MOST_COMMENTS = 1_000  # of a document
MOST_ERRORS = 5  # that are worded: each takes as long as looking for what was meant
LETTERS_KEPT = 200  # on average, of each document that is remembered: a collection walks all that is parsed
NO_VARIABLES = VariableValues({}, {})
overlapping.MAX_COMPLEXITY_BUDGET = 20_000  # comparisons of fields with the same key, each half a microsecond


class InvalidError(Exception):
    """A request that is not executed, and the first reasons why."""

    def __init__(self, errors: list[GraphQLError]) -> None:
        super().__init__(errors)
        self.errors = errors[:MOST_ERRORS]


@dataclass(frozen=True)
class Operation:
    """An operation that may be executed, with the fragments of its document."""

    key: tuple[str, str | None]  # text and name
    node: OperationDefinitionNode
    fragments: Mapping[str, FragmentDetails]
    cost: int  # of what it tells of the schema
    tells: bool  # whether it tells nothing else, and everybody the same

    @property
    def changes(self) -> bool:
        """Whether it is a mutation."""
        return self.node.operation is OperationType.MUTATION


@dataclass(frozen=True)
class Document:
    """A valid document."""

    letters: int
    operations: Mapping[str | None, Operation]
    values: int

    def operation(self, name: str | None) -> Operation:
        """The operation of that name, or the only one; raises InvalidError."""
        if name is None and len(self.operations) == 1:
            return next(iter(self.operations.values()))
        if name is None:
            raise InvalidError([GraphQLError("Must provide operation name if query contains multiple operations.")])
        if name not in self.operations:
            raise InvalidError([GraphQLError(f"Unknown operation named '{name[:60]}'.")])
        return self.operations[name]


class Documents:
    """The documents of a server process; those that are new are read beside the event loop."""

    def __init__(self, schema: GraphQLSchema, settings: Settings, workshop: Workshop) -> None:
        self.schema, self.settings, self.workshop = schema, settings, workshop
        self.reckoning = Reckoning(schema)
        most = settings.plan_cache_size * LETTERS_KEPT + MOST_LETTERS
        self.kept: LRUCache[str, Document] = LRUCache(most, lambda document: document.letters)

    async def prepare(self, asked: Asked, asker: Asker) -> tuple[Operation, VariableValues]:
        """What is asked, with its variables coerced; raises RefusedError, InvalidError, TooManyWaitingError."""
        text = asked.text
        document = self.kept.get(text)
        if document is None:
            document = await self.workshop.make(self.kept, text, asker, lambda: self._read(text))
        if document.values + asked.values > self.settings.max_values:
            raise too_many_values(self.settings.max_values)
        operation = document.operation(asked.name)
        return operation, self._coerced(operation, asked)

    def _coerced(self, operation: Operation, asked: Asked) -> VariableValues:
        definitions = operation.node.variable_definitions
        if not definitions:
            return NO_VARIABLES
        found = get_variable_values(self.schema, definitions, asked.variables, max_errors=MOST_ERRORS)
        if isinstance(found, list):
            raise InvalidError(found)
        return found

    def _read(self, text: str) -> Document:
        try:
            node = parse(text, max_lexical_tokens=self.settings.max_tokens, max_comments=MOST_COMMENTS)
        except GraphQLError as error:
            raise InvalidError([error]) from error
        measure = Measure(node, self.settings, self.reckoning.lists)
        sizes = measure.sizes()
        errors = validate(self.schema, node, specified_rules, max_errors=MOST_ERRORS)
        if errors:
            raise InvalidError(errors)
        fragments = {name: FragmentDetails(each) for name, each in measure.fragments.items()}
        operations = (
            self._operation(text, each, fragments, size) for each, size in zip(measure.operations, sizes, strict=True)
        )
        return Document(len(text), {each.key[1]: each for each in operations}, measure.values)

    def _operation(
        self, text: str, node: OperationDefinitionNode, fragments: Mapping[str, FragmentDetails], size: Size
    ) -> Operation:
        cost, alone = self.reckoning.of(size)
        key = text, node.name.value if node.name else None
        return Operation(key, node, fragments, cost, alone and node.operation is OperationType.QUERY)
