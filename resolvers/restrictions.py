"""What only the handling chain may see: leaders put that on a topic or a need and take it off, for a reason."""

from inspect import Parameter, Signature
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import Action, needs, topics
from db.models import Need, Topic
from db.viewer import Viewer

from . import checks
from .acting import MACHINE_OF, begin
from .checks import clean
from .writing import Operation


def _marking(action: Action, noun: str, *, restricted: bool) -> Operation:
    """Return the operation that gives an object another mark; it takes `<noun>_id` and `reason`.

    The database logs it as a transition that shows the reason, and gives the mark to what hangs on the object.
    """
    model: type[Topic | Need] = MACHINE_OF[action.name].model  # type: ignore[assignment]  # what has the mark

    async def operation(
        session: AsyncSession, viewer: Viewer, **values: Any
    ) -> Topic | Need:  # Any: values of an input
        said = clean({"reason": checks.reason}, {"reason": values["reason"]})
        row = await begin(session, viewer, action, model, values[f"{noun}_id"])
        await session.execute(select(func.set_config("red_partners.reason", said["reason"], True)))
        row.restricted = restricted
        await session.flush()
        return row

    operation.__signature__ = Signature(  # type: ignore[attr-defined]  # as inspect reads it
        [Parameter(name, Parameter.KEYWORD_ONLY) for name in (f"{noun}_id", "reason")]
    )
    return operation


restrict_topic = _marking(topics.RESTRICT, "topic", restricted=True)
unrestrict_topic = _marking(topics.UNRESTRICT, "topic", restricted=False)
restrict_need = _marking(needs.RESTRICT, "need", restricted=True)
unrestrict_need = _marking(needs.UNRESTRICT, "need", restricted=False)
