"""How large a document may be, found before any rule looks at it: what is counted here the rules multiply.

Each fragment is counted wherever it is spread, and measured once, so that a few lines of fragments that spread each
other twice cost nothing to refuse. Counting ends where a limit is passed.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graphql import (
    ArgumentNode,
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    ListValueNode,
    Node,
    ObjectFieldNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableDefinitionNode,
)

from db.settings import Settings
from resolvers.errors import ErrorCode, ServiceError

from .requests import EACH_OBJECT

MOST_FRAGMENTS = 100  # each is compared with each
MOST_OPERATIONS = 20  # each follows its fragments again
MOST_ROOTS = 50  # each becomes a statement
MOST_CALLS = 100  # fields with arguments: each becomes SQL of its own
MOST_REPEATS = 50  # of a key in one selection: each is compared with each, and so is what is inside them
MOST_GIVEN = 100  # arguments, directives or variables in one place: more than the largest form has
INTROSPECTION = {"__schema", "__type"}
ALL_TYPES = "types"

Lists = Mapping[str, tuple[float, float]]  # how long a list of the schema is: as one meets it, and on average


@dataclass(slots=True)
class Size:
    """What a selection amounts to."""

    depth: int = 0
    aliases: int = 0
    fields: int = 0
    calls: int = 0
    told: float = 0  # what it shows of a type that one meets, where it is a selection of the schema itself
    each: float = 0  # what it shows of each of all types
    schema: float = 0  # what the selections of the schema in it show
    keys: Counter[str] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)

    def add(self, other: "Size") -> None:
        """Count what stands beside it, or is spread into it."""
        self.depth = max(self.depth, other.depth)
        self.aliases += other.aliases
        self.fields += other.fields
        self.calls += other.calls
        self.told += other.told
        self.each += other.each
        self.schema += other.schema
        self.keys.update(other.keys)
        self.names |= other.names


class Measure:
    """Measures a document."""

    def __init__(self, document: DocumentNode, settings: Settings, lists: Lists) -> None:
        self.settings, self.lists, self.values = settings, lists, 0
        definitions = document.definitions
        self.operations = [node for node in definitions if isinstance(node, OperationDefinitionNode)]
        fragments = [node for node in definitions if isinstance(node, FragmentDefinitionNode)]
        self.fragments = {node.name.value: node for node in fragments}
        self.known: dict[str, Size] = {}
        _require("fragments", len(fragments), MOST_FRAGMENTS)
        _require("operations", len(self.operations), MOST_OPERATIONS)

    def sizes(self) -> list[Size]:
        """The size of each operation, and all is within the limits, also together; raises ServiceError."""
        try:
            for name in self.fragments:
                self.fragment(name)
            sizes = [self.definition(node) for node in self.operations]
        except RecursionError:  # through fragments; within a definition the parser ends it
            _require("levels", self.settings.max_depth + 1, self.settings.max_depth)
            raise
        whole = Size()
        for size in sizes:
            _require("root fields", len(size.keys), MOST_ROOTS)
            self._add(whole, Size(size.depth, size.aliases, size.fields, size.calls))
        return sizes

    def fragment(self, name: str) -> Size:
        """The size of a fragment; one that contains itself counts nothing there, and is refused by a rule."""
        if name not in self.known and name in self.fragments:
            self.known[name] = Size()
            self.known[name] = self.definition(self.fragments[name])
        return self.known.get(name, Size())

    def definition(self, node: OperationDefinitionNode | FragmentDefinitionNode) -> Size:
        """The size of an operation or a fragment."""
        self._look_at(node.directives, node.variable_definitions)
        return self.selection(node.selection_set)

    def selection(self, selections: SelectionSetNode | None) -> Size:
        """The size of a selection set."""
        found = Size()
        for node in selections.selections if selections else ():
            self._add(found, self._part(node))
        return found

    def _part(self, node: SelectionNode) -> Size:
        self._look_at(node.directives)
        if isinstance(node, FragmentSpreadNode):
            return self.fragment(node.name.value)
        if isinstance(node, FieldNode):
            return self._field(node)
        return self.selection(node.selection_set) if isinstance(node, InlineFragmentNode) else Size()

    def _field(self, node: FieldNode) -> Size:
        self._look_at(node.arguments)
        inner, name = self.selection(node.selection_set), node.name.value
        met, mean = self.lists.get(name, (1.0, 1.0))
        told = met * ((inner.each if name == ALL_TYPES else inner.told) + 1)
        return Size(
            depth=inner.depth + 1,
            aliases=inner.aliases + (node.alias is not None),
            fields=inner.fields + 1,
            calls=inner.calls + bool(node.arguments),
            told=told,
            each=mean * (inner.told + 1),
            schema=inner.schema + (told if name in INTROSPECTION else 0),
            keys=Counter([(node.alias or node.name).value]),
            names={name},
        )

    def _add(self, found: Size, part: Size) -> None:
        """Count a part of a selection; raises ServiceError where there is too much now."""
        found.add(part)
        repeats = max((found.keys[key] for key in part.keys), default=0)
        _require("levels", found.depth, self.settings.max_depth)
        _require("aliases", found.aliases, self.settings.max_aliases)
        _require("fields", found.fields, self.settings.max_fields)
        _require("fields with arguments", found.calls, MOST_CALLS)
        _require("repeats of a field", repeats, MOST_REPEATS)

    def _look_at(self, *given: Sequence[Node] | None) -> None:
        """Count what stands in arguments, directives or variables."""
        for nodes in filter(None, given):
            _require("arguments, directives or variables in one place", len(nodes), MOST_GIVEN)
            self.values += sum(map(_values, nodes))
            _require("values", self.values, self.settings.max_values)


def _values(node: Node | None) -> int:
    """How many values there are in a node, an object counting as ten."""
    match node:
        case ListValueNode():
            return len(node.values) + sum(map(_values, node.values))
        case ObjectValueNode():
            return EACH_OBJECT + len(node.fields) + sum(map(_values, node.fields))
        case ArgumentNode() | ObjectFieldNode():
            return _values(node.value)
        case DirectiveNode():
            return sum(map(_values, node.arguments or ()))
        case VariableDefinitionNode():
            return _values(node.default_value)
    return 0


def _require(what: str, found: int, most: int) -> None:
    if found > most:
        raise ServiceError(ErrorCode.OPERATION_TOO_LARGE, what=what, found=found, most=most)
