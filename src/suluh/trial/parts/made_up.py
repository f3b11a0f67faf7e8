# SPDX-License-Identifier: Apache-2.0
"""A made-up case through the whole line, scored against what is true of it."""

from collections.abc import Iterator

from suluh.referral.papers.known import Both
from suluh.simulator.score import LISTS, Rate, score
from suluh.trial.interval import percent
from suluh.trial.line import Line, none, share, value
from suluh.trial.made_up import MadeUp
from suluh.trial.part import Part
from suluh.trial.setting import Setting

RECORDED, DEALS, JOINED = 900, 800, 900
"""Goals in thousandths: deals that a payment record supports, all deals and edges, accounts of one person."""

ERROR = 0.10
"""Items and money may be off by so much of the whole."""


class Case(Part):
    """From exhibits to deals, persons and sources."""

    name = "case"
    place = 4
    title = Both("Perkara buatan", "A made-up case")
    untested = Both(
        "Percakapan orang sungguhan, bank dan aplikasi lain, rekaman yang tidak lengkap; perkara buatan lebih mudah.",
        "Talk of real people, other banks and apps, records with gaps; a made-up case is easier.",
    )

    def lines(self, setting: Setting) -> Iterator[Line]:
        """Files, records, deals, persons, items and money."""
        made = setting.case
        yield _files(made)
        got = score(made.truth, made.rows(*LISTS))
        yield _found(Both("baris percakapan benar", "messages right"), got.messages)
        yield none(Both("pengirim salah", "wrong sender"), got.wrong_sender, got.messages.shown)
        yield _found(Both("baris rekening benar", "booked lines right"), got.payments)
        yield _sure(
            Both("transaksi tercatat: yang disebut benar", "recorded deals: of those said"), got.recorded, RECORDED
        )
        yield _sure(Both("transaksi: yang disebut benar", "deals: of those said"), got.deals, DEALS)
        yield _found(Both("transaksi: yang ada ditemukan", "deals: of those there are"), got.deals, DEALS)
        yield _sure(
            Both("penjual dan pembeli: yang disebut benar", "seller and buyer: of those said"), got.edges, DEALS
        )
        yield _sure(
            Both("akun satu orang: yang disebut benar", "accounts of one person: of those said"), got.persons, JOINED
        )
        for what, error in ((_ITEMS, got.items_error), (_MONEY, got.money_error)):
            yield value(what, f"{percent(error)} %", f"<= {percent(ERROR)} %", is_met=error <= ERROR)


_ITEMS = Both("banyaknya file: selisih", "number of files: off by")
_MONEY = Both("jumlah uang: selisih", "sum of money: off by")


def _files(made: MadeUp) -> Line:
    """Files whose SHA-256 is the one of what was written."""
    rows = made.rows("files")["files"]
    shown = {(str(row["exhibit"]), str(row["sha256"])) for row in rows}
    due = {(one.exhibit, one.sha256) for one in made.truth.files}
    return share(Both("file dengan SHA-256 yang benar", "files with the right SHA-256"), len(shown & due), len(due))


def _sure(what: Both, rate: Rate, least: int) -> Line:
    """Of those shown, how many are right."""
    return share(what, rate.right, rate.shown, least)


def _found(what: Both, rate: Rate, least: int = 1000) -> Line:
    """Of those there are, how many were found."""
    return share(what, rate.right, rate.true, least)
