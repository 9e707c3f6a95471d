"""Random valid operations over the schema, about things that are there: selections by hypothesis-graphql, dressed with
arguments, aliases, fragments, directives and variables.
"""

import json
from dataclasses import dataclass
from typing import Any, cast

from graphql import (
    ArgumentNode,
    BooleanValueNode,
    ConstValueNode,
    DirectiveNode,
    DocumentNode,
    EnumValueNode,
    FieldDefinitionNode,
    FieldNode,
    FloatValueNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLObjectType,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    NamedTypeNode,
    NameNode,
    NullValueNode,
    ObjectFieldNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    StringValueNode,
    TypeInfo,
    TypeInfoVisitor,
    ValueNode,
    VariableDefinitionNode,
    VariableNode,
    Visitor,
    get_named_type,
    is_leaf_type,
    parse,
    parse_type,
    print_ast,
    print_schema,
    validate,
    value_from_ast_untyped,
    visit,
)
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis_graphql import queries
from query_values import Enum, Values
from reference import Reference

DEEP = 14  # of a node's ancestors; three or four connections inside each other
TYPENAME = FieldNode(name=NameNode(value="__typename"), arguments=(), directives=())


@dataclass(frozen=True)
class Operation:
    """An operation with variables, and with others, of which some may be of another shape or wrong.

    `refused` has the codes of the errors that it may lead to with the first ones; none: it must be answered.
    """

    text: str
    variables: dict[str, Any]
    others: dict[str, Any]
    refused: frozenset[str]


def operations(reference: Reference) -> st.SearchStrategy[Operation]:
    """Operations about what the reference knows."""
    bare = _without_arguments(reference)
    names = st.lists(
        st.sampled_from(sorted(reference.object_type("Query").fields)), min_size=1, max_size=2, unique=True
    )
    plain = names.flatmap(lambda fields: queries(bare, fields=fields, print_ast=lambda document: document))
    return st.composite(_dressed)(reference, plain)


def _without_arguments(reference: Reference) -> str:
    class Strip(Visitor):
        def enter_field_definition(self, node: FieldDefinitionNode, *_: Any) -> FieldDefinitionNode:
            return FieldDefinitionNode(name=node.name, type=node.type, arguments=(), directives=())

    return print_ast(visit(parse(print_schema(reference.schema)), Strip()))


def _dressed(draw: st.DrawFn, reference: Reference, plain: st.SearchStrategy[DocumentNode]) -> Operation:
    values = Values(draw, reference)
    info = TypeInfo(reference.schema)
    dresser = _Dresser(draw, values, info)
    document = visit(draw(plain), TypeInfoVisitor(info, dresser))
    document = DocumentNode(definitions=(*document.definitions, *dresser.fragments))
    info = TypeInfo(reference.schema)
    namer = _Namer(draw, info)
    document = visit(document, TypeInfoVisitor(info, namer))
    document = DocumentNode(definitions=tuple(map(namer.declared, document.definitions)))
    assume(not validate(reference.schema, document, max_errors=1))
    return Operation(print_ast(document), namer.given, namer.others, frozenset(values.refused))


def node_of(value: Any) -> ValueNode:
    """A value as it stands in a query."""
    match value:
        case None:
            return NullValueNode()
        case Enum(name):
            return EnumValueNode(value=name)
        case bool():
            return BooleanValueNode(value=value)
        case int():
            return IntValueNode(value=str(value))
        case float():
            return FloatValueNode(value=json.dumps(value))
        case str():
            return StringValueNode(value=value, block=False)
        case list():
            return ListValueNode(values=tuple(map(node_of, value)))
    fields = (ObjectFieldNode(name=NameNode(value=name), value=node_of(item)) for name, item in value.items())
    return ObjectValueNode(fields=tuple(fields))


