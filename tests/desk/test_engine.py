# SPDX-License-Identifier: Apache-2.0
"""`SULUH_ENGINE` says where the locked workers run, and a wrong name is told before anything is done."""


def test_a_wrong_engine_is_misuse_and_changes_nothing(suluh, tmp_path, monkeypatch):
    case = tmp_path / "case"
    suluh("new", case, "--number", "LP/1/2026", "--unit", "Unit Contoh")
    before = suluh("show", case, "ledger", "--json").out
    monkeypatch.setenv("SULUH_ENGINE", "grid")

    done = suluh("run", case)

    assert done.code == 2
    assert "there is no engine 'grid' for workers: set SULUH_ENGINE to local" in " ".join(done.err.split())
    assert suluh("show", case, "ledger", "--json").out == before
