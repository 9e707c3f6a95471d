"""A connection without rows as JSON, for those who may see none: nobody needs to be asked."""

from collections.abc import Iterable

from db.plan import (
    Aggregate,
    Connection,
    Count,
    Edges,
    Groups,
    Nodes,
    PageFact,
    PageInfo,
    Scalar,
    TotalCount,
    Totals,
    TypeName,
)

Known = Nodes | Edges | Groups | TotalCount | Count | PageInfo | Aggregate | Totals | PageFact | Scalar | TypeName


def empty(part: Connection | Known) -> str:
    """What a connection, or a part of it, shows when it has no rows."""
    match part:
        case TypeName(name):
            return f'"{name}"'
        case Nodes() | Edges() | Groups():
            return "[]"
        case TotalCount() | Count():
            return "0"
        case PageFact.HAS_NEXT | PageFact.HAS_PREVIOUS:
            return "false"
        case PageFact() | Scalar():
            return "null"
        case Connection(fields=fields) | PageInfo(fields) | Aggregate(fields) | Totals(fields=fields):
            return f"{{{_members(fields)}}}"


def _members(fields: Iterable[tuple[str, Known]]) -> str:
    return ",".join(f'"{key}":{empty(part)}' for key, part in fields)
