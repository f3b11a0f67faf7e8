# SPDX-License-Identifier: Apache-2.0
"""Numbers in messages that are no money: dates, times, phones, sizes, ages, followers; and how many items."""

import re
from typing import NamedTuple

from suluh.deals.words.numerals import SCALES, SPOKEN, spoken

SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_NO_DIGIT = r"(?!(?:[^\W0-9]|[.,])*+[0-9])"
"""No digit in the run of letters, dots and commas that follows."""

_NOTHING = r"(?!(?:[^\W0-9a-z]|[.,])*+[0-9a-z])"
"""Neither a digit nor a letter in it."""

_NO_SCALE = rf"(?!\s*+(?:{SCALE})(?:an)?(?![a-z]))"
_MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:et|ch)?|apr(?:il)?|mei|may|juni?|june|juli?|july|"
    r"agu(?:stus|st)?|aug(?:ust)?|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?|nov(?:ember)?|de[sc](?:ember)?)(?![a-z])"
)
_LONG_UNITS = (
    "menit mnt jam hari hr minggu mgg bulan bln tahun thn th detik dtk minutes? mins? hours? hrs? days? weeks? months? "
    "years? yo gb mb kb tb giga mega gram gr kg km meter mtr cm mm px p fps mbps persen percent kali orang org"
).replace(" ", "|")
_CROWDS = (
    "followers? subs subscribers? members? views? viewers? likes? pengikut anggota langkah steps penonton tweets?"
).replace(" ", "|")
_NUMBERED = (
    "no nomor nomer order resi id kode code otp pin token sn ref rek norek rekening room blok rt rw lt lantai kamar "
    "pos versi version ver level lv bab hal page part ke gang gg jl jalan"
).replace(" ", "|")

_NOT_MONEY = re.compile(
    "|".join(
        (
            r"https?://\S++|www\.\S++|(?<!\S)[^\s@]++@[^\s@.]++\.\S++|(?<!\w)@[a-z]\w++",
            r"(?<![\w.,])(?:\+|00)[0-9](?:[\s().-]?[0-9]){7,14}(?![0-9])",
            r"(?<![\w.,])0[0-9]{2,4}[-\s.]?[0-9]{3,4}[-\s.]?[0-9]{2,6}(?!\w)",
            r"(?<![\w.,])[0-9]{9,}+(?!\w)|(?<![\w.,])[0-9]{3,4}(?:[- ][0-9]{3,4}){2,}(?!\w)",
            r"(?<![\w.,])[0-9]{4}-[0-9]{2}-[0-9]{2}|(?<![\w.,])[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2,4}(?!\w)",
            rf"(?<![\w.,])[0-9]{{1,2}}/[0-9]{{1,2}}(?![\w/]){_NO_SCALE}",
            rf"(?<![\w.,])[0-9]{{1,2}}\s*+{_MONTH}(?:\s*+[0-9]{{2,4}}(?![\w.,]))?|(?<!\w){_MONTH}\s*+[0-9]{{1,4}}(?![\w.,])",
            r"(?<!\w)(?:tgl|tanggal|date)\.?\s*+[0-9]{1,2}(?!\w)|(?<!\w)(?:tahun|thn|year)\s*+[0-9]{4}(?!\w)",
            r"(?<![\w.,])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?!\w)",
            rf"(?<!\w)(?:jam|jm|pukul|pkl|at)\s*+[0-9]{{1,2}}(?:[.:][0-9]{{2}})?{_NOTHING}",
            r"(?<![\w.,])[0-9]{1,2}(?:[.:][0-9]{2})?\s*+(?:wib|wita|wit|am|pm)(?![a-z])",
            rf"(?<![\w.,])[0-9]++(?:[.,][0-9]++)?\s*+(?:{_LONG_UNITS})(?![a-z])|(?<![0-9])[0-9]++(?:[.,][0-9]++)?\s*+%",
            r"(?<!\w)(?:versi|version|ver)\s*+[0-9.]++",
            r"(?<!\w)[248]k\s*+(?:video|vid|uhd|hd|quality|kualitas|resolusi|resolution)(?![a-z])",
            r"(?<!\w)(?:video|vid|uhd|hd|quality|kualitas|resolusi|resolution)\s*+[248]k(?!\w)",
            rf"(?<![\w.,])[0-9]++(?:[.,][0-9]++)?\s*+(?:{SCALE})?\s*+(?:{_CROWDS})(?![a-z])|(?<!\w)(?:lari|run)\s*+[0-9]++k",
            rf"(?:#|(?<!\w)(?:{_NUMBERED})[\s.:#-]{{1,3}})(?:[a-z]{{1,4}}[\s-]?)?[0-9]++{_NO_DIGIT}{_NO_SCALE}(?![0-9a-z])",
        )
    )
)

