# SPDX-License-Identifier: Apache-2.0
"""Every part holds here, and each names the fault that is planted for it."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from suluh.custody.verify import Ledger
from suluh.hashing.kernels.bucket import Pairs
from suluh.hashing.kinds import Look
from suluh.model.errors import BrokenCustody
from suluh.trial.line import Line
from suluh.trial.made_up import MadeUp
from suluh.trial.part import held, parts
from suluh.trial.parts import custody, disk, hashes, join, language, lock
from suluh.trial.setting import Setting
from suluh.trial.trial import Trial

NAMES = ["lock", "hashes", "join", "case", "custody", "disk", "language"]
Patch = pytest.MonkeyPatch


def short(name: str, setting: Setting) -> list[Line]:
    """The lines of a part that miss their goal; the part as a whole must fall with them."""
    [result] = held([one for one in parts() if one.name == name], setting, lambda _: None)
    assert not result.is_met
    return [one for one in result.lines if not one.is_met]


def test_every_part_holds_here(trial: Trial) -> None:
    assert [one.name for one in trial.parts] == NAMES
    assert [line for one in trial.parts for line in one.lines if not line.is_met] == []
    assert trial.is_met


def test_every_part_says_in_both_languages_what_it_did_not_try(trial: Trial) -> None:
    assert all(one.untested.id and one.untested.en and one.untested.id != one.untested.en for one in trial.parts)


@pytest.mark.parametrize(("half", "act"), [("landlock", "read a file"), ("seccomp", "open a socket")])
def test_a_lock_that_is_half_off_is_named(half: str, act: str, setting: Setting, monkeypatch: Patch) -> None:
    monkeypatch.setattr(lock.Lock, "without", half)

    [line] = short("lock", setting)

    assert act in line.what.en


def test_a_check_of_locks_that_sees_no_open_one_is_named(setting: Setting, monkeypatch: Patch) -> None:
    whole = lock.tried()
    monkeypatch.setattr(lock, "tried", lambda _="": whole)

    [line] = short("lock", setting)

    assert line.what.en == "a lock with one half open is seen"


@pytest.mark.parametrize("kind", hashes.KINDS)
def test_a_hash_that_lies_is_named(kind: str, setting: Setting, monkeypatch: Patch) -> None:
    real = hashes.digest

    def lying(file: io.BytesIO) -> object:
        found = real(file)
        return found._replace(**{kind: getattr(found, kind)[:-1] + "0"})

    monkeypatch.setattr(hashes, "digest", lying)

    assert [line.what.en for line in short("hashes", setting)] == [f"{kind}: published vectors"]


def test_a_perceptual_hash_that_is_one_bit_off_is_named(setting: Setting, monkeypatch: Patch) -> None:
    real = hashes.Pdq.forms

    def off(self: hashes.Pdq, pixels: object) -> tuple[Look, ...]:
        first, *rest = real(self, pixels)
        return (Look(first.value[:-1] + bytes([first.value[-1] ^ 1]), first.quality), *rest)

    monkeypatch.setattr(hashes.Pdq, "forms", off)

    assert [line.what.en[:3] for line in short("hashes", setting)] == ["PDQ"]


def test_a_join_that_misses_one_pair_is_named(setting: Setting, monkeypatch: Patch) -> None:
    real = join.joined
    monkeypatch.setattr(join, "joined", lambda *given: Pairs(*(column[1:] for column in real(*given))))

    [line] = short("join", setting)

    assert line.what.en == "near pairs found"


def test_a_join_that_invents_one_pair_is_named(setting: Setting, monkeypatch: Patch) -> None:
    real = join.joined

    def more(*given: object) -> Pairs:
        found = real(*given)
        return Pairs(*(np.append(column, column[-1:] * 0 + 1) for column in found))

    monkeypatch.setattr(join, "joined", more)

    [line] = short("join", setting)

    assert line.what.en == "near pairs invented"


def test_an_exact_match_that_is_missed_is_named(setting: Setting, monkeypatch: Patch) -> None:
    real = join.exact
    monkeypatch.setattr(join, "exact", lambda *given: list(real(*given))[1:])

    [line] = short("join", setting)

    assert line.what.en == "exact matches found"


@pytest.mark.parametrize(
    ("what", "named"), [("messages", "messages right"), ("deals", "deals: of those there are"), ("files", "files with")]
)
def test_a_line_that_loses_rows_is_named(what: str, named: str, setting: Setting, monkeypatch: Patch) -> None:
    real = MadeUp.rows

    def losing(self: MadeUp, *lists: str) -> object:
        found = dict(real(self, *lists))
        return found | {what: found[what][::2]} if what in found else found

    monkeypatch.setattr(MadeUp, "rows", losing)

    assert any(line.what.en.startswith(named) for line in short("case", setting))


def test_a_message_under_another_sender_is_named(setting: Setting, monkeypatch: Patch) -> None:
    real = MadeUp.rows

    def swapped(self: MadeUp, *lists: str) -> object:
        found = dict(real(self, *lists))
        if "messages" in found:
            rows = found["messages"]
            other = next(row["sender"] for row in rows if row["sender"] not in {None, rows[0]["sender"]})
            found["messages"] = [rows[0] | {"sender": other}, *rows[1:]]
        return found

    monkeypatch.setattr(MadeUp, "rows", swapped)

    assert "wrong sender" in [line.what.en for line in short("case", setting)]


def test_a_verification_that_overlooks_signatures_is_named(setting: Setting, monkeypatch: Patch) -> None:
    real = custody.check_entries

    def lenient(entries: Iterable[object], keys: object) -> Ledger:
        try:
            return real(entries, keys)
        except BrokenCustody as error:
            if error.rule == 5:
                return Ledger()
            raise

    monkeypatch.setattr(custody, "check_entries", lenient)
    monkeypatch.setattr(custody, "check_checkpoint", lambda *_: None)

    assert "changes to the ledger found and named" in [line.what.en for line in short("custody", setting)]


def test_a_verification_that_overlooks_rows_is_named(setting: Setting, monkeypatch: Patch) -> None:
    monkeypatch.setattr(custody, "verify_case", lambda _: None)

    assert [line.what.en for line in short("custody", setting)] == ["changes to rows found and named"]


def test_a_verification_that_names_no_place_is_named(setting: Setting, monkeypatch: Patch) -> None:
    def vague(*_: object) -> Ledger:
        raise BrokenCustody("something is wrong", rule=2)

    monkeypatch.setattr(custody, "check_entries", vague)

    assert "changes to the ledger found and named" in [line.what.en for line in short("custody", setting)]


def test_a_false_alarm_is_named(setting: Setting, monkeypatch: Patch) -> None:
    def alarm(*_: object) -> Ledger:
        raise BrokenCustody("entry 1 was changed", rule=3, where="entry 1")

    monkeypatch.setattr(custody, "verify_case", alarm)

    assert [line.what.en for line in short("custody", setting)] == ["false alarms"]


def test_a_disk_that_cannot_fsync_is_named(setting: Setting, monkeypatch: Patch) -> None:
    def fails(_: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(disk.os, "fsync", fails)

    [line] = short("disk", setting)

    assert "this part stopped: [Errno 5] Input/output error" in line.what.en


def test_a_disk_that_gives_other_bytes_back_is_named(setting: Setting, monkeypatch: Patch) -> None:
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: real(path)[:-1] if "kept" in path.name else real(path))

    [line] = short("disk", setting)

    assert line.what.en == "files written, fsynced, read back"


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [("ROOM", 10**9, "free room"), ("LEAST_SQLITE", (99, 0, 0), "SQLite"), ("KERNEL", (99, 0), "kernel")],
)
def test_a_machine_that_lacks_something_is_named(
    name: str, value: object, named: str, setting: Setting, monkeypatch: Patch
) -> None:
    monkeypatch.setattr(disk, name, value)

    [line] = short("disk", setting)

    assert line.what.en == named


@pytest.mark.parametrize("year", [2001, 2099])
def test_a_clock_that_cannot_be_right_is_named(year: int, setting: Setting) -> None:
    wrong = Setting(setting.scratch, 1, 2, datetime(year, 1, 1, tzinfo=UTC), quick=True)

    [line] = short("disk", wrong)

    assert line.what.en == "the machine's clock, day (UTC)"


def test_a_disk_with_a_clock_of_its_own_is_named(setting: Setting, monkeypatch: Patch) -> None:
    monkeypatch.setattr(disk, "time", SimpleNamespace(time=lambda: 0.0))

    [line] = short("disk", setting)

    assert line.what.en == "the disk's clock against the machine's"


@pytest.mark.parametrize("translated", ["", "tanpa angka"])
def test_a_sentence_without_its_translation_is_named(translated: str, setting: Setting, monkeypatch: Patch) -> None:
    monkeypatch.setattr(language, "_messages", lambda _: iter([("a", "b"), ("{count} files", translated)]))

    assert len(short("language", setting)) == len(language.CATALOGUES)


def test_a_catalogue_that_does_not_load_is_named(setting: Setting, monkeypatch: Patch, tmp_path: Path) -> None:
    monkeypatch.setattr(language, "files", lambda _: tmp_path)

    [line] = short("language", setting)

    assert "this part stopped: [Errno 2] No such file" in line.what.en
