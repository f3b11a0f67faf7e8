# SPDX-License-Identifier: Apache-2.0
"""`suluh manifest` at the scene, and what `suluh add --digest` makes of it later."""

import hashlib
import re

import pytest


@pytest.fixture
def tree(tmp_path):
    root = tmp_path / "phone"
    root.mkdir()
    for number in range(3):
        (root / f"{number}.txt").write_text(f"catatan {number}\n", "utf-8")
    return root


@pytest.fixture
def fresh(suluh, tmp_path):
    suluh("new", tmp_path / "case", "--number", "LP/1/2026", "--unit", "Unit PPA")
    court = ("--kind", "court", "--number", "PEN-1", "--issuer", "PN Contoh", "--date", "2026-01-02")
    assert suluh("authority", tmp_path / "case", *court).code == 0
    return tmp_path / "case"


def test_a_list_needs_no_case_and_says_what_to_write_by_hand(suluh, tree, tmp_path):
    done = suluh("manifest", tree, tmp_path / "list")

    digest = hashlib.sha256((tmp_path / "list").read_bytes()).hexdigest()
    assert done.code == 0
    assert re.sub(r"(?<=[0-9a-f]) (?=[0-9a-f]{8})", "", done.out).count(digest) == 2
    assert "Daftar 3 file, 30 byte, SHA-256 daftar" in done.out


def test_what_came_since_is_a_flaw_of_the_case(suluh, fresh, tree, tmp_path):
    suluh("manifest", tree, tmp_path / "list")
    (tree / "late.txt").write_text("x", "utf-8")
    (tree / "0.txt").write_text("y", "utf-8")

    added = suluh("add", fresh, tree, "--label", "B-1", "--authority", "PEN-1", "--digest", tmp_path / "list")
    assert "list lists 3 files; its SHA-256 is" in added.out
    suluh("run", fresh)

    told = suluh("show", fresh, "flaws", "--json").out
    assert "and this one is not on it" in told
    assert "and its bytes give" in told


def test_a_list_that_was_cut_off_is_refused(suluh, fresh, tree, tmp_path):
    suluh("manifest", tree, tmp_path / "list")
    (tmp_path / "list").write_bytes((tmp_path / "list").read_bytes()[:-20])

    done = suluh("add", fresh, tree, "--label", "B-1", "--authority", "PEN-1", "--digest", tmp_path / "list")

    assert (done.code, "was changed or cut off" in done.err) == (2, True)
