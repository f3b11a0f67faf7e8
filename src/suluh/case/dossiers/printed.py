# SPDX-License-Identifier: Apache-2.0
"""The texts of messages that the papers of a dossier's persons print, as they print them."""

from collections.abc import Iterator

from suluh.case.dossiers.brief import Brief, Words
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.material import Material
from suluh.case.papers.veiled import Veiled
from suluh.model.errors import NotAllowed
from suluh.referral.papers.lines import ExcerptLine
from suluh.referral.papers.values import Both


def printed(brief: Brief) -> Iterator[Words]:
    """Each text with the deal and the number under which it stands.

    Nothing for an officer who cannot tell whose names are left out: for such a one no paper is made.
    """
    try:
        material = Material(brief.case, Veiled(brief.case))
    except NotAllowed:
        return
    trade, own = Trade(material, brief.seal), brief.accounts
    deals = (one for one in material.parties.deals if one.judgement != "rejected")
    for deal in (one for one in deals if not own.isdisjoint({one.seller, one.buyer})):
        code = material.parties.deal_codes[deal.id]
        lines, _ = trade.excerpt(deal, own)
        yield from (Words(f"{code} {line.number}", text) for line in lines if (text := _text(line)))


def _text(line: ExcerptLine) -> str | None:
    """The text of a message, or the sentence that stands in its place."""
    return line.text.english if isinstance(line.text, Both) else line.text
