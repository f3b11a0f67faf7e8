# SPDX-License-Identifier: Apache-2.0
"""The command that writes the made papers: it needs a purpose, names every file, and refuses in sentences."""

import json
from pathlib import Path

import pytest

from suluh.case.case import Case


@pytest.fixture
def case(copied_case: Case) -> Path:
    made = copied_case
    made.close()
    return made.folder.path


def test_papers_are_not_written_without_a_purpose(suluh, case, tmp_path):
    done = suluh("dossier", case, "write", tmp_path / "papers")

    assert done.code == 2
    assert "say why with --purpose" in done.err
    assert not (tmp_path / "papers").exists()


def test_the_report_of_the_examination_is_written_in_both_languages(suluh, case, tmp_path):
    for language in ("id", "en"):
        folder = tmp_path / language
        done = suluh("dossier", case, "write", folder, "--purpose", "uji", "--form", "d2", "--language", language)

        assert done.code == 0, done.err
        names = sorted(path.name for path in folder.iterdir())
        papers = [name for name in names if "-sha256-" not in name]
        assert papers == sorted(
            [*(f"{one}.{kind}" for one in ("D2", "D2-ringkas") for kind in ("json", "pdf", "xlsx")), "manifest.json"]
        )
        assert "D2-sha256-B-1-1.txt" in names
        assert [Path(line).name for line in done.out.splitlines()] == names
    assert (tmp_path / "id" / "D2.pdf").read_bytes() != (tmp_path / "en" / "D2.pdf").read_bytes()


def test_the_look_is_in_the_ledger_with_its_purpose(suluh, case, tmp_path):
    suluh("dossier", case, "write", tmp_path / "papers", "--purpose", "untuk gelar perkara", "--form", "D2")

    rows = [json.loads(line) for line in suluh("show", case, "ledger", "--json", "--purpose", "lihat").out.splitlines()]

    [entry] = [row for row in rows if row["action"] == "papers"]
    assert entry["detail"]["purpose"] == "untuk gelar perkara"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--form", "D7"), "'D7' is no paper that is made here"),
        (("--dossier", "dossier-1"), "has no dossier dossier-1"),
        (("--person", "whatsapp:+620000"), "has no account whatsapp:+620000"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(suluh, case, tmp_path, words, says):
    done = suluh("dossier", case, "write", tmp_path / "papers", "--purpose", "uji", *words)

    assert done.code == 2
    assert says in done.err
