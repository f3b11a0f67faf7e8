# SPDX-License-Identifier: Apache-2.0
"""The rule `paid-meanwhile`: a payer of one full name with somebody who wrote to the holder while they paid."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

from suluh.model.talk import is_named_only
from suluh.model.trade import Term
from suluh.persons.names import may_be_a_husbands, words
from suluh.persons.pool import Pool
from suluh.persons.rule import MILLION, Proposal, Rule
from suluh.persons.said.booked import Booked
from suluh.persons.said.talks import DAY

MEANWHILE = 930_000
"""Set by hand, as for who moved on: name and time agree, and nobody says that the two are one."""

NAMESAKES = -30_000
"""Set by hand, small: it stands against every such pair, so that no link has reasons for it alone."""

LIKELY = -300_000
"""Set by hand: with this doubt alone a link is still work for an officer."""

SEVERAL = -500_000
"""Set by hand: of several of one name at most one paid."""

OF_ANOTHER = -500_000
"""Set by hand, as for several."""

OF_HUSBAND = -300_000
"""Set by hand, as for what is likely by accident: husbands pay for their wives."""

MOST_CHANCE = 5_000
"""Millionths: one in 200. Set by hand, as for all that joins: of 1,000 joined pairs 995 at least are to be right."""

NEAR = 60
"""Minutes before and after a payment. Set by hand: who pays says so within the hour."""

FULL = 2
"""A full name has a first and a last word at least."""

SHORTEST = 3
"""Letters of a word that says something of a name. Set by hand: initials are shorter."""

AGAIN = 2
"""On so many days at least where others bear the word too. Set by hand: once may be another one's payment."""

Name = frozenset[str]


@dataclass
class _Side:
    """Somebody who talks with a holder."""

    person: str
    account: str
    minutes: tuple[int, ...]
    names: set[Name]
    """The words of each name that they go by."""

    own: set[Name]
    """Those of them that are not perhaps a husband's."""

    def is_called(self, payer: Name) -> bool:
        """Whether a name that they share words with a payer by is their own."""
        return any(name & payer for name in self.own)


@dataclass
class _Payer:
    """One name on one account of a statement."""

    name: Name
    lines: list[Booked] = field(default_factory=list)
    days: dict[str, int] = field(default_factory=dict)
    """On how many days they paid while each side wrote that may go by the name."""

    def accounts_of(self, side: _Side) -> tuple[str, ...]:
        """The accounts under which they stand there and paid while a side wrote; none where two numbers stand there.

        Another paper of the ledger may show a namesake under another account: it counts by its own lines alone.
        """
        numbered = {line.payer for line in self.lines if not is_named_only(line.payer)}
        found = {line.payer for line in self.lines if _wrote(side.minutes, line)}
        return tuple(sorted(found)) if len(numbered) <= 1 else ()


