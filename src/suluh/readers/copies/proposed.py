# SPDX-License-Identifier: Apache-2.0
"""Conversations that may be one though too little shows it: what speaks for it and against, for an officer to decide.

1. Of two talks of two both sides say something that is the same to the letter in the same minutes; of one exhibit each
   side twice. Of two groups two such messages are enough where nearly all that the smaller one holds is in both.
2. Of what each side wrote in their common time two thirds are in both, or half where three rare messages agree, of both
   sides; of groups two thirds of what the one with less holds.
3. On two exhibits one may hold what one side wrote alone: five rare messages of it at three times, and nearly all
   of it, are in both.
4. What can never be one (`bounds.two`), and files that both know and that differ, are never proposed.
5. Scores are set by hand: they order what waits, and join nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from suluh.model.ids import make_id
from suluh.model.people import ONE_CONVERSATION, Link
from suluh.model.place import Place
from suluh.model.talk import is_named_only
from suluh.model.trade import Term
from suluh.readers.copies.bounds.dictated import dictated
from suluh.readers.copies.bounds.whose import Doubt
from suluh.readers.copies.bounds.why import DOUBTS
from suluh.readers.copies.lines.align import JITTER, OWN, Laid, Said, Two, in_common
from suluh.readers.copies.lines.marks import MOST, contents, telling
from suluh.readers.copies.lines.offset import SURE, Pair, Tie
from suluh.readers.copies.shown import LEAST_EQUAL, LOST, Kind, differ, times
from suluh.readers.copies.talks import SIDES

FEWEST = 2
"""So many equal messages at least."""

NAMED = 10
"""Equal messages of each copy that a reason names."""

MILLION = 1_000_000


class Seen(NamedTuple):
    """Two conversations side by side."""

    tie: Tie
    kind: Kind
    first: Sequence[Said]
    second: Sequence[Said]
    laid: Laid
    exhibits: tuple[str, str]
    shown: tuple[AbstractSet[str], AbstractSet[str]]
    """The accounts that each shows by number or id."""

    listed: AbstractSet[str]
    """Accounts that stand in the address book of the one's exhibit under the name by which it calls a side."""

    is_sure: bool
    """Whether surer copies tell that the clocks are so far apart."""

    doubt: Doubt | None = None
    """Why the two may have other sides though their words agree."""


FEWEST_OF_ONE = 5
"""So many rare messages where one side alone is there. Set by hand: a price and an account are sent to many."""


def may_be(seen: Seen, rare: AbstractSet[bytes]) -> bool:
    """Whether two conversations are worth an officer's look."""
    laid = seen.laid
    if len(laid.equal) < FEWEST or differ(seen.first, seen.second):
        return False
    held = [Counter(one.author for one in side if one.author != OWN) for side in in_common(seen.first, seen.second)]
    in_both = Counter(one.author for one, _ in (*laid.equal, *laid.changed) if one.author != OWN)
    same = _by_side(seen)
    if not seen.kind.is_direct:
        return same.total() >= FEWEST and in_both.total() >= MOST * min(map(Counter.total, held))
    told = [one for one, _ in laid.equal if telling(one.message) in rare]
    if (lone := lone_side(seen)) is not None:
        is_enough = len(told) >= FEWEST_OF_ONE and times(told) >= LEAST_EQUAL
        return is_enough and in_both[lone] >= SURE * max(side[lone] for side in held)
    if len(same) != SIDES or same.keys() != (held[0] | held[1]).keys():
        return False
    is_rare = len(told) >= LEAST_EQUAL and len({one.author for one in told}) == SIDES
    part = LOST if is_rare else MOST
    least = FEWEST if len(set(seen.exhibits)) == 1 else 1
    return all(same[side] >= least and in_both[side] >= part * most for side, most in (held[0] | held[1]).items())


