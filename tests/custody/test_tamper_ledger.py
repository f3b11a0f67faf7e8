# SPDX-License-Identifier: Apache-2.0
"""Entries that were removed, doubled, swapped, forged or cut off are found, and the first wrong one is named."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import AFTER_NEXT, CHECKED, ENTRIES, LAST, NEXT, clock, fill, forge, officer, start

from suluh.case.acts.admit import admit
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.verify.case import read_keys, verify_case
from suluh.custody.checkpoint import write_checkpoint
from suluh.custody.entry import Entry
from suluh.custody.key import OfficerKey
from suluh.custody.tree import Tree, leaf_hash
from suluh.custody.verify import Stored, check_entries
from suluh.custody.witness import Seen
from suluh.model.errors import BrokenCustody
from suluh.model.people import Decision
from suluh.model.talk import Contact
from suluh.store.open import connect
from suluh.store.rows import Rows
from suluh.store.tables import COLUMNS
from suluh.unit.folder import UnitFolder

SEED = int(os.environ.get("SULUH_SEED", "20261125"))
TRIALS = 600


@pytest.fixture(scope="module")
def stored(whole: Path) -> list[Stored]:
    connection = connect(CaseFolder(whole).file)
    entries = [Stored(*entry) for entry in Rows(connection).entries()]
    connection.close()
    return entries


@pytest.fixture(scope="module")
def check(whole: Path) -> Callable[[list[Stored]], int]:
    keys = read_keys(CaseFolder(whole))
    return lambda entries: check_entries(entries, keys).size


def renumbered(entries: list[Stored]) -> list[Stored]:
    return [Stored(number, one.body, one.signature) for number, one in enumerate(entries, 1)]


def first_difference(before: list[Stored], after: list[Stored]) -> int:
    return next(number for number, pair in enumerate(zip(before, after, strict=False), 1) if pair[0] != pair[1])


def flip(chance: random.Random, entries: list[Stored]) -> list[Stored]:
    at = chance.randrange(len(entries))
    one = entries[at]
    field = chance.choice(["body", "signature"])
    data = bytearray(getattr(one, field))
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return [*entries[:at], one._replace(**{field: bytes(data)}), *entries[at + 1 :]]


def delete(chance: random.Random, entries: list[Stored]) -> list[Stored]:
    at = chance.randrange(len(entries) - 1)
    return [*entries[:at], *entries[at + 1 :]]


def delete_and_renumber(chance: random.Random, entries: list[Stored]) -> list[Stored]:
    return renumbered(delete(chance, entries))


def double(chance: random.Random, entries: list[Stored]) -> list[Stored]:
    at = chance.randrange(len(entries))
    return renumbered([*entries[: at + 1], *entries[at:]])


def swap(chance: random.Random, entries: list[Stored]) -> list[Stored]:
    one, two = sorted(chance.sample(range(len(entries)), 2))
    changed = list(entries)
    changed[one], changed[two] = changed[two], changed[one]
    return renumbered(changed)


def reseal(chance: random.Random, entries: list[Stored]) -> list[Stored]:
    """Rewrite one entry and chain everything after it again, without the key."""
    at = chance.randrange(len(entries))
    changed = list(entries[:at])
    prev = Entry.read(entries[at].body).prev
    for one in entries[at:]:
        entry = Entry.read(one.body)
        words = "forged" if one.seq == at + 1 else entry.object
        data = msgspec.structs.replace(entry, prev=prev, object=words).body()
        changed.append(one._replace(body=data))
        prev = leaf_hash(data).hex()
    return changed


MUTATIONS = (flip, delete, delete_and_renumber, double, swap, reseal)


def first_wrong(check: Callable[..., int], entries: list[Stored]) -> str | None:
    try:
        check(entries)
    except BrokenCustody as error:
        return error.where
    return None


def test_every_mutation_is_found_and_its_first_entry_named(stored: list[Stored], check: Callable[..., int]) -> None:
    chance = random.Random(SEED)  # noqa: S311 # a seed makes it run again
    missed = []

    for trial in range(TRIALS):
        mutate = MUTATIONS[trial % len(MUTATIONS)]
        changed = mutate(chance, stored)
        expected = f"entry {first_difference(stored, changed) if changed[: len(stored)] != stored else len(stored) + 1}"
        if first_wrong(check, changed) != expected:
            missed.append((trial, mutate.__name__))

    assert (SEED, missed) == (SEED, [])


def test_an_untouched_ledger_gives_no_alarm(stored: list[Stored], check: Callable[..., int]) -> None:
    assert [check(stored[:size]) for size in range(1, len(stored) + 1)] == list(range(1, len(stored) + 1))


def test_an_empty_ledger_is_nothing_to_check(check: Callable[..., int]) -> None:
    with pytest.raises(BrokenCustody, match="nothing to check"):
        check([])


def edit(folder: CaseFolder, *statements: str) -> None:
    """Edit entries as somebody does who knows of the guards and puts them back."""
    connection = sqlite3.connect(folder.file)
    guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger'").fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _, text in guards:
        connection.execute(text)
    connection.commit()
    connection.close()


def broken(folder: CaseFolder, checkpoint: str | None = None) -> BrokenCustody:
    with pytest.raises(BrokenCustody) as caught:
        verify_case(folder, () if checkpoint is None else [("kept outside", checkpoint.encode())])
    return caught.value


def test_an_entry_cannot_be_changed_by_accident(folder: CaseFolder) -> None:
    connection = sqlite3.connect(folder.file)

    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        connection.execute("UPDATE entry SET seq=99 WHERE seq=1")
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        connection.execute("DELETE FROM entry")
    connection.close()


@pytest.mark.parametrize("number", range(1, ENTRIES + 1))
def test_each_entry_removed_or_doubled_is_named(copy: Callable[[str], CaseFolder], number: int) -> None:
    removed, doubled = copy("removed"), copy("doubled")
    edit(removed, f"DELETE FROM entry WHERE seq={number}")
    edit(doubled, f"INSERT INTO entry SELECT {ENTRIES + 1}, body, signature FROM entry WHERE seq={number}")

    assert broken(removed).where in {f"entry {number}", LAST}
    assert broken(doubled).where == NEXT


def cut(folder: CaseFolder, left: int) -> None:
    """Cut off the end and take everything along that would show it."""
    tables = [f'DELETE FROM "{kind}" WHERE batch>{left}' for kind in COLUMNS]
    edit(folder, f"DELETE FROM entry WHERE seq>{left}", f"DELETE FROM cache_manifest WHERE batch>{left}", *tables)
    connection = connect(folder.file)
    state = Tree.of(leaf_hash(entry.body) for entry in Rows(connection).entries()).dump()
    connection.execute("UPDATE cache_tree SET state=?", (state,))
    connection.close()


@pytest.mark.parametrize("left", range(1, ENTRIES))
def test_a_ledger_cut_off_anywhere_is_found_by_its_own_checkpoint(folder: CaseFolder, left: int) -> None:
    cut(folder, left)

    found = broken(folder)
    assert (found.rule, "cut or rolled back: S-1 signed" in str(found)) == (8, True)


@pytest.mark.parametrize("left", range(2, 9))
def test_without_checkpoints_only_one_kept_elsewhere_finds_the_cut(folder: CaseFolder, left: int) -> None:
    outside = (folder.checkpoints / f"{CHECKED:012}.note").read_text("utf-8")
    shutil.rmtree(folder.checkpoints)
    cut(folder, left)

    assert verify_case(folder).entries == left
    assert broken(folder, outside).where == f"entry {left + 1}"


@pytest.mark.parametrize("name", ["x.note", f"{ENTRIES:012}.note"])
def test_a_checkpoint_under_another_name_is_named(folder: CaseFolder, name: str) -> None:
    folder.note(CHECKED).replace(folder.checkpoints / name)

    found = broken(folder)
    assert (found.rule, found.where) == (8, f"checkpoint {name}")


@pytest.mark.parametrize("size", [CHECKED, ENTRIES])
def test_a_checkpoint_that_a_witness_saw_and_that_is_gone_is_named(
    folder: CaseFolder, unit: UnitFolder, size: int
) -> None:
    verify_case(folder, unit=unit)
    folder.note(size).unlink()

    with pytest.raises(BrokenCustody, match=f"checkpoint {size:012}.note is gone, which line .* saw") as told:
        verify_case(folder, unit=unit)
    assert (told.value.rule, told.value.where) == (8, f"checkpoint {size:012}.note")


@pytest.fixture
def own_witness(unit: UnitFolder, tmp_path: Path) -> UnitFolder:
    """The unit's folder with a copy of its witness files, to which a test may add."""
    return UnitFolder(unit.path, Path(shutil.copytree(unit.witness, tmp_path / "witness")))


