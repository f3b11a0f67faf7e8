# SPDX-License-Identifier: Apache-2.0
"""Other booked lines of who paid a deal that were only of a deal which an officer rejected."""

from collections.abc import Iterator

from suluh.case.papers.material import Material
from suluh.case.papers.reasons.numbered import Numbered
from suluh.model.trade import Deal, Payment
from suluh.referral.papers.values import Both
from suluh.referral.papers.words import many


class Rejected:
    """Finds them among the booked lines of a case."""

    def __init__(self, material: Material) -> None:
        self._material = material

    def of(self, deal: Deal) -> dict[str, None]:
        """Their ids, in the order of the case."""
        keys = {_key(one.record) for one in self._material.paid_and_back(deal)[0]} - {None}
        lines = (self._material.payments[name].record for name in self._material.rejected)
        own = {one.record.id for one in self._material.lines_of(deal)}
        return {one.id: None for one in lines if one.id not in own and _key(one) in keys}

    def against(self, deal: Deal, numbered: Numbered) -> Iterator[Both]:
        """That who paid has lines to the same account which by an officer's word are of no deal."""
        lines, material = self.of(deal), self._material
        if lines:
            deals = {one.id: one for name in lines for one in material.rejected[name]}
            codes = ", ".join(material.parties.deal_codes[one] for one in deals)
            at, is_ = numbered.within(lines), "that was" if len(lines) == 1 else "that were"
            yield Both(
                f"Who paid has {many(len(lines), 'further booked line')} to the same account on this statement {is_} "
                f"only of what an officer rejected ({codes}), and so may be for something else. So a payment of this "
                f"payer need not be for this deal.{at.english}",
                f"Pembayar ini memiliki {len(lines)} baris lagi ke akun yang sama di rekening koran ini yang hanya "
                f"termasuk rangkaian yang ditolak petugas ({codes}), sehingga mungkin untuk hal lain. Jadi pembayaran "
                f"dari pembayar ini belum tentu untuk rangkaian ini.{at.indonesian}",
            )


def _key(line: Payment) -> tuple[str, bool, str, str] | None:
    """What lines of one payer into one account on one statement have in common; null where a side is not known."""
    payer = line.payer or line.payer_name
    return (line.statement, line.incoming, payer, line.beneficiary) if payer and line.beneficiary else None
