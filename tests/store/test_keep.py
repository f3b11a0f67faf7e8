# SPDX-License-Identifier: Apache-2.0
"""Values and their entry are written together or not at all, once, whatever happens in between."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.custody.every_noun import clock, taken, worked_out

from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act, Batch
from suluh.case.verify.case import verify_case
from suluh.custody.key import OfficerKey
from suluh.model.errors import BadBody, CaseIsDamaged, CaseIsFull, CaseIsLocked
from suluh.model.ids import make_id
from suluh.model.intake import Exhibit
from suluh.model.matching import Group
from suluh.store import write
from suluh.store.open import connect
from suluh.unit.folder import UnitFolder

SEED = int(os.environ.get("SULUH_SEED", "20261125"))


def groups(*numbers: int) -> list[Group]:
    return [Group(id=make_id("group", number), contents=(str(number),)) for number in numbers]


def by_id(nouns: list[Group]) -> list[Group]:
    return sorted(nouns, key=lambda one: one.id)


def dump(case: Case) -> list[str]:
    return list(case._connection.iterdump())


def test_what_was_kept_is_read_back_in_the_order_of_ids(case: Case) -> None:
    batch = case.keep(Act("compare", "case"), groups(3, 1, 2))

    assert (batch.seq, batch.rows) == (2, 3)
    assert list(case.nouns(Group)) == by_id(groups(1, 2, 3))


def test_what_the_case_holds_already_is_not_kept_twice(case: Case) -> None:
    case.keep(Act("compare", "case"), groups(1, 2))

    assert case.keep(Act("compare", "case"), groups(2, 1, 2)) == Batch(0, 0, None)
    assert case.keep(Act("compare", "case"), groups(2, 3, 3)).rows == 1


def test_many_values_are_written_in_parts_and_verified_as_one_batch(case: Case) -> None:
    many = groups(*range(write.CHUNK * 2 + 1))

    batch = case.keep(Act("compare", "case"), iter([*many, *many[:3]]))

    assert batch.rows == len(many)
    assert list(case.nouns(Group)) == by_id(many)
    assert verify_case(case.folder).rows == len(many) + 2


def test_rows_that_are_replaced_go_and_may_come_again(case: Case) -> None:
    first = case.keep(Act("compare", "case"), groups(1, 2))

    worked_out(case, "compare", groups(2, 3), first.seq)

    assert list(case.nouns(Group)) == by_id(groups(2, 3))
    assert case.book.batches("compare", "case") == (first.seq + 1,)
    assert case.book.took("compare", "case") == taken(case, "compare")
    assert verify_case(case.folder).rows == 4


def test_a_step_that_found_nothing_says_in_an_entry_that_it_was_finished(case: Case) -> None:
    batch = worked_out(case, "compare", [])

    assert batch == Batch(2, 0, None)
    assert case.book.took("compare", "case") == taken(case, "compare")
    assert verify_case(case.folder).entries == 2


def test_what_has_nothing_to_say_makes_no_entry(case: Case) -> None:
    assert case.keep(Act("compare", "case"), []) == Batch(0, 0, None)
    assert case.rows.last_entry().seq == 1


@pytest.mark.parametrize("one", ["", "x", "a" * 25 + "b", "A" * 26, "é" * 26])
def test_an_id_that_was_not_made_by_us_is_refused(case: Case, one: str) -> None:
    before = dump(case)

    with pytest.raises(BadBody, match="no id"):
        case.keep(Act("compare", "case"), [Group(id=one, contents=())])

    assert dump(case) == before


@pytest.mark.parametrize("where", ["insert", "append"])
def test_a_failure_anywhere_leaves_nothing_behind(case: Case, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    first = case.keep(Act("compare", "case"), groups(1))
    before = dump(case)
    monkeypatch.setattr(write, where, fail)

    with pytest.raises(KeyboardInterrupt):
        case.keep(Act("compare", "case", replaces=(first.seq,), took="2"), groups(2))

    assert dump(case) == before
    assert verify_case(case.folder).entries == 2


def test_a_value_that_cannot_be_written_stops_the_whole_act(case: Case) -> None:
    before, labels = dump(case), ("B-1", "\ud800")

    with pytest.raises(BadBody):
        case.keep(
            Act("add", "x"),
            [Exhibit(id=make_id("exhibit", len(one)), label=one, authority="", order=1) for one in labels],
        )

    assert dump(case) == before


def test_a_values_iterator_that_breaks_stops_the_whole_act(case: Case) -> None:
    def values() -> Iterator[Group]:
        yield from groups(1)
        raise OSError

    with pytest.raises(OSError, match=r"^$"):
        case.keep(Act("compare", "case"), values())

    assert list(case.nouns(Group)) == []


def test_a_full_disk_is_said_and_leaves_nothing_behind(case: Case) -> None:
    pages = case._connection.execute("PRAGMA page_count").fetchone()[0]
    case._connection.execute(f"PRAGMA max_page_count={pages}")
    before = dump(case)

    with pytest.raises(CaseIsFull, match="free some room"):
        case.keep(Act("compare", "case"), groups(*range(5000)))

    assert dump(case) == before


def test_a_case_whose_log_cannot_be_written_is_not_called_damaged(case: Case) -> None:
    case.close()
    case.folder.file.with_name(f"{case.folder.file.name}-wal").mkdir()

    with pytest.raises(CaseIsFull, match="free room"):
        connect(case.folder.file)


def test_another_writer_is_said(case: Case) -> None:
    other = sqlite3.connect(case.folder.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    case._connection.execute("PRAGMA busy_timeout=10")

    with pytest.raises(CaseIsLocked, match="another process"):
        case.keep(Act("compare", "case"), groups(1))

    other.execute("ROLLBACK")
    other.close()
    assert case.keep(Act("compare", "case"), groups(1)).rows == 1


def test_a_case_file_without_its_tables_is_damage(case: Case) -> None:
    case._connection.execute('DROP TABLE "group"')

    with pytest.raises(CaseIsDamaged, match="suluh verify"):
        case.keep(Act("compare", "case"), groups(1))


def test_nothing_is_added_to_a_ledger_whose_end_was_cut_off(case: Case) -> None:
    case.keep(Act("compare", "case"), groups(1))
    case._connection.execute("DROP TRIGGER entry_no_delete")
    case._connection.execute("DELETE FROM entry WHERE seq=2")

    with pytest.raises(CaseIsDamaged, match="suluh verify"):
        case.keep(Act("compare", "case"), groups(2))


WRITER = """
import itertools, sys
from pathlib import Path
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import unlock
from tests.custody.every_noun import PASSPHRASE, clock, worked_out
from tests.store.test_keep import groups

