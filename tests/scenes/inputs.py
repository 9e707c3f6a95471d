"""What the input of every action on an object takes, so that nothing but the rules of the machine can refuse it."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from db.models.states import Role

from .claims import QUANTITY
from .scene import Scene
from .town import Person

ABOVE = (Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_ADMIN)
NOW = datetime.now(UTC)
YESTERDAY, SOON = (NOW - timedelta(days=1)).isoformat(), (NOW + timedelta(days=30)).date().isoformat()
WHY = {"reason": "材料未到"}
RATING = {"solved": True, "satisfied": True, "score": 5}
NEED = {"title": "楼道扶手", "category": "ELDERLY_CARE", "quantity": 2, "unit": "副"}
WHISTLE = {"kind": "BEYOND_AUTHORITY", "title": "楼道堆物"}
MINUTES = {"attendees": [{"role": "RESIDENT"}], "resolution": "加装", "minutes": "一致同意", "heldAt": YESTERDAY}


Values = Callable[[Scene, Person | None], Mapping[str, Any]]


class Way(NamedTuple):
    """How an action is asked for: `values` of its input, where the object stands in it, and the state it leads to.

    Without `lands` it is the only one declared, or the one that the scene tells.
    """

    values: Values
    at: str = "id"
    lands: str | None = None

    def input(self, scene: Scene, person: Person | None) -> dict[str, Any]:
        """The whole input of somebody."""
        return {self.at: scene.id, **self.values(scene, person)}


def plain(**values: Any) -> tuple[Way, ...]:
    """The only way, with the same values for every object."""
    return (Way(lambda scene, person: values),)


def of(values: Values, at: str = "id") -> tuple[Way, ...]:
    """The only way, with values that the scene names."""
    return (Way(values, at),)


def _branch(scene: Scene, person: Person | None) -> dict[str, Any]:
    """The branch, named by those who have none of their own but speak for several."""
    return {"branchId": scene.named["branch"]} if person and person.role in ABOVE else {}


def _delivery(quantity: int, lands: str) -> Way:
    return Way(lambda scene, person: {"quantity": quantity, "evidence": "签收单"}, lands=lands)


WAYS: dict[str, tuple[Way, ...]] = {
    "EDIT_TOPIC": plain(title="停电时上下楼不便"),
    "SUPPORT_TOPIC": plain(),
    "ACCEPT_TOPIC": plain(),
    "RETURN_TOPIC": plain(**WHY),
    "MERGE_TOPIC": of(lambda scene, person: {"intoId": scene.named["into"]}),
    "CONVENE_DELIBERATION": of(lambda scene, person: {}, at="topicId"),
    "RESOLVE_TOPIC": plain(),
    "POST_NEED_OF_TOPIC": of(lambda scene, person: NEED | _branch(scene, person), at="topicId"),
    "WHISTLE_FOR_TOPIC": of(lambda scene, person: WHISTLE | _branch(scene, person), at="topicId"),
    "RECONSIDER_TOPIC": plain(**WHY),
    "HANDLE_TOPIC": plain(outcome="已加装", evidence="照片三张"),
    "VERIFY_TOPIC": plain(),
    "REWORK_TOPIC": plain(**WHY),
    "CLOSE_TOPIC": plain(followUp="SATISFIED"),
    "REOPEN_TOPIC": plain(**WHY),
    "RATE_TOPIC": plain(**RATING),
    "ASK_SUSPENSION": of(lambda scene, person: {"reviewOn": SOON, **WHY}, at="topicId"),
    "RESUME_TOPIC": plain(),
    "RESTRICT_TOPIC": plain(**WHY),
    "UNRESTRICT_TOPIC": plain(**WHY),
    "MINUTE_DELIBERATION": plain(**MINUTES),
    "CANCEL_DELIBERATION": plain(**WHY),
    "HOLD_MEETING": of(
        lambda scene, person: {"minutes": "逐项商议", "outcomes": [{"itemId": scene.named["item"], "outcome": "加装"}]}
    ),
    "REPORT_MEETING": of(
        lambda scene, person: {
            "atId": scene.named["later"],
            "reports": [{"itemId": scene.named["item"], "report": "已加装"}],
        }
    ),
    "CANCEL_MEETING": plain(**WHY),
    "EDIT_NEED": plain(title="楼道扶手"),
    "PUBLISH_NEED": plain(),
    "WITHDRAW_NEED": plain(**WHY),
    "RESTRICT_NEED": plain(**WHY),
    "UNRESTRICT_NEED": plain(**WHY),
    "EVALUATE_NEED": plain(**RATING),
    "EDIT_RESOURCE": plain(title="扶手"),
    "PUBLISH_RESOURCE": plain(),
    "PAUSE_RESOURCE": plain(**WHY),
    "RESUME_RESOURCE": plain(),
    "WITHDRAW_RESOURCE": plain(**WHY),
    "EDIT_PROJECT": plain(title="扶手项目"),
    "APPROVE_PROJECT": plain(),
    "START_PROJECT": plain(),
    "PAUSE_PROJECT": plain(**WHY),
    "RESUME_PROJECT": plain(),
    "WITHDRAW_PROJECT": plain(**WHY),
    "ADD_MILESTONE": plain(title="完成验收"),
    "REACH_MILESTONE": of(lambda scene, person: {"id": scene.named["milestone"], "evidence": "照片"}),
    "DELIVER_PROJECT": plain(evidence="照片三张"),
    "ACCEPT_PROJECT": plain(),
    "REJECT_DELIVERY": plain(**WHY),
    "CLOSE_PROJECT": plain(followUp="SATISFIED"),
    "ACCEPT_CLAIM": plain(),
    "DECLINE_CLAIM": plain(**WHY),
    "WITHDRAW_CLAIM": plain(**WHY),
    "START_CLAIM": plain(),
    "DELIVER_CLAIM": (_delivery(QUANTITY, "DELIVERED"), _delivery(1, "ACTIVE")),
    "RETURN_DELIVERY": plain(**WHY),
    "CONFIRM_CLAIM": plain(),
    "DEFAULT_CLAIM": plain(**WHY),
    "RATE_PARTNER": plain(**RATING),
    "RATE_BRANCH": plain(**RATING),
    "APPROVE_WHISTLE": plain(),
    "REFUSE_WHISTLE": plain(**WHY),
    "DISPATCH_WHISTLE": of(
        lambda scene, person: {"leadId": scene.named["lead"], "assistingIds": [scene.named["assisting"]]},
    ),
    "RETURN_WHISTLE": plain(**WHY),
    "REPORT_IN": plain(),
    "ASSIST_WHISTLE": plain(),
    "BEGIN_WHISTLE": plain(),
    "FINISH_WHISTLE": plain(outcome="已清理"),
    "RATE_WHISTLE": plain(rating=5),
    "EDIT_PARTNER": plain(introduction="示例单位"),
    "ADMIT_PARTNER": plain(),
    "REJECT_PARTNER": plain(**WHY),
    "SUSPEND_PARTNER": plain(**WHY),
    "RESUME_PARTNER": plain(),
    "RELEASE_PARTNER": plain(**WHY),
    "DISSOLVE_ALLIANCE": plain(**WHY),
    "ACCEPT_INVITATION": plain(),
    "APPROVE_MEMBER": plain(),
    "DECLINE_INVITATION": plain(**WHY),
    "DECLINE_MEMBER": plain(**WHY),
    "LEAVE_ALLIANCE": plain(**WHY),
    "APPROVE_EXTENSION": plain(),
    "REFUSE_EXTENSION": plain(**WHY),
}
