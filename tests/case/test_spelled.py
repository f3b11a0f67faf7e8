# SPDX-License-Identifier: Apache-2.0
"""No spelling of a number brings it past the mask."""

import random

import pytest
from tests.each import each

from suluh.case.gate.mask import DOTS, Mask
from suluh.case.gate.seal import Seal
from suluh.case.gate.spelled import plain

SEAL = Seal(bytes(32))

SEEN = 6
BETWEEN = (
    "",
    "",
    " ",
    "  ",
    "-",
    ".",
    "_",
    "/",
    "\u00a0",
    "\u2011",
    "\u200b",
    "\u2060\u200b",
    " - ",
    ")(",
    "*",
    ":",
    ",",
)
DIGITS = ("0123456789", "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19")
OTHERS = (
    "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669",
    "o1234567\u0668\u2079",
    "OI23456789",
    "0l23456789",
)


def number(dice: random.Random) -> str:
    """A made-up number of a phone, as at home or abroad."""
    return dice.choice(("0899", "62899", "6283")) + "".join(dice.choices("0123456789", k=dice.randint(7, 9)))


def spelled(digits: str, dice: random.Random) -> str:
    """One way of writing a number: which digits, what between them, and after how many of them."""
    alphabet, every = dice.choice((*DIGITS, *OTHERS)), dice.choice((1, 2, 3, 4))
    signs = "".join(alphabet[int(one)] if dice.random() < 0.7 or every > 1 else one for one in digits)
    between = dice.choice(BETWEEN)
    shown = between.join(signs[at : at + every] for at in range(0, len(signs), every))
    return f"+{shown}" if digits.startswith("62") and dice.random() < 0.5 else shown


def left(digits: str, shown: str) -> list[str]:
    """Stretches of a number that can still be read."""
    pieces = {digits[at : at + SEEN] for at in range(len(digits) - SEEN + 1)}
    return [one for part in shown.split(DOTS) for one in pieces if one in plain(part)]


@each("seed", range(150))
def test_nothing_of_a_phone_number_survives_however_it_is_spelled(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 # made-up numbers, no secrets
    digits = number(dice)
    written = spelled(digits, dice)

    assert left(digits, Mask(SEAL).text(f"hub {written} ya")) == [], written


@each("seed", range(150))
def test_nothing_of_a_known_number_survives_amid_others(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 # made-up numbers, no secrets
    digits = number(dice)[:-2]
    around = [dice.choice(("40 ", "12345", "50.000 ", "x", "", "30\n")) for _ in range(2)]
    text = around[0] + spelled(digits, dice) + around[1]

    assert left(digits, Mask(SEAL, accounts=[f"whatsapp:+{digits}"]).text(text)) == [], text


def test_a_known_number_is_found_line_by_line_and_in_a_list() -> None:
    mask = Mask(SEAL, accounts=["whatsapp:+6289900000088"])

    assert [left("089900000088", mask.text(one)) for one in ("0899\n0000\n0088", "0899, 0000, 0088")] == [[], []]


@pytest.mark.parametrize(
    "written",
    [
        "50.000",
        "Rp1.500.000",
        "Rp 1.500.000.000",
        "12.345.678,00",
        "50.000 100.000 150.000",
        "10, 20, 30, 40, 50, 60",
        "30 = 35, 20=25, 10=15",
        "30/08/2025 18.00",
        "2025-08-30 18:00 - 19:30",
        "buka 08:00-10:00, 13:00-15:00",
        "Screenshot_2025-08-30-18-00-05-123",
        "VID_20250830_180000.mp4",
        "lol 10 oil 20",
    ],
)
def test_sums_dates_and_lists_of_prices_stay(written: str) -> None:
    assert Mask(SEAL).text(written) == written


@pytest.mark.parametrize("written", ["899.000.000.044", "8.990.000.044", "0,899,000,000", "2008-12-34 567890"])
def test_a_number_that_is_dressed_as_a_sum_or_a_date_is_masked(written: str) -> None:
    assert DOTS in Mask(SEAL).text(written)
