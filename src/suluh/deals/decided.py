# SPDX-License-Identifier: Apache-2.0
"""What officers decided about deals: a word is kept with the messages and payments on which it was said.

1. A word stands on the deal that rests on exactly these, whatever id it bears; words that differ are a dispute.
2. A deal that rests on some of them and on others, or on fewer, waits again, and says what changed.
3. What was taken back leaves no trace in the deal; tier, state and score are not touched by any word.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeVar

from msgspec.structs import replace

from suluh.model.people import Decision
from suluh.model.rules.spoken import standing
from suluh.model.trade import Deal, Term

T = TypeVar("T")
Held = frozenset[str]
Judgement = Literal["confirmed", "rejected", "disputed"]

WORD = 1_000_000
"""What an officer's word adds or takes off: by definition the whole, for it decides and nothing is summed up."""

CHANGED = "changed-since"
"""The doubt about a deal that is no longer the one on which an officer spoke."""

_SAYS: Mapping[str, Judgement] = {"confirm-deal": "confirmed", "reject-deal": "rejected", "dispute-deal": "disputed"}
_SPOKEN = {"confirmed": "dikonfirmasi", "rejected": "ditolak", "disputed": "diperselisihkan"}
"""Judgements as Indonesian sentences say them."""


def held_by(deal: Deal) -> tuple[str, ...]:
    """The messages and payments that a deal rests on."""
    return tuple(sorted({*deal.messages, *deal.payments}))


def words_on(deal: Deal, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The words that stand on a deal as it is."""
    return _standing(decisions).get(frozenset(held_by(deal)), ())


def decided(found: Iterable[Deal | T], decisions: Iterable[Decision]) -> Iterator[Deal | T]:
    """The same values, deals as officers left them."""
    spoken = _standing(decisions)
    if not spoken:
        yield from found
        return
    values = list(found)
    now = {frozenset(held_by(one)) for one in values if isinstance(one, Deal)}
    before = _by_part({held: words for held, words in spoken.items() if held not in now})
    for one in values:
        yield _as_left(one, spoken, before) if isinstance(one, Deal) else one


def _standing(decisions: Iterable[Decision]) -> dict[Held, tuple[Decision, ...]]:
    """The words that stand, by what the deal held on which they were said."""
    history: dict[Held, list[Decision]] = defaultdict(list)
    for decision in sorted(decisions, key=lambda one: one.order):
        if decision.holds:
            history[frozenset(decision.holds)].append(decision)
    found = {held: standing(said)[0] for held, said in history.items()}
    return {held: words for held, words in found.items() if words}


def _by_part(before: Mapping[Held, tuple[Decision, ...]]) -> dict[str, list[Held]]:
    """What deals held that are no more, by each message and payment."""
    found: dict[str, list[Held]] = defaultdict(list)
    for held in before:
        for part in held:
            found[part].append(held)
    return found


def _as_left(deal: Deal, spoken: Mapping[Held, tuple[Decision, ...]], before: Mapping[str, list[Held]]) -> Deal:
    held = frozenset(held_by(deal))
    words = spoken.get(held)
    if words is None:
        older = {one for part in held for one in before.get(part, ())}
        said = sorted(((word, one) for one in older for word in spoken[one]), key=lambda pair: pair[0].order)
        doubts = tuple(_changed(word, one, held) for word, one in said)
        return replace(deal, reasons_against=(*deal.reasons_against, *doubts)) if doubts else deal
    judgements = {_SAYS[word.act] for word in words}
    return replace(
        deal,
        judgement=judgements.pop() if len(judgements) == 1 else "disputed",
        by=words[-1].by,
        at=words[-1].at,
        reasons_for=(*deal.reasons_for, *(_said(one) for one in words if _SAYS[one.act] == "confirmed")),
        reasons_against=(*deal.reasons_against, *(_said(one) for one in words if _SAYS[one.act] != "confirmed")),
    )


def _said(word: Decision) -> Term:
    """An officer's word as a term; the reason itself stays with the decision, for it may name people."""
    judgement = _SAYS[word.act]
    return Term(
        rule=word.act,
        score=WORD if judgement == "confirmed" else -WORD,
        text=f"Decision {word.order}: an officer said {judgement}.",
        text_id=f"Keputusan {word.order}: rangkaian transaksi ini {_SPOKEN[judgement]} petugas.",
    )


def _changed(word: Decision, then: Held, now: Held) -> Term:
    came, went, judgement = len(now - then), len(then - now), _SAYS[word.act]
    return Term(
        rule=CHANGED,
        score=0,
        text=f"Decision {word.order} said {judgement} of {len(then)} messages and payments; {came} came since and "
        f"{went} went: decide anew.",
        text_id=f"Keputusan {word.order} ({_SPOKEN[judgement]}) dibuat atas {len(then)} pesan dan pembayaran; sejak "
        f"itu {came} bertambah dan {went} berkurang: putuskan lagi.",
    )
