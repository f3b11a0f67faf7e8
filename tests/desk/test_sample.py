# SPDX-License-Identifier: Apache-2.0
"""The command that draws a sample says what it may be used for, and what stays to be done."""

from pathlib import Path

import pytest

from suluh.case.case import Case

WORDS = ("--size", "3", "--seed", "2026-01-05", "--purpose", "count")


@pytest.fixture
def made(copied_case: Case) -> Path:
    """The made-up case of the lists, closed."""
    case = copied_case
    case.close()
    return case.folder.path


def test_a_sample_counts_and_everything_stays_in_the_queue(suluh, made, tmp_path):
    done = suluh("sample", made, tmp_path / "sample.csv", *WORDS)

    assert done.code == 0, done.err
    assert (
        "What waits for a look: 3 files, 3 distinct contents, 2 groups of near duplicates, 0 categorised." in done.out
    )
    assert "Drawn: 3 contents (B-1 3 of 3)." in done.out
    assert "all 3 contents stay in the queue" in done.out
    assert "Never use it to decide where a child may be found" in done.out
    assert len((tmp_path / "sample.csv").read_text("utf-8-sig").splitlines()) == 4


def test_a_sample_is_shown_as_a_table(suluh, made, tmp_path):
    suluh("sample", made, tmp_path / "sample.csv", *WORDS)

    done = suluh("show", made, "samples")

    assert done.code == 0
    assert "samples: 2" in done.out
    assert "share low" in done.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--size", "0", *WORDS[2:]), "ask for 1 to 10,000 with --size"),
        (("--size", "many", *WORDS[2:]), "a valid integer"),
        (WORDS[:2], "Missing option '--seed'"),
        (WORDS[2:], "Missing option '--size'"),
        (WORDS[:4], "say with --purpose"),
    ],
)
def test_a_sample_asked_for_wrongly_is_one_sentence(suluh, made, tmp_path, words, sentence):
    done = suluh("sample", made, tmp_path / "sample.csv", *words)

    assert done.code == 2
    assert sentence in done.err
    assert done.err.count("\n") == 1
