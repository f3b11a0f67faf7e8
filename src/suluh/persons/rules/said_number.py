# SPDX-License-Identifier: Apache-2.0
"""The rule `said-number`: the other side of a talk says which number was, is or will be theirs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from suluh.model.talk import service_of
from suluh.model.trade import Term
from suluh.persons.identifiers import number_of
from suluh.persons.names import exclude
from suluh.persons.pool import Pool
from suluh.persons.rule import Proposal, Rule
from suluh.persons.said.numbers import spellings
from suluh.persons.said.talks import DAY, Said, Talk

SAID = 940_000
"""Set by hand, under one number: people know best which number is theirs, and it orders links alone."""

ANYBODY_SAYS = -40_000
"""Set by hand, small: it stands against every such word, so that no link has reasons for it alone."""

LATE = -300_000
"""Set by hand: with this doubt alone a link is still work for an officer."""

OVERLAP = -500_000
"""Set by hand: half of the way, for one person may keep two phones, and a stranger may give a known number."""

OF_ANOTHER = -500_000
"""Set by hand, as for names that differ: by their own words somebody else writes there."""

CLAIMED_TWICE = -500_000
"""Set by hand, as for two who write at one time: at most one of them is right."""

NAMES_DIFFER = -500_000
"""Set by hand, as for one number."""

OPENING = 5
"""So many messages at most stand before it. Set by hand: who has a new number says so at once."""

SOON = 7
"""Days within which a talk goes on under the number that was said. Set by hand: later it may be anybody's."""


class SaidNumber(Rule):
    """Who writes under one number says that another, of which a device on the case holds a talk too, is theirs.

    It joins where both tell it in order: they say their old number as they begin, and under it nobody wrote any more;
    or they say their new one, and within a week a talk begins under it. Where the old number wrote on, unless as
    somebody else by its own words, where somebody else had one of the two numbers by then or begins under the new one
    by their own words, where a new number was in use for longer than a week, where two claim one number, or where full
    names share no word, it only proposes.
    """

    name = "said-number"

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Each account with the one that it said was theirs."""
        del joined
        talks: dict[str, list[Talk]] = defaultdict(list)
        for talk in pool.heard.talks:
            talks[talk.other].append(talk)
        told = {(one.sender, other): one for one in reversed(pool.heard.said) for other in _meant(one, talks)}
        for (sender, other), said in sorted(told.items()):
            rivals = [one for one, claimed in told if claimed == other and one != sender]
            rivals += [claimed for one, claimed in told if one == sender and claimed != other]
            against = [_CAUTION, *_doubts(said, talks[sender], talks[other])]
            if rivals:
                against.append(_TWICE)
            if exclude(pool.names.get(sender, ()), pool.names.get(other, ())):
                against.append(_OTHER)
            score = max(0, SAID + sum(term.score for term in against))
            yield Proposal(sender, other, score, None, (_REASONS[said.claim.how],), tuple(against), len(against) == 1)


def _meant(said: Said, talks: Mapping[str, list[Talk]]) -> Iterator[str]:
    """The accounts, with a talk on the case, whose number was said: of the writer's service, or of the one named."""
    same = said.claim.how != "here"
    for account in talks:
        number = number_of(account)
        fits = service_of(account) == (service_of(said.sender) if same else "whatsapp")
        if number and fits and account != said.sender and said.claim.digits in spellings(number):
            yield account


def _doubts(said: Said, mine: list[Talk], theirs: list[Talk]) -> Iterator[Term]:
    if _is_of_another(said, mine, theirs):
        yield _ANOTHER
    began = min((one.began for one in theirs), default=said.at)
    if said.claim.how == "old":
        wrote = max((_last(one) for one in theirs), default=said.at)
        if said.turn >= OPENING or began >= min(one.began for one in mine):
            yield _LATE
        if wrote > said.at:
            yield _OVERLAP
        return
    soon = said.at <= min((minute for one in theirs for minute in one.minutes if minute >= said.at), default=-1)
    is_known = said.claim.how == "new" and began < said.at - SOON * DAY
    if not soon or is_known or _next(said.at, theirs) > said.at + SOON * DAY:
        yield _LATE
    if said.claim.how == "new" and max(_last(one) for one in mine) > _next(said.at, theirs) + SOON * DAY:
        yield _OVERLAP


def _is_of_another(said: Said, mine: list[Talk], theirs: list[Talk]) -> bool:
    """Whether one of the two numbers was another's when it was said, or the new one when it was first used after."""
    used = said.at if said.claim.how == "old" else max(said.at, _next(said.at, theirs))
    before = [one.handed_on <= said.at for one in mine if one.handed_on is not None]
    return any(before) or any(one.handed_on is not None and one.handed_on <= used for one in theirs)


def _last(talk: Talk) -> int:
    """The last message of the other side, before the number was another's."""
    own = [one for one in talk.minutes if talk.handed_on is None or one < talk.handed_on]
    return max(own, default=talk.began)


def _next(at: int, talks: list[Talk]) -> int:
    """The first message of some talks from a time on; long before where there is none."""
    return min((minute for one in talks for minute in one.minutes if minute >= at), default=-1)


def _reason(text: str, text_id: str) -> Term:
    return Term(rule="said-number", score=SAID, text=text, text_id=text_id)


_REASONS = {
    "old": _reason(
        "Who writes under the one number says that the other was theirs before.",
        "Yang menulis dengan nomor yang satu menyatakan bahwa nomor yang lain adalah nomor lamanya.",
    ),
    "new": _reason(
        "Who writes under the one number says that the other is theirs from now on.",
        "Yang menulis dengan nomor yang satu menyatakan bahwa nomor yang lain adalah nomor barunya.",
    ),
    "here": _reason(
        "Who writes under the one account gives the number of the other as their own.",
        "Yang menulis dengan akun yang satu menyebut nomor akun yang lain sebagai miliknya.",
    ),
}
_CAUTION = Term(
    rule="anybody-says",
    score=ANYBODY_SAYS,
    text="Anybody can say that a number is theirs.",
    text_id="Siapa pun dapat menyatakan bahwa suatu nomor adalah miliknya.",
)
_LATE = Term(
    rule="not-at-once",
    score=LATE,
    text="It was not said where one talk ended and the other began.",
    text_id="Hal itu tidak dikatakan ketika percakapan yang satu berakhir dan yang lain dimulai.",
)
_OVERLAP = Term(
    rule="wrote-on",
    score=OVERLAP,
    text="Under the number that was given up somebody wrote on.",
    text_id="Dengan nomor yang sudah ditinggalkan itu masih ada yang menulis.",
)
_ANOTHER = Term(
    rule="of-another",
    score=OF_ANOTHER,
    text="Who writes under one of the two numbers says that they are somebody else.",
    text_id="Yang menulis dengan salah satu dari kedua nomor itu menyatakan bahwa dirinya orang lain.",
)
_TWICE = Term(
    rule="claimed-twice",
    score=CLAIMED_TWICE,
    text="Two claim one number, or one claims two.",
    text_id="Dua akun mengaku memiliki satu nomor, atau satu akun mengaku memiliki dua nomor.",
)
_OTHER = Term(
    rule="names-differ",
    score=NAMES_DIFFER,
    text="The two go by full names that share no word.",
    text_id="Nama lengkap keduanya tidak mempunyai kata yang sama.",
)
