"""Logs: one JSON object a line; tracebacks without local variables, which may hold tokens and contacts."""

import logging
import re

import structlog
from structlog.typing import EventDict


def _without_rows(logger: object, name: str, event: EventDict) -> EventDict:
    """PostgreSQL's details quote the row that failed."""
    if "exception" in event:
        event["exception"] = re.sub(r"DETAIL:.*", "DETAIL: …", event["exception"])
    return event


def configure_logs(level: str) -> None:
    """Set up structlog for a server process."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            _without_rows,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.WriteLoggerFactory(),
    )
