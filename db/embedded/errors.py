"""Why the embedded database cannot run."""

from db.operators import OperatorError


class EmbeddedError(OperatorError):
    """The embedded database cannot run."""


class PassingError(EmbeddedError):
    """What stands in the way is going away by itself."""


def unusable(folder: object, error: OSError) -> EmbeddedError:
    """Return the error of a folder that the system does not let us use."""
    if isinstance(error, PermissionError):
        return EmbeddedError(
            f"The embedded database in {folder} belongs to another user of this machine, or may not be written: "
            "run as that user, or set DATA_DIR to a folder of yours, or set DATABASE_URL.",
            f"{folder} 中的内置数据库属于本机的另一个用户，或不可写入：请以该用户运行，"
            "或将 DATA_DIR 设为您自己的文件夹，或设置 DATABASE_URL。",
        )
    return EmbeddedError(
        f"The embedded database cannot be kept in {folder}: see to what is said below, or set DATA_DIR to a folder "
        "that can be written and has space, or set DATABASE_URL.",
        f"无法在 {folder} 中存放内置数据库：请根据以下提示处理，或将 DATA_DIR 设为可写且有空间的文件夹，"
        "或设置 DATABASE_URL。",
        str(error),
    )
