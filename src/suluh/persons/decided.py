# SPDX-License-Identifier: Apache-2.0
"""What officers decided about links: each one's latest word counts, and words that differ are a dispute."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from suluh.model.people import ONE_CONVERSATION, Decision, Judgement, Link
from suluh.model.rules.spoken import standing
from suluh.model.talk import exhibit_of, is_device
from suluh.model.trade import Term
from suluh.persons.pool import Pool
from suluh.persons.rule import link_id

_ABOUT_LINKS = frozenset({"confirm", "reject", "dispute", "retract", "join", "part"})
_PAIR = frozenset({"join", "part"})
"""The two words about a pair of accounts, kept as one link under the id of `join`."""

OF_DEALS = frozenset({"pays-for", "paid-as-told", "same-payer"})
"""Rules whose links are given with the deals, on which they rest."""

GONE = "gone"
"""The rule of what is said of a decided link of which the case holds an account no more."""

WORD = 1_000_000
"""What an officer's word adds or takes off: by definition the whole, for it decides and nothing is summed up."""

_SPOKEN = {"suggested": "disarankan", "confirmed": "dikonfirmasi", "rejected": "ditolak", "disputed": "diperselisihkan"}
"""Judgements as Indonesian sentences say them."""


def by_link(decisions: Iterable[Decision]) -> dict[str, tuple[Decision, ...]]:
    """The decisions on each link of two accounts, in the order they were made."""
    return _by_link(one for one in decisions if one.rule != ONE_CONVERSATION)


def by_talks(decisions: Iterable[Decision]) -> dict[str, tuple[Decision, ...]]:
    """The decisions on each link of two conversations, in the order they were made."""
    return _by_link(one for one in decisions if one.rule == ONE_CONVERSATION)


def _by_link(decisions: Iterable[Decision]) -> dict[str, tuple[Decision, ...]]:
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in sorted(decisions, key=lambda one: one.order):
        if decision.act in _ABOUT_LINKS and decision.right is not None:
            found[_link_of(decision)].append(decision)
    return {link: tuple(found[link]) for link in sorted(found)}


def of_talks(decisions: Iterable[Decision]) -> dict[tuple[str, str], Judgement]:
    """What officers say of two conversations, by their ids in order; what was only withdrawn is disputed."""
    found: dict[tuple[str, str], Judgement] = {}
    for history in by_talks(decisions).values():
        words, withdrawn, _ = standing(history)
        left, right = sorted((history[-1].left, history[-1].right or ""))
        said = {meaning(word) for word in words}
        if said or withdrawn:
            found[left, right] = said.pop() if len(said) == 1 else "disputed"
    return found


def decide_talks(links: Iterable[Link], decisions: Iterable[Decision]) -> Iterator[Link]:
    """The links of conversations as officers left them; whether two are one was found with their words.

    Where they said so and it cannot be, the link is disputed and says why. A decided link of a conversation that the
    case no longer holds is kept and listed.
    """
    history, found = by_talks(decisions), {one.id: one for one in links}
    for name in sorted(found.keys() | history.keys()):
        words = history.get(name, ())
        if name not in found:
            left, right = sorted((words[-1].left, words[-1].right or ""))
            gone = Link(id=name, left=left, right=right, rule=ONE_CONVERSATION, judgement="suggested")
            yield listed_only(decide(gone, words))
            continue
        link = decide(found[name], words)
        is_refused = link.judgement == "confirmed" and not found[name].merges
        judgement = "disputed" if is_refused else link.judgement
        yield msgspec.structs.replace(link, merges=found[name].merges, judgement=judgement)


def _link_of(decision: Decision) -> str:
    if decision.link:
        return decision.link
    rule = decision.rule or decision.act
    return link_id("join" if rule in _PAIR else rule, decision.left, decision.right or "")


def rests_on_deals(history: tuple[Decision, ...]) -> bool:
    """Whether a link is given with the deals: by its rule, and as long as no word on it stands."""
    words, withdrawn, _ = standing(history)
    return history[-1].rule in OF_DEALS and not words and not withdrawn


