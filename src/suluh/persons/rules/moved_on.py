# SPDX-License-Identifier: Apache-2.0
"""The rule `moved-on`: somebody was told a number on one service, and a new talk began there at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from suluh.model.trade import Term
from suluh.persons.names import exclude
from suluh.persons.pool import Pool
from suluh.persons.rule import MILLION, Proposal, Rule
from suluh.persons.said.talks import DAY, Talk

MOVED = 930_000
"""Set by hand, under a number that was said: that two things happened one after the other is no word of anybody."""

BY_ACCIDENT = -30_000
"""Set by hand, small: it stands against every such pair, so that no link has reasons for it alone."""

LIKELY = -300_000
"""Set by hand: with this doubt alone a link is still work for an officer."""

SEVERAL = -500_000
"""Set by hand: of several who were told, or who came, at most one is right."""

NAMES_DIFFER = -500_000
"""Set by hand, as for one number."""

MOST_CHANCE = 5_000
"""Millionths: one in 200. Set by hand, as for all that joins: of 1,000 joined pairs 995 at least are to be right."""


class MovedOn(Rule):
    """The holder of a device gave their number on another service, and a talk that was new began there within a day.

    It joins where exactly one talk began so, exactly one side had been told and no group, and so soon that a new talk
    would begin by accident in one case of 200 at most, by how often new talks begin there. Everything less only
    proposes.
    """

    name = "moved-on"

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Each side that was told a number with each whose talk began under it within a day."""
        del joined
        told = {(talk.other, account): at for talk, account, at in _told(pool)}
        talks = {talk.conversation for talk in pool.heard.talks}
        openly = [(one.account, one.at) for one in pool.heard.sent if one.conversation not in talks]
        new = defaultdict(list)
        for talk in _new(pool.heard.talks):
            for account in talk.own:
                new[account].append(talk)
        pairs = [
            (other, talk.other, at, talk.began, account)
            for (other, account), at in sorted(told.items())
            for talk in new[account]
            if at <= talk.began <= at + DAY and talk.other != other
        ]
        for other, came, at, began, account in pairs:
            rivals = sum(other == one[0] or came == one[1] for one in pairs)
            rivals += sum(began - DAY <= when <= began for (one, to), when in told.items() if to == account) - 1
            rivals += sum(began - DAY <= when <= began for to, when in openly if to == account)
            chance = _chance(began - at, new[account])
            against = [_CAUTION, *_doubts(chance, rivals)]
            if exclude(pool.names.get(other, ()), pool.names.get(came, ())):
                against.append(_OTHER)
            score = max(0, MOVED + sum(term.score for term in against))
            yield Proposal(other, came, score, chance, (_FOR,), tuple(against), merges=len(against) == 1)


def _told(pool: Pool) -> Iterator[tuple[Talk, str, int]]:
    """Each talk in which a holder named an own number on another service, that number's account and when it was."""
    by_talk = defaultdict(list)
    for talk in pool.heard.talks:
        by_talk[talk.conversation].append(talk)
    for sent in reversed(pool.heard.sent):
        yield from ((talk, sent.account, sent.at) for talk in by_talk[sent.conversation] if sent.account != talk.other)


def _new(talks: Iterable[Talk]) -> Iterator[Talk]:
    """The talks that the other side began, each with the first talk of that side alone."""
    first: dict[str, Talk] = {}
    for talk in talks:
        if talk.other not in first or talk.began < first[talk.other].began:
            first[talk.other] = talk
    yield from (talk for _, talk in sorted(first.items()) if talk.minutes and talk.minutes[0] == talk.began)


def _chance(delay: int, talks: list[Talk]) -> int:
    """How often a talk would begin by accident within such a time, by how many begin in all."""
    begins = sorted(talk.began for talk in talks)
    return min(MILLION, len(begins) * max(1, delay) * MILLION // max(DAY, begins[-1] - begins[0]))


def _doubts(chance: int, rivals: int) -> Iterator[Term]:
    if chance > MOST_CHANCE:
        yield _LIKELY
    if rivals > 1:
        yield _SEVERAL


_FOR = Term(
    rule="moved-on",
    score=MOVED,
    text="The holder of the device gave their own number to the one side, and there the other side began to write "
    "within a day.",
    text_id="Pemegang perangkat memberikan nomornya kepada pihak yang satu, dan dalam sehari pihak yang lain mulai "
    "menulis ke nomor itu.",
)
_CAUTION = Term(
    rule="by-accident",
    score=BY_ACCIDENT,
    text="Somebody else may have begun to write at that time.",
    text_id="Mungkin orang lain yang mulai menulis pada waktu itu.",
)
_LIKELY = Term(
    rule="often-new",
    score=LIKELY,
    text="New talks begin there so often that one of 200 such times or more would hold one by accident.",
    text_id="Percakapan baru dimulai di sana begitu sering sehingga satu dari 200 waktu seperti itu atau lebih "
    "memuatnya secara kebetulan.",
)
_SEVERAL = Term(
    rule="several-moved",
    score=SEVERAL,
    text="Several or a group were told the number, or several began to write, within that day.",
    text_id="Dalam sehari itu beberapa orang atau suatu grup diberi nomor tersebut, atau beberapa orang mulai menulis "
    "ke sana.",
)
_OTHER = Term(
    rule="names-differ",
    score=NAMES_DIFFER,
    text="The two go by full names that share no word.",
    text_id="Nama lengkap keduanya tidak mempunyai kata yang sama.",
)
