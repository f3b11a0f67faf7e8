# SPDX-License-Identifier: Apache-2.0
"""Days and times as statements write them; which number is the day and which the month is decided for a whole file."""

import re
from calendar import isleap, monthrange
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from suluh.model.times import When

Order = Literal["dmy", "mdy", "ymd"]
ORDERS: tuple[Order, ...] = ("dmy", "mdy", "ymd")

_STEMS = {
    **dict.fromkeys(("jan", "januari", "january"), 1),
    **dict.fromkeys(("feb", "peb", "pebruari", "februari", "february"), 2),
    **dict.fromkeys(("mar", "mrt", "maret", "march", "mac"), 3),
    **dict.fromkeys(("apr", "april"), 4),
    **dict.fromkeys(("mei", "may"), 5),
    **dict.fromkeys(("jun", "juni", "june"), 6),
    **dict.fromkeys(("jul", "juli", "july"), 7),
    **dict.fromkeys(("agu", "agt", "ags", "agst", "agustus", "aug", "august", "ogos"), 8),
    **dict.fromkeys(("sep", "sept", "september"), 9),
    **dict.fromkeys(("okt", "oct", "oktober", "october"), 10),
    **dict.fromkeys(("nov", "nop", "nopember", "november"), 11),
    **dict.fromkeys(("des", "dec", "dis", "desember", "december", "disember"), 12),
}
_ABROAD = (
    "januar janvier enero janeiro gennaio januari ocak",
    "februar février febrero fevereiro febbraio februari şubat",
    "märz mars marzo março maart mart",
    "avril abril aprile nisan abr",
    "mai mayo maio maggio may\u0131s",
    "juni juin junio junho giugno haziran",
    "juli juillet julio julho luglio temmuz",
    "august août agosto augustus ağustos ago",
    "septembre septiembre setembro settembre eylül",
    "octobre octubre outubro ottobre ekim",
    "novembre noviembre novembro kas\u0131m",
    "dezember décembre diciembre dezembro dicembre aral\u0131k dez dic déc",
)
_SHORT = (
    "ene janv gen oca sty sij led",
    "fév févr fev \u015fub lut úno",
    "mär mars maart b\u0159e",
    "avr nis kwi",
    "mag maj",
    "giu haz cze czerwca",
    "juil jui lug tem lip",
    "aoû agosto a\u011fu sie",
    "set eyl wrz zá\u0159",
    "out ott eki pa\u017a \u0159íj",
    "kas lis",
    "dez ara gru pro",
)
_THAI_MONTHS = (
    *(
        "\u0e21.\u0e04.",
        "\u0e01.\u0e1e.",
        "\u0e21\u0e35.\u0e04.",
        "\u0e40\u0e21.\u0e22.",
        "\u0e1e.\u0e04.",
        "\u0e21\u0e34.\u0e22.",
    ),
    *("\u0e01.\u0e04.", "\u0e2a.\u0e04.", "\u0e01.\u0e22.", "\u0e15.\u0e04.", "\u0e1e.\u0e22.", "\u0e18.\u0e04."),
)
_STEMS |= {word: at for months in (_ABROAD, _SHORT) for at, words in enumerate(months, 1) for word in words.split()}
_STEMS |= {word: at for at, word in enumerate(_THAI_MONTHS, 1)}
"""Months by their names in Indonesian, Malay and English, and in languages of other banks."""

