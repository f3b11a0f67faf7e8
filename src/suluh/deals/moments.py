# SPDX-License-Identifier: Apache-2.0
"""What the time of a payment says beside the talk of an episode."""

from collections.abc import Iterator
from datetime import timedelta
from math import log

from suluh.deals.episodes import Episode, Talk
from suluh.deals.ledger import Line
from suluh.model.trade import Term

EARLY = timedelta(minutes=15)
"""Clocks of phone and bank may differ by so much."""

_HOUR = timedelta(hours=1)
_DAY = 24
_SOON, _LATER = 1, 8
"""Hours from a payment to the buyer's word of it."""

_SENT = timedelta(days=2)


def when(talk: Talk, episode: Episode, line: Line) -> Iterator[Term]:
    """Terms on delay, on the buyer's word, on items sent, on the next trade of the two."""
    yield from _delay(episode, line)
    yield from _claim(talk, episode, line)
    yield from _sent(talk, line)
    if episode.ends is not None and line.start > episode.ends:
        yield Term(rule="next-began", score=-500_000, text="The two had begun another trade before this payment.")


def _delay(episode: Episode, line: Line) -> Iterator[Term]:
    told = (*episode.openings, *episode.others)
    before = [one.at for one in told if one.at and one.at - EARLY <= line.end]
    if before:
        hours = max(0.0, (line.start - max(before)) / _HOUR)
        text = f"The payment follows the last word on price and order {_spoken(hours)}."
        yield Term(rule="delay", score=-round(350_000 * log(1 + 2 * hours)), text=text)


def _claim(talk: Talk, episode: Episode, line: Line) -> Iterator[Term]:
    opened = episode.opened
    after = [one.at for one in talk.claims if one.at and opened and one.at >= opened - EARLY]
    gaps = [(at - line.end) / _HOUR for at in after]
    # What was claimed once the two had begun another trade says nothing against this one.
    if not any(episode.ends is None or at <= episode.ends for at in after) and not any(abs(g) <= _DAY for g in gaps):
        if episode.refused:
            yield Term(rule="not-paid-yet", score=-600_000, text="The buyer's last word was that nothing is paid yet.")
        return
    text = "The buyer's word of having paid stands beside this payment."
    if line.at is None:
        near = any(-_DAY - _LATER <= gap <= _LATER for gap in gaps)
        yield Term(rule="claim", score=900_000, text=text) if near else _other_time()
    elif any(-EARLY / _HOUR <= gap <= _SOON for gap in gaps):
        yield Term(rule="claim", score=1_600_000, text=text)
    elif any(-EARLY / _HOUR <= gap <= _LATER for gap in gaps):
        yield Term(rule="claim", score=700_000, text=text)
    else:
        yield _other_time()


def _other_time() -> Term:
    return Term(rule="claim", score=-800_000, text="The buyer's word of having paid stands at another time.")


def _sent(talk: Talk, line: Line) -> Iterator[Term]:
    starts = [one.at for one in talk.bursts if one.side == talk.seller and one.at]
    starts += [one.at for one in talk.access if one.at]
    if any(line.start - EARLY <= at <= line.end + _SENT for at in starts):
        yield Term(rule="then-sent", score=500_000, text="Items were sent after the payment.")
    elif any(line.start - _SENT <= at < line.start for at in starts):
        yield Term(rule="then-sent", score=-400_000, text="Items were sent before the payment.")


def _spoken(hours: float) -> str:
    if hours < 1:
        return "within the hour"
    return f"after {round(hours)} hours" if hours < 2 * _DAY else f"after {round(hours / _DAY)} days"
