# SPDX-License-Identifier: Apache-2.0
"""D4, annex of a buyer: their own confirmed deals, booked lines and contents, and no other buyer."""

from suluh.referral.papers.forms import accounts, brief, trade
from suluh.referral.papers.lines import PersonFacts
from suluh.referral.papers.values import Both, Head, Section

FORM = "D4"
TITLE = Both("Annex of a buyer", "Lampiran pembeli")


def sections(facts: PersonFacts) -> tuple[Section, ...]:
    """Tables 1 to 5."""
    seller = Head(english="Seller", indonesian="Penjual", width=9)
    title = Both("Confirmed deals as buyer", "Rangkaian yang dikonfirmasi sebagai pembeli")
    return (
        accounts.head_section(facts),
        trade.deals_section(facts, title, seller, sells=False),
        trade.booked_section(facts, sells=False),
        trade.contents_section(facts),
        trade.undecided_section(facts),
        trade.alternatives_section(facts.alternatives),
        brief.signing("6 tanda tangan", brief.ANALYST, brief.INVESTIGATOR),
    )