class _Dresser(Visitor):
    """Gives fields their arguments, and selections everything that a document may say in several ways."""

    def __init__(self, draw: st.DrawFn, values: Values, info: TypeInfo) -> None:
        super().__init__()
        self.draw, self.values, self.info = draw, values, info
        self.fragments: list[FragmentDefinitionNode] = []

    def enter_selection_set(self, node: SelectionSetNode, *place: Any) -> SelectionSetNode:
        selections = list(node.selections)
        type_ = self.info.get_parent_type()
        if isinstance(type_, GraphQLObjectType) and type_.name != "Query":
            selections += self._more(type_, deep=len(place[-1]) > DEEP)
        fields = [selection for selection in selections if isinstance(selection, FieldNode)]
        if fields and self.values.chance(8):
            again = self.draw(st.sampled_from(fields))
            alias = NameNode(value=f"again_{again.name.value}")
            selections.append(FieldNode(name=again.name, alias=alias, arguments=(), selection_set=again.selection_set))
        if self.values.chance(5):
            selections.insert(self.draw(st.integers(0, len(selections))), TYPENAME)
        return SelectionSetNode(selections=tuple(selections))

    def _more(self, type_: GraphQLObjectType, *, deep: bool) -> list[FieldNode]:
        """Some fields more: hypothesis-graphql asks for few in a schema of this size."""
        fields = sorted(type_.fields) + ["nodes", "nodes", "edges"] * type_.name.endswith("Connection")
        least, most = (0, 1) if deep else (1, 4)
        names = self.draw(st.lists(st.sampled_from(fields), unique=True, min_size=least, max_size=most))
        inner = SelectionSetNode(selections=(TYPENAME,))
        leaves = {name: is_leaf_type(get_named_type(type_.fields[name].type)) for name in names}
        return [
            FieldNode(name=NameNode(value=name), arguments=(), selection_set=None if leaf else inner)
            for name, leaf in leaves.items()
            if leaf or not deep
        ]

    def leave_selection_set(self, node: SelectionSetNode, *_: Any) -> SelectionSetNode | None:
        type_ = self.info.get_parent_type()
        if type_ is None or not self.values.chance(8):
            return None
        cut = self.draw(st.integers(0, len(node.selections) - 1))
        inner = SelectionSetNode(selections=node.selections[cut:])
        kept = node.selections[:cut]
        condition = NamedTypeNode(name=NameNode(value=type_.name))
        if self.draw(st.booleans()):
            return SelectionSetNode(
                selections=(*kept, InlineFragmentNode(type_condition=condition, directives=(), selection_set=inner))
            )
        name = NameNode(value=f"Part{len(self.fragments)}")
        self.fragments.append(
            FragmentDefinitionNode(name=name, type_condition=condition, directives=(), selection_set=inner)
        )
        return SelectionSetNode(selections=(*kept, FragmentSpreadNode(name=name, directives=self._directives())))

    def enter_field(self, node: FieldNode, *_: Any) -> FieldNode:
        found = self.info.get_field_def()
        given = self._arguments(found) if found and found.args else {}
        return FieldNode(
            name=node.name,
            alias=node.alias,
            arguments=tuple(
                ArgumentNode(name=NameNode(value=name), value=node_of(value)) for name, value in given.items()
            ),
            directives=self._directives(),
            selection_set=node.selection_set,
        )

    def _arguments(self, found: GraphQLField) -> dict[str, Any]:
        type_ = get_named_type(found.type)
        if type_.name.endswith("Connection"):
            return self.values.page(type_.name.removesuffix("Connection"), found.args)
        if type_.name.endswith("Group"):
            return self.values.groups(found.args)
        return {name: self.values.key(name, type_.name) for name in found.args}

    def _directives(self) -> tuple[DirectiveNode, ...]:
        if not self.values.chance(12):
            return ()
        name, value = self.draw(st.sampled_from(["include", "skip"])), node_of(self.draw(st.booleans()))
        return (
            DirectiveNode(name=NameNode(value=name), arguments=(ArgumentNode(name=NameNode(value="if"), value=value),)),
        )


def other(value: Any) -> Any:
    """A value like this one, of another shape where it can be."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case list():
            return value[1:]
        case dict():
            return dict(list(value.items())[1:])
    return value


class _Namer(Visitor):
    """Puts variables in the place of values, anywhere."""

    def __init__(self, draw: st.DrawFn, info: TypeInfo) -> None:
        super().__init__()
        self.draw, self.info = draw, info
        self.definitions: list[VariableDefinitionNode] = []
        self.given: dict[str, Any] = {}
        self.others: dict[str, Any] = {}

    def enter(self, node: Any, *_: Any) -> VariableNode | None:
        type_ = self.info.get_input_type()
        if not isinstance(node, ValueNode) or isinstance(node, VariableNode) or type_ is None:
            return None
        if self.draw(st.integers(0, 7)):
            return None
        name = NameNode(value=f"v{len(self.definitions)}")
        defaulted, value = self.draw(st.integers(0, 3)) == 0, value_from_ast_untyped(node)
        if not defaulted or self.draw(st.booleans()):
            self.given[name.value] = value
        self.others[name.value] = self.draw(st.sampled_from([value, other(value), None]))
        variable = VariableNode(name=name)
        self.definitions.append(
            VariableDefinitionNode(
                variable=variable,
                type=parse_type(str(type_)),
                default_value=cast("ConstValueNode", node) if defaulted else None,
                directives=(),
            )
        )
        return variable

    def declared(self, definition: Any) -> Any:
        if not isinstance(definition, OperationDefinitionNode):
            return definition
        return OperationDefinitionNode(
            operation=definition.operation,
            variable_definitions=tuple(self.definitions),
            directives=(),
            selection_set=definition.selection_set,
        )
