"""Where the three database roles connect: the owner migrates, the writer changes rows, the reader only reads."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .settings import Settings

if TYPE_CHECKING:
    from .embedded import Embedded

SCHEME = "postgresql"


@dataclass(frozen=True)
class Address:
    """A database URL, and the role to take there when the login is not that role itself."""

    url: str
    role: str | None = None

    @property
    def sqlalchemy(self) -> str:
        """The URL as SQLAlchemy names it for asyncpg."""
        return self.url.replace(f"{SCHEME}://", f"{SCHEME}+asyncpg://", 1)

    def session(self, **settings: str) -> dict[str, str]:
        """Session settings with which a connection of this address starts."""
        return {**settings, **({"role": self.role} if self.role else {})}


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
    owner = str(settings.database_url)
    return Addresses(
        Address(_plain(owner)),
        _own_or_role(settings.write_database_url, owner, "red_partners_writer"),
        _own_or_role(settings.read_database_url, owner, "red_partners_reader"),
    )


def _own_or_role(url: object | None, owner: str, role: str) -> Address:
    return Address(_plain(str(url))) if url else Address(_plain(owner), role)


def _plain(url: str) -> str:
    """The URL without a driver in its scheme, as asyncpg wants it."""
    return f"{SCHEME}{url[len(urlsplit(url).scheme) :]}"