unit = UnitFolder(Path(sys.argv[2]))
case = Case.open(CaseFolder(Path(sys.argv[1])), Acting(unlock(unit, "S-1", PASSPHRASE), unit, clock()))
replaces = ()
for number in itertools.count():
    batch = worked_out(case, "compare", groups(*range(number, number + 20)), *replaces)
    replaces = (batch.seq,)
    print(batch.seq, flush=True)
"""


def test_a_kill_at_any_moment_loses_at_most_the_batch_at_work(
    tmp_path: Path, unit: UnitFolder, key: OfficerKey
) -> None:
    chance = random.Random(SEED)  # noqa: S311 # a seed makes it run again
    root = tmp_path / "case"
    Case.start(CaseFolder(root), "LP", "unit", Acting(key, unit, clock())).close()
    command = [sys.executable, "-c", WRITER, str(root), str(unit.path)]

    for _ in range(5):
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
        told = int(child.stdout.readline())
        time.sleep(chance.uniform(0, 0.1))
        child.send_signal(signal.SIGKILL)
        told = max([told, *(int(line) for line in child.communicate()[0].split())])

        found = verify_case(CaseFolder(root))
        assert found.entries in {told, told + 1}, SEED
        assert found.rows == 22, SEED
        clean(root, unit, key)


def clean(root: Path, unit: UnitFolder, key: OfficerKey) -> None:
    """Retire the last batch, so that the next child starts from nothing."""
    case = Case.open(CaseFolder(root), Acting(key, unit, clock()))
    case.keep(Act("compare", "case", replaces=case.book.batches("compare", "case")), [])
    case.close()


def test_batches_in_a_table_are_those_of_its_rows(case):
    held = {batch for (batch,) in case._connection.execute('SELECT DISTINCT batch FROM "officer"')}

    assert case.rows.batches_in("officer") == tuple(sorted(held))
    assert case.rows.batches_in("deal") == ()
