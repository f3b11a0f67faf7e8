# SPDX-License-Identifier: Apache-2.0
"""What statistics count of one case: numbers alone, which name nobody."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import exhibits, typed
from suluh.custody.entry import Entry
from suluh.model.after.sharing import Draft, Release
from suluh.model.dossier.care import Identity, Series, SupportNote
from suluh.model.dossier.charges import Defendant, Ending
from suluh.model.dossier.exhibits import Seizure
from suluh.model.dossier.papers import Letter, Paper, Reply
from suluh.model.intake import Content
from suluh.model.matching import Match
from suluh.model.rules.codes import CODES
from suluh.model.talk import Message
from suluh.model.trade import Deal, Payment
from suluh.referral.statistics.counted import Counted

CHILD = f"{CODES['child-victim'].letters}-"
"""What the code of a child victim begins with."""


def counted_of(case: Case) -> Counted:
    """The figures of a case, by the year of its police report."""
    deals = [one for one in case.nouns(Deal) if one.judgement == "confirmed"]
    counts = Counter(_typed(case)) + Counter(_trade(case, deals)) + Counter(_contents(case))
    values = {
        "price": tuple(sorted(_prices(deals))),
        "days-to-result": tuple(_spans(case, _first_step(case))),
        "days-to-support": tuple(_spans(case, _first_day(one.at for one in typed(case.rows, SupportNote)))),
        "days-waiting": tuple(sorted(_waits(case))),
    }
    return Counted(case.paper.number, _year(case), counts, values)


def _year(case: Case) -> int:
    reports = [one.date for one in typed(case.rows, Paper) if one.kind == "LP"]
    return int((min(reports) if reports else case.paper.at)[:4])


def _typed(case: Case) -> Iterator[tuple[str, str]]:
    """One key for each thing that officers entered."""
    yield "cases", ""
    yield from (("exhibits", "") for _ in exhibits(case.rows))
    for one in typed(case.rows, Defendant):
        yield ("children-in-conflict" if one.age == "child" else "defendants", "")
    sealed = {one.person or "" for one in typed(case.rows, Identity) if one.vault}
    helped = {one.person for one in typed(case.rows, SupportNote)}
    yield from (("children-identified", "") for one in sorted(filter(_is_victim, sealed)))
    yield from (("children-supported", "") for one in sorted(filter(_is_victim, helped)))
    yield from (("series", "") for _ in typed(case.rows, Series))
    yield from (("letters", one.kind) for one in typed(case.rows, Letter))
    yield from (("endings", one.kind) for one in typed(case.rows, Ending))
    kinds = {one.id: one.terms.kind if one.terms else "" for one in case.nouns(Draft)}
    yield from (("packages", kinds.get(one.draft, "")) for one in case.nouns(Release))


def _is_victim(code: str) -> bool:
    return code.startswith(CHILD)


def _trade(case: Case, deals: Iterable[Deal]) -> Iterator[tuple[str, str]]:
    """Services of confirmed deals, and channels of their booked lines."""
    for deal in deals:
        first = next(case.rows.by_column(Message, "id", deal.messages[:1]), None)
        yield "deals", first.conversation.partition(":")[0] if first else ""
    lines = {name for deal in deals for name in deal.payments}
    yield from (("payments", one.channel) for one in case.rows.by_column(Payment, "id", sorted(lines)))


def _contents(case: Case) -> Iterator[tuple[str, str]]:
    """Different pictures and videos, known and not."""
    known = {one.sha256 for one in case.nouns(Match) if one.kind == "exact" and one.set_kind == "known"}
    media = {one.sha256 for one in case.nouns(Content) if one.type.startswith(("image/", "video/"))}
    yield from (("contents", "known" if one in known else "unknown") for one in sorted(media))


def _prices(deals: Iterable[Deal]) -> Iterator[int]:
    """Rupiah for each attachment, of deals that a booked line paid."""
    for one in deals:
        if one.payments and one.items_delivered and one.currency == "IDR" and one.amount_minor:
            yield round(one.amount_minor / 100 / one.items_delivered)


def _spans(case: Case, until: date | None) -> Iterator[int]:
    """Days from the first seizure to a day."""
    start = _first_day(one.taken for one in typed(case.rows, Seizure))
    if start is not None and until is not None and start <= until:
        yield (until - start).days


def _waits(case: Case) -> Iterator[int]:
    """Days from each letter to its first reply."""
    for letter in typed(case.rows, Letter):
        came = _first_day(one.received for one in typed(case.rows, Reply) if one.letter == letter.code)
        if came is not None:
            yield (came - date.fromisoformat(letter.sent)).days


def _first_day(moments: Iterable[str]) -> date | None:
    days = [date.fromisoformat(one[:10]) for one in moments]
    return min(days) if days else None


def _first_step(case: Case) -> date | None:
    """The day on which deals were first worked out."""
    entries = (Entry.read(one.body) for one in case.rows.entries())
    return next((date.fromisoformat(one.at[:10]) for one in entries if one.action == "deals" and one.took), None)
