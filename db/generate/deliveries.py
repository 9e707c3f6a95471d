"""What was delivered on claims, what the sides said of each other, and until when the open ones are to go on."""

from .clocks import Deadline, add_deadline, counted
from .rows import NULL, SPAN, Rows, date, stamp
from .texts import COMMENTS, EVIDENCE
from .things import Claim

ANSWER, DELIVER, CONFIRM = 3, 15, 5  # working days
IN_PARTS = 0.2  # part of the deliveries that come in two
RATED, RATED_BACK = 0.1, 0.05  # parts of the confirmed claims whose sides are rated
SCORES = (5, 5, 5, 4, 4, 4, 4, 3, 3, 2, 1)
SOLVED, SATISFIED = 3, 4  # from which score on


def add_deliveries(rows: Rows, claim: Claim, made: str, window_end: int | None) -> None:
    """Add the fulfilments, evaluations and the open deadline of a claim."""
    if claim.delivered:
        _add_fulfilments(rows, claim, made)
    ended, status, _ = claim.steps[-1]
    if status == "CONFIRMED":
        draw = rows.random.random()
        if draw < RATED:
            score = rate(rows, "BRANCH_RATES_PARTNER", ended + 60, claim.receiver, claim=made)
            if claim.partner and score:
                claim.partner.rated += 1
                claim.partner.rating_sum += score
        if draw < RATED_BACK:
            rate(rows, "PARTNER_RATES_BRANCH", ended + 90, claim.giver, claim=made)
    deadline = _deadline(claim, made, window_end)
    if deadline:
        add_deadline(rows, deadline)


def _add_fulfilments(rows: Rows, claim: Claim, made: str) -> None:
    """Add what was delivered, all of it before the claim went on."""
    (begun, _, _), (after, status, _) = next(step for step in claim.steps if step[1] == "ACTIVE"), claim.steps[-1]
    if status == "CONFIRMED":
        after = claim.steps[-2][0]
    last = after - 1 if status != "ACTIVE" else begun + int(rows.random.random() * (SPAN - 1 - begun))
    first = claim.delivered // 2 if rows.random.random() < IN_PARTS else 0
    for quantity, time in ((first, (begun + last) // 2), (claim.delivered - first, last)):
        if quantity:
            evidence = EVIDENCE[int(rows.random.random() * len(EVIDENCE))]
            day, at = date(time), stamp(time)
            rows.add("fulfilment", rows.subdistrict, rows.id(time), made, quantity, day, evidence, at, claim.giver)


def rate(
    rows: Rows, side: str, time: int, account: str, *, claim: str = NULL, topic: str = NULL, need: str = NULL
) -> int:
    """Add an evaluation, unless it comes after the end; return its score, or 0."""
    if time >= SPAN:
        return 0
    score = SCORES[int(rows.random.random() * len(SCORES))]
    said = ("t" if score >= SOLVED else "f", "t" if score >= SATISFIED else "f", score, COMMENTS[score])
    about = (claim, topic, need)
    rows.add("evaluation", rows.subdistrict, rows.id(time), side, *about, *said, stamp(time), account)
    return score


def _deadline(claim: Claim, made: str, window_end: int | None) -> Deadline | None:
    """Return the deadline that an open claim has, or by which a proposal expired."""
    (began, _, _), (since, status, _) = claim.steps[0], claim.steps[-1]
    branch, receiver = (claim.branch.id, NULL), claim.need.partner
    giver = (NULL, claim.partner.id) if claim.partner else branch
    answerer = giver if claim.backward else branch
    if status == "PROPOSED":
        return counted("ANSWER_CLAIM", made, answerer, began, ANSWER)
    if status == "EXPIRED":
        return counted("ANSWER_CLAIM", made, answerer, began, ANSWER, end=since, expired=True)
    if status == "ACTIVE" and window_end is not None:
        return Deadline("DELIVER_CLAIM", made, giver, since, window_end)
    if status == "ACTIVE":
        return counted("DELIVER_CLAIM", made, giver, since, DELIVER)
    if status == "DELIVERED":
        return counted("CONFIRM_CLAIM", made, (NULL, receiver.id) if receiver else branch, since, CONFIRM)
    return None
