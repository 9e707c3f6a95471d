"""Errors as they are answered: worded in the reader's language, with a code; what nobody expected masked and logged."""

import structlog
from graphql import GraphQLError
from graphql.validation.validate import ValidationAbortedError

from resolvers.context import Context
from resolvers.errors import ErrorCode, ServiceError
from resolvers.messages import sentence

log = structlog.get_logger()


def shown(error: GraphQLError, context: Context) -> GraphQLError:
    """The error as its reader sees it."""
    cause = error.original_error or error
    if isinstance(cause, ServiceError):
        return _worded(error, cause.code, context, **cause.params)
    if isinstance(cause, ValidationAbortedError):
        return _worded(error, ErrorCode.OPERATION_TOO_LARGE, context)
    if isinstance(cause, GraphQLError):
        return _worded(error, ErrorCode.INVALID_REQUEST, context, problem=error.message)
    log.error("resolver failed", request_id=context.request_id, path=error.path, exc_info=cause)
    return _worded(error, ErrorCode.INTERNAL, context, request_id=context.request_id)


def _worded(error: GraphQLError, code: ErrorCode, context: Context, **params: object) -> GraphQLError:
    return GraphQLError(
        sentence(code, context.language, params),
        error.nodes,
        error.source,
        error.positions,
        error.path,
        extensions={**(error.extensions or {}), "code": code},
    )
