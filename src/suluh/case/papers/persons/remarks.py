# SPDX-License-Identifier: Apache-2.0
"""What of exhibits and payers bears on the sums and states of a paper about one person, said beside them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from suluh.case.corrections.standing_papers import typed
from suluh.case.papers.after_taking import alone_in
from suluh.case.papers.examined.received import Received
from suluh.case.papers.material import Material, plain_utc
from suluh.case.papers.remark import gathered
from suluh.model.dossier.exhibits import Seizure
from suluh.model.trade import Deal
from suluh.referral.papers.kinds import typed_moment
from suluh.referral.papers.measured import missed as goals
from suluh.referral.papers.values import Both
from suluh.referral.papers.words import many


@dataclass(frozen=True)
class Bearing:
    """Of the deals of one person on one side: confirmed ones, and those that nobody decided on."""

    material: Material
    confirmed: tuple[Deal, ...]
    open: tuple[Deal, ...]

    @property
    def _deals(self) -> tuple[Deal, ...]:
        return (*self.confirmed, *self.open)

    def _codes(self, deals: Iterable[str]) -> str:
        return ", ".join(self.material.parties.deal_codes[one] for one in deals)

    def ends(self) -> Iterator[Both]:
        """The last instant of the exhibits by which the state of deals is told in which nothing was seen to go."""
        for label, deals in gathered(self._deals, self._waiting):
            if last := plain_utc(self.material.last.get(label)):
                told = self._codes(deals)
                yield Both(
                    f"{label}: its last message or booked line with an instant is of {last} UTC; the state of {told} "
                    "is told by it.",
                    f"{label}: pesan atau baris rekening terakhirnya yang saatnya diketahui ialah dari {last} UTC; "
                    f"status {told} ditentukan menurutnya.",
                )

    def _waiting(self, deal: Deal) -> Iterator[tuple[str, str]]:
        """The exhibits of the messages of a deal that was paid and of which nothing was seen to go."""
        if deal.state in {"paid", "paid-not-delivered"}:
            yield from ((one, "") for one in sorted({m.record.place.exhibit for m in self.material.said(deal)}))

    def after_seizure(self) -> Iterator[Both]:
        """How many messages of their deals bear a time after their exhibit was taken."""
        for label, deals in sorted(gathered(self._deals, self._after)):
            day, codes, size = typed_moment(self._taken[label]), self._codes(deals), sum(map(len, deals.values()))
            yield Both(
                f"{label} was taken on {day}; {many(size, 'message')} of deals here bear a later time ({codes}). Why "
                "so is not said here: a clock, a zone or the day of the seizure may be wrong.",
                f"{label} disita pada {day}; {size} pesan rangkaian di sini bertanda waktu sesudahnya ({codes}). "
                "Sebabnya tidak dinyatakan di sini: jam, zona, atau waktu penyitaan dapat salah.",
            )

    @cached_property
    def _taken(self) -> dict[str, str]:
        """When each exhibit was taken, as far as that was entered."""
        return {one.exhibit: one.taken for one in typed(self.material.case.rows, Seizure)}

    def _after(self, deal: Deal) -> Iterator[tuple[str, str]]:
        """The exhibit of each message of a deal with a time after it was taken."""
        for shown in self.material.said(deal):
            label = shown.record.place.exhibit
            if shown.at and label in self._taken and _at(shown.at) > _at(self._taken[label]):
                yield label, ""

    def sums(self, labels: Iterable[str]) -> Iterator[Both]:
        """Goals that this version misses, and of which exhibits something was not entered: in full in D2."""
        missed = max(0, len(goals()) - 1)
        if missed:
            figures = "1 figure" if missed == 1 else f"{missed} figures"
            yield Both(
                f"{figures} of this version do not reach their goal, measured on made-up data: D2-ringkas, part 3.",
                f"{missed} angka versi ini tidak mencapai sasarannya, diukur pada data buatan: D2-ringkas, bagian 3.",
            )
        yield from self._others_paid()
        yield from self._later()
        lines = {one.record.place.exhibit for deal in self._deals for one in self.material.lines_of(deal)}
        own = set(labels) | lines
        received = Received(self.material, tuple(sorted(own)))
        yield from _half_empty(received.half_empty())
        bare = received.bare()
        if bare:
            told = ", ".join(bare)
            yield Both(
                f"Not all was entered of how {told} came (taken or received, handled, copied): D2, part 3.",
                f"Tidak semua tentang datangnya {told} (penyitaan atau penerimaan, penanganan, penyalinan) dimasukkan: "
                "D2, bagian 3.",
            )

    def _later(self) -> Iterator[Both]:
        """The confirmed deals of which messages stand in files alone of a day after their exhibit was taken."""
        material = self.material
        found = [one.id for one in self.confirmed if any(alone_in(material.said(one), material.of_late))]
        if found:
            told = self._codes(found)
            yield Both(
                f"Messages of {told} stand in files alone whose path has a day after their exhibit was taken: part 2; "
                "D2, part 4.",
                f"Pesan {told} hanya ada dalam file yang jalurnya memuat tanggal sesudah barang buktinya disita: "
                "bagian 2; D2, bagian 4.",
            )

    def _others_paid(self) -> Iterator[Both]:
        """The confirmed deals that an account paid which no decision counts to the buyer, or none that is named."""
        found, codes = dict(gathered(self.confirmed, self._payers)), self.material.parties.deal_codes
        if unnamed := found.get("unnamed"):
            listed = self._codes(unnamed)
            yield Both(
                f"Of {listed} the record names no account that paid.",
                f"Pada {listed} catatan tidak menyebut akun yang membayar.",
            )
        if others := found.get("others"):
            listed = ", ".join(f"{codes[one]} ({', '.join(dict.fromkeys(who))})" for one, who in others.items())
            yield Both(
                f"Paid from accounts that no decision counts to the buyer: {listed}. That the buyer paid these is not "
                "decided.",
                f"Dibayar dari akun yang tidak dihitung pada pembeli oleh keputusan mana pun: {listed}. Bahwa pembeli "
                "yang membayarnya belum diputuskan.",
            )

    def _payers(self, deal: Deal) -> Iterator[tuple[str, str]]:
        """Whose accounts paid a deal that no decision counts to its buyer."""
        parties = self.material.parties
        for payer in (one.record.payer for one in self.material.paid_and_back(deal)[0]):
            if payer is None:
                yield "unnamed", ""
            elif not parties.is_decided(payer, deal.buyer):
                yield "others", parties.person(payer)


_MANY = 3
"""So many empty things are named on a first page; D2 names all."""


def _half_empty(found: Mapping[str, tuple[Both, ...]]) -> Iterator[Both]:
    """Which exhibits have every step entered and parts of it empty, with the first of these."""
    for label, names in found.items():
        more = len(names) > _MANY
        english, indonesian = (
            ", ".join(getattr(one, tongue) for one in names[:_MANY]) for tongue in ("english", "indonesian")
        )
        yield Both(
            f"Of how {label} came not all was entered: not {english}{' and other things' if more else ''}. D2, part 3.",
            f"Tentang datangnya {label} tidak semua dimasukkan: belum {indonesian}{' dan lainnya' if more else ''}. "
            "D2, bagian 3.",
        )


def _at(written: str) -> datetime:
    """An instant; an officer's without a zone is taken as UTC."""
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
