"""What an operator meets: how the service ends in order, and how it says why it cannot go on."""

import asyncio
import os
import select
import signal
import sys
from collections.abc import Callable
from typing import Any, NoReturn

import asyncpg
import typer
from sqlalchemy.exc import DBAPIError
from typer.core import TyperGroup

from db.operators import OperatorError

# Ctrl-C, a service manager, a terminal that closes, Ctrl-\.
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
WATCH_SECONDS = 1.0
LOST = (  # a database that goes away
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.OperatorInterventionError,
)


def on_end(ending: Callable[[], object]) -> None:
    """Let every signal that ends the process do this instead; a SIGHUP that `nohup` keeps away stays away."""
    for number in ENDING:
        if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda *_: ending())


def leave() -> NoReturn:
    """Unwind the stack once, so that the database is stopped in order; further signals do not disturb that."""
    on_end(lambda: None)
    sys.exit(0)


async def follow_terminal() -> None:
    """End when the terminal closes although nobody says so: `make` keeps a SIGHUP to itself when it leads the session.

    So it does in `ssh -t host make run`; a shell hands the signal on.
    """
    if os.getsid(0) != os.getppid() or not os.isatty(0):
        return
    terminal = select.poll()
    terminal.register(0, 0)  # nothing but that it hung up
    while not terminal.poll(0):  # noqa: ASYNC110 - nothing would set an event
        await asyncio.sleep(WATCH_SECONDS)
    signal.raise_signal(signal.SIGHUP)


class Commands(TyperGroup):
    """The commands: what the operator has to see to is said without a traceback, and ends them with code 1."""

    def invoke(self, ctx: Any) -> Any:  # Any: as it is declared there
        """Run the command."""
        try:
            return super().invoke(ctx)
        except OperatorError as error:
            _tell(error)
        except (DBAPIError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            _tell(_of_database(error))
        except OSError as error:
            _tell(_of_system(error))


def _tell(error: OperatorError) -> NoReturn:
    typer.echo(str(error), err=True)
    sys.exit(1)


def _of_database(error: Exception) -> OperatorError:
    """What became of the database during a command; anything else is a fault of ours, and is raised."""
    cause = (getattr(error, "orig", None) or error).__cause__ or error
    if isinstance(cause, LOST):
        return OperatorError(
            "The database was lost meanwhile: see whether it runs, and run the command again.",
            "数据库连接已中断：请检查其是否运行，然后重新执行。",
            type(cause).__name__,
        )
    if isinstance(cause, asyncpg.InsufficientResourcesError):
        return OperatorError(
            "The database has no space, memory or connections left: make room, and run the command again.",
            "数据库的磁盘、内存或连接已用尽：请释放资源后重新执行。",
            cause.message or "",
        )
    raise error


def _of_system(error: OSError) -> OperatorError:
    return OperatorError(
        "The system refuses what is needed: see to it, or set DATA_DIR to a folder that can be written and has space.",
        "系统拒绝了所需操作：请处理，或将 DATA_DIR 设为可写且有空间的文件夹。",
        str(error),
    )