def lone_side(seen: Seen) -> str | None:
    """Who alone wrote in one of two talks of two exhibits of which the other holds both sides; null where nobody."""
    first, second = sorted(({one.author for one in side} - {OWN} for side in (seen.first, seen.second)), key=len)
    is_lone = seen.kind.is_direct and len(first) == 1 and len(second) == SIDES and first < second
    return next(iter(first)) if is_lone and len(set(seen.exhibits)) > 1 else None


def _by_side(seen: Seen) -> Counter[str]:
    """How many messages of words each author wrote that are the same in both."""
    return Counter(one.author for one, _ in seen.laid.equal if one.message.text and one.author != OWN)


def proposal(seen: Seen, rare: AbstractSet[bytes], places: Sequence[Place], beside: Sequence[Term]) -> Link:
    """The link that says why the two may be one, and why not; `beside` is what other conversations say against it."""
    told = tuple(_for(seen, rare)), (*_against(seen, rare), *beside)
    score = sum(term.score for side in told for term in side)
    return link(seen.tie.pair, places, told, score=max(0, min(score, MILLION)))


def link(
    pair: Pair,
    places: Sequence[Place],
    told: tuple[tuple[Term, ...], tuple[Term, ...]] = ((), ()),
    *,
    score: int | None = None,
    merges: bool = False,
) -> Link:
    """A link between two conversations."""
    return Link(
        id=link_id(pair),
        left=pair[0],
        right=pair[1],
        rule=ONE_CONVERSATION,
        judgement="suggested",
        merges=merges,
        score=score,
        reasons_for=told[0],
        reasons_against=told[1],
        places=tuple(places),
    )


def link_id(pair: Pair) -> str:
    """The id of the link between two conversations."""
    return make_id("link", ONE_CONVERSATION, *sorted(pair))


class Agreed(NamedTuple):
    """What is the same to the letter in two copies, words and files that both know alike."""

    messages: int
    authors: int
    rare: int
    is_apart: bool
    """Whether some of it is a minute apart, for seconds that were cut off."""

    def said(self, shift: int) -> tuple[str, str]:
        """The same as a sentence in English and in Indonesian."""
        clock, clock_id = _clocks(shift)
        when, when_id = _NEAR_MINUTE if self.is_apart else _SAME_MINUTE
        return (
            (
                f"{self.messages} messages of {self.authors} authors are the same to the letter in both, {when}, "
                f"{clock}; {self.rare} of them are rare in this case."
            ),
            (
                f"{self.messages} pesan dari {self.authors} penulis sama persis dalam keduanya, {when_id}, {clock_id}; "
                f"{self.rare} di antaranya jarang dalam perkara ini."
            ),
        )


_SAME_MINUTE = "in the same minute", "pada menit yang sama"
_NEAR_MINUTE = "in the same minute or one apart", "pada menit yang sama atau berselisih satu"


def agreed(equal: Iterable[Two], rare: AbstractSet[bytes]) -> Agreed:
    """What agrees, of what was found to be equal."""
    same = [pair for pair in equal if is_told(pair[0])]
    authors = {one.author for one, _ in same}
    few = sum(telling(one.message) in rare for one, _ in same)
    return Agreed(len(same), len(authors), few, any(one.minute != other.minute for one, other in same))


def is_told(one: Said) -> bool:
    """Whether somebody wrote it, and it holds words or a file that is known."""
    return one.author != OWN and bool(one.message.text or contents(one.message))


class Why(NamedTuple):
    """How the program found two conversations to be one."""

    rule: str
    equal: Agreed | None = None
    """What agrees, as it is counted of two copies that were laid side by side."""

    shifts: tuple[int, ...] = ()
    """By how much the second clock was ahead in each piece, where one of the two was moved in between."""


