# SPDX-License-Identifier: Apache-2.0
# words of other scripts
"""Which half of the day a word beside a clock names, in the languages of phones."""

import re
from functools import lru_cache
from typing import Literal

Half = Literal["am", "pm", "none"]

_BEFORE_NOON = (
    "am a pg pagi sa öö fm de vm ap ص صباحا صباحًا قظ पूर्वाह्न 上午 凌晨 清晨 早上 午前 오전 πμ sn pd dop dopoledne "
    "prijepodne дп пробед проб دمانچه eparadites मपू ጥዋት ก่อนเที่ยง "
    "পূর্বাহ্ন পূর্বাহ্ণ முற்பகல் နံနက် ព្រឹក asubuhi"
)
_AFTER_NOON = (
    "pm p ptg petang sore siang tgh ch ös em du nm ip م مساء مساءً بظ अपराह्न 下午 中午 晚上 傍晚 午後 오후 μμ  gn md "
    "odp odpoledne popodne пп слоб epasdites मउ ከሰዓት หลังเที่ยง "
    "অপরাহ্ন অপরাহ্ণ பிற்பகல் ညနေ ល្ងាច mchana jioni"
)
_NONE = "h hrs uhr ч น u godz час klo kl à um alle às at om pukul jam время ساعة الساعة هـ"

_SIGNS = re.compile(r"[.\s\u00a0\u2009\u202f]")


def _plain(word: str) -> str:
    return _SIGNS.sub("", word).casefold()


_HALVES: dict[str, Half] = {
    **dict.fromkeys(map(_plain, _NONE.split()), "none"),
    **dict.fromkeys(map(_plain, _AFTER_NOON.split()), "pm"),
    **dict.fromkeys(map(_plain, _BEFORE_NOON.split()), "am"),
}


@lru_cache(maxsize=512)
def half_of(word: str) -> Half | None:
    """``am``, ``pm``, ``none`` for a word that says nothing of it; null for a word that is not known."""
    return _HALVES.get(_plain(word))