class PaidMeanwhile(Rule):
    """A payer goes by a name of somebody who wrote to the account's holder in that hour, or on that day.

    It joins where the whole full name is the same, or else a word of it, which nobody else has who talks with that
    holder or paid them, or where of all who have it they alone paid on two days while this side alone wrote; and
    where name and time would agree by accident in one case of 200 at most: by how often the words of the name stand
    among payers, and by how much of the statement's time that side wrote in. Everything less only proposes, and so
    does a name that may be a husband's: `Bu Budi` is not Budi.
    """

    name = "paid-meanwhile"
    turn = 1

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Each payer with each side that goes by their name, where they paid while it wrote."""
        sides, spans = _sides(pool, joined), _spans(pool.heard.lines)
        talking = {joined.get(talk.other) for talk in pool.heard.talks}
        for who, payers in sorted(_payers(pool.heard.lines, _holders(pool, joined)).items()):
            circle = _Circle(payers, {one: side for one, side in sides.get(who, {}).items() if one != who})
            for payer, side, several, by_name in circle.pairs():
                days = payer.days[side.person]
                chance = _chance(_expected(side.minutes, payer.lines, spans), days, by_name or 1.0)
                reason = _reason(days, is_whole=by_name is not None)
                for account in payer.accounts_of(side):
                    doubts = [*_doubts(chance, several, alone=joined[account] not in talking)]
                    doubts += [] if side.is_called(payer.name) else [_HUSBANDS]
                    yield _proposal(account, side.account, chance, reason, tuple(doubts))


class _Circle:
    """Who paid one holder, and who talks with them, by the words of their names."""

    def __init__(self, payers: Sequence[_Payer], sides: Mapping[str, _Side]) -> None:
        self._payers, self._sides = payers, sides
        self._called: dict[str, set[str]] = defaultdict(set)
        """For each word the sides that bear it."""

        self._paid: dict[str, list[_Payer]] = defaultdict(list)
        """For each word the payers who bear it."""

        for person, side in sides.items():
            for word in {word for name in side.names for word in name if len(word) >= SHORTEST}:
                self._called[word].add(person)
        for payer in payers:
            for word in payer.name:
                self._paid[word].append(payer)
        for payer in payers:
            near = {person for word in payer.name for person in self._called.get(word, ())}
            payer.days = {person: _days(payer, sides[person]) for person in sorted(near)}

    def pairs(self) -> Iterator[tuple[_Payer, _Side, int, float | None]]:
        """Each payer with a side that wrote while they paid, of how many, and how rare the whole name is."""
        share = _shares(payer.name for payer in self._payers)
        for payer in self._payers:
            whole = {person for person in payer.days if payer.name in self._sides[person].names}
            by_name = prod(share[word] for word in payer.name) * len(self._payers) if whole else None
            found = whole or self._by_word(payer)
            for person in sorted(one for one in found if payer.days[one]):
                yield payer, self._sides[person], len(found), by_name

    def _by_word(self, payer: _Payer) -> set[str]:
        """The one side that has a word of a payer's name, which nobody else has, or who alone wrote as they paid."""
        others = [other for word in payer.name for other in self._paid[word] if other.name != payer.name]
        rare = payer.name - {word for other in others for word in other.name}
        bearers = {person for word in rare for person in self._called.get(word, ())}
        if len(bearers) != 1:
            wrote = {person for person, days in payer.days.items() if days}
            once = any(payer.days[one] < AGAIN or any(other.days.get(one) for other in others) for one in wrote)
            bearers = wrote if len(wrote) == 1 and not once else set()
        return {one for one in bearers if all(name <= payer.name for name in self._sides[one].names)}


def _proposal(payer: str, side: str, chance: int, reason: Term, doubts: tuple[Term, ...]) -> Proposal:
    against = (_CAUTION, *doubts)
    score = max(0, MEANWHILE + sum(term.score for term in against))
    return Proposal(payer, side, score, chance, (reason,), against, merges=not doubts)