def meaning(word: Decision) -> Judgement:
    """What a word says of the claim that the two accounts are one person."""
    if word.act == "dispute" or (word.act == "reject" and word.rule == "part"):
        return "disputed"
    says_one = word.act == "join" or (word.act == "confirm" and word.rule != "part")
    return "confirmed" if says_one else "rejected"


def of_devices(decisions: Iterable[Decision]) -> dict[str, tuple[str, ...]]:
    """The accounts that officers joined with the account of a device, by its exhibit."""
    found: dict[str, set[str]] = defaultdict(set)
    for history in by_link(decisions).values():
        words, _, _ = standing(history)
        if {meaning(word) for word in words} == {"confirmed"}:
            device, account = sorted((words[-1].left, words[-1].right or ""), key=is_device, reverse=True)
            found[exhibit_of(device) or ""].add(account)
    return {exhibit: tuple(sorted(accounts)) for exhibit, accounts in found.items() if exhibit}


def parts(history: Iterable[Decision]) -> bool:
    """Whether a standing word says that the two accounts are two people: then nothing may join them."""
    words, _, _ = standing(history)
    return any(meaning(word) == "rejected" and {word.act, word.rule} & _PAIR for word in words)


def decide(link: Link, history: Iterable[Decision]) -> Link:
    """A link as officers left it."""
    words, withdrawn, retracted_at = standing(history)
    if not words:
        against = (*link.reasons_against, *_withdrawn(withdrawn=withdrawn))
        merges = link.merges and not withdrawn
        return msgspec.structs.replace(link, merges=merges, retracted_at=retracted_at, reasons_against=against)
    judgements = {meaning(word) for word in words}
    judgement: Judgement = judgements.pop() if len(judgements) == 1 else "disputed"
    return msgspec.structs.replace(
        link,
        judgement=judgement,
        merges=judgement == "confirmed",
        by=words[-1].by,
        at=words[-1].at,
        retracted_at=retracted_at,
        reasons_for=(*link.reasons_for, *_said(words, "confirmed")),
        reasons_against=(*link.reasons_against, *_said(words, "rejected"), *_said(words, "disputed")),
    )


def _withdrawn(*, withdrawn: bool) -> Iterator[Term]:
    if withdrawn:
        yield Term(
            rule="withdrawn",
            score=-WORD,
            text="An officer withdrew this link: it joins nothing.",
            text_id="Petugas menarik kaitan ini: kaitan ini tidak menggabungkan apa pun.",
        )


def _said(words: Iterable[Decision], judgement: Judgement) -> Iterator[Term]:
    """The officers' words as terms; the reason itself stays with the decision, for it may name people."""
    for word in words:
        if meaning(word) == judgement:
            score = WORD if judgement == "confirmed" else -WORD
            yield Term(
                rule=word.act,
                score=score,
                text=f"Decision {word.order}: an officer said {judgement}.",
                text_id=f"Keputusan {word.order}: kaitan ini {_SPOKEN[judgement]} petugas.",
            )


def bare(name: str, history: tuple[Decision, ...], pool: Pool) -> Link:
    """The link that stands on decisions alone: officers joined or parted two accounts, or no rule here proposes it."""
    words, _, _ = standing(history)
    last = (words or history)[-1]
    left, right = sorted((last.left, last.right or ""))
    places = (*pool.places.get(left, ())[:1], *pool.places.get(right, ())[:1])
    rule = last.rule or last.act
    return Link(id=name, left=left, right=right, rule=rule, judgement="suggested", places=places)


def listed_only(link: Link) -> Link:
    """A decided link about something that the case no longer holds: kept and listed, joining nothing."""
    term = Term(
        rule=GONE,
        score=0,
        text="The case no longer holds one of the two; the decision is kept.",
        text_id="Salah satu dari keduanya tidak ada lagi dalam perkara ini; keputusannya tetap disimpan.",
    )
    return msgspec.structs.replace(link, merges=False, reasons_against=(*link.reasons_against, term))
