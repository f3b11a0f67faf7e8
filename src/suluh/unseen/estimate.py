# SPDX-License-Identifier: Apache-2.0
"""How much of the network the exhibits cannot have shown: buyers, items, sources."""

from collections.abc import Iterable, Iterator, Mapping
from math import ceil, floor, isfinite
from typing import Literal

from msgspec.structs import replace

from suluh.model.after.beyond import Estimate, Origin
from suluh.model.ids import make_id
from suluh.model.people import Link, Person
from suluh.model.trade import Deal
from suluh.unseen.buyers import buyers
from suluh.unseen.captures import Captures, coverage
from suluh.unseen.estimator import Estimator, Figure
from suluh.unseen.floors import METHOD, Floor, lowest, models
from suluh.unseen.items import handed_over, items
from suluh.unseen.sentences import (
    content_sentences,
    floor_sentences,
    group_sentences,
    model_sentences,
    refusal_sentences,
)
from suluh.unseen.warnings import FEW_TWICE, Circumstances, doubts, refusal, warnings

Of = Literal["buyers", "items", "sources"]

MILLION = 1_000_000
"""Coverage is kept in millionths, for no body holds a fraction."""

NO_FLOOR = "the least that can be said is no more than what was seen"


def estimate(
    deals: Iterable[Deal],
    persons: Iterable[Person],
    origins: Iterable[Origin],
    links: Iterable[Link] = (),
    same: Mapping[str, str] | None = None,
) -> Iterator[Estimate]:
    """A floor for buyers and for items with the range of the models beside it, or the reason why there is none.

    Buyers are counted by their deals, of the part in which nobody is counted twice whatever an officer may still decide
    of `links`; items by the sales that handed them over, each once a sale, of the contents that `same` knows, for these
    could be compared. Sources get no figure: items come through them in batches, so that finding one source says
    nothing on finding another.
    """
    traded = sorted((deal for deal in deals if deal.state != "offered"), key=lambda deal: deal.id)
    people = {account: person for person in persons for account in person.accounts}
    seen = buyers(traded, people, links)
    yield from (_in_groups(one, seen.groups) for one in _estimates("buyers", seen.captures, seen.around))
    contents, counted = len(handed_over(traded)), items(traded, same)
    yield from (_of_contents(one, contents) for one in _estimates("items", counted, Circumstances()))
    yield _no_sources(len(tuple(origins)))


def _estimates(of: Of, captures: Captures, around: Circumstances) -> Iterator[Estimate]:
    """The floor, or why there is none; and beside a floor that stands on enough, what single models say."""
    reason = refusal(captures, of)
    least = None if reason else lowest(captures)
    if reason or least is None:
        yield _refused(of, captures, reason or "the floor is more than a hundred times what was seen, or has no limit")
        return
    found = models(captures)
    said = tuple(warnings(captures, [figure for _, figure in found], around))
    if least.least <= captures.seen:
        yield _refused(of, captures, NO_FLOOR, tuple(doubts(around)))
        return
    yield _floor(of, captures, least, said)
    if captures.f(2) > FEW_TWICE:
        yield from _range(of, captures, found)


def _in_groups(one: Estimate, groups: int) -> Estimate:
    """An estimate of buyers that says how many groups of accounts bought, where some may be one person."""
    if groups == one.observed or one.role != "floor":
        return one
    english, indonesian = group_sentences(one.observed, groups)
    return replace(one, sentence=f"{english} {one.sentence}", sentence_id=f"{indonesian} {one.sentence_id}")


def _of_contents(one: Estimate, contents: int) -> Estimate:
    """An estimate of items that says how many contents were handed over, where some look alike or are left out."""
    if contents == one.observed or one.role != "floor":
        return one
    english, indonesian = content_sentences(one.observed, contents)
    return replace(one, sentence=f"{english} {one.sentence}", sentence_id=f"{indonesian} {one.sentence_id}")


def _range(of: Of, captures: Captures, found: Iterable[tuple[Estimator, Figure]]) -> Iterator[Estimate]:
    """What single models say."""
    for model, figure in found:
        if model.role == "sensitivity" and isfinite(figure.high):
            low, high = floor(figure.low), ceil(figure.high)
            english, indonesian = model_sentences(of, model.name, low, high)
            yield Estimate(
                id=make_id("estimate", of, model.name),
                of=of,
                role="sensitivity",
                method=model.name,
                observed=captures.seen,
                low=low,
                high=high,
                coverage=_coverage(captures),
                assumes=model.assumes,
                sentence=english,
                sentence_id=indonesian,
            )


def _floor(of: Of, captures: Captures, least: Floor, said: tuple[str, ...]) -> Estimate:
    english, indonesian = floor_sentences(of, captures.seen, least.least)
    return Estimate(
        id=make_id("estimate", of, METHOD),
        of=of,
        role="floor",
        method=METHOD,
        observed=captures.seen,
        low=least.least,
        coverage=_coverage(captures),
        assumes=least.assumes,
        warnings=said,
        sentence=english,
        sentence_id=indonesian,
    )


def _refused(of: Of, captures: Captures, reason: str, said: tuple[str, ...] = ()) -> Estimate:
    english, indonesian = refusal_sentences(of, captures.seen)
    return Estimate(
        id=make_id("estimate", of, METHOD),
        of=of,
        role="floor",
        method=METHOD,
        observed=captures.seen,
        coverage=_coverage(captures),
        refused=reason,
        warnings=said,
        sentence=english,
        sentence_id=indonesian,
    )


def _no_sources(seen: int) -> Estimate:
    english, indonesian = refusal_sentences("sources", seen)
    return Estimate(
        id=make_id("estimate", "sources", METHOD),
        of="sources",
        role="floor",
        method=METHOD,
        observed=seen,
        refused="items come through a source in batches, so that sources are not seen independently of each other",
        sentence=english,
        sentence_id=indonesian,
    )


def _coverage(captures: Captures) -> int | None:
    return round(coverage(captures) * MILLION) if captures.seen else None
