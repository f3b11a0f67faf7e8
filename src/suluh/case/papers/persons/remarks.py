# SPDX-License-Identifier: Apache-2.0
"""What of exhibits and payers bears on the sums and states of a paper about one person, said beside them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from suluh.case.corrections.standing_papers import typed
from suluh.case.papers.after_taking import alone_in
from suluh.case.papers.examined.received import Received
from suluh.case.papers.material import Material, plain_utc
from suluh.model.dossier.exhibits import Seizure
from suluh.model.trade import Deal
from suluh.referral.papers.kinds import typed_moment
from suluh.referral.papers.measured import missed as goals
from suluh.referral.papers.values import Both


@dataclass(frozen=True)
class Bearing:
    """Of the deals of one person on one side: confirmed ones, and those that nobody decided on."""

    material: Material
    confirmed: tuple[Deal, ...]
    open: tuple[Deal, ...]

    def ends(self) -> Iterator[Both]:
        """The last instant of the exhibits by which the state of deals is told in which nothing was seen to go."""
        material, found = self.material, dict[str, list[str]]()
        for deal in (*self.confirmed, *self.open):
            if deal.state in {"paid", "paid-not-delivered"}:
                for label in sorted({one.record.place.exhibit for one in material.said(deal)}):
                    found.setdefault(label, []).append(material.parties.deal_codes[deal.id])
        for label, codes in found.items():
            if last := plain_utc(material.last.get(label)):
                told = ", ".join(codes)
                yield Both(
                    f"{label}: its last message or booked line with an instant is of {last} UTC; the state of {told} "
                    "is told by it.",
                    f"{label}: pesan atau baris rekening terakhirnya yang saatnya diketahui ialah dari {last} UTC; "
                    f"status {told} ditentukan menurutnya.",
                )

    def after_seizure(self) -> Iterator[Both]:
        """How many messages of their deals bear a time after their exhibit was taken."""
        material = self.material
        taken = {one.exhibit: one.taken for one in typed(material.case.rows, Seizure)}
        found: dict[str, dict[str, None]] = defaultdict(dict)
        late: Counter[str] = Counter()
        for deal in (*self.confirmed, *self.open):
            for shown in (one for name in deal.messages if (one := material.messages.get(name))):
                label = shown.record.place.exhibit
                if shown.at and label in taken and _at(shown.at) > _at(taken[label]):
                    late[label] += 1
                    found[label][material.parties.deal_codes[deal.id]] = None
        for label, size in sorted(late.items()):
            day, codes = typed_moment(taken[label]), ", ".join(found[label])
            messages = "1 message" if size == 1 else f"{size} messages"
            yield Both(
                f"{label} was taken on {day}; {messages} of deals here bear a later time ({codes}). Why so is not said "
                "here: a clock, a zone or the day of the seizure may be wrong.",
                f"{label} disita pada {day}; {size} pesan rangkaian di sini bertanda waktu sesudahnya ({codes}). "
                "Sebabnya tidak dinyatakan di sini: jam, zona, atau waktu penyitaan dapat salah.",
            )

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
        deals = (*self.confirmed, *self.open)
        lines = {one.record.place.exhibit for deal in deals for one in self.material.lines_of(deal)}
        own = set(labels) | lines
        bare = Received(self.material, tuple(sorted(own))).bare()
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
        codes = material.parties.deal_codes
        found = [codes[one.id] for one in self.confirmed if any(alone_in(material.said(one), material.of_late))]
        if found:
            told = ", ".join(found)
            yield Both(
                f"Messages of {told} stand in files alone whose path has a day after their exhibit was taken: part 2; "
                "D2, part 4.",
                f"Pesan {told} hanya ada dalam file yang jalurnya memuat tanggal sesudah barang buktinya disita: "
                "bagian 2; D2, bagian 4.",
            )

    def _others_paid(self) -> Iterator[Both]:
        """The confirmed deals that an account paid which no decision counts to the buyer."""
        parties, material = self.material.parties, self.material
        found, unnamed = dict[str, str](), list[str]()
        for deal in self.confirmed:
            payers = [one.record.payer for one in material.paid_and_back(deal)[0]]
            others = [one for one in payers if one and not (deal.buyer and one in parties.group(deal.buyer))]
            if others:
                found[parties.deal_codes[deal.id]] = ", ".join(dict.fromkeys(map(parties.person, others)))
            if None in payers:
                unnamed.append(parties.deal_codes[deal.id])
        if unnamed:
            listed = ", ".join(unnamed)
            yield Both(
                f"Of {listed} the record names no account that paid.",
                f"Pada {listed} catatan tidak menyebut akun yang membayar.",
            )
        if found:
            listed = ", ".join(f"{code} ({who})" for code, who in found.items())
            yield Both(
                f"Paid from accounts that no decision counts to the buyer: {listed}. That the buyer paid these is not "
                "decided.",
                f"Dibayar dari akun yang tidak dihitung pada pembeli oleh keputusan mana pun: {listed}. Bahwa pembeli "
                "yang membayarnya belum diputuskan.",
            )


def _at(written: str) -> datetime:
    """An instant; an officer's without a zone is taken as UTC."""
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
