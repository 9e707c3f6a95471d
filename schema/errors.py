"""Errors as they are answered: worded in the reader's language, with a code; what nobody expected masked and logged."""

import re

import structlog
from graphql import GraphQLEnumType, GraphQLError, GraphQLSchema
from graphql.validation.validate import ValidationAbortedError

from resolvers.context import Context
from resolvers.errors import ErrorCode, ServiceError
from resolvers.messages import RIGHT_VALUES, Language, finished, sentence
from resolvers.translations import about_a_value, chinese, english

log = structlog.get_logger()
ENUM = re.compile(r"does not exist in '(\w+)' enum|Enum '(\w+)' cannot represent")


def shown(error: GraphQLError, context: Context, schema: GraphQLSchema) -> GraphQLError:
    """The error as its reader sees it."""
    code, message = _said(error, context, schema)
    _let_go(error)
    return GraphQLError(
        message,
        error.nodes,
        error.source,
        error.positions,
        error.path,
        extensions={**(error.extensions or {}), "code": code},
    )


def _let_go(error: BaseException | None) -> None:
    """Forget where it was raised: frames of the whole request, in a circle that only a full collection would free."""
    while error is not None:
        error.__traceback__ = None
        error = getattr(error, "original_error", None) or error.__cause__ or error.__context__


def _said(error: GraphQLError, context: Context, schema: GraphQLSchema) -> tuple[ErrorCode, str]:
    language, cause = context.language, error.original_error or error
    if isinstance(cause, ServiceError):
        where = error.message.removesuffix(cause.code)  # of a value: "Variable '$v' has invalid value: "
        return cause.code, _translated(where + sentence(cause.code, language, cause.params), language)
    if isinstance(cause, ValidationAbortedError):
        return ErrorCode.OPERATION_TOO_LARGE, sentence(ErrorCode.OPERATION_TOO_LARGE, language, {})
    if isinstance(cause, GraphQLError) or _about_the_document(error):
        code = ErrorCode.INVALID_VALUE if about_a_value(error.message) else ErrorCode.INVALID_REQUEST
        return code, _translated(error.message, language) + _values(error.message, language, schema)
    log.error("resolver failed", request_id=context.request_id, path=error.path, exc_info=cause)
    return ErrorCode.INTERNAL, sentence(ErrorCode.INTERNAL, language, {"request_id": context.request_id})


def _about_the_document(error: GraphQLError) -> bool:
    """Whether validation found it, as where a value in the document made a scalar fail: no resolver was asked."""
    return bool(error.nodes) and error.path is None


def _translated(text: str, language: Language) -> str:
    return finished(english(text) if language == "en" else chinese(text), language)


def _values(text: str, language: Language, schema: GraphQLSchema) -> str:
    """Which values are right instead, where an enumeration has no such value."""
    named = ENUM.search(text)
    type_ = schema.type_map.get(named[1] or named[2]) if named else None
    if not isinstance(type_, GraphQLEnumType):
        return ""
    template: str = getattr(RIGHT_VALUES, language)
    return template.format(values=", ".join(type_.values))