def joined(tie: Tie, why: Why, places: Sequence[Place], against: tuple[Term, ...], *, merges: bool) -> Link:
    """The link of two that the program found to be one, with what contradicts it."""
    lines, clocks = why.equal.said(tie.shift) if why.equal else ("", ""), _clocks(tie.shift)
    text, text_id = (
        one.format(agree=tie.agree, clock=clock, lines=line)
        for one, clock, line in zip(_FOUND[why.rule], clocks, lines, strict=True)
    )
    found = Term(rule=why.rule, score=_JOINS, text=text, text_id=text_id)
    told = (found, *((_moved(why.shifts),) if why.shifts else ()))
    score = max(0, _JOINS + sum(one.score for one in against))
    return link(tie.pair, places, (told, against), score=score, merges=merges)


_JOINS = 950_000

_FOUND: Mapping[str, tuple[str, str]] = {
    "equal-words": (
        "Both sides, or several members, said the same: {lines}",
        "Kedua pihak, atau beberapa anggota, mengatakan hal yang sama: {lines}",
    ),
    "equal-turns": (
        "Both sides said the same after the same waits, turn by turn: {lines}",
        "Kedua pihak mengatakan hal yang sama setelah jeda yang sama, giliran demi giliran: {lines}",
    ),
    "by-times": (
        (
            "Groups of one title, in which the same members wrote the same {agree} messages in the same minutes or the "
            "next, {clock}."
        ),
        (
            "Grup berjudul sama, tempat anggota yang sama menulis {agree} pesan yang sama pada menit yang sama atau "
            "berikutnya, {clock}."
        ),
    ),
    "goes-on": (
        (
            "A group of one title, which goes on in one copy where the other ends; more than half of the accounts of "
            "the one with fewer are in both."
        ),
        (
            "Grup berjudul sama, yang berlanjut dalam salinan yang satu setelah yang lain berakhir; lebih dari "
            "setengah akun pada salinan dengan akun lebih sedikit ada dalam keduanya."
        ),
    ),
}
"""How the program found two conversations to be one."""


def _moved(shifts: Sequence[int]) -> Term:
    sizes = ", ".join(f"{shift:+}" for shift in shifts)
    return Term(
        rule="clock-moved",
        score=0,
        text=f"One of the two clocks was moved in between ({sizes} minutes): each piece alone shows that they are one.",
        text_id=f"Salah satu jam diubah di tengahnya ({sizes} menit): tiap bagian sendiri menunjukkan keduanya satu.",
    )


def _clocks(shift: int) -> tuple[str, str]:
    size = abs(shift)
    if size <= JITTER:
        return "on one clock", "pada jam yang sama"
    return f"with clocks {size} minutes apart", f"dengan selisih jam {size} menit"


def _for(seen: Seen, rare: AbstractSet[bytes]) -> Iterator[Term]:
    equal = agreed(seen.laid.equal, rare)
    same = [pair for pair in seen.laid.equal if is_told(pair[0])]
    named = sorted(same, key=lambda pair: telling(pair[0].message) not in rare)[:NAMED]
    text, text_id = equal.said(seen.tie.shift)
    yield Term(
        rule="equal-lines",
        score=min(400_000, 100_000 * equal.rare + 25_000 * equal.messages),
        text=text,
        text_id=text_id,
        rests=tuple(dict.fromkeys(one.message.id for pair in named for one in pair)),
    )
    both = seen.shown[0] & seen.shown[1]
    if both:
        yield Term(
            rule="same-accounts",
            score=min(300_000, 100_000 * len(both)),
            text=f"{len(both)} accounts stand in both by their number or id.",
            text_id=f"{len(both)} akun tercatat dalam keduanya dengan nomor atau id-nya.",
        )
    if seen.listed:
        yield Term(
            rule="listed-name",
            score=200_000,
            text="An address book has, under the name that the one gives to somebody in it, the account that the other "
            "shows for the same.",
            text_id="Buku alamat mencantumkan, dengan nama yang dipakai percakapan yang satu untuk salah satu orang di "
            "dalamnya, akun yang ditunjukkan percakapan yang lain untuk orang yang sama.",
        )
    if seen.kind.is_titled:
        yield Term(
            rule="one-title",
            score=50_000,
            text="Both are groups of one title.",
            text_id="Keduanya grup dengan judul yang sama.",
        )


