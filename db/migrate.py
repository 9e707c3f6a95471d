"""Bring a database to the newest schema: one process at a time, never waiting long for a lock."""

from pathlib import Path

from sqlalchemy import Connection, NullPool, text

from .addresses import Address
from .operators import OperatorError

FOLDER = Path(__file__).parent / "migrations"
LOCK = 7_305_702  # advisory lock of all migrating processes: any constant that no other program here uses
LOCK_TIMEOUT = "5s"  # a migration that cannot have its table lock soon must not queue every query behind it
STATEMENT_TIMEOUT = "10min"


def newest() -> str:
    """Revision that the code expects: the number of the last migration file."""
    return max(_revisions())


async def migrate(owner: Address, revision: str = "head") -> None:
    """Upgrade the database to the newest revision; a database that is there already costs one statement.

    Tests of a migration stop at the `revision` before it.
    """
    engine = owner.engine(poolclass=NullPool)
    async with engine.connect() as connection:
        current = await connection.run_sync(_current)
        _refuse_newer(current)
        if current == newest():
            return
        await connection.rollback()
        await connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": LOCK})
        await connection.commit()
        await connection.run_sync(_run, "upgrade", revision)
        await connection.commit()


async def check_complete(owner: Address) -> None:
    """Raise alembic's CommandError when the models say something that no migration makes."""
    engine = owner.engine(poolclass=NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(_run, "check")


def run_script(connection: Connection, path: Path) -> None:
    """Execute a file of many statements."""
    execute(connection, path.read_text(encoding="utf-8"))


def execute(connection: Connection, script: str) -> None:
    """Execute many statements, which only the driver itself takes at once."""
    driver = connection.connection.dbapi_connection
    if driver is None:
        raise RuntimeError("the connection is closed")
    driver.run_async(lambda raw: raw.execute(script))


def _revisions() -> set[str]:
    return {path.stem.split("_")[0] for path in (FOLDER / "versions").glob("[0-9]*.py")}


def _refuse_newer(current: str | None) -> None:
    if current is not None and current not in _revisions():
        raise OperatorError(
            f"The database has the schema {current} of a newer version of the service: run that version.",
            f"数据库结构 {current} 来自更新版本的服务：请运行该版本。",
        )


def _current(connection: Connection) -> str | None:
    if connection.scalar(text("SELECT to_regclass('alembic_version')")) is None:
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _run(connection: Connection, name: str, *arguments: str) -> None:
    from alembic import command  # noqa: PLC0415 - alembic takes 0.2 s to import, and most starts migrate nothing
    from alembic.config import Config  # noqa: PLC0415 - as above

    connection.execute(text(f"SET lock_timeout = '{LOCK_TIMEOUT}'"))
    connection.execute(text(f"SET statement_timeout = '{STATEMENT_TIMEOUT}'"))
    connection.commit()
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(FOLDER))
    getattr(command, name)(config, *arguments)
