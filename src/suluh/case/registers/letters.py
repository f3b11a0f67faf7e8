# SPDX-License-Identifier: Apache-2.0
"""What came back to a letter, and what of it is missing: days waited, periods, accounts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from suluh.model.deeds.deed import Said
from suluh.model.dossier.papers import Letter, Reply

State = Literal["waiting", "refused", "incomplete", "answered"]
Span = tuple[str, str]
"""First and last day."""

_LEAST = 5
"""Digits of a number that names an account; shorter ones are part of a word."""


class Given(NamedTuple):
    """One reply, with what the case read on the exhibit that holds it."""

    reply: Reply
    accounts: frozenset[str]
    """Accounts of which records came, as the officer states them and as statements on the exhibit have them."""

    spans: tuple[Span, ...]
    """Periods that it gives, as the officer states them, else as the statements do."""


def state_of(given: Sequence[Given], lacks: Sequence[Said]) -> State:
    """How a letter stands."""
    if not given:
        return "waiting"
    if all(one.reply.refused for one in given):
        return "refused"
    return "incomplete" if lacks else "answered"


def days_waited(letter: Letter, given: Sequence[Given], today: date) -> int:
    """Days from the letter to its first reply, or to today."""
    end = min((date.fromisoformat(one.reply.received) for one in given), default=today)
    return (end - date.fromisoformat(letter.sent)).days


def lacks_of(letter: Letter, given: Sequence[Given]) -> tuple[Said, ...]:
    """What of the replies is missing, or is not what was asked for; nothing while none came."""
    return (*_refused(given), *_accounts(letter, given), *_period(letter, given)) if given else ()


def _refused(given: Iterable[Given]) -> Iterator[Said]:
    for one in given:
        if one.reply.refused:
            yield Said(f"refused: {one.reply.refused}", f"ditolak: {one.reply.refused}")


def _accounts(letter: Letter, given: Sequence[Given]) -> Iterator[Said]:
    """Accounts without records, and records of accounts that nobody asked for."""
    came = {plain(name): name for one in given for name in sorted(one.accounts)}
    asked = {plain(name): name for name in letter.accounts}
    if not came:
        return
    for name in sorted(asked.keys() - came.keys()):
        yield Said(f"no records of {asked[name]} came", f"catatan {asked[name]} tidak ada dalam balasan")
    for name in sorted(came.keys() - asked.keys()) if asked else ():
        yield Said(
            f"records of another account came, which was not asked for: {came[name]}",
            f"balasan memuat rekening lain yang tidak diminta: {came[name]}",
        )


def plain(account: str) -> str:
    """An account as two papers that write it differently have it: its digits, where it is a number."""
    name = account.partition(":")[2] or account
    digits = re.sub(r"\D", "", name)
    return digits if len(digits) >= _LEAST and not re.search(r"[^\W\d_]", name) else name.casefold()


def _period(letter: Letter, given: Sequence[Given]) -> Iterator[Said]:
    """Days that were asked for and not given."""
    answered = [one for one in given if not one.reply.refused]
    if not answered or not (letter.asked_from and letter.asked_to):
        return
    spans = sorted(span for one in answered for span in one.spans)
    if not spans:
        yield Said("which period it gives is not stated", "masa yang diberikan tidak disebutkan")
        return
    for start, end in missing(letter.asked_from, letter.asked_to, spans):
        yield Said(
            f"asked for {letter.asked_from} to {letter.asked_to}, not given: {start} to {end}",
            f"diminta {letter.asked_from} s.d. {letter.asked_to}, tidak diberikan: {start} s.d. {end}",
        )


def missing(start: str, end: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The days of a period that lie in none of some spans, which come in their order."""
    for first, last in spans:
        if first > end:
            break
        if first > start:
            yield start, _beside(first, -1)
        start = max(start, _beside(last, 1))
    if start <= end:
        yield start, end


def _beside(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
