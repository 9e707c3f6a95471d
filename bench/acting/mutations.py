"""The mutation of every action, as the schema tells it: its field, its input, and a document to send."""

from dataclasses import dataclass

from graphql import GraphQLInputObjectType, GraphQLObjectType, GraphQLSchema, get_named_type

from db.machines import ACTIONS

# Two actions of a topic are the creation of something else for it.
SHARED = {"POST_NEED_OF_TOPIC": "postNeed", "WHISTLE_FOR_TOPIC": "raiseWhistle"}


@dataclass(frozen=True)
class Mutation:
    """What does an action."""

    action: str
    field: str
    takes: GraphQLInputObjectType
    document: str


def mutations(schema: GraphQLSchema) -> dict[str, Mutation]:
    """Return the mutation of each action by the action's name; every action has one."""
    return {action: _mutation(schema, action) for action in ACTIONS}


def _mutation(schema: GraphQLSchema, action: str) -> Mutation:
    assert schema.mutation_type
    name = SHARED.get(action) or _camel(action)
    field = schema.mutation_type.fields[name]
    takes = get_named_type(field.args["input"].type)
    assert isinstance(takes, GraphQLInputObjectType)
    gives = get_named_type(field.type)
    assert isinstance(gives, GraphQLObjectType)
    shown = " ".join(f"{each} {{ id }}" for each in gives.fields if each != "userErrors")
    body = f"{name}(input: $input) {{ {shown} userErrors {{ code field }} }}"
    return Mutation(action, name, takes, f"mutation ($input: {takes.name}!) {{ {body} }}")


def _camel(action: str) -> str:
    first, *rest = action.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)
