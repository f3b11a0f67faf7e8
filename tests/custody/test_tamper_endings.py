# SPDX-License-Identifier: Apache-2.0
"""An admission ends by the signature of a supervisor: forgeries of that, and what is signed afterwards, are named."""

import msgspec
import pytest
from tests.custody.every_noun import AFTER_NEXT, AT, ENTRIES
from tests.custody.test_tamper_officers import Forge, admission, analyst, forge, wrong

from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.officers import keep_key, officer_of
from suluh.case.verify.case import verify_case
from suluh.custody.checkpoint import write_checkpoint
from suluh.custody.entry import Entry
from suluh.custody.key import OfficerKey, PublicKey
from suluh.custody.tree import Tree
from suluh.model.body import Noun
from suluh.model.ids import make_id
from suluh.store.open import connect
from suluh.store.rows import Rows

__all__ = ["analyst", "forge"]


def ending(public: PublicKey, by: str, reason: str = "left", **fields: str) -> tuple[Act, Noun]:
    """The act that ends an admission and its row, which may say something else."""
    admitted = officer_of(public, "S-1", AT)
    told = {"id": make_id("officer", public.code, "end"), "ends": admitted.id, "reason": "left", "by": by, **fields}
    detail = {"officer": public.code, "key": public.signing.hex(), "reason": reason}
    return Act("end", public.code, detail), msgspec.structs.replace(admitted, **told)


def test_an_admission_that_a_supervisor_ended_is_told(
    folder: CaseFolder, key: OfficerKey, analyst: OfficerKey, forge: Forge
) -> None:
    forge(key, *ending(analyst.public, "S-1"))

    [hand, _] = verify_case(folder).hands
    assert (hand.code, hand.until.endswith("Z, when S-1 ended that")) == ("A-2", True)


@pytest.mark.parametrize("act", [Act("look", "x"), Act("read", "payments", {"purpose": "uji"})])
def test_what_is_signed_after_an_admission_ended_is_named(
    folder: CaseFolder, key: OfficerKey, analyst: OfficerKey, forge: Forge, act: Act
) -> None:
    forge(key, *ending(analyst.public, "S-1"))
    forge(analyst, act)

    assert wrong(folder) == (6, f"entry {ENTRIES + 3}")


def test_a_checkpoint_that_is_signed_after_an_admission_ended_is_named(
    folder: CaseFolder, key: OfficerKey, analyst: OfficerKey, forge: Forge
) -> None:
    forge(key, *ending(analyst.public, "S-1"))
    connection = connect(folder.file)
    tree, log = Tree.load(Rows(connection).tree()), Entry.read(Rows(connection).last_entry().body).log
    connection.close()
    note = write_checkpoint(f"suluh/{log}", tree.size, tree.root(), analyst)
    (folder.checkpoints / "late.note").write_text(note, "utf-8")

    assert wrong(folder) == (8, "checkpoint late.note")


def test_who_is_no_supervisor_ends_no_admission(
    folder: CaseFolder, key: OfficerKey, analyst: OfficerKey, second: OfficerKey, forge: Forge
) -> None:
    keep_key(folder.keys, second.public)
    forge(key, *admission(second.public, "S-1"))
    forge(analyst, *ending(second.public, "A-2"))

    assert wrong(folder) == (6, f"entry {ENTRIES + 3}")


@pytest.mark.usefixtures("analyst")
def test_the_end_of_the_last_supervisor_is_named(folder: CaseFolder, key: OfficerKey, forge: Forge) -> None:
    forge(key, *ending(key.public, "S-1"))

    assert wrong(folder) == (6, AFTER_NEXT)


def test_an_admission_that_ended_is_not_ended_again(
    folder: CaseFolder, key: OfficerKey, analyst: OfficerKey, forge: Forge
) -> None:
    forge(key, *ending(analyst.public, "S-1"))
    forge(key, *ending(analyst.public, "S-1", id=make_id("officer", "again")))

    assert wrong(folder) == (6, f"entry {ENTRIES + 3}")


@pytest.mark.parametrize("reason", ["", " "])
def test_an_end_without_a_reason_is_named(
    folder: CaseFolder, key: OfficerKey, analyst: OfficerKey, forge: Forge, reason: str
) -> None:
    forge(key, *ending(analyst.public, "S-1", reason))

    assert wrong(folder) == (6, AFTER_NEXT)


@pytest.mark.parametrize(
    "fields", [{"access": "supervisor"}, {"key": "0" * 64}, {"reason": "another"}, {"ends": "x"}, {"code": "S-1"}]
)
def test_a_row_that_says_something_else_than_the_end_is_named(
    folder: CaseFolder, key: OfficerKey, analyst: OfficerKey, forge: Forge, fields: dict[str, str]
) -> None:
    forge(key, *ending(analyst.public, "S-1", **fields))

    assert wrong(folder)[0] == 6


def test_an_end_that_names_another_key_is_named(
    folder: CaseFolder, key: OfficerKey, analyst: OfficerKey, forge: Forge
) -> None:
    act, row = ending(analyst.public, "S-1")
    forge(key, Act("end", "A-2", {**act.detail, "key": "0" * 64}), row)

    assert wrong(folder) == (6, AFTER_NEXT)


def test_an_end_in_another_act_is_named(folder: CaseFolder, key: OfficerKey, analyst: OfficerKey, forge: Forge) -> None:
    _, row = ending(analyst.public, "S-1")
    forge(key, Act("deals", "case"), row)

    assert wrong(folder) == (6, f"officer {row.id}")
