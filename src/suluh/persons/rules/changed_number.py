# SPDX-License-Identifier: Apache-2.0
"""The rule `changed-number`: the app itself says that somebody on this phone goes on under another number."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from suluh.model.talk import service_of
from suluh.model.trade import Term
from suluh.persons.identifiers import bound_name
from suluh.persons.names import as_listed, exclude, words
from suluh.persons.pool import Pool
from suluh.persons.rule import Proposal, Rule
from suluh.persons.said.changes import is_number
from suluh.persons.said.talks import Changed, Talk

CHANGED = 970_000
"""Set by hand, next to an address book: the service itself tells that one went on as the other."""

BY_NAME = -20_000
"""Set by hand, small: it stands against every such line, which tells people as the phone lists them."""

WROTE_ON = -500_000
"""Set by hand, as for a number that was said: who still writes under it did not give it up."""

OF_ANOTHER = -500_000
"""Set by hand, as for names that differ: by their own words somebody else writes there."""

NAMES_DIFFER = -500_000
"""Set by hand, as for one number."""

ONE_WORD = -300_000
"""Set by hand, as for an own name: people list several under one first name."""

FULL = 2
"""Words of a name. Set by hand: people list several under one first name."""


class ChangedNumber(Rule):
    """The app says on a phone that somebody has another number.

    It joins the side of the one talk under the name or number it tells with that of the talk in which it tells so, or
    with the number that it gives, where the old one began before and nobody wrote under it afterwards, unless as
    somebody else by their own words. Where two sides go by the name, or the address book lists it with two numbers, it
    gives nothing; where the name is a single word that the new side does not bear, somebody else writes under one of
    the two, or full names share no word, it only proposes.
    """

    name = "changed-number"
    turn = 1

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Each old account with the new one, once for each line."""
        talks: dict[str, list[Talk]] = defaultdict(list)
        sides: dict[str, list[str]] = defaultdict(list)
        for talk in pool.heard.talks:
            talks[talk.other].append(talk)
            sides[talk.conversation].append(talk.other)
        for line in pool.heard.changed:
            new = _new(line, pool, sides, joined)
            old = _old(line, pool, talks, joined, new) if new is not None else None
            if new is not None and old is not None:
                against = (_CAUTION, *_doubts(line, old, new, talks, pool))
                score = max(0, CHANGED + sum(term.score for term in against))
                yield Proposal(old, new, score, None, (_FOR,), against, merges=len(against) == 1)


def _new(line: Changed, pool: Pool, sides: Mapping[str, list[str]], joined: Mapping[str, str]) -> str | None:
    """The account of the new number: as the line gives it, else the other side of the talk it stands in."""
    if line.change.new is not None:
        return _called(line.change.new, line, pool, pool.accounts, joined)
    others = sides.get(line.conversation, []) if line.is_direct else []
    return min(others) if len({joined.get(one, one) for one in others}) == 1 else None


def _old(line: Changed, pool: Pool, talks: Mapping[str, list[Talk]], joined: Mapping[str, str], new: str) -> str | None:
    """The account of the old number, of which the case holds a talk that began before; null for the new one itself."""
    found = _called(line.change.who, line, pool, sorted(talks), joined)
    if found is None or joined.get(found) == joined.get(new):
        return None
    # An account that only a group or a booked line names has no talk of its own.
    return found if any(talk.began < line.at for talk in talks.get(found, ())) else None


def _called(
    told: str, line: Changed, pool: Pool, among: list[str] | tuple[str, ...], joined: Mapping[str, str]
) -> str | None:
    """The one account that goes by a number, or by a name on the phone of the line; null where several do."""
    service = service_of(line.conversation)
    if is_number(told):
        account = f"{service}:{told}"
        return account if account in joined else None
    if len(pool.listed.get((line.exhibit, told), ())) > 1:
        return None
    found = [one for one in among if service_of(one) == service and told in _names_on(line.exhibit, one, pool)]
    return min(found) if len({joined.get(one, one) for one in found}) == 1 else None


def _names_on(exhibit: str, account: str, pool: Pool) -> set[str]:
    """The names by which an account goes on one exhibit, as its address book lists people."""
    bound = bound_name(account)
    if bound is not None:
        return {as_listed(bound[1])} if bound[0] == exhibit else set()
    return {as_listed(name) for name in pool.names_on.get((exhibit, account), ())}


def _doubts(line: Changed, old: str, new: str, talks: Mapping[str, list[Talk]], pool: Pool) -> Iterator[Term]:
    before, after = talks.get(old, []), talks.get(new, [])
    if any(minute > line.at for talk in before for minute in talk.minutes if _is_theirs(minute, talk)):
        yield _WROTE
    if any(talk.handed_on is not None and talk.handed_on <= line.at for talk in (*before, *after)):
        yield _ANOTHER
    name = () if is_number(line.change.who) else words(line.change.who)
    called = {word for one in _names_on(line.exhibit, new, pool) for word in words(one)}
    if not is_number(line.change.who) and len(name) < FULL and not set(name) & called:
        yield _SHORT
    if exclude(pool.names.get(old, ()), pool.names.get(new, ())):
        yield _OTHER


def _is_theirs(minute: int, talk: Talk) -> bool:
    """Whether a message was written before the number was another's."""
    return talk.handed_on is None or minute < talk.handed_on


_FOR = Term(
    rule="changed-number",
    score=CHANGED,
    text="The app itself says on this phone that the one went on under the number of the other.",
    text_id="Aplikasi itu sendiri menyatakan pada telepon ini bahwa yang satu berganti ke nomor yang lain.",
)
_CAUTION = Term(
    rule="by-listed-name",
    score=BY_NAME,
    text="The app tells people as the phone lists them, and an export of text can be changed.",
    text_id="Aplikasi menyebut orang menurut buku alamat telepon, dan ekspor teks dapat diubah.",
)
_WROTE = Term(
    rule="wrote-on",
    score=WROTE_ON,
    text="Under the number that was given up somebody wrote on.",
    text_id="Dengan nomor yang sudah ditinggalkan itu masih ada yang menulis.",
)
_ANOTHER = Term(
    rule="of-another",
    score=OF_ANOTHER,
    text="Who writes under one of the two numbers says that they are somebody else.",
    text_id="Yang menulis dengan salah satu dari kedua nomor itu menyatakan bahwa dirinya orang lain.",
)
_SHORT = Term(
    rule="one-word",
    score=ONE_WORD,
    text="The name is a single word, which the new side does not bear.",
    text_id="Nama itu hanya satu kata, dan tidak dipakai oleh pihak yang baru.",
)
_OTHER = Term(
    rule="names-differ",
    score=NAMES_DIFFER,
    text="The two go by full names that share no word.",
    text_id="Nama lengkap keduanya tidak mempunyai kata yang sama.",
)