_CLOCK = (
    r"(?:(?:\s*[T,]\s*|\s+)(?:(?:pukul|jam|at)\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})"
    r"(?:[:.](?P<second>\d{2})(?:[.,]\d{1,9})?)?\s*(?P<half>[AP]M)?\s*(?:WIB|WITA|WIT|UTC|GMT|"
    r"[ECMPJIB]ST|[ECMP]DT|CEST|CET|SGT|HKT|PHT|MYT|AE[SD]T|EAT|WAT|MSK|Z|[+-]\d{2}:?\d{2})?)?"
)
_WEEKDAY = r"(?:[^\W\d_]{3,9}\s*,\s*)?"
_FORMS = tuple(
    re.compile(_WEEKDAY + form + _CLOCK, re.IGNORECASE)
    for form in (
        r"(?P<a>\d{1,4})(?P<by>[-/.])\s*(?P<b>\d{1,2})(?:(?P=by)\s*(?P<c>\d{4}|\d{1,2}))?",
        r"(?P<a>\d{4}|\d{1,2})\s(?P<b>\d{1,2})\s(?P<c>\d{4}|\d{2})",
        r"(?P<day>\d{1,2})[-/. ]{0,2}(?P<word>[^\W\d_]{3,9})\.?(?:[-/., ']{1,3}(?P<year>\d{4}|\d{2}))?",
        r"(?P<word>[^\W\d_]{3,9})\.?[-/. ]{1,2}(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,?[-/. ]{1,2}(?P<year>\d{4}))?",
        r"(?P<year>\d{4})[-/. ](?P<word>[^\W\d_]{3,9})[-/. ](?P<day>\d{1,2})",
        rf"(?P<day>\d{{1,2}})\s*(?P<word>{'|'.join(map(re.escape, _THAI_MONTHS))})\s*(?P<year>\d{{4}}|\d{{2}})",
        r"(?P<a>\d{4}):(?P<b>\d{2}):(?P<c>\d{2})",
        r"(?P<flat>\d{8})",
        r"(?P<a>\d{4})\u5e74(?P<b>\d{1,2})\u6708(?P<c>\d{1,2})\u65e5",
        r"(?P<era>[RH]|\u4ee4\u548c|\u5e73\u6210)(?P<a>\d{1,2})(?:[-/.]|\u5e74)(?P<b>\d{1,2})(?:[-/.]|\u6708)(?P<c>\d{1,2})\u65e5?",
    )
)
_ALONE = re.compile(_CLOCK[3:-2], re.IGNORECASE)
_TAIL = re.compile(r"[ T](?P<clock>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)$")
_BEFORE_LAST = ":."
"""What stands before the last two digits of such a time."""

_AFTER = re.compile(r"\d{1,2}[ ](?P<behind>[^\W\d_]{3,9}[ ]\d{4})")
_BARE = re.compile(r"\d{1,2}")
_SERIAL = re.compile(r"(?P<days>[345]\d{4})(?:[.,](?P<part>\d+))?")
_MONTH = re.compile(
    r"(?P<word>[^\W\d_]{3,9})[-/., ]+(?P<year>\d{4})|(?P<m>\d{1,2})[-/](?P<y>\d{4})|(?P<y2>\d{4})-(?P<m2>\d{1,2})"
)
_SPAN = re.compile(
    r"(?<=\d)\s+(?:a|e|al|au|at\u00e9|bis|do|tot|t/m|\u043f\u043e|\u81f3)\s+(?=\d)|"
    r"\bs\.?/?d\.?\b|\bsampai(?: dengan)?\b|\bhingga\b|\bto\b|\bthrough\b|\u2013|\u2014|~|\s-+\s",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:from|dari|mulai|vom|von|du|desde|del|dal|od)\b[\s:]*", re.IGNORECASE)
"""What may stand before the first day of a period."""

_LONGEST = 60
"""Characters of a cell; a longer one is no day."""

_FIRST_YEAR, _LAST_YEAR = 1990, 2079
_ERAS = {"R": 2018, "H": 1988, "\u4ee4\u548c": 2018, "\u5e73\u6210": 1988}
"""The year before the first of an era of Japan."""

_SERIAL_ZERO = date(1899, 12, 30)
_SECONDS = 86_400
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NOON = 12


class Period(NamedTuple):
    """First and last day that a statement says it covers."""

    first: date
    last: date


class Day(NamedTuple):
    """A day as written: the numbers of it, and whether a word or four digits say what they are."""

    one: int
    two: int
    three: int | None = None
    fixed: bool = False
    """Whether they are year, month and day for certain; `one` is 0 where no year stands."""

    clock: str | None = None
    """``HH:MM`` or ``HH:MM:SS``, where a time stands with the day."""

    pointed: bool = False
    """Whether points part its numbers: whoever writes so has the day before the month."""


def written_day(text: str) -> Day | None:
    """A day, maybe with its time; null for what is none under any order."""
    bare = text.strip(" '\t\u00a0")
    may_end_so = bare[-3:-2] in _BEFORE_LAST or bare[-1:] == "\n"
    tail = _TAIL.search(bare) if may_end_so and len(bare) <= _LONGEST else None
    if tail is None:
        return _whole_day(bare)
    # Days repeat and times do not: each day is worked out once.
    day, time = _whole_day(bare[: tail.start()]), clock(tail["clock"])
    if day is None or time is None or day.clock:
        return _whole_day(bare)
    return Day(day.one, day.two, day.three, day.fixed, time, day.pointed)