_ITEM = (
    "files? items? pcs pc fotos? photos? poto pics? pictures? gambar images? video videos vidio vids? klip clips? "
    "konten contents? media biji buah lembar lbr berkas dokumen"
).replace(" ", "|")
_N = r"(?P<{0}>[0-9]{{1,4}})"
_COUNTED = (
    rf"(?<![\w.,/]){_N.format('low')}(?:\s*+(?:-|s/d|sampai|to)\s*+[0-9]{{1,4}})?"
    rf"\s*+(?:\+|an|plus)?\s*+(?:{_ITEM})(?![a-z])"
)
_MENU = r"(?<![\w.,/:])(?P<menu>[1-9][0-9]{0,2})\s*+=\s*+(?=(?:rp\.?\s*+)?[1-9])"
_CONTAINED = (
    rf"(?<!\w)(?:isi|isinya|berisi|dapa?e?t|dpt|pack of|set of|contains|get)\s*+{_N.format('inside')}"
    rf"(?![.,]*+[0-9]){_NO_SCALE}(?![a-z])"
)
_COUNTS = re.compile(
    "|".join(
        (
            _COUNTED,
            _CONTAINED,
            _MENU,
            rf"(?P<said>{SPOKEN})\s*+(?:{_ITEM})(?![a-z])",
        )
    )
)
_PACK = re.compile(
    rf"(?<!\w)(?:paket|pkt|pack|bundle)\s*+(?:isi\s*+)?(?P<pack>[1-9][0-9]{{1,2}})(?![.,]*+[0-9]){_NO_SCALE}(?![a-z])"
)


class Count(NamedTuple):
    """How many items a message speaks of, and where it says so."""

    items: int
    start: int
    end: int
    rule: str


def blank(text: str, start: int, end: int) -> str:
    """The text with one stretch made blank, so that places stay and words do not run together."""
    return text[:start] + "|" * (end - start) + text[end:]


def without_other_numbers(text: str) -> str:
    """A small-letter text in which numbers that are no money are blank."""
    return _NOT_MONEY.sub(lambda found: "|" * len(found.group()), text)


def counts(text: str) -> tuple[tuple[Count, ...], str]:
    """How many items a small-letter text speaks of, and the text with those numbers blank."""
    found: list[Count] = []
    for match in _COUNTS.finditer(text):
        number = match["low"] or match["inside"] or match["menu"]
        said = int(number) if number else int(spoken(match["said"]) or 0)
        if said:
            found.append(Count(said, match.start(), match.end(), "items" if not match["inside"] else "contains"))
    for one in found:
        text = blank(text, one.start, one.end)
    return tuple(found), text


def packs(text: str) -> tuple[tuple[Count, ...], str]:
    """Packages named by their number of items, as in `paket 30 = 40rb`."""
    found = tuple(Count(int(one["pack"]), one.start(), one.end(), "pack") for one in _PACK.finditer(text))
    for one in found:
        text = blank(text, one.start, one.end)
    return found, text
