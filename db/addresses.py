"""Where the three database roles connect: the owner migrates, the writer changes rows, the reader only reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from .settings import Settings

if TYPE_CHECKING:
    from .embedded import Embedded

SCHEME = "postgresql"


@dataclass(frozen=True)
class Address:
    """A database URL, and the role to take there when the login is not that role itself."""

    url: str = field(repr=False)  # it may hold a password
    role: str | None = None

    def session(self, **settings: str) -> dict[str, str]:
        """Session settings with which a connection of this address starts."""
        return {**settings, **({"role": self.role} if self.role else {})}

    def engine(
        self, settings: Mapping[str, str] | None = None, *, connect_seconds: float = 60, **pool: Any
    ) -> AsyncEngine:  # Any: SQLAlchemy's
        """Return SQLAlchemy's engine; asyncpg itself reads the URL, which may hold `sslmode` and the like."""
        session = {"dsn": self.url, "timeout": connect_seconds, "server_settings": self.session(**(settings or {}))}
        return create_async_engine(f"{SCHEME}+asyncpg://", connect_args=session, **pool)


@dataclass(frozen=True)
class Addresses:
    """The addresses of one deployment."""

    owner: Address
    writer: Address
    reader: Address


def embedded_addresses(database: "Embedded", name: str = "red_partners") -> Addresses:
    """Addresses in the embedded database, where each role has a login of its own."""
    return Addresses(*(Address(database.address(f"red_partners_{role}", name)) for role in Addresses.__annotations__))


def configured_addresses(settings: Settings) -> Addresses:
    """Addresses by the settings; needs `database_url`."""
    owner = _plain(settings.database_url)
    return Addresses(
        Address(owner),
        _own_or_role(settings.write_database_url, owner, "red_partners_writer"),
        _own_or_role(settings.read_database_url, owner, "red_partners_reader"),
    )


def _own_or_role(url: SecretStr | None, owner: str, role: str) -> Address:
    return Address(_plain(url)) if url else Address(owner, role)


def _plain(url: SecretStr | None) -> str:
    """The URL without a driver in its scheme, as asyncpg wants it."""
    if url is None:
        raise ValueError("DATABASE_URL is not set")
    text = url.get_secret_value()
    return f"{SCHEME}{text[text.index('://') :]}"