def _dictated(seen: Seen) -> Iterator[Term]:
    """That what a side said had been put into its mouth."""
    answers = dictated(seen.first) | dictated(seen.second)
    for author in sorted({one.author for one, _ in seen.laid.equal} - {OWN}):
        same = [two for two in seen.laid.equal if two[0].author == author and two[0].message.text]
        given = sum(any(one.message.id in answers for one in two) for two in same)
        if 2 * given > len(same):
            yield Term(
                rule="dictated",
                score=-150_000,
                text=f"{given} of the {len(same)} equal texts of one side say only words that the other side had just "
                "said: whoever is asked the same answers the same.",
                text_id=f"{given} dari {len(same)} teks yang sama dari satu pihak hanya memuat kata yang baru saja "
                "dikatakan pihak lain: orang yang ditanyai hal yang sama menjawab sama.",
            )


def _against(seen: Seen, rare: AbstractSet[bytes]) -> Iterator[Term]:
    within = in_common(seen.first, seen.second)
    held = [sum(one.author != OWN for one in side) for side in within]
    in_both = sum(one.author != OWN for one, _ in (*seen.laid.equal, *seen.laid.changed))
    alone, whole = sum(held) - 2 * in_both, sum(held) - in_both
    if alone > 0:
        yield Term(
            rule="in-one-alone",
            score=-200_000 * alone // whole,
            text=f"{alone} of {whole} messages of their common time stand in one of the two alone.",
            text_id=f"{alone} dari {whole} pesan pada waktu bersama hanya ada di salah satunya.",
        )
    yield from _few(seen, rare)
    yield from _dictated(seen)
    if seen.doubt:
        yield DOUBTS[seen.doubt]
    if abs(seen.tie.shift) > JITTER and not seen.is_sure:
        yield Term(
            rule="other-clock",
            score=-100_000,
            text=f"The clocks would be {abs(seen.tie.shift)} minutes apart, and no surer copy of the two says so.",
            text_id=f"Selisih jamnya menjadi {abs(seen.tie.shift)} menit, dan tidak ada salinan lain yang lebih pasti "
            "dari barang bukti ini yang menunjukkannya.",
        )
    if len(set(seen.exhibits)) == 1:
        yield Term(
            rule="one-exhibit",
            score=-100_000,
            text="Both lie on one exhibit: its holder may have told two people the same.",
            text_id="Keduanya ada pada satu barang bukti: pemegangnya mungkin menulis hal yang sama kepada dua orang.",
        )
    if all(one.author == OWN or is_named_only(one.author) for one, _ in seen.laid.equal):
        yield Term(
            rule="names-alone",
            score=-50_000,
            text="No side is known by a number or an id: names alone.",
            text_id="Tidak ada pihak yang diketahui nomor atau id-nya: hanya nama.",
        )


def _few(seen: Seen, rare: AbstractSet[bytes]) -> Iterator[Term]:
    """That little was said that is rare, or one side alone is there."""
    told = Counter(one.author for one, _ in seen.laid.equal if telling(one.message) in rare)
    if sum(count >= LEAST_EQUAL for count in told.values()) < SIDES:
        yield Term(
            rule="few-lines",
            score=-100_000,
            text="Fewer than three rare messages of a side agree: whoever tells many the same and is answered alike "
            "leaves such talks too.",
            text_id="Kurang dari tiga pesan jarang dari salah satu pihak yang sama: pengirim pesan massal yang dijawab "
            "serupa juga meninggalkan percakapan seperti ini.",
        )
    if lone_side(seen) is not None:
        yield Term(
            rule="one-side",
            score=-150_000,
            text="One of the two holds what one side wrote alone: whoever writes the same to several people leaves "
            "such talks too.",
            text_id="Salah satunya hanya memuat pesan satu pihak: pengirim pesan yang sama kepada beberapa orang juga "
            "meninggalkan percakapan seperti ini.",
        )