@lru_cache(maxsize=20_000)
def _whole_day(bare: str) -> Day | None:
    """A day in one of the known forms."""
    if not bare or len(bare) > _LONGEST or not any(sign.isdigit() for sign in bare):
        return None
    day = next((day for form in _FORMS if (found := form.fullmatch(bare)) and (day := _taken(found))), None)
    return day or _serial(bare)


def under(day: Day, order: Order) -> tuple[int, int, int] | None:
    """Year (0 where none stands), month and day under one order; null where there is no such day."""
    return _under(day[:4], order)


@lru_cache(maxsize=60_000)
def _under(numbers: tuple[int, int, int | None, bool], order: Order) -> tuple[int, int, int] | None:
    one, two, three, fixed = numbers
    if fixed:
        year, month, number = one, two, three or 0
    elif order == "ymd":
        if three is None or three > _DAYS_OF_MONTH or one >= _CENTURY:
            return None
        year, month, number = one, two, three
    else:
        year = 0 if three is None else three
        number, month = (one, two) if order == "dmy" else (two, one)
    if three is not None and not (fixed and one == 0):
        counted = _year(year)
        if counted is None:
            return None
        year = counted
    return (year, month, number) if _is_day(year or 2000, month, number) else None


def _year(written: int) -> int | None:
    """A year of the common count: two digits, or the counts of Thailand and Taiwan; null for one of no statement."""
    year = written + 2000 if written < _CENTURY else written
    if _FIRST_YEAR <= year <= _LAST_YEAR:
        return year - _THAI + _CENTURY * 5 if written < _CENTURY and year >= _TOO_LATE else year
    for zero in (-_THAI, _TAIWAN):
        if _FIRST_YEAR <= year + zero <= _LAST_YEAR:
            return year + zero
    return None


_THAI, _TAIWAN = 543, 1911
_TOO_LATE = 2060
"""A year of two digits that would be this or later is one of Thailand: 69 is 2569, which is 2026."""

_DAYS_OF_MONTH = 31
_CENTURY = 100


def settle(found: tuple[int, int, int] | None, period: Period | None) -> date | None:
    """The day with its year, else that of the period, which may cross New Year; null where none or several fit."""
    if found is None:
        return None
    year, month, number = found
    if year:
        return date(year, month, number)
    if period is None:
        return None
    years = range(period.first.year, period.last.year + 1)
    days = [date(year, month, number) for year in years if _is_day(year, month, number)]
    inside = [day for day in days if period.first <= day <= period.last]
    return inside[0] if len(inside) == 1 else None


def written_period(text: str, order: Order) -> Period | None:
    """First and last day of ``01/09/2026 - 30/09/2026``, or of a single month or day."""
    days: list[Period] = []
    bare = text.strip()
    if begins := _FROM.match(bare):
        bare = bare[begins.end() :]
    parts = _SPAN.split(bare)
    rest = _AFTER.match(parts[-1].strip(" '.,:"))
    for part in parts:
        # "1 s/d 31 Maret 2026" says month and year once.
        if rest is not None and _BARE.fullmatch(part.strip(" '.,")):
            part = f"{part.strip()} {rest['behind']}"  # noqa: PLW2901 # the part as it is meant
        one = _month(part.strip(" '.,:")) or _single(part.strip(" '.,:"), order)
        if one is None:
            days = []
            break
        days.append(one)
    if not days and " - " not in text and len(parts := text.split("-")) == 2:  # noqa: PLR2004 # without blanks between
        return written_period(" - ".join(parts), order)
    return Period(days[0].first, days[-1].last) if days and days[0].first <= days[-1].last else None


@lru_cache(maxsize=60_000)
def clock(text: str, digits: int = 0) -> str | None:
    """A time of the day in a column of its own; `digits` is the length of one written without any sign between."""
    bare = text.strip(" '")
    if digits and bare.isascii() and bare.isdigit() and len(bare) <= digits:
        padded = bare.zfill(digits)
        return _clock(padded[:2], padded[2:4], padded[4:6] or None, None)
    found = _ALONE.fullmatch(" " + bare) if len(bare) <= _LONGEST else None
    return _clock(found["hour"], found["minute"], found["second"], found["half"]) if found else None


