# SPDX-License-Identifier: Apache-2.0
"""Links of the rule `pays-for`: a payer on a statement, and the buyer of the deals that they paid.

1. A payer known by name alone is one name on one ledger, whatever statement of it prints the name; and so is a payer
   whose number stands beside it on some lines, if no other number on that ledger goes by the name.
2. A link is proposed where the payer paid in two recorded deals of the buyer, or the two share a word of a name.
3. It joins where nothing speaks against it but the caution: then the payer stands in no other person, paid in two
   recorded deals of this buyer and in none of another, under a name that fits theirs, is no other buyer's and not
   perhaps their husband's, and no payer of another name is as near.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping

from suluh.model.people import Link
from suluh.model.talk import is_named_only
from suluh.model.trade import Term
from suluh.persons.dealt.shop import Paid, Payer, Shop
from suluh.persons.names import fits, words
from suluh.persons.rule import link_id

RULE = "pays-for"

PAYS = 900_000
"""Set by hand, under what one record states: people pay for others. It orders links, and nothing joins by it."""

FOR_OTHERS = -50_000
"""Set by hand, small: it stands against every payer, so that no link has reasons for it alone."""

DEALS = 2
"""In so many deals at least. Set by hand: anybody may pay for somebody once."""

ONE_DEAL = -200_000
"""Set by hand: with this doubt alone a link is still work for an officer."""

OTHER_NAME = -300_000
"""Set by hand: who pays under another name is often somebody else."""

OF_HUSBAND = -300_000
"""Set by hand, as for another name: husbands pay for their wives."""

NAME_SHARED = -200_000
"""Set by hand, as for one deal: the word says less where another buyer of that seller bears it."""

SEVERAL = -500_000
"""Set by hand: who paid for several buyers is perhaps none of them, and of several payers at most one is the buyer."""


def paying(shop: Shop, one: Container[tuple[str, str]] = ()) -> Iterator[Link]:
    """The links in the order of ids; of payers known by an identifier those alone that join.

    `one` holds pairs of buyers who are one by their payer.
    """
    doubts = {
        (key, buyer): list(_doubts(paid, buyer, _is_one(buyers, one), shop))
        for key, buyers in shop.paid.items()
        for buyer, paid in buyers.items()
    }
    _contradict(doubts, shop)
    found = (link for (key, buyer), against in doubts.items() for link in _links(shop.paid[key][buyer], against))
    yield from sorted(found, key=lambda link: link.id)


def _is_one(buyers: Iterable[str], one: Container[tuple[str, str]]) -> tuple[str, ...]:
    """The buyers for whom somebody paid if they are one person; nobody if they are several."""
    known = tuple(sorted(buyers))
    return known if len(known) == 1 or (known[0], known[-1]) in one else ()


def _doubts(one: Paid, buyer: str, together: tuple[str, ...], shop: Shop) -> Iterator[Term]:
    if len(one.deals) < DEALS:
        yield _ONE
    if not shop.fits(one.name, buyer):
        yield _OTHER
    elif set(words(one.name)) & shop.said(buyer) <= shop.others(one, buyer, *together):
        yield _SHARED
    if shop.fits(one.name, buyer) and not shop.is_called(one.name, buyer):
        yield _HUSBANDS
    if not together:
        yield _SEVERAL
    if not all(map(shop.is_alone, one.accounts)):
        yield _ELSEWHERE


def _contradict(doubts: Mapping[tuple[Payer, str], list[Term]], shop: Shop) -> None:
    """Of payers of several names who would join one buyer none does."""
    near: dict[str, list[tuple[Payer, str]]] = defaultdict(list)
    for key, against in doubts.items():
        if not against:
            near[key[1]].append(key)
    for keys in near.values():
        names = [shop.paid[key][buyer].name for key, buyer in keys]
        if not all(fits(one, other) or fits(other, one) for one in names for other in names):
            for key in keys:
                doubts[key].append(_SEVERAL_PAYERS)


def _links(one: Paid, doubts: list[Term]) -> Iterator[Link]:
    """A link of each account under which the payer stands with each account of the buyer; none without any reason."""
    number = len(one.deals)
    if not number or (_ONE in doubts and _OTHER in doubts):
        return
    many = "one deal" if number == 1 else f"{number} deals"
    reason = Term(
        rule=RULE,
        score=PAYS,
        text=f"This payer paid in {many} of this person"
        + ("." if _OTHER in doubts else ", and the two share a word of a name."),
        text_id=f"Pembayar ini membayar dalam {number} rangkaian transaksi orang ini"
        + ("." if _OTHER in doubts else ", dan nama keduanya mempunyai kata yang sama."),
    )
    against = (_CAUTION, *doubts)
    places = tuple(one.places[line] for line in sorted(one.places)[:2])
    for left, right in sorted({tuple(sorted((payer, buyer))) for payer in one.accounts for buyer in one.buyers}):
        if doubts and not (is_named_only(left) or is_named_only(right)):
            continue  # the rule `paid-for` proposes these
        yield Link(
            id=link_id(RULE, left, right),
            left=left,
            right=right,
            rule=RULE,
            judgement="suggested",
            merges=not doubts,
            score=max(0, PAYS + sum(term.score for term in against)),
            reasons_for=(reason,),
            reasons_against=against,
            places=places,
        )


_CAUTION = Term(
    rule="pays-for-others",
    score=FOR_OTHERS,
    text="People pay for others as well.",
    text_id="Orang juga membayar untuk orang lain.",
)
_ONE = Term(
    rule="one-deal",
    score=ONE_DEAL,
    text=f"They paid in fewer than {DEALS} deals with a payment record.",
    text_id=f"Pembayar ini membayar dalam kurang dari {DEALS} rangkaian transaksi yang tercatat.",
)
_OTHER = Term(
    rule="other-name",
    score=OTHER_NAME,
    text="The payer's name is none by which the buyer goes.",
    text_id="Nama pembayar bukan nama yang dipakai pembeli.",
)
_SHARED = Term(
    rule="name-shared",
    score=NAME_SHARED,
    text="Another buyer of the same seller bears the word that the two share.",
    text_id="Pembeli lain dari penjual yang sama memakai kata yang sama dalam namanya.",
)
_HUSBANDS = Term(
    rule="husbands-name",
    score=OF_HUSBAND,
    text="The name may be that of the buyer's husband.",
    text_id="Nama itu mungkin nama suami pembeli.",
)
_SEVERAL = Term(
    rule="several-buyers",
    score=SEVERAL,
    text="The same payer stands in deals of other buyers as well.",
    text_id="Pembayar yang sama juga ada dalam rangkaian transaksi pembeli lain.",
)
_SEVERAL_PAYERS = Term(
    rule="several-payers",
    score=SEVERAL,
    text="A payer of another name is as near to this buyer.",
    text_id="Pembayar dengan nama lain sama dekatnya dengan pembeli ini.",
)
_ELSEWHERE = Term(
    rule="of-another",
    score=SEVERAL,
    text="The account that paid stands with others in a person already.",
    text_id="Akun pembayar sudah digabungkan dengan akun lain sebagai satu orang.",
)
