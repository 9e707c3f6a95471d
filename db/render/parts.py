"""The parts of a match as SQL: name, value, weight, and the sentence that says why."""

from sqlalchemy import Text, cast, func

from db.matching.sentences import facts, sentence
from db.matching.weights import Part as MatchPart
from db.plan import PartFact, Parts, PartText, TypeName
from db.rows import Row, literal

from .json import Part, json_object


def parts(row: Row, plan: Parts) -> list[Part]:
    """The parts as a JSON array, the heaviest first; the row takes along what they tell of."""
    listed: list[Part] = []
    for part, weight in plan.weights:
        row.used |= facts(part)
        shown = ((key, _shown(row, part, weight, fact)) for key, fact in plan.fields)
        listed += ["," if listed else "", *json_object(shown)]
    return ["[", *listed, "]"]


def _shown(row: Row, part: MatchPart, weight: float, fact: PartFact | PartText | TypeName) -> list[Part]:
    match fact:
        case TypeName(name):
            return [f'"{name}"']
        case PartText(english):
            return [func.json_scalar(literal(sentence(part, row.name, english=english)))]
        case PartFact.NAME:
            return [f'"{part.name}"']
        case PartFact.WEIGHT:
            return [str(weight)]
        case PartFact.VALUE:
            return [cast(func.json_scalar(literal(f"{row.name}.{part}_value::float8")), Text)]
