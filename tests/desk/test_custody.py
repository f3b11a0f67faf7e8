# SPDX-License-Identifier: Apache-2.0
"""`suluh custody`: what is written by hand, and what is carried by hand."""

import re

import pytest
from tests.authority import OPENSSL, Authority


@pytest.fixture
def fresh(suluh, tmp_path):
    assert suluh("new", tmp_path / "case", "--number", "LP/1/2026", "--unit", "Unit PPA").code == 0
    return tmp_path / "case"


def test_a_checkpoint_is_told_as_a_paper_has_it_in_both_languages(suluh, fresh):
    done = suluh("custody", fresh, "checkpoint")

    [size, root] = re.search(r"Ledger: (\d+) entries, root ([0-9a-f ]{19})\.", done.out).groups()
    assert f"Buku jejak: {size} catatan, akar {root}." in done.out
    assert suluh("verify", fresh, "--seen", f"{size} {root}").code == 0
    assert suluh("verify", fresh, "--seen", f"{size} {root[:-1]}{'0' if root[-1] != '0' else '1'}").code == 1
    assert "over entry 1; 0 came after" in suluh("status", fresh).out


@pytest.mark.skipif(OPENSSL is None, reason="the program openssl is not installed")
def test_a_time_stamp_is_carried_there_and_back(suluh, fresh, tmp_path):
    authority = Authority.start(tmp_path / "authority")
    (tmp_path / "root.pem").write_bytes(authority.root.pem())
    assert suluh("custody", fresh, "request", tmp_path / "out.tsq").code == 2
    suluh("custody", fresh, "checkpoint")

    assert "carry it to the authority" in suluh("custody", fresh, "request", tmp_path / "out.tsq").out
    (tmp_path / "in.tsr").write_bytes(authority.answer((tmp_path / "out.tsq").read_bytes()))
    done = suluh("custody", fresh, "attach", tmp_path / "in.tsr", "--certificates", tmp_path / "root.pem")
    assert "Attached: CN=Otoritas Uji says that the checkpoint over 1 entries was there at" in done.out

    checked = suluh("verify", fresh)
    assert checked.code == 0
    assert "The checkpoint over 1 entries was there at" in checked.out
    fresh.joinpath("checkpoints", "000000000001.tsr").unlink()
    assert (
        "checkpoints/000000000001.tsr, the time stamp that entry 2 names, does not hold" in suluh("verify", fresh).err
    )


def test_what_is_no_answer_is_refused_in_a_sentence(suluh, fresh, tmp_path):
    (tmp_path / "in.tsr").write_bytes(b"not an answer")
    suluh("custody", fresh, "checkpoint")

    done = suluh("custody", fresh, "attach", tmp_path / "in.tsr", "--certificates", tmp_path / "in.tsr")

    assert (done.code, "was not attached: this is no answer of a time stamping authority" in done.err) == (2, True)
