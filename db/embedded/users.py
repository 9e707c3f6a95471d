"""The system user that runs PostgreSQL for root, and what is made for it outside the project."""

import fcntl
import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.operators import say

from .errors import EmbeddedError

NAME = "red-partners"
HOME = Path("/var/lib/red-partners")
SYSTEM_FOLDERS = "/usr/local/sbin:/usr/sbin:/sbin"  # `su` leaves the caller's PATH, which may lack them
NO_LOGIN = "/usr/sbin/nologin"
MAKERS = (  # of most systems, of BusyBox
    ("useradd", "--system", "--user-group", "--no-create-home", "--home-dir", str(HOME), "--shell", NO_LOGIN, NAME),
    ("adduser", "-S", "-D", "-H", "-h", str(HOME), "-s", NO_LOGIN, NAME),
)


def system_user() -> tuple[int, int]:
    """Return the user and group ids of the system user, who is made when missing."""
    found = _ids()
    if found is None:
        with shared_home():
            found = _ids() or _make()
    return found


@contextmanager
def shared_home() -> Iterator[Path]:
    """The folder of what is shared by all projects that root runs, for one process of root at a time."""
    try:
        HOME.mkdir(mode=0o755, exist_ok=True)
        HOME.chmod(0o755)  # whatever the umask
        lock = os.open(HOME / "lock", os.O_RDONLY | os.O_CREAT, 0o600)
    except OSError as error:
        raise EmbeddedError(
            f"{HOME} cannot be made, which PostgreSQL needs as it does not run as root: "
            "run as an ordinary user, or let it be written, or set DATABASE_URL.",
            f"PostgreSQL 不能以 root 运行，为此需要的 {HOME} 无法创建：请以普通用户运行，或使其可写，"
            "或设置 DATABASE_URL。",
            str(error),
        ) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield HOME
    finally:
        os.close(lock)


def _ids() -> tuple[int, int] | None:
    try:
        found = pwd.getpwnam(NAME)
    except KeyError:
        return None
    return found.pw_uid, found.pw_gid


def _make() -> tuple[int, int]:
    said = ""
    search = f"{os.environ.get('PATH', os.defpath)}:{SYSTEM_FOLDERS}"
    for name, *arguments in MAKERS:
        if (program := shutil.which(name, path=search)) is None:
            continue
        done = subprocess.run([program, *arguments], capture_output=True, check=False)  # noqa: S603 - our own words
        said += done.stderr.decode(errors="replace")
        if found := _ids():
            say(
                f"Made the system user {NAME}, who runs PostgreSQL, as that does not run as root.",
                f"已创建系统用户 {NAME} 来运行 PostgreSQL（它不能以 root 运行）。",
            )
            return found
    raise EmbeddedError(
        f"PostgreSQL does not run as root, and the system user {NAME} cannot be made: make it, "
        "or run as an ordinary user, or set DATABASE_URL.",
        f"PostgreSQL 不能以 root 运行，且无法创建系统用户 {NAME}：请创建该用户，"
        "或以普通用户运行，或设置 DATABASE_URL。",
        said.strip(),
    )
