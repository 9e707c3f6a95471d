"""Before the service begins: that its three addresses can be used, and that the schema is the newest."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

import asyncpg
from sqlalchemy.exc import DBAPIError

from .addresses import Address, Addresses
from .migrate import migrate
from .operators import OperatorError

if TYPE_CHECKING:
    Connection = asyncpg.Connection[asyncpg.Record]

CONNECT_SECONDS = 10
OLDEST = 180000  # PostgreSQL's version number
# What stops a connection, the first that fits, as it is said with the name of the setting.
REASONS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str, str], ...] = (
    (
        ssl.SSLError,
        "No encrypted connection to the database of {name}: see to its `sslmode`, `sslrootcert` and certificates.",
        "无法与 {name} 的数据库建立加密连接：请检查其 `sslmode`、`sslrootcert` 与证书。",
    ),
    (
        asyncpg.InvalidAuthorizationSpecificationError,
        "The database of {name} refuses the login: see to its user and password, and to the server's pg_hba.conf.",
        "{name} 的数据库拒绝登录：请检查其中的用户名与密码，以及服务器的 pg_hba.conf。",
    ),
    (
        asyncpg.InvalidCatalogNameError,
        "The server of {name} has no such database: create it, or correct the address.",
        "{name} 的服务器上没有该数据库：请创建，或更正地址。",
    ),
    (
        (asyncpg.CannotConnectNowError, asyncpg.TooManyConnectionsError),
        "The database of {name} takes no connection just now: start again when it does.",
        "{name} 的数据库暂不接受连接：请待其恢复后再启动。",
    ),
    (
        asyncpg.PostgresError,
        "The database of {name} refuses the connection. A parameter that it does not know has to leave the address:",
        "{name} 的数据库拒绝连接；地址中不得含有其不认识的参数：",
    ),
    (
        (ValueError, asyncpg.InterfaceError),
        "{name} cannot be understood. Special characters of a password are written as %40 (for @) and the like.",
        "{name} 无法解析。密码中的特殊字符须转写，如 @ 写作 %40。",
    ),
    (
        OSError,
        "The database of {name} cannot be reached: see whether it runs, and to host, port, "
        "network and certificate files.",
        "无法访问 {name} 的数据库：请检查其是否运行，以及主机、端口、网络与证书文件。",
    ),
)
SHOWN = (asyncpg.PostgresError, asyncpg.ClientConfigurationError, OSError)  # another's text may quote the address


async def prepare(addresses: Addresses) -> None:
    """Bring the database to the newest schema, and see that all three roles can connect; else OperatorError."""
    async with _connected(addresses.owner, "DATABASE_URL") as connection:
        await _refuse_unfit(connection)
    with _migrating():
        await migrate(addresses.owner)
    await asyncio.gather(
        _try(addresses.writer, "WRITE_DATABASE_URL"),
        _try(addresses.reader, "READ_DATABASE_URL"),
    )


async def _try(address: Address, setting: str) -> None:
    async with _connected(address, "DATABASE_URL" if address.role else setting):
        pass


@asynccontextmanager
async def _connected(address: Address, setting: str) -> AsyncIterator["Connection"]:
    try:
        connection = await asyncpg.connect(address.url, timeout=CONNECT_SECONDS, server_settings=address.session())
    except (asyncpg.PostgresError, asyncpg.InterfaceError, ValueError, OSError) as error:
        raise _refusal(error, address, setting) from error
    try:
        yield connection
    finally:
        await connection.close()


def _refusal(error: Exception, address: Address, setting: str) -> OperatorError:
    details = str(error) if isinstance(error, SHOWN) else ""
    if address.role and isinstance(error, asyncpg.SyntaxOrAccessError | asyncpg.DataError):
        return OperatorError(
            f"The user of {setting} may not take the role {address.role}: as a superuser, create that role if it is "
            f"missing and `GRANT {address.role} TO` the user.",
            f"{setting} 的用户无权切换到角色 {address.role}：请以超级用户创建该角色（如不存在），"
            f"并将其授予该用户（`GRANT {address.role} TO …`）。",
            details,
        )
    english, chinese = next((english, chinese) for kind, english, chinese in REASONS if isinstance(error, kind))
    return OperatorError(english.format(name=setting), chinese.format(name=setting), details)


async def _refuse_unfit(connection: "Connection") -> None:
    version, vector = await connection.fetchrow(  # type: ignore[misc]  # one row always
        "SELECT current_setting('server_version_num')::int, EXISTS (SELECT FROM pg_extension WHERE extname = 'vector')"
    )
    if version < OLDEST:
        raise OperatorError(
            "The database of DATABASE_URL is older than PostgreSQL 18: use a newer one.",
            "DATABASE_URL 的数据库版本低于 PostgreSQL 18：请使用更新的版本。",
        )
    if not vector:
        raise OperatorError(
            "The database of DATABASE_URL lacks the extension pgvector: install it on the server, then run "
            "`CREATE EXTENSION vector` in this database as a superuser.",
            "DATABASE_URL 的数据库缺少扩展 pgvector：请在服务器上安装，再以超级用户在该数据库中执行 "
            "`CREATE EXTENSION vector`。",
        )


@contextmanager
def _migrating() -> Iterator[None]:
    try:
        yield
    except (DBAPIError, asyncpg.PostgresError) as error:
        cause = (getattr(error, "orig", None) or error).__cause__ or error
        raise OperatorError(
            "The database cannot be brought to the newest schema, and is as it was: see to what it says, start again.",
            "无法将数据库升级到最新结构，数据库未被改动：请根据以下提示处理后重新启动。",
            str(getattr(cause, "message", type(cause).__name__)),  # without the details, which quote rows
        ) from error
