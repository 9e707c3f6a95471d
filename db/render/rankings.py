"""Rankings as SQL: the computed rows that a connection pages through, once in a statement."""

from itertools import count

from sqlalchemy import BindParameter, FromClause, column, text

from db.matching import asking
from db.models import Claim
from db.plan import Asked, Ranking
from db.rows import Row
from db.scopes import scope
from db.standing import Standing, mine

from .conditions import bind

FACTS = ("subdistrict_id", "partner_id", "branch_id", "community_id", "code_prefix")


def ranked(plan: Ranking, standing: Standing) -> FromClause:
    """The rows of a ranking, for FROM; everything of it is found by its parameters and the viewer's."""
    given = {name: f":{param.name}" for name, param in plan.given}
    sql = _written(plan, standing, given)
    binds = [bind(param) for _, param in plan.given]
    binds += [mine(fact) for fact in FACTS]
    used = [one for one in binds if isinstance(one, BindParameter) and f":{one.key}" in sql]
    return text(sql).bindparams(*used).columns(column("subdistrict_id")).cte("ranked")


def _written(plan: Ranking, standing: Standing, given: dict[str, str]) -> str:
    match plan.asked:
        case Asked.NEED:
            return asking.resources_for_need(plan.weights, _seen(standing), **given)
        case Asked.RESOURCE:
            return asking.needs_for_resource(plan.weights, _seen(standing), **given)
        case Asked.VIEWER:
            return asking.for_viewer(plan.weights, _seen(standing), standing.role)
        case Asked.NEEDS_LIKE:
            return asking.needs_like(**given)
        case Asked.RESOURCES_LIKE:
            return asking.resources_like(**given)
        case Asked.CATEGORIES:
            return asking.categories(**given)


def _seen(standing: Standing) -> str:
    """Which claims the viewer sees, of the alias `k`: a ranking tells of no others."""
    return f"({scope(Row(Claim, 'k', count(1)), standing)})"