def when(written: str, day: str | None, time: str | None) -> When:
    """A time as written, local where its day is decided, as ISO writes it; a statement names no zone."""
    if day is None or time is None:
        return When(written=written, local=day, precision="day")
    return When(written=written, local=f"{day}T{time}", precision="second" if time.count(":") > 1 else "minute")


def _taken(found: re.Match[str]) -> Day | None:
    """The numbers of one form."""
    part = found.groupdict()
    time = None
    if part.get("hour"):
        time = _clock(part["hour"], part["minute"] or "", part["second"], part["half"])
        if time is None:
            return None
    if part.get("flat"):
        return _flat(part["flat"], time)
    if part.get("word"):
        month = _STEMS.get(part["word"].casefold())
        year = int(part["year"]) if part.get("year") else 0
        year = (_year(year) or year) if part.get("year") else 0
        return (
            Day(year, month, int(part["day"]), fixed=True, clock=time) if month and _real(year, month, part) else None
        )
    three = int(part["c"]) if part.get("c") else None
    if part.get("era"):
        one = Day(int(part["a"]) + _ERAS[part["era"].upper()], int(part["b"]), three, fixed=True, clock=time)
        return one if under(one, "ymd") else None
    if len(part["a"]) > 2:  # noqa: PLR2004 # a year of four digits stands first
        one = Day(int(part["a"]), int(part["b"]), three, fixed=True, clock=time)
        return one if three and under(one, "ymd") else None
    one = Day(int(part["a"]), int(part["b"]), three, clock=time, pointed=part.get("by") == ".")
    return one if any(under(one, order) for order in ORDERS) else None


def _real(year: int, month: int, part: dict[str, str]) -> bool:
    return _is_day(_year(year) or 0 if year else 2000, month, int(part["day"])) and (
        not year or _year(year) is not None
    )


def _flat(digits: str, time: str | None) -> Day | None:
    """Eight digits: year, month, day; or day, month, year."""
    for year, month, number in ((digits[:4], digits[4:6], digits[6:]), (digits[4:], digits[2:4], digits[:2])):
        real = _year(int(year))
        if real is not None and _is_day(real, int(month), int(number)):
            return Day(real, int(month), int(number), fixed=True, clock=time)
    return None


def _serial(text: str) -> Day | None:
    """The number under which a spreadsheet keeps a day: days since 30 December 1899."""
    found = _SERIAL.fullmatch(text)
    if found is None:
        return None
    day = _SERIAL_ZERO + timedelta(days=int(found["days"]))
    time = None
    if found["part"]:
        seconds = round(int(found["part"]) * _SECONDS / 10 ** len(found["part"]))
        time = f"{datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=min(seconds, _SECONDS - 1)):%H:%M:%S}"
    fits = _FIRST_YEAR <= day.year <= _LAST_YEAR
    return Day(day.year, day.month, day.day, fixed=True, clock=time) if fits else None


def _single(text: str, order: Order) -> Period | None:
    day = written_day(text)
    found = under(day, order) if day else None
    if found is None or not found[0]:
        return None
    return Period(date(*found), date(*found))


def _month(text: str) -> Period | None:
    found = _MONTH.fullmatch(text)
    if found is None:
        return None
    month = _STEMS.get(found["word"].casefold()) if found["word"] else int(found["m"] or found["m2"])
    year = _year(int(found["year"] or found["y"] or found["y2"]))
    if month is None or not 1 <= month <= 12 or year is None:  # noqa: PLR2004 # months
        return None
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _clock(hour: str, minute: str, second: str | None, half: str | None) -> str | None:
    hours = int(hour)
    if half:
        if not 1 <= hours <= _NOON:
            return None
        hours = hours % _NOON + (_NOON if half.upper() == "PM" else 0)
    if hours > 23 or int(minute) > 59 or int(second or 0) > 59:  # noqa: PLR2004 # of a clock
        return None
    return f"{hours:02}:{minute}" + (f":{second}" if second else "")


def _is_day(year: int, month: int, number: int) -> bool:
    """Whether there is such a day: 29 February is not in every year."""
    if month == 2 and number == 29:  # noqa: PLR2004 # the one day that not every year has
        return isleap(year)
    return 1 <= month <= 12 and 1 <= number <= _LENGTHS[month - 1]  # noqa: PLR2004 # months
