"""Who asks the endpoint: whoever the token tells of; nobody, where a bad token would be in the way of signing in."""

from graphql import FieldNode, GraphQLError, OperationType, get_operation_ast, parse
from starlette.types import Scope

from db.viewer import ANONYMOUS, Viewer
from resolvers.errors import ErrorCode
from resolvers.tokens import Tokens

from .http import Headers, RefusedError, viewer_of
from .requests import parse_object

MOST_TOKENS = 500  # of a document that signs in: no more is parsed for who has no valid token


async def entering(headers: Headers, body: bytes, tokens: Tokens) -> Viewer:
    """Who asks; refuses as `viewer_of`, but for a request that only signs in, where a bad token is none."""
    try:
        return await viewer_of(headers, tokens)
    except RefusedError as error:
        if error.code is ErrorCode.INVALID_TOKEN and _signs_in(body):
            return ANONYMOUS
        raise


def client_address(scope: Scope) -> str:
    """The address of the client, or of the last proxy that is not trusted; of a socket in the file system none."""
    client = scope.get("client")
    return client[0] if client else ""


def _signs_in(body: bytes) -> bool:
    """Whether each root field of the operation asked for is `signIn`."""
    try:
        asked = parse_object(body)
        document = parse(str(asked.get("query")), no_location=True, max_tokens=MOST_TOKENS)
        operation = get_operation_ast(document, asked.get("operationName"))
    except (RefusedError, GraphQLError, RecursionError):
        return False
    return (
        operation is not None
        and operation.operation is OperationType.MUTATION
        and all(
            isinstance(each, FieldNode) and each.name.value == "signIn" for each in operation.selection_set.selections
        )
    )