def test_reads_of_two_commands_at_once_lack_no_checkpoint(
    folder: CaseFolder, own_witness: UnitFolder, key: OfficerKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both enter, and then both tell the witness how the ledger stands."""
    one, other = (Case.open(folder, Acting(key, own_witness, clock())) for _ in range(2))
    tell, waiting = one._witness, list[Seen]()
    monkeypatch.setattr(one, "_witness", waiting.append)
    one.note(Act("look", "payments", {"purpose": "uji"}))
    other.note(Act("look", "payments", {"purpose": "uji"}))
    tell(other.seen())

    held = verify_case(folder, unit=own_witness)

    assert waiting
    assert "gone" not in " ".join(held.remarks)


@pytest.mark.parametrize("size", [CHECKED, ENTRIES])
def test_a_checkpoint_that_an_older_witness_file_saw_is_said(
    folder: CaseFolder, own_witness: UnitFolder, size: int
) -> None:
    [file] = own_witness.witness.iterdir()
    file.write_text(file.read_text("ascii").replace(" checkpoint", ""), "ascii")
    whole = verify_case(folder, unit=own_witness).remarks
    folder.note(size).unlink()

    [said] = set(verify_case(folder, unit=own_witness).remarks) - set(whole)

    assert f"checkpoints/{size:012}.note is gone" in said


def test_a_read_that_no_checkpoint_followed_lacks_none(folder: CaseFolder, unit: UnitFolder, key: OfficerKey) -> None:
    case = Case.open(folder, Acting(key, unit, clock()))
    case.note(Act("look", "payments", {"purpose": "uji"}))
    case.close()

    assert "is gone" not in " ".join(verify_case(folder, unit=unit).remarks)


def test_an_older_case_file_put_back_is_found(folder: CaseFolder, key: OfficerKey, unit: UnitFolder) -> None:
    earlier = folder.file.read_bytes()
    case = Case.open(folder, Acting(key, unit, clock()))
    case.note(Act("look", "x"))
    outside = case.checkpoint()
    case.close()
    folder.file.write_bytes(earlier)

    assert broken(folder, outside).rule == 8


def test_history_rewritten_with_the_key_is_found_by_an_outside_checkpoint(
    tmp_path: Path, unit: UnitFolder, key: OfficerKey, folder: CaseFolder
) -> None:
    outside = (folder.checkpoints / f"{CHECKED:012}.note").read_text("utf-8")
    case = start(tmp_path / "rewritten", unit, key)
    case.note(Act("look", "never happened"))
    fill(case)
    case.close()

    assert verify_case(case.folder).entries == ENTRIES + 1
    assert "rewritten" in str(broken(case.folder, outside))


def test_a_checkpoint_of_another_case_or_officer_is_refused(
    folder: CaseFolder, key: OfficerKey, second: OfficerKey
) -> None:
    other_case = write_checkpoint("suluh/other", 1, bytes(32), key)
    stranger = write_checkpoint("suluh/x", 1, bytes(32), second)

    assert "another case" in str(broken(folder, other_case))
    assert "no officer" in str(broken(folder, stranger))


def test_each_changed_byte_of_a_checkpoint_or_key_file_is_found(folder: CaseFolder) -> None:
    chance = random.Random(SEED)  # noqa: S311 # a seed makes it run again

    for path in [*folder.checkpoints.iterdir(), *folder.keys.iterdir()]:
        whole = path.read_bytes()
        for _ in range(12):
            changed = bytearray(whole)
            changed[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
            path.write_bytes(changed)
            assert broken(folder).rule in {5, 6, 8}, SEED
        path.write_bytes(whole)

    assert verify_case(folder).entries == ENTRIES


@pytest.fixture
def joined(folder: CaseFolder, key: OfficerKey, unit: UnitFolder) -> Callable[[OfficerKey], Case]:
    """The case, opened by an officer whom its supervisor admits in the next entry."""

    def opened(other: OfficerKey) -> Case:
        case = Case.open(folder, Acting(key, unit, clock()))
        admit(case, other.public)
        case.close()
        return Case.open(folder, Acting(other, unit, clock()))

    return opened


def test_an_entry_signed_by_the_wrong_officer_is_named(
    joined: Callable[[OfficerKey], Case], folder: CaseFolder, key: OfficerKey, second: OfficerKey
) -> None:
    case = joined(second)
    case.note(Act("look", "x"))
    last = Entry.read(case.rows.last_entry().body)
    case.close()
    forged = msgspec.structs.replace(last, actor="S-1", key=key.public.signing.hex())
    edit(
        folder,
        f"UPDATE entry SET body=x'{forged.body().hex()}', signature=x'{forged.sign(second).hex()}' "
        f"WHERE seq={ENTRIES + 2}",
    )

    found = broken(folder)
    assert (found.where, found.rule) == (AFTER_NEXT, 5)


def test_a_decision_under_another_officers_name_is_named(
    joined: Callable[[OfficerKey], Case], folder: CaseFolder, second: OfficerKey
) -> None:
    case = joined(second)
    decision = next(case.nouns(Decision))
    forged = msgspec.structs.replace(decision, id="a" * 26)
    forge(case, Act("decide", "x"), [forged])
    case.close()

    found = broken(folder)
    assert (found.where, found.rule) == (f"decision {'a' * 26}", 12)


@pytest.mark.parametrize(("access", "action"), [("analyst", "approve"), ("auditor", "read"), ("prosecutor", "decide")])
def test_an_act_that_the_officers_access_does_not_cover_is_named(
    joined: Callable[[OfficerKey], Case], folder: CaseFolder, tmp_path: Path, access: str, action: str
) -> None:
    case = joined(officer(UnitFolder(tmp_path / "other"), "X-1", access))
    contact = msgspec.structs.replace(next(case.nouns(Contact)), id="a" * 26)
    forge(case, Act(action, "files"), [contact])
    case.close()

    found = broken(folder)
    assert (found.where, found.rule) == (AFTER_NEXT, 6)


@pytest.mark.parametrize("said", [{"took": "3"}, {"replaces": "deals"}])
def test_nobody_finishes_or_empties_a_step_that_their_access_does_not_cover(
    joined: Callable[[OfficerKey], Case], folder: CaseFolder, tmp_path: Path, said: dict[str, str]
) -> None:
    case = joined(officer(UnitFolder(tmp_path / "other"), "X-1", "auditor"))
    batches = case.book.batches(said.get("replaces", ""), "case")
    forge(case, Act("deals", "case", replaces=batches, took=said.get("took")))
    case.close()

    found = broken(folder)
    assert (found.where, found.rule) == (AFTER_NEXT, 6)


def test_nothing_may_replace_what_an_officer_entered(folder: CaseFolder, key: OfficerKey, unit: UnitFolder) -> None:
    case = Case.open(folder, Acting(key, unit, clock()))
    forge(case, Act("decide", "x", replaces=(5,)))
    case.close()

    found = broken(folder)
    assert (found.where, found.rule) == (NEXT, 7)


def test_a_step_may_not_replace_the_rows_of_another(folder: CaseFolder, key: OfficerKey, unit: UnitFolder) -> None:
    case = Case.open(folder, Acting(key, unit, clock()))
    forge(case, Act("deals", "case", replaces=(9,)))
    case.close()

    assert "may not replace" in str(broken(folder))
