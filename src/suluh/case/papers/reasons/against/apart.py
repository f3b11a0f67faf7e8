# SPDX-License-Identifier: Apache-2.0
"""What ties who paid to the buyer, and who received to the seller, less than it seems: accounts and names.

1. An account of a booked line that no decision counts to its party speaks against the deal.
2. A name that payer and buyer share is said by its words, with the name that has them, who wrote or saved that, and how
   many others who paid the seller bear them. Of a child nothing of it is said.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from suluh.case.papers.material import Material
from suluh.case.papers.reasons.numbered import Numbered
from suluh.deals.facts.parties import name_words
from suluh.model.talk import Contact
from suluh.model.trade import Deal, Payment
from suluh.referral.papers.values import Both


class _End(NamedTuple):
    """One end of a booked line, in words."""

    account: Both
    party: Both
    open: Both


_PAYER = _End(
    Both("The payer's account", "Akun pembayar"),
    Both("the buyer", "pembeli"),
    Both(
        "Whose it is, and for whom was paid, is not known.",
        "Milik siapa akun itu, dan untuk siapa dibayar, belum diketahui.",
    ),
)
_PAYEE = _End(
    Both("The receiving account", "Akun penerima"),
    Both("the seller", "penjual"),
    Both("Whose it is is not known.", "Milik siapa akun itu belum diketahui."),
)
_UNDER_ONE_CODE = Both(
    "; it stands under the same code because all that may be a child's does, by a link that nobody decided",
    "; akun itu tercantum di bawah kode yang sama karena semua yang mungkin milik seorang anak tercantum di bawah "
    "satu kode, menurut kaitan yang belum diputuskan",
)


def of_sides(material: Material, deal: Deal, numbered: Numbered) -> Iterator[Both]:
    """A sentence for each account of the lines that paid a deal that is none of its party's, as officers decided."""
    found: dict[tuple[_End, str, str], list[str]] = {}
    for shown in material.paid_and_back(deal)[0]:
        line = shown.record
        for end, account, party in ((_PAYER, line.payer, deal.buyer), (_PAYEE, line.beneficiary, deal.seller)):
            if account and party and not material.parties.is_decided(account, party):
                found.setdefault((end, account, party), []).append(line.id)
    for (end, account, party), lines in found.items():
        yield _told(material, end, account, party, numbered.within(lines))


def _told(material: Material, end: _End, account: str, party: str, at: Both) -> Both:
    parties, who = material.parties, material.parties.person(account)
    code = who if parties.is_child(account) else f"{parties.account(account)} ({who})"
    near, near_id = _near(material, account, party)
    return Both(
        f"{end.account.english} {code} is counted to {end.party.english} by no decision{near}. "
        f"{end.open.english}{at.english}",
        f"{end.account.indonesian} {code} tidak digabungkan dengan {end.party.indonesian} oleh keputusan mana "
        f"pun{near_id}. {end.open.indonesian}{at.indonesian}",
    )


def _near(material: Material, account: str, party: str) -> tuple[str, str]:
    """That nothing but a suggestion brings an account near its party, or under the code of a child."""
    parties = material.parties
    if account in parties.group(party):
        return _UNDER_ONE_CODE.english, _UNDER_ONE_CODE.indonesian
    if not parties.is_child(account) and account in parties.suggested(parties.group(party)):
        return "; a link that nobody decided suggests it", "; baru disarankan oleh kaitan yang belum diputuskan"
    return "", ""


def of_names(material: Material, deal: Deal, numbered: Numbered | None = None) -> Iterator[Both]:
    """A sentence for each name of a payer that has words of a name of the buyer, where a reason rests on that."""
    rules, parties = {one.rule for one in deal.reasons_for}, material.parties
    if "same-name" not in rules or deal.buyer is None or parties.is_child(deal.buyer):
        return
    said: dict[str, None] = {}
    for shown in material.paid_and_back(deal)[0]:
        line, name = shown.record, _payer_name(material, shown.record)
        agreeing = _agreeing(material, parties.group(deal.buyer) - {line.payer}, name)
        if agreeing and name not in said:
            said[name] = None
            at = numbered.within((line.id,)) if numbered else Both("", "")
            yield _by_words(material, deal, line, agreeing, at)


def _payer_name(material: Material, line: Payment) -> str:
    """Whose name stands as that of who paid: on an own statement its holder's."""
    statement = material.statements.get(line.statement)
    holder = statement.holder if statement and not line.incoming else None
    return line.payer_name or holder or ""


