# SPDX-License-Identifier: Apache-2.0
"""Check 15: totals are those of their rows, and every paper states the same."""

from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.figures import booked, figures, stated
from suluh.model.after.beyond import Edge
from suluh.model.deeds.deed import Said
from suluh.model.people import Person
from suluh.model.trade import Deal, counts
from suluh.network.edges import edges


class Totals(Check):
    """Whether every figure can be worked out again from the rows."""

    name = "15"
    severity = "B"
    asks = Said(
        "Totals equal their rows, and are the same in every paper.",
        "Jumlah sama dengan baris-barisnya, dan sama di setiap surat.",
    )
    next = Said(
        "Start `suluh run CASE`, then write and freeze the paper anew.",
        "Jalankan `suluh run CASE`, lalu tulis dan bekukan ulang surat itu.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Deals, edges, counts and papers that say another figure."""
        for one in brief.deals:
            is_sum = one.payments and one.state != "refunded"
            if is_sum and booked(brief.case, [one]) != {one.currency: one.amount_minor}:
                what = "Its sum is not that of its booked lines.", "Jumlahnya bukan jumlah baris mutasinya."
                yield Fault(f"deal {one.id}", Said(*what))
        yield from _network(brief)
        now = figures(brief)
        for label in brief.labels:
            if now[f"counts:{label}:waiting"]:
                what = "Files of it wait for the line.", "Masih ada file yang menunggu diolah."
                yield Fault(label, Said(*what))
        yield from _papers(brief, now)


def _network(brief: Brief) -> Iterator[Fault]:
    """Edges that are not the sums of the deals."""
    case = brief.case
    again = edges((one for one in case.nouns(Deal) if counts(one)), case.nouns(Person))
    worked, kept = {one.id: one for one in again}, {one.id: one for one in case.nouns(Edge)}
    if worked != kept:
        what = "The network states other sums than its deals.", "Jaringan menyebut jumlah lain dari rangkaiannya."
        yield Fault("network", Said(*what))


def _papers(brief: Brief, now: dict[str, int]) -> Iterator[Fault]:
    """Papers that state another figure than the rows, or than another paper."""
    said: dict[str, int] = {}
    for code, told in stated(brief):
        for name, figure in sorted(told.items()):
            expected = now.get(name, said.setdefault(name, figure))
            if figure != expected:
                what = Said(
                    f"It states {figure} for {name}, where {expected} stands elsewhere.",
                    f"Tertulis {figure} untuk {name}, sedangkan di tempat lain {expected}.",
                )
                yield Fault(code, what)
