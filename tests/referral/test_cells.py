# SPDX-License-Identifier: Apache-2.0
"""No cell of ours is taken for a formula, and no other text is changed."""

import pytest

from suluh.referral.cells import guard, table


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+62812",
        "-1",
        "@x",
        "|x",
        "\t=1+1",
        " =1+1",
        "\r=1",
        "\n=1",
        "\uff1d1",
        " \uff0b1",
        "\u200b=1",
        "\u202e=1",
        "\ufeff@x",
        "\x00=1",
        "\tx",
        "\u3000=1",
        "\ufe631",
    ],
)
def test_what_a_spreadsheet_could_run_is_guarded(text: str) -> None:
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", ["", "x", "a=1", "paket 40 file 50rb", "'=1", "1-2", "é", "0812", "(=1)", "  x"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guard(text) == text


def test_a_table_has_a_mark_semicolons_and_quoted_breaks() -> None:
    data = table(("a", "b"), [("x;y", 7), ('"', None), ("a\nb", -1)])

    assert data == b'\xef\xbb\xbfa;b\r\n"x;y";7\r\n"""";\r\n"a\nb";-1\r\n'
