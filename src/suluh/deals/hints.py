# SPDX-License-Identifier: Apache-2.0
"""What payments suggest about accounts: links that only an officer's word makes count, from the next run on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from suluh.deals.facts.parties import Parties
from suluh.deals.money.matched import Paid
from suluh.deals.talks.episodes import Talk
from suluh.deals.talks.pairs import account_of
from suluh.model.ids import make_id
from suluh.model.people import Link
from suluh.model.talk import is_named_only
from suluh.model.trade import Term

_FROM = 500_000
_EACH = 100_000
_MOST = 900_000

_SPOKEN = {
    "paid-for": ("paid in", "membayar dalam"),
    "paid-to": ("received the payments of", "menerima pembayaran dari"),
}
"""What an account did by each rule, in English and Indonesian."""


def hints(matched: Iterable[tuple[Talk, Paid]], sides: Parties) -> Iterator[Link]:
    """Accounts that paid, or were paid, for one person in deals that are `recorded`, in the order of ids."""
    found: dict[tuple[str, str, str], list[Paid]] = defaultdict(list)
    for talk, paid in matched:
        line = paid.lines[0]
        for side, account, rule in ((talk.seller, line.payee, "paid-to"), (talk.buyer, line.payer, "paid-for")):
            chat = account_of(talk, side, ())
            if chat and account and not is_named_only(account) and sides.side(account) != side:
                left, right = sorted((chat, account))
                found[left, right, rule].append(paid)
    yield from sorted((_link(*key, paid) for key, paid in found.items()), key=lambda link: link.id)


def _link(left: str, right: str, rule: str, paid: list[Paid]) -> Link:
    number = len(paid)
    word, word_id = _SPOKEN[rule]
    deals = "one deal" if number == 1 else f"{number} deals"
    text = f"This account {word} {deals} of this person."
    text_id = f"Akun ini {word_id} {number} rangkaian transaksi orang ini."
    score = min(_MOST, _FROM + _EACH * number)
    return Link(
        id=make_id("link", rule, left, right),
        left=left,
        right=right,
        rule=rule,
        judgement="suggested",
        score=score - 100_000,
        chance=min(one.chance.share for one in paid),
        reasons_for=(Term(rule=rule, score=score, text=text, text_id=text_id),),
        reasons_against=(
            Term(
                rule="pays-for-others",
                score=-100_000,
                text="People pay, and receive, for others as well.",
                text_id="Orang juga membayar, dan menerima pembayaran, untuk orang lain.",
            ),
        ),
        places=tuple(one.lines[0].payment.place for one in paid[:2]),
    )
