# SPDX-License-Identifier: Apache-2.0
"""The rule `same-handle`: one chosen name on two services."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from suluh.model.talk import service_of
from suluh.model.trade import Term
from suluh.persons.identifiers import class_of, handle_of
from suluh.persons.names import exclude, words
from suluh.persons.pool import Pool
from suluh.persons.rule import Proposal, Rule

SAME_HANDLE = 900_000
"""Set by hand, under a payer who paid meanwhile: people choose one name everywhere, and others choose it too."""

CHOSEN_TWICE = -50_000
"""Set by hand, small: it stands against every such name, which anybody may choose where it is free."""

NOTHING_ELSE = -200_000
"""Set by hand: with this doubt alone a link is still work for an officer."""

SHORT = -200_000
"""Set by hand, less than where nothing else speaks for it: short names are taken by others."""

HANDED_ON = -500_000
"""Set by hand, as for an alias: after that the name says nothing of who had it before."""

NAMES_DIFFER = -500_000
"""Set by hand, as for one number."""

LONG = 8
"""Letters and digits of a name that is hardly chosen twice. Set by hand."""

FULL = 2
"""A full name has a first and a last word at least."""

PART = 3
"""Letters of a word that says something of a name. Set by hand: initials are shorter."""


class SameHandle(Rule):
    """Two services know these accounts under one name that its bearer chose.

    It joins where the two also go by one full name that the chosen name is not made of, or one of the two says that the
    name on the other service is theirs. The chosen name alone only proposes, and so does a short one, one that two
    accounts of a service had, and one whose bearers' full names share no word.
    """

    name = "same-handle"
    turn = 1

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Each service's account of a name with that of the first service."""
        names = _names(pool, joined)
        claimed = {(joined.get(one.sender), one.handle.service, one.handle.name) for one in pool.heard.called}
        for handle, accounts in _by_handle(pool).items():
            first, *others = accounts
            for other in others:
                if joined[first] == joined[other]:
                    continue
                ends = joined[first], joined[other]
                said = (ends[0], service_of(other), handle) in claimed or (
                    ends[1],
                    service_of(first),
                    handle,
                ) in claimed
                against = [_CAUTION, *_doubts(handle, (names[ends[0]], names[ends[1]]), said=said)]
                if _is_handed_on(first, pool) or _is_handed_on(other, pool):
                    against.append(_HANDED_ON)
                score = max(0, SAME_HANDLE + sum(term.score for term in against))
                reasons = (_FOR, _SAID) if said else (_FOR,)
                yield Proposal(first, other, score, None, reasons, tuple(against), merges=len(against) == 1)


def _by_handle(pool: Pool) -> dict[str, tuple[str, ...]]:
    """The accounts of each chosen name, one of each service, of names that two services know."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for account in pool.accounts:
        handle = handle_of(account)
        if handle is not None:
            found[handle].setdefault(service_of(account), account)
    return {handle: tuple(sorted(on.values())) for handle, on in sorted(found.items()) if len(on) > 1}


def _names(pool: Pool, joined: Mapping[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for account, called in pool.names.items():
        if account in joined:
            found[joined[account]].update(called)
    return found


def _doubts(handle: str, names: tuple[set[str], set[str]], *, said: bool) -> Iterator[Term]:
    one, other = ({frozenset(words(name)) for name in called if len(words(name)) >= FULL} for called in names)
    shared = [name for name in one & other if not any(word in handle for word in name if len(word) >= PART)]
    if not shared and not said:
        yield _ALONE
    if sum(sign.isalnum() for sign in handle) < LONG:
        yield _SHORT
    if exclude(*names):
        yield _OTHER


def _is_handed_on(handle: str, pool: Pool) -> bool:
    """Whether records give a chosen name to two accounts of its service that are given out once."""
    behind = {one if two == handle else two for one, two in pool.aliases if handle in {one, two}}
    unique = {one for one in behind if class_of(one) == "unique" and service_of(one) == service_of(handle)}
    return len(unique) > 1


_FOR = Term(
    rule="same-handle",
    score=SAME_HANDLE,
    text="Both services know them under the very name that they chose.",
    text_id="Kedua layanan mengenal mereka dengan nama pengguna yang persis sama.",
)
_SAID = Term(
    rule="said-handle",
    score=0,
    text="One of the two says that the name on the other service is theirs.",
    text_id="Salah satunya menyatakan bahwa nama pengguna pada layanan lain itu miliknya.",
)
_CAUTION = Term(
    rule="chosen-twice",
    score=CHOSEN_TWICE,
    text="Anybody may choose a name that is free on another service.",
    text_id="Siapa pun dapat memilih nama pengguna yang masih bebas pada layanan lain.",
)
_ALONE = Term(
    rule="nothing-else",
    score=NOTHING_ELSE,
    text="Nothing else speaks for it: no full name of both that the chosen name is not made of, and no word of theirs.",
    text_id="Tidak ada hal lain yang mendukung: tidak ada nama lengkap yang sama di luar nama itu, dan tidak ada "
    "pernyataan mereka.",
)
_SHORT = Term(
    rule="short-handle",
    score=SHORT,
    text=f"The name has fewer than {LONG} letters and digits.",
    text_id=f"Nama pengguna itu kurang dari {LONG} huruf dan angka.",
)
_HANDED_ON = Term(
    rule="handed-on",
    score=HANDED_ON,
    text="Records give this name to two accounts of one service: it may have been handed on.",
    text_id="Catatan memberikan nama pengguna ini kepada dua akun dari satu layanan: mungkin sudah berpindah tangan.",
)
_OTHER = Term(
    rule="names-differ",
    score=NAMES_DIFFER,
    text="The two go by full names that share no word.",
    text_id="Nama lengkap keduanya tidak mempunyai kata yang sama.",
)