def _agreeing(material: Material, accounts: Iterable[str], name: str) -> dict[str, tuple[frozenset[str], Both]]:
    """The names of some accounts that have words of another name, each with these words and who wrote it."""
    words, found = frozenset(name_words(name)), dict[str, tuple[frozenset[str], Both]]()
    for account in sorted(accounts):
        for called, who in _called(material, account).items():
            if shared := words.intersection(name_words(called)):
                found.setdefault(called, (shared, who))
    return found


def _called(material: Material, account: str) -> dict[str, Both]:
    """The names that records give an account, each with who saved or wrote it."""
    own, saved, written = material.owning.get(account, frozenset()), dict[str, set[str]](), dict[str, set[str]]()
    for contact in material.case.nouns(Contact, {"account": account}):
        saved.setdefault(contact.name, set()).add(contact.place.exhibit)
    for one in material.accounts:
        for name in one.names if one.account == account else ():
            written.setdefault(name, set()).add(one.place.exhibit)
    for talk in material.conversations:
        if talk.kind == "direct" and talk.title and account in talk.members and talk.place.exhibit not in own:
            written.setdefault(talk.title, set()).add(talk.place.exhibit)
    return {name: _who(saved.get(name, set()), written.get(name, set()), own) for name in sorted({*saved, *written})}


def _who(saved: set[str], written: set[str], own: frozenset[str]) -> Both:
    """Who wrote a name: the device of the account, an address book, or another device that may have it from one."""
    parts = list[Both]()
    for labels, says, says_id in (
        (written & own, "of its own account on {}", "dari akunnya sendiri pada {}"),
        (saved, "saved in an address book on {}", "disimpan dalam buku kontak pada {}"),
        (
            written - own - saved,
            "as {} writes it, where whoever held that may have saved it so",
            "seperti ditulis {}, yang pemegangnya mungkin menyimpannya demikian",
        ),
    ):
        if labels:
            listed = ", ".join(sorted(labels))
            parts.append(Both(says.format(listed), says_id.format(listed)))
    return Both("; ".join(one.english for one in parts), "; ".join(one.indonesian for one in parts))


def _by_words(
    material: Material, deal: Deal, line: Payment, agreeing: dict[str, tuple[frozenset[str], Both]], at: Both
) -> Both:
    """By which words a payer's name agrees with names of the buyer, and who else has them."""
    words = sorted({word for shared, _ in agreeing.values() for word in shared})
    listed = ", ".join(f"“{material.whole(word)}”" for word in words)
    named = [(f"“{material.whole(name)}”", who) for name, (_, who) in agreeing.items()]
    names = ", ".join(f"{name} ({who.english})" for name, who in named)
    names_id = ", ".join(f"{name} ({who.indonesian})" for name, who in named)
    (paying, paid), one = _bearers(material, deal, line, frozenset(words)), len(words) == 1
    word, word_id = ("this one word alone ties", "satu kata ini") if one else ("these words alone tie", "kata-kata ini")
    bear, others = "bear it" if one else "bear all of them", "1 other" if paying == 1 else f"{paying} others"
    return Both(
        f"By name {word} who paid to the buyer: {listed}, of {names}. In the booked lines {others} who paid the "
        f"seller, and {paid} whom the seller paid, {bear} too.{at.english}",
        f"Menurut nama, hanya {word_id} yang mengaitkan pembayar dengan pembeli: {listed}, dari {names_id}. Dalam "
        f"baris rekening, {paying} pembayar lain kepada penjual, dan {paid} orang yang dibayar penjual, juga "
        f"memakainya.{at.indonesian}",
    )


def _bearers(material: Material, deal: Deal, paid: Payment, words: frozenset[str]) -> tuple[int, int]:
    """How many others have all of some words in their name: who paid the seller, and whom the seller paid.

    They are counted by their accounts, and by name where the record has none.
    """
    parties = material.parties
    seller = {paid.beneficiary, *(parties.group(deal.seller) if deal.seller else ())} - {None}
    known = {paid.payer or paid.payer_name, *(parties.group(deal.buyer) if deal.buyer else ())}
    paying, receiving = set[str | None](), set[str | None]()
    for line in (one.record for one in material.payments.values()):
        if line.beneficiary in seller and words <= frozenset(name_words(_payer_name(material, line))):
            paying.add(line.payer or line.payer_name)
        if line.payer in seller and words <= frozenset(name_words(line.beneficiary_name or "")):
            receiving.add(line.beneficiary or line.beneficiary_name)
    return len(paying - known), len(receiving - known - paying)
