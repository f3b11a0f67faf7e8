# SPDX-License-Identifier: Apache-2.0
"""How much of the network the exhibits cannot have shown: buyers, items, sources."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import ceil, floor, isfinite
from typing import Literal

from suluh.model.beyond import Estimate, Origin
from suluh.model.ids import make_id
from suluh.model.people import Person
from suluh.model.talk import is_named_only
from suluh.model.trade import Deal
from suluh.unseen.captures import Captures, coverage
from suluh.unseen.floors import METHOD, Floor, lowest, models
from suluh.unseen.sentences import floor_sentences, model_sentences, refusal_sentences
from suluh.unseen.warnings import FEW_TWICE, Circumstances, refusal, warnings

Of = Literal["buyers", "items", "sources"]

MILLION = 1_000_000


def estimate(deals: Iterable[Deal], persons: Iterable[Person], origins: Iterable[Origin]) -> Iterator[Estimate]:
    """A floor for buyers and for items with the range of the models beside it, or the reason why there is none.

    Buyers are counted by their deals, items by the sales that handed them over, each content once a sale. Sources get
    no figure: items come through them in batches, so that finding one source says nothing on finding another.
    """
    traded = sorted((deal for deal in deals if deal.state != "offered"), key=lambda deal: deal.id)
    people = {account: person for person in persons for account in person.accounts}
    yield from _estimates("buyers", *_buyers(traded, people))
    yield from _estimates("items", _items(traded), Circumstances())
    yield _no_sources(len(tuple(origins)))


def _buyers(deals: Iterable[Deal], people: Mapping[str, Person]) -> tuple[Captures, Circumstances]:
    """How many deals each buyer has; free gifts are captures as well."""
    times: Counter[str] = Counter()
    shown: dict[str, tuple[str, ...]] = {}
    unresolved = 0
    total = 0
    for deal in deals:
        total += 1
        unresolved += deal.buyer is None or is_named_only(deal.buyer)
        if deal.buyer is not None:
            person = people.get(deal.buyer)
            name = person.id if person else make_id("person", deal.buyer)
            times[name] += 1
            shown[name] = person.exhibits if person else ()
    share = unresolved / total if total else 0.0
    return Captures.counted(times.values()), Circumstances(_largest_device(shown), share)


def _largest_device(shown: Mapping[str, tuple[str, ...]]) -> float:
    """The share of buyers known to one exhibit and no other, of the exhibit that has most of them."""
    alone = Counter(exhibits[0] for exhibits in shown.values() if len(exhibits) == 1)
    return max(alone.values()) / len(shown) if alone else 0.0


def _items(deals: Iterable[Deal]) -> Captures:
    """In how many sales each content was handed over."""
    times: Counter[str] = Counter()
    sales = 0
    for deal in deals:
        contents = set(deal.files)
        sales += bool(contents)
        times.update(contents)
    return Captures.counted(times.values(), units=sales)


def _estimates(of: Of, captures: Captures, around: Circumstances) -> Iterator[Estimate]:
    """The floor, or its refusal; and beside a floor that stands on enough, what single models say."""
    reason = refusal(captures, of)
    least = None if reason else lowest(captures)
    if reason or least is None:
        yield _refused(of, captures, reason or "the floor is more than a hundred times what was seen, or has no limit")
        return
    found = models(captures)
    said = tuple(warnings(captures, [figure for _, figure in found], around))
    yield _floor(of, captures, least, said)
    if captures.f(2) <= FEW_TWICE:
        return
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


def _refused(of: Of, captures: Captures, reason: str) -> Estimate:
    english, indonesian = refusal_sentences(of, captures.seen)
    return Estimate(
        id=make_id("estimate", of, METHOD),
        of=of,
        role="floor",
        method=METHOD,
        observed=captures.seen,
        coverage=_coverage(captures),
        refused=reason,
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
