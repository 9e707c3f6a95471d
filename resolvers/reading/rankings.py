"""Root fields that rank -> what is asked for, with its parameters; and the parts that a match shows."""

from graphql import GraphQLField, get_named_type
from sqlalchemy import Text

from db.matching import asking
from db.matching.weights import Parts as Shares
from db.matching.weights import Weights
from db.models import Base, Need, Resource, Subdistrict
from db.plan import Asked, Param, PartFact, Parts, PartText, Ranking, TypeName
from db.standing import Standing
from resolvers.errors import ErrorCode, ServiceError

from .parameters import Parameters, id_of
from .selection import Nodes, Selection
from .texts import PARTS
from .values import Const, Leaf, Tree

MOST_LETTERS = 2000  # of a typed text: what a need may say in full
Given = dict[str, Tree]
ONE: dict[Asked, type[Base]] = {Asked.NEED: Need, Asked.RESOURCE: Resource}


def ranking(asked: Asked, given: Given, parameters: Parameters, weights: Weights) -> Ranking:
    """What a root field ranks by its arguments."""
    if asked in ONE:
        leaf = _leaf(given, f"{asked}Id")
        _, subdistrict, id_ = parameters.ids(leaf, id_of(ONE[asked]), many=False)
        return Ranking(asked, (("subdistrict", subdistrict), ("id", id_)), weights)
    if asked is Asked.VIEWER:
        return Ranking(asked, (), weights)
    leaf, place = _leaf(given, "text"), _subdistrict(given, parameters)
    if asked is Asked.CATEGORIES:
        typed = parameters.add(leaf, Text(), _short)
        return Ranking(asked, (("text", typed), *place), weights, typed)
    typed = parameters.text(leaf, _short)
    analysed = ((name, Param(f"{typed.name}_{name}", type_, many=True)) for name, type_ in PARTS.items())
    return Ranking(asked, (*analysed, *place), weights, typed)


def shares(asked: Asked, standing: Standing, weights: Weights) -> Shares:
    """The parts that a match of this ranking has, with their weights."""
    from_resource = asked is Asked.RESOURCE or (asked is Asked.VIEWER and asking.serves(standing.role))
    return weights.resource if from_resource else weights.need


def parts(selection: Selection, field: GraphQLField, nodes: Nodes) -> Parts:
    """What is shown of each part of a match."""
    type_ = selection.object_type(get_named_type(field.type).name)

    def fact(name: str, found: Nodes) -> PartFact | PartText | TypeName:
        if name == "__typename":
            return TypeName(type_.name)
        if name != "because":
            return PartFact(name)
        language = selection.arguments(type_.fields[name], found[0]).get("language")
        return PartText(isinstance(language, Const) and language.value.value == "ENGLISH")

    shown = tuple((key, fact(name, found)) for key, name, found in selection.fields(type_, nodes))
    return Parts(shown, selection.shares)


def _leaf(given: Given, name: str) -> Leaf:
    leaf = given.get(name)
    if leaf is None or isinstance(leaf, dict | list):
        raise TypeError(f"{name} is a text")
    return leaf


def _subdistrict(given: Given, parameters: Parameters) -> tuple[tuple[str, Param], ...]:
    """The subdistrict that is named, if there is one."""
    if given.get("subdistrictId") is None:
        return ()
    _, _, id_ = parameters.ids(_leaf(given, "subdistrictId"), id_of(Subdistrict), many=False)
    return (("subdistrict", id_),)


def _short(text: str) -> str:
    """The text, if it is short enough to be analysed at every request."""
    if len(text) <= MOST_LETTERS:
        return text
    raise ServiceError(ErrorCode.TEXT_TOO_LONG, most=MOST_LETTERS, found=len(text))
