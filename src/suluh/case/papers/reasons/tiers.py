# SPDX-License-Identifier: Apache-2.0
"""Which condition of a supported deal a deal that is only possible does not meet."""

from suluh.model.trade import Deal
from suluh.referral.papers.values import Both

_NO_LINE = Both("It has no booked line.", "Tidak ada baris rekening padanya.")
_EQUAL = Both(
    "Only a name sets its payment apart from an equal one (condition 2).",
    "Hanya nama yang membedakan pembayarannya dari pembayaran lain yang sama (syarat 2).",
)
_WHOLE = Both(
    "Words, sendings and payment together do not resemble the made-up deals closely enough (condition 3).",
    "Perkataan, kiriman, dan pembayarannya bersama-sama tidak cukup menyerupai rangkaian buatan (syarat 3).",
)
_OTHER = Both(
    "Another payment fits these words about as well, or this payment fits other words about as well (condition 1).",
    "Pembayaran lain hampir sama cocoknya dengan perkataan ini, atau pembayaran ini hampir sama cocoknya dengan "
    "perkataan lain (syarat 1).",
)
_UNKNOWN = Both("Which condition it does not meet is not recorded.", "Syarat mana yang tidak dipenuhi tidak tercatat.")


def why_possible(deal: Deal) -> tuple[Both, ...]:
    """What keeps a deal from being supported by a payment record; empty where nothing does.

    That another use fits as well is not kept with a deal: it follows where no other condition is missing.
    """
    if deal.tier != "possible":
        return ()
    if not deal.payments:
        return (_NO_LINE,)
    against = {one.rule for one in deal.reasons_against}
    found = ((_EQUAL, "equal-rival"), (_WHOLE, "judged"))
    said = tuple(text for text, rule in found if rule in against)
    is_judged = any(one.rule == "judged" for one in deal.reasons_for)
    return said or ((_OTHER,) if is_judged else (_UNKNOWN,))
