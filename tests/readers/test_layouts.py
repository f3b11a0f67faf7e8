# SPDX-License-Identifier: Apache-2.0
"""Statements in layouts that nobody taught the reader: right, or told; `make show TOPIC=money` draws two thousand."""

from tests.readers.layouts.judge import judge
from tests.readers.layouts.layout import statement

SEEDS = range(60)
EXACT = 0.98


def test_a_drawn_statement_is_the_same_every_time() -> None:
    assert statement(7).text == statement(7).text
    assert statement(7).text != statement(8).text


def test_no_drawn_statement_is_wrong_in_silence_and_no_row_is_lost() -> None:
    found = judge(SEEDS)

    assert found.silent == []
    assert found.lost == []
    assert found.missed == []
    assert found.seen["with inexact"] <= (1 - EXACT) * found.seen["with"]
