# SPDX-License-Identifier: Apache-2.0
"""Which messages and booked lines a reason of a deal rests on, so that a court finds each where it stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from msgspec.structs import replace

from suluh.deals.heard import READ_SO, offered, ordered, read_as_paid, said_paid
from suluh.deals.money.matched import Paid
from suluh.deals.told import Told, said_in
from suluh.deals.words.signals import Signal
from suluh.model.trade import Term


def _accounts(told: Told, paid: Paid | None, *, own: bool) -> Iterator[Signal]:
    """What the seller said of where to pay: the account that received, or another one."""
    payee = paid.lines[0].payee if paid else None
    for one in _by_seller(told):
        if payee in one.named.accounts if own else one.named.accounts - {payee}:
            yield one


def _by_seller(told: Told) -> Iterator[Signal]:
    """What the seller said in the talk of a deal."""
    return (one for one in (*told.episode.openings, *told.episode.others) if one.side == told.episode.seller)


def _again(told: Told) -> Iterator[Signal]:
    """The messages that carry a content which went before in the same deal."""
    seen = set[str]()
    for one in told.handed.deliveries:
        its = [sha for sha in one.items if sha]
        if len(set(its)) < len(its) or not seen.isdisjoint(its):
            yield one
        seen.update(its)


SAID: Mapping[str, Callable[[Told, Paid | None], Iterable[Signal]]] = {
    "offer": lambda told, _: offered(told.episode),
    "order": lambda told, _: ordered(told.episode),
    "said-paid": said_paid,
    READ_SO: read_as_paid,
    "sent": lambda told, _: told.handed.deliveries,
    "without-bytes": lambda told, _: (one for one in told.handed.deliveries if None in one.items),
    "sent-again": lambda told, _: _again(told),
    "access": lambda told, _: told.handed.access,
    "returned": lambda told, _: told.handed.returned,
    "account-named": partial(_accounts, own=True),
    "another-account": partial(_accounts, own=False),
    "usual-account": lambda told, _: (one for one in _by_seller(told) if one.named.accounts),
    "sold-elsewhere": lambda told, _: (one for one in told.handed.deliveries if any(one.items)),
    "taught-words": lambda told, _: (one for one in said_in(told) if one.taught),
}
"""By rule: the messages that bear it, beside those that a sign of the payment names itself and the booked lines."""


SPOKEN = frozenset({"offer", "order", "said-paid", "claim", "not-paid-yet", "told-where", READ_SO})
"""Rules whose sentence says that somebody speaks, asks or offers."""


PAID_WORDS = frozenset({"said-paid", "claim"})
"""Rules that cite word of having paid."""


def resting(terms: Iterable[Term], told: Told, paid: Paid | None) -> Iterator[Term]:
    """Each reason with the ids of what it rests on; one that compares the whole with other cases rests on none."""
    lines = tuple(name for line in paid.lines for name in line.payments) if paid else ()
    signs = (*paid.pair.terms("for"), *paid.pair.terms("against")) if paid else ()
    of_lines = {term.rule for term in signs}
    wordless = {one.message for one in (*told.talk.stream, *said_in(told)) if not one.worded}
    every = (*told.talk.stream, *said_in(told))
    unlisted = {one.message for one in every if one.worded and not (one.listed_paid or one.named.payments)}
    for term in terms:
        said = SAID[term.rule](told, paid) if term.rule in SAID else ()
        names = tuple(dict.fromkeys((*term.rests, *(one.message for one in said))))
        rests = (*names, *(lines if term.rule in of_lines else ()))
        bare = sum(name in wordless for name in names) if term.rule in SPOKEN else 0
        told_of = _unworded(term, bare, len(names)) if bare else term
        weighed = sum(name in unlisted for name in names) if term.rule in PAID_WORDS else 0
        yield replace(_by_weights(told_of, weighed, len(names)) if weighed else told_of, rests=rests)


def _by_weights(term: Term, weighed: int, many: int) -> Term:
    """A sentence on word of having paid, with how many of its messages the lists of words do not know as one."""
    if weighed == many:
        return replace(
            term,
            text="By learned weights alone, which also look at what stands before: "
            f"{term.text[0].lower()}{term.text[1:]}",
            text_id="Hanya menurut bobot yang dipelajari, yang juga melihat apa yang mendahuluinya: "
            f"{term.text_id[0].lower()}{term.text_id[1:]}",
        )
    some, some_id = f"{weighed} of its messages", f"{weighed} pesannya"
    is_ = "is" if weighed == 1 else "are"
    return replace(
        term,
        text=f"{term.text[:-1]}; {some} {is_} read so by learned weights alone, which also look at what stands before.",
        text_id=f"{term.text_id[:-1]}; {some_id} dibaca demikian hanya oleh bobot yang dipelajari, yang juga melihat "
        "apa yang mendahuluinya.",
    )


def _unworded(term: Term, bare: int, many: int) -> Term:
    """A sentence on what somebody says, with how many of its messages have no written word."""
    some, some_id = (f"{bare} of its messages", f"{bare} pesannya") if bare < many else ("its message", "pesannya")
    if bare == many > 1:
        some, some_id = f"its {many} messages", f"ke-{many} pesannya"
    has = "has" if bare == 1 else "have"
    return replace(
        term,
        text=f"{term.text[:-1]}; {some} {has} no written word (attachments or signs alone), which is read so by its "
        "place in the talk.",
        text_id=f"{term.text_id[:-1]}; {some_id} tanpa kata tertulis (hanya lampiran atau tanda), yang dibaca "
        "demikian dari tempatnya dalam percakapan.",
    )
