"""What of a plan shows nothing to who is not signed in, by the scopes and masks alone, whatever the database holds."""

from collections.abc import Iterator

from db.plan import Body, ByIds, Connection, Edges, Either, GroupKey, Groups, Many, Nodes, One, Root, Scalar, Shown
from db.scopes import for_members


def unseen_paths(root: Root) -> tuple[str, ...]:
    """The paths below a root field, in response keys, of all that is empty or null there; `""` for the root itself."""
    if isinstance(root, ByIds):
        return ()
    return tuple(_connection(root, "") if isinstance(root, Connection) else _body(root.body, ""))


def _connection(found: Connection, path: str) -> Iterator[str]:
    if for_members(found.model):
        yield path
        return
    for key, part in found.fields:
        if isinstance(part, Nodes):
            yield from _body(part.body, f"{path}.{key}")
        if isinstance(part, Edges | Groups):
            yield from _parts(part, f"{path}.{key}")


def _parts(part: Edges | Groups, path: str) -> Iterator[str]:
    for key, inner in part.fields:
        if isinstance(inner, Body):
            yield from _body(inner, f"{path}.{key}")
        if isinstance(inner, GroupKey):
            for name, of_key in inner.fields:
                yield from _body(of_key.body, f"{path}.{key}.{name}") if isinstance(of_key, One) else ()


def _body(body: Body, path: str) -> Iterator[str]:
    if for_members(body.model):
        yield path
        return
    for key, part in body.fields:
        yield from _shown(body, part, f"{path}.{key}")


def _shown(body: Body, part: Shown, path: str) -> Iterator[str]:
    match part:
        case Scalar(attribute):
            if for_members(body.model, attribute):
                yield path
        case One(body=inner) | Many(body=inner):
            yield from _body(inner, path)
        case Either(choices):
            if all(for_members(choice.body.model) for choice in choices):
                yield path
        case Connection():
            yield from _connection(part, path)
