"""What a ranking can be asked for, as whole statements: `:names` in them are bind parameters."""

from db.models.states import Role
from db.viewer import IN_BRANCH, IN_PARTNER

from .entries import MET, NEED, RESOURCE, USED_UP
from .ranking import ALIKE, BRIEF, ONE, SEVERAL, TYPED, likeness, pairs
from .sentences import sentence
from .weights import Part, Weights

MINE = ":viewer_subdistrict_id"
MOST_OWN = 12  # of the viewer's own needs or resources, the newest, that suggestions are made for
DUPLICATE_FROM = 0.25  # texts less alike than this are not shown as alike
HALF = 12  # bytes of keywords, those in the title twice, that make a suggestion of one half
LIVE = "('PROPOSED', 'ACCEPTED', 'ACTIVE', 'DELIVERED', 'CONFIRMED')"
TOLD = (Part.CATEGORY, Part.TEXT, Part.QUANTITY, Part.CLOSENESS)  # why a plan chose a pair
# By which line of an open project a partner would claim the need, and whether the two are in touch already, as far as
# the viewer sees their claims.
ROUND = f"""
CROSS JOIN LATERAL (
    SELECT EXISTS (
        SELECT FROM claim k WHERE k.subdistrict_id = m.subdistrict_id AND k.need_id = m.need_id
          AND (k.resource_id = m.resource_id OR k.partner_id = m.partner_id) AND k.status IN {LIVE}
          AND {{seen}}
    ) AS already_claimed
) touch
LEFT JOIN LATERAL (
    SELECT l.id AS need_line_id, l.project_id
    FROM (SELECT * FROM need_line WHERE subdistrict_id = m.subdistrict_id AND need_id = m.need_id OFFSET 0) l
    JOIN project j ON j.subdistrict_id = l.subdistrict_id AND j.id = l.project_id
    WHERE l.claimed < l.quantity AND j.status IN ('PLANNED', 'APPROVED', 'RUNNING')
    ORDER BY l.id DESC LIMIT 1
) line ON true"""


def resources_for_need(
    weights: Weights,
    seen: str,
    *,
    subdistrict: str,
    id: str,  # noqa: A002 - as the parameter is named
) -> str:
    """Resources for one need, scored from its side."""
    ranked = pairs(ONE.format(tenant=subdistrict, id=id), weights, tenant=subdistrict, asks=NEED, seen=seen)
    around = ROUND.format(seen=seen)
    return f"{ranked} SELECT m.*, m.resource_id AS id, m.need_score AS score, touch.*, line.* FROM scored m {around}"


def needs_for_resource(weights: Weights, seen: str, *, subdistrict: str, id: str) -> str:  # noqa: A002 - as above
    """Needs for one resource, scored from its side."""
    ranked = pairs(ONE.format(tenant=subdistrict, id=id), weights, tenant=subdistrict, asks=RESOURCE, seen=seen)
    around = ROUND.format(seen=seen)
    return f"{ranked} SELECT m.*, m.need_id AS id, m.resource_score AS score, touch.*, line.* FROM scored m {around}"


def for_viewer(weights: Weights, seen: str, role: Role | None) -> str:
    """What is worth claiming: needs for a partner's resources or resources for a branch's needs, each once."""
    table, asks, other, score = (
        ("resource", RESOURCE, "need_id", "resource_score")
        if serves(role)
        else ("need", NEED, "resource_id", "need_score")
    )
    own = SEVERAL.format(table=table, tenant=MINE, shelf=asks, own=_own(role), most=MOST_OWN)
    ranked = pairs(own, weights, tenant=MINE, asks=asks, seen=seen, limits=BRIEF)
    best = f"SELECT DISTINCT ON (m.{other}) m.*, m.{other} AS id, m.{score} AS score, touch.*, line.* FROM scored m"
    around = ROUND.format(seen=seen)
    return f"{ranked} {best} {around} WHERE NOT touch.already_claimed ORDER BY m.{other}, m.{score} DESC, m.place"


def serves(role: Role | None) -> bool:
    """Whether suggestions are scored from the resources' side: the viewer gives."""
    return role in IN_PARTNER


def _own(role: Role | None) -> str:
    if role in IN_PARTNER:
        return "s.partner_id = :viewer_partner_id"
    if role in IN_BRANCH:
        return "s.branch_id = :viewer_branch_id"
    if role is Role.COMMUNITY_SECRETARY:
        return "s.community_id = :viewer_community_id"
    return "true" if role is Role.SUBDISTRICT_ADMIN else "false"


def whole_network(weights: Weights) -> str:
    """The best pairs of every open need of a subdistrict, with both scores and the reasons in Chinese and English."""
    tenant = "CAST(:subdistrict AS uuid)"
    asked = SEVERAL.format(table="need", tenant=tenant, shelf=NEED, own="true", most="ALL")
    ranked = pairs(asked, weights, tenant=tenant, asks=NEED, limits=BRIEF)
    chinese, english = (
        f" || {mark} || ".join(sentence(part, "m", english=english) for part in TOLD)
        for english, mark in ((False, "'；'"), (True, "'; '"))
    )
    return f"""
    {ranked}
    SELECT need_id, resource_id, partner_id, need_score, resource_score, {chinese}, {english}
    FROM (SELECT *, row_number() OVER (PARTITION BY need_id ORDER BY need_score DESC, resource_id) AS rank
          FROM scored) m
    WHERE rank <= :per_need ORDER BY need_id, rank
    """


def needs_like(*, tokens: str, impacts: str, posted: str, subdistrict: str = MINE) -> str:
    """Needs that are open or being met whose text is like a text."""
    return _like("need", (NEED, MET), tokens=tokens, impacts=impacts, posted=posted, tenant=subdistrict)


def resources_like(*, tokens: str, impacts: str, posted: str, subdistrict: str = MINE) -> str:
    """Resources that are open or used up whose text is like a text."""
    return _like("resource", (RESOURCE, USED_UP), tokens=tokens, impacts=impacts, posted=posted, tenant=subdistrict)


def _like(table: str, shelves: tuple[int, int], *, tenant: str, posted: str, **typed: str) -> str:
    asked = TYPED.format(tenant=tenant, posted=posted, **typed)
    found = (
        f"({likeness(asked, tenant=tenant, ours=shelf, theirs=shelf, limits=ALIKE)} SELECT * FROM likeness)"
        for shelf in shelves
    )
    other = {"need": "NULL::uuid AS resource_id", "resource": "NULL::uuid AS need_id"}[table]
    return f"""
    SELECT {tenant} AS subdistrict_id, l.entry_id AS id, l.entry_id AS {table}_id, {other},
           round(l.text::numeric, 4)::float8 AS score,
           coalesce(array_to_string(shared_terms(e.posted, e.terms, {posted}), '、'), '') AS shared
    FROM ({" UNION ALL ".join(found)}) l
    JOIN match_entry e ON e.subdistrict_id = {tenant} AND e.id = l.entry_id
    WHERE l.text >= {DUPLICATE_FROM}
    """


def categories(*, text: str, subdistrict: str = MINE) -> str:
    """Subcategories that a text seems to be about."""
    return f"""
    SELECT {subdistrict} AS subdistrict_id, s.id, s.id AS subcategory_id, s.category,
           round(s.score / (s.score + {HALF}.0), 4)::float8 AS score, array_to_string(s.found, '、') AS shared
    FROM subcategory_scores({subdistrict}, {text}, '') s
    """
