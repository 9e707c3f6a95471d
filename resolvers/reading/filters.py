"""Filter arguments -> conditions. A null where a value could stand means "is null"."""

from db.models import Base
from db.plan import AllOf, AnyOf, Compare, Condition, IdIs, IsNull, Not, Operator, Related
from db.rows import Row
from db.scopes import MASKS
from resolvers.errors import ErrorCode, ServiceError

from .names import attribute_of
from .parameters import Parameters, id_of
from .values import Const, Tree

MANY = (Operator.IN, Operator.NOT_IN)
MOST_PARTS = 200  # objects `{}` in a filter: more than any form has
DEEPEST = 15  # objects inside each other: PostgreSQL plans ten nested relations in 20 ms, forty not in 10 s


def condition(filter_: Tree, model: type[Base], parameters: Parameters) -> Condition:
    """The condition of a filter on a model; no filter holds always, one that is too large is refused."""
    parts, depth = _extent(filter_)
    if parts > MOST_PARTS or depth > DEEPEST:
        raise ServiceError(ErrorCode.FILTER_TOO_LARGE, most=MOST_PARTS, deepest=DEEPEST, parts=parts, depth=depth)
    return _condition(filter_, model, parameters)


def _extent(filter_: Tree) -> tuple[int, int]:
    """How many objects a filter has, and how many are inside each other."""
    inside = filter_.values() if isinstance(filter_, dict) else filter_ if isinstance(filter_, list) else ()
    extents, own = list(map(_extent, inside)), int(isinstance(filter_, dict))
    return own + sum(parts for parts, _ in extents), own + max((depth for _, depth in extents), default=0)


def _condition(filter_: Tree, model: type[Base], parameters: Parameters) -> Condition:
    if not isinstance(filter_, dict):
        return AllOf(())
    return AllOf(tuple(_part(name, part, model, parameters) for name, part in filter_.items()))


def _part(name: str, part: Tree, model: type[Base], parameters: Parameters) -> Condition:
    if name in {"and", "or"}:
        kind = AllOf if name == "and" or part is None else AnyOf
        items = part if isinstance(part, list) else []  # an empty list is a leaf
        return kind(tuple(_condition(item, model, parameters) for item in items))
    if name == "not":
        return AllOf(()) if part is None else Not(_condition(part, model, parameters))
    attribute = attribute_of(model, name)
    if attribute in model.__mapper__.relationships:
        return _related(attribute, part, model, parameters)
    if part is None:
        return IsNull(attribute)
    return _compared(attribute, part, model, parameters)


def _related(relation: str, part: Tree, model: type[Base], parameters: Parameters) -> Condition:
    relationship = model.__mapper__.relationships[relation]
    far = relationship.mapper.class_
    if not relationship.uselist:
        there = Related(relation, _condition(part, far, parameters))
        return Not(there) if part is None else there
    quantified = part if isinstance(part, dict) else {}
    return AllOf(tuple(_quantified(relation, name, _condition(p, far, parameters)) for name, p in quantified.items()))


def _quantified(relation: str, quantifier: str, part: Condition) -> Condition:
    match quantifier:
        case "some":
            return Related(relation, part)
        case "none":
            return Not(Related(relation, part))
        case _:
            return Not(Related(relation, Not(part)))


def _compared(attribute: str, part: Tree, model: type[Base], parameters: Parameters) -> Condition:
    if (model, attribute) in MASKS:
        raise LookupError(f"{attribute} is masked: a filter on it would tell what it hides")
    comparisons = part if isinstance(part, dict) else {}
    return AllOf(tuple(_comparison(attribute, n, value, model, parameters) for n, value in comparisons.items()))


def _comparison(attribute: str, name: str, value: Tree, model: type[Base], parameters: Parameters) -> Condition:
    if value is None and name == "isNull":
        raise ServiceError(ErrorCode.NULL_OPERAND, operator=name)
    if name == "isNull":
        return IsNull(attribute) if value == Const(value=True) else Not(IsNull(attribute))
    operator = Operator(name)
    if value is None:
        return _null(attribute, operator)
    if isinstance(value, dict | list):
        raise TypeError(f"{name} compares with a value")
    if attribute == "id":
        _, subdistrict, id_ = parameters.ids(value, id_of(model), many=operator in MANY)
        same = IdIs(subdistrict, id_)
        return same if operator in {Operator.EQ, Operator.IN} else Not(same)
    type_ = Row(model, "")[attribute].type
    return Compare(attribute, operator, parameters.value(value, type_, many=operator in MANY))


def _null(attribute: str, operator: Operator) -> Condition:
    if operator is Operator.EQ:
        return IsNull(attribute)
    if operator is Operator.NE:
        return Not(IsNull(attribute))
    raise ServiceError(ErrorCode.NULL_OPERAND, operator=operator)
