"""As whom PostgreSQL runs, as it refuses to run as root, and its tools as a user without a name.

An ordinary user runs it; root lets a system user of its own do it, without any right of root's. Where there is nobody
else (a user namespace with root alone) or no name (a container run under any user id), a namespace of PostgreSQL's own
lends it a name that the machine knows.
"""

import os
import pwd
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .errors import EmbeddedError
from .users import system_user

# What root needs to give files away, to work in them, and to become their owner. A container may have taken these.
RIGHTS = {"CHOWN": 0, "DAC_OVERRIDE": 1, "SETGID": 6, "SETUID": 7}
SETPCAP = 8
NO_RIGHTS = ("--inh-caps=-all", "--ambient-caps=-all", "--no-new-privs")
NO_RIGHTS_EVER = (*NO_RIGHTS, "--bounding-set=-all")


@dataclass(frozen=True)
class Owner:
    """The owner of a database's files; `ids` when that is another user than this process's, `command` runs as it."""

    ids: tuple[int, int] | None
    command: tuple[str, ...]

    def give(self, folder: Path) -> None:
        """Make the folder and all in it the owner's; the folder last, so that what was interrupted is done again."""
        if self.ids and folder.stat().st_uid != self.ids[0]:
            for path in (*folder.rglob("*"), folder):
                os.chown(path, *self.ids, follow_symlinks=False)

    def may_enter(self, path: Path) -> bool:
        """Tell whether the owner may pass a folder, or run a program, by its permissions."""
        if self.ids is None:
            return True
        found = path.stat()
        bits = 6 if found.st_uid == self.ids[0] else 3 if found.st_gid == self.ids[1] else 0
        return bool(found.st_mode >> bits & 1)


def owner_of(data: Path) -> Owner:
    """Return who runs the database in a folder, which need not be there yet."""
    if os.geteuid() != 0:
        return Owner(None, () if _has_name(os.geteuid()) else _lent_name())
    if _is_alone():
        return Owner(None, _lent_name())
    rights = _rights()
    _refuse_without(rights)
    ids = _kept(data) or system_user()
    more = NO_RIGHTS_EVER if rights >> SETPCAP & 1 else NO_RIGHTS
    return Owner(ids, (_tool("setpriv"), f"--reuid={ids[0]}", f"--regid={ids[1]}", "--clear-groups", *more))


def _kept(data: Path) -> tuple[int, int] | None:
    """The ordinary user whose data these are, who may start them later without root; once they were nobody's."""
    with suppress(FileNotFoundError):
        found = data.stat()
        if found.st_uid not in (0, _nobody()):
            return found.st_uid, found.st_gid
    return None


def _nobody() -> int:
    try:
        return pwd.getpwnam("nobody").pw_uid
    except KeyError:
        return 0


def _has_name(uid: int) -> bool:
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True


def _is_alone() -> bool:
    """Tell whether root is the only user of this namespace."""
    with suppress(OSError):  # no Linux
        users = [line.split() for line in Path("/proc/self/uid_map").read_text(encoding="ascii").splitlines()]
        return sum(int(count) for _, _, count in users) == 1
    return False


def _rights() -> int:
    """The effective capabilities of this process, a bit each; all of them where there are none."""
    with suppress(OSError):
        status = Path("/proc/self/status").read_text(encoding="utf-8", errors="replace")
        return int(status.partition("CapEff:")[2].split()[0], 16)
    return -1


def _refuse_without(rights: int) -> None:
    missing = ", ".join(f"CAP_{name}" for name, bit in RIGHTS.items() if not rights >> bit & 1)
    if missing:
        raise EmbeddedError(
            "PostgreSQL does not run as root, and this root may not become another user: "
            f"run as an ordinary user, or allow {missing}, or set DATABASE_URL.",
            f"PostgreSQL 不能以 root 运行，而此处的 root 无权切换到其他用户：请以普通用户运行，或授予 {missing}，"
            "或设置 DATABASE_URL。",
        )


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise EmbeddedError(
            f"PostgreSQL needs an ordinary user with a name, and `{name}` (package util-linux) is missing: "
            "run as an ordinary user, or set DATABASE_URL.",
            f"PostgreSQL 须由有名称的普通用户运行，且缺少 `{name}`（软件包 util-linux）："
            "请以普通用户运行，或设置 DATABASE_URL。",
        )
    return found


def _lent_name() -> tuple[str, ...]:
    """Return the command that runs as this very user under the name and id of another, in a namespace of its own."""
    user = next((each for each in pwd.getpwall() if each.pw_uid), None)
    ids = (f"--map-user={user.pw_uid}", f"--map-group={user.pw_gid}") if user else ()
    command = (_tool("unshare"), "--user", *ids, "--keep-caps", _tool("setpriv"), *NO_RIGHTS_EVER)
    tried = subprocess.run([*command, "true"], capture_output=True, check=False)  # noqa: S603 - our own words
    if tried.returncode or not user:
        raise EmbeddedError(
            f"PostgreSQL needs an ordinary user with a name, and user id {os.geteuid()} is none here: "
            "run as a user that /etc/passwd names, or set DATABASE_URL.",
            f"PostgreSQL 须由有名称的普通用户运行，而此处的用户编号 {os.geteuid()} 不是："
            "请以 /etc/passwd 中的用户运行，或设置 DATABASE_URL。",
            tried.stderr.decode(errors="replace").strip(),
        )
    return command
