# SPDX-License-Identifier: Apache-2.0
"""Two numbers of one reply, and a deal that is no sale, are said to be so on D1, D2 and its short form."""

from msgspec.structs import replace

from suluh.case.dossiers.brief import Brief
from suluh.case.frozen.papers import d1_of
from suluh.case.papers.examined.paid import _with_kinds
from suluh.case.papers.examined.received import Received
from suluh.case.papers.material import Material
from suluh.case.papers.veiled import Veiled
from suluh.case.typed.enter import enter
from suluh.model.dossier.papers import Letter, Paper, Reply
from suluh.referral.papers.forms.d2_short import _of_seller


def test_an_exhibit_under_one_reply_and_with_another_says_so_on_both_papers(decided):
    enter(decided, Paper, [{"code": "s-1", "kind": "surat", "number": "B/90/2026", "date": "2026-01-10"}])
    enter(decided, Paper, [{"code": "s-2", "kind": "surat", "number": "BC/345/2026", "date": "2026-01-20"}])
    letter = {"code": "l-1", "to": "Bank", "kind": "bank", "paper": "s-1", "sent": "2026-01-10"}
    enter(decided, Letter, [letter])
    enter(decided, Reply, [{"letter": "l-1", "received": "2026-01-20", "paper": "s-2", "exhibit": "B-3"}])

    said = [one.english for one in Received(Material(decided, Veiled(decided)), ("B-3",)).partly()]
    brief = Brief.of(decided, "dossier-1")
    notes = next(one for one in d1_of(brief).tables() if one.name == "4 barang bukti").notes

    [reply] = [one for one in said if one.startswith("B-3 was entered under the reply ")]
    assert reply.endswith("reply BC/345/2026 is entered. Whether both are one paper is not entered.")
    assert (reply in [one.english for one in notes]) == ("B-3" in brief.labels)


def test_a_gift_is_called_so_beside_its_sum_and_what_was_asked_stands_in_the_short_form(decided):
    material = Material(decided, Veiled(decided))
    one, other = material.parties.deals[:2]
    first, second = (material.parties.deal_codes[each.id] for each in (one, other))

    told = _with_kinds(material, [replace(one, kind="gift"), replace(other, kind="sale")])
    short = _of_seller("O-1", 2, {}, {}, {"IDR": 7_500_000})

    assert (told.english, told.indonesian) == (f"{first} (gift), {second}", f"{first} (pemberian), {second}")
    assert _with_kinds(material, [replace(other, kind="sale")]) == second
    assert "price asked without a payment IDR 75,000.00. " in short.english
    assert "harga diminta tanpa pembayaran Rp" in short.indonesian
