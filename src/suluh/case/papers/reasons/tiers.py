# SPDX-License-Identifier: Apache-2.0
"""Which condition of a supported deal a deal that is only possible does not meet."""

from collections.abc import Set as AbstractSet

from suluh.deals.judge.judge import judge
from suluh.deals.money.payers import ANOTHER, OF_NOBODY
from suluh.model.trade import Deal
from suluh.referral.papers.values import Both

_NO_LINE = Both("It has no booked line.", "Tidak ada baris rekening padanya.")
_EQUAL = Both(
    "Only a name sets its payment apart from an equal one (condition 2).",
    "Hanya nama yang membedakan pembayarannya dari pembayaran lain yang sama (syarat 2).",
)
_ELSEWHERE = Both(
    "The seller named another account than the one that received, and nothing ties the payer to the buyer (condition "
    "1).",
    "Penjual menyebut akun lain daripada yang menerima, dan tidak ada yang mengaitkan pembayar dengan pembeli (syarat "
    "1).",
)
_RIVALS = Both(
    "Another payment fits these words about as well, one of those that the reasons against name, or this payment fits "
    "other words about as well; which of the two was not kept with the deal (condition 1).",
    "Pembayaran lain, salah satu yang disebut alasan menentang, hampir sama cocoknya dengan perkataan ini, atau "
    "pembayaran ini hampir sama cocoknya dengan perkataan lain; yang mana tidak disimpan bersama rangkaian (syarat 1).",
)
_ALONE = Both(
    "This payment fits other words about as well, or these only barely: no other payment fits these words, and which "
    "other words was not kept with the deal (condition 1).",
    "Pembayaran ini hampir sama cocoknya dengan perkataan lain, atau hanya sedikit cocok dengan perkataan ini: tidak "
    "ada pembayaran lain yang cocok, dan perkataan lain yang mana tidak disimpan bersama rangkaian (syarat 1).",
)
_UNKNOWN = Both("Which condition it does not meet is not recorded.", "Syarat mana yang tidak dipenuhi tidak tercatat.")


def why_possible(deal: Deal) -> tuple[Both, ...]:
    """What keeps a deal from being supported by a payment record; empty where nothing does.

    That another use fits as well is not kept with a deal: it follows where no other condition is missing, and of which
    use it is, what the reasons that were kept leave open is said.
    """
    if deal.tier != "possible":
        return ()
    if not deal.payments:
        return (_NO_LINE,)
    against = {one.rule for one in deal.reasons_against}
    found = ((_EQUAL, "equal-rival"), (_whole(deal), "judged"))
    said = tuple(text for text, rule in found if rule in against)
    is_judged = any(one.rule == "judged" for one in deal.reasons_for)
    return said or ((_other(against, {one.rule for one in deal.reasons_for}),) if is_judged else (_UNKNOWN,))


def _whole(deal: Deal) -> Both:
    """By how much it misses the third condition: a measure of likeness, and no chance that it is true."""
    measure, least = f"{deal.score // 100 / 10:.1f}", judge().weights.recorded // 1000
    return Both(
        "Words, sendings and payment together do not resemble the made-up deals closely enough: they measure "
        f"{measure} on a scale that ends at 1,000, and supported begins at {least}. That measures likeness to "
        "made-up deals, and not how likely this one is (condition 3).",
        "Perkataan, kiriman, dan pembayarannya bersama-sama tidak cukup menyerupai rangkaian buatan: ukurannya "
        f"{measure.replace('.', ',')} pada skala sampai 1.000, dan didukung dimulai dari {least}. Ini mengukur "
        "kemiripan dengan rangkaian buatan, bukan seberapa mungkin rangkaian ini benar (syarat 3).",
    )


def _other(against: AbstractSet[str], for_: AbstractSet[str]) -> Both:
    """What is known of the first condition by the reasons that were kept."""
    if ANOTHER in against and not (for_ | against).isdisjoint(OF_NOBODY):
        return _ELSEWHERE
    return _RIVALS if "rivals" in against else _ALONE