def _days(payer: _Payer, side: _Side) -> int:
    return len({line.start // DAY for line in payer.lines if _wrote(side.minutes, line)})


def _holders(pool: Pool, joined: Mapping[str, str]) -> dict[str, set[str]]:
    """For each account of a statement the persons of holders who have it, or named it to those who pay."""
    own = {joined[account] for talk in pool.heard.talks for account in talk.own if account in joined}
    found: dict[str, set[str]] = defaultdict(set)
    for line in pool.heard.lines:
        if joined.get(line.ledger) in own:
            found[line.ledger].add(joined[line.ledger])
    for naming in pool.namings:
        found[naming.account].add(joined[naming.sender])
    return found


def _sides(pool: Pool, joined: Mapping[str, str]) -> dict[str, dict[str, _Side]]:
    """For each holder the persons who talk with them."""
    names: dict[str, set[Name]] = defaultdict(set)
    own: dict[str, set[Name]] = defaultdict(set)
    for account, called in pool.names.items():
        for one in called if account in joined else ():
            if spoken := frozenset(words(one)):
                names[joined[account]].add(spoken)
                own[joined[account]].update(() if may_be_a_husbands(one) else (spoken,))
    minutes: dict[tuple[str, str], list[int]] = defaultdict(list)
    account_of: dict[tuple[str, str], str] = {}
    for talk in pool.heard.talks:
        for who in {joined[one] for one in talk.own if one in joined} if talk.other in joined else ():
            key = who, joined[talk.other]
            minutes[key] += [one for one in talk.minutes if talk.handed_on is None or one < talk.handed_on]
            account_of[key] = min(talk.other, account_of.get(key, talk.other))
    found: dict[str, dict[str, _Side]] = defaultdict(dict)
    for (who, person), wrote in minutes.items():
        found[who][person] = _Side(person, account_of[who, person], tuple(sorted(wrote)), names[person], own[person])
    return found


def _full(name: str) -> Name | None:
    """The words of a full name; null for any other."""
    found = words(name)
    return frozenset(found) if len(found) >= FULL else None


def _payers(lines: Iterable[Booked], holders: Mapping[str, set[str]]) -> dict[str, list[_Payer]]:
    """For each holder the payers of a full name, each name on each account by itself."""
    found: dict[str, dict[tuple[str, str], _Payer]] = defaultdict(dict)
    for line in lines:
        name = _full(line.name)
        for who in holders.get(line.ledger, ()) if name else ():
            key = line.ledger, " ".join(sorted(name or ()))
            found[who].setdefault(key, _Payer(name or frozenset())).lines.append(line)
    return {who: [payer for _, payer in sorted(payers.items())] for who, payers in found.items()}


def _shares(names: Iterable[Name]) -> dict[str, float]:
    """How often each word is part of a payer's name."""
    known = set(names)
    counts = Counter(word for name in known for word in name)
    return {word: count / len(known) for word, count in counts.items()}


def _spans(lines: Iterable[Booked]) -> dict[str, int]:
    """How many minutes the lines of each account of a statement span, a day at least."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for line in lines:
        first[line.ledger] = min(line.start, first.get(line.ledger, line.start))
        last[line.ledger] = max(line.end, last.get(line.ledger, line.end))
    return {ledger: max(DAY, last[ledger] - first[ledger]) for ledger in first}


def _around(line: Booked) -> tuple[int, int]:
    """The time in which somebody who pays writes: an hour around it, or its day."""
    return (line.start - NEAR, line.end + NEAR) if line.start == line.end else (line.start, line.end)


def _wrote(minutes: tuple[int, ...], line: Booked) -> bool:
    start, end = _around(line)
    at = bisect_left(minutes, start)
    return at < len(minutes) and minutes[at] <= end


def _expected(minutes: tuple[int, ...], lines: list[Booked], spans: Mapping[str, int]) -> float:
    """How many of some lines would lie in the times that a side wrote in, had they been booked at any time."""
    around = ((line, _around(line)) for line in lines)
    return sum(_covered(minutes, end - start) / spans[line.ledger] for line, (start, end) in around)


def _chance(expected: float, days: int, by_name: float) -> int:
    """How often so many would lie there by accident, and the name agree: no less than the tail of Poisson's law."""
    by_time = prod(expected / one for one in range(1, days + 1))
    return round(min(1.0, by_time) * min(1.0, by_name) * MILLION)


def _covered(minutes: tuple[int, ...], width: int) -> int:
    """How many minutes a time of such a width may begin at so that a message lies in it."""
    total, reached = 0, None
    for one in minutes:
        start = one - width if reached is None else max(one - width, reached)
        total += max(0, one - start)
        reached = one
    return total


def _doubts(chance: int, several: int, *, alone: bool) -> Iterator[Term]:
    if chance > MOST_CHANCE:
        yield _LIKELY
    if several > 1:
        yield _SEVERAL
    if not alone:
        yield _ELSEWHERE


def _reason(days: int, *, is_whole: bool) -> Term:
    times = "on one day" if days == 1 else f"on {days} days"
    name, name_id = (
        ("the very full name", "nama lengkap yang sama") if is_whole else ("a word of the name", "kata nama")
    )
    return Term(
        rule="paid-meanwhile",
        score=MEANWHILE,
        text=f"A payer of {name} of this side paid into an account of the holder, {times} while this side wrote.",
        text_id=f"Pembayar dengan {name_id} dari pihak ini membayar ke rekening pemegang, pada {days} hari ketika "
        "pihak ini sedang menulis.",
    )


_CAUTION = Term(
    rule="namesakes",
    score=NAMESAKES,
    text="Two people may bear one name.",
    text_id="Dua orang dapat mempunyai nama yang sama.",
)
_LIKELY = Term(
    rule="often-so",
    score=LIKELY,
    text="Such a name and such a time would agree by accident in more than one case of 200.",
    text_id="Nama dan waktu seperti itu akan sama secara kebetulan pada lebih dari satu di antara 200 kejadian.",
)
_SEVERAL = Term(
    rule="several-bearers",
    score=SEVERAL,
    text="Others who talk with the same holder go by this name.",
    text_id="Ada orang lain yang bercakap dengan pemegang yang sama dan memakai nama ini.",
)
_ELSEWHERE = Term(
    rule="of-another",
    score=OF_ANOTHER,
    text="The account that paid stands with others in a person already.",
    text_id="Akun pembayar sudah digabungkan dengan akun lain sebagai satu orang.",
)
_HUSBANDS = Term(
    rule="husbands-name",
    score=OF_HUSBAND,
    text="The name may be that of this side's husband.",
    text_id="Nama itu mungkin nama suami pihak ini.",
)
