# SPDX-License-Identifier: Apache-2.0
"""A backup is whole, is of one moment, tells nothing, and leaves nothing half done."""

import bz2
import lzma
import random
import resource
import shutil
import sqlite3
import threading
import zlib
from contextlib import suppress
from dataclasses import replace

import pytest
import zstandard
from tests.canaries import NUMBER, Canaries
from tests.custody.every_noun import officer, place

from suluh.case.acts.admit import admit, end
from suluh.case.acts.release import OF_DRAFT
from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.safety.backup import back_up
from suluh.case.safety.held import check_whole, held_in
from suluh.case.safety.restore import restore
from suluh.case.verify.case import verify_case
from suluh.custody.entry import Entry
from suluh.model.after.sharing import Draft
from suluh.model.errors import BrokenCustody, CaseIsFull, Misuse, NotAllowed
from suluh.model.ids import make_id
from suluh.model.intake import Acquisition, Flaw
from suluh.store.copy import digests
from suluh.unit.officers import unlock


def entries(case):
    return [Entry.read(one.body) for one in case.rows.entries()]


def test_a_backup_is_made_read_back_and_entered(case, tmp_path):
    made = back_up(case, tmp_path / "backups")

    last = entries(case)[-1]
    assert (last.action, last.object, last.detail["entries"]) == ("backup", made.path.name, str(made.entries))
    assert made.is_opened
    assert made.supervisors == ("S-1", "S-2")
    assert case.folder.note(made.entries).is_file()
    verify_case(case.folder)


def test_a_further_one_lies_beside_the_first_and_is_of_more_entries(case, tmp_path):
    first, second = back_up(case, tmp_path / "backups"), back_up(case, tmp_path / "backups")

    held, broken = held_in(tmp_path / "backups")
    assert [one.path for one in held] == [first.path, second.path]
    assert (broken, second.others, second.entries > first.entries) == ([], 1, True)


def test_who_is_no_supervisor_makes_one_that_they_cannot_open(analyst, tmp_path):
    made = back_up(analyst, tmp_path / "backups")

    assert not made.is_opened
    assert check_whole(made.path).maker == "A-1"
    with pytest.raises(NotAllowed, match=r"alone$"):
        restore(tmp_path / "backups", tmp_path / "new", analyst.acting)


@pytest.mark.parametrize("access", ["prosecutor", "auditor"])
def test_who_may_not_read_the_case_makes_none(case, unit, tmp_path, access):
    key = officer(unit, "P-1", access)
    admit(case, key.public)
    opened = Case.open(case.folder, replace(case.acting, key=key))

    with pytest.raises(NotAllowed, match="may not read"):
        back_up(opened, tmp_path / "backups")
    opened.close()
    assert not (tmp_path / "backups").exists()


def test_every_supervisor_opens_it_until_their_admission_ends(case, unit, tmp_path):
    key = unlock(unit, "S-2", "kata sandi uji")
    before = back_up(case, tmp_path / "backups")
    end(case, "S-2", "pindah")
    after = back_up(case, tmp_path / "backups")

    check_whole(before.path, key)
    with pytest.raises(NotAllowed):
        check_whole(after.path, key)


@pytest.mark.parametrize("place_", ["case/backups", "case"])
def test_none_is_made_inside_the_case(case, tmp_path, place_):
    with pytest.raises(Misuse, match="lies in the case folder"):
        back_up(case, tmp_path / place_)


def test_none_is_made_inside_an_exhibit(case, tmp_path):
    (tmp_path / "phone").mkdir()
    acquisition = Acquisition(
        id=make_id("acquisition", "B-1", "2"), exhibit="B-1", name="2", order=3, at="2026-01-02T03:04:05Z", by="S-1"
    )
    case.keep(Act("add", "B-1", {"source": (tmp_path / "phone").as_uri()}), [acquisition])

    with pytest.raises(Misuse, match="lies in an exhibit"):
        back_up(case, tmp_path / "phone" / "backups")
    assert list((tmp_path / "phone").iterdir()) == []


def test_backups_of_two_cases_do_not_lie_in_one_folder(case, tmp_path):
    back_up(case, tmp_path / "backups")
    acting = replace(case.acting, secret=b"2" * 32)
    other = Case.start(CaseFolder(tmp_path / "other"), "LP/2/2026", "Unit PPA", acting)

    with pytest.raises(Misuse, match="backups of another case"):
        back_up(other, tmp_path / "backups")
    other.close()


def test_nothing_of_the_case_stands_in_any_byte(case, tmp_path):
    """Raw, as hex, as base64, behind any head of a compressed stream; and no byte is more common than chance has it."""
    canaries = Canaries(3)
    flaws = [
        Flaw(id=make_id("flaw", "canary", n), step="read", reason="no time", place=place(n), raw=canaries.one().hex())
        for n in range(NUMBER)
    ]
    kept = case.keep(Act("read", "files"), flaws)
    raw = back_up(case, tmp_path / "backups").path.read_bytes()

    assert len(canaries.found_in(b"".join(case.rows.bodies(kept.seq)))) == NUMBER
    assert canaries.found_in(raw) == []
    assert [one for one in ("LP/1/2026", "Unit PPA", case.paper.id, "+62812") if one.encode() in raw] == []
    assert [one for one in unpacked(raw) if canaries.found_in(one)] == []
    assert len(zlib.compress(raw[: 700 << 10])) >= 700 << 10


def unpacked(raw):
    """What any of the usual compressions makes of any place that looks like its beginning."""
    heads = {
        b"\x1f\x8b": lambda: zlib.decompressobj(31),
        b"\x78": zlib.decompressobj,
        b"BZh": bz2.BZ2Decompressor,
        b"\xfd7zXZ": lzma.LZMADecompressor,
        b"\x28\xb5\x2f\xfd": zstandard.ZstdDecompressor().decompressobj,
    }
    for head, make in heads.items():
        at = raw.find(head)
        while at >= 0:
            with suppress(zlib.error, OSError, EOFError, lzma.LZMAError, zstandard.ZstdError):
                yield make().decompress(raw[at : at + 4096])
            at = raw.find(head, at + 1)


def test_a_changed_byte_is_found_wherever_it_lies(case, tmp_path):
    made = back_up(case, tmp_path / "backups")
    raw, draw = made.path.read_bytes(), random.Random(11)  # noqa: S311 # places to be found again, no secrets
    where = [*draw.sample(range(len(raw)), 60), *range(16), *range(len(raw) - 30, len(raw))]

    for at in where:
        made.path.write_bytes(raw[:at] + bytes([raw[at] ^ (1 << draw.randrange(8))]) + raw[at + 1 :])
        with pytest.raises(BrokenCustody, match=made.path.name):
            check_whole(made.path)


def test_a_broken_one_that_lies_there_is_said_when_the_next_is_made(case, tmp_path):
    first = back_up(case, tmp_path / "backups")
    first.path.write_bytes(first.path.read_bytes()[:-1])

    assert [one for one in back_up(case, tmp_path / "backups").remarks if first.path.name in one] != []


def test_only_what_a_case_holds_is_taken(case, tmp_path):
    picture = b"\x89PNG\r\n" + b"isi" * 40
    for name in ("foto.png", "releases/foto.png", "work/foto.png", "keys/foto.png"):
        (case.folder.path / name).write_bytes(picture)
    (case.folder.checkpoints / "000000000001.note").symlink_to(case.folder.path / "foto.png")

    made = back_up(case, tmp_path / "backups")
    (case.folder.checkpoints / "000000000001.note").unlink()
    restore(tmp_path / "backups", tmp_path / "new", case.acting)

    assert [one for one in made.remarks if "foto.png" in one or "000000000001" in one] != []
    assert list((tmp_path / "new").rglob("*.png")) == []


def test_what_a_link_in_the_case_folder_leads_to_is_not_taken(case, tmp_path):
    [draft] = [one.id for one in case.nouns(Draft)][:1]
    private = tmp_path / "private"
    private.mkdir()
    (private / "catatan.txt").write_text("milik orang lain", "utf-8")
    place = case.folder.releases / f"{OF_DRAFT}{draft}"
    shutil.rmtree(place, ignore_errors=True)
    place.symlink_to(private)

    made = back_up(case, tmp_path / "backups")
    place.unlink()
    restore(tmp_path / "backups", tmp_path / "new", case.acting)

    assert [one for one in made.remarks if place.name in one] != []
    assert list((tmp_path / "new").rglob("catatan.txt")) == []


def test_others_write_while_it_is_made_and_it_is_of_one_moment(case, tmp_path):
    """Whatever was entered meanwhile, each backup holds as many entries as its foot says, and verifies."""
    stop, backups = threading.Event(), tmp_path / "backups"

    def enter():
        number = 0
        while not stop.is_set():
            number += 1
            flaw = Flaw(
                id=make_id("flaw", "during", number), step="read", reason="x", place=place(number), raw="y" * 99
            )
            case.keep(Act("read", "files"), [flaw])

    writer = threading.Thread(target=enter)
    other = Case.open(case.folder, case.acting)
    writer.start()
    try:
        made = [back_up(other, backups) for _ in range(3)]
    finally:
        stop.set()
        writer.join()
        other.close()

    for one in made:
        found = restore(backups, tmp_path / one.path.stem, case.acting, one.path.name)
        assert found.held.entries == one.entries
    assert len({one.entries for one in made}) == len(made)
    assert made[-1].entries - made[0].entries > 2 * len(made)


def test_a_disk_without_room_leaves_nothing(case, tmp_path):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, before[1]))
    try:
        with pytest.raises(CaseIsFull):
            back_up(case, tmp_path / "backups")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert list((tmp_path / "backups").iterdir()) == []
    assert [path.name for path in case.folder.path.iterdir() if "unfinished" in path.name] == []
    back_up(case, tmp_path / "backups")


def test_the_rows_of_a_copy_are_those_of_the_case(case, tmp_path):
    back_up(case, tmp_path / "backups")
    restore(tmp_path / "backups", tmp_path / "new", case.acting)
    case.close()
    live = sqlite3.connect(case.folder.file)
    live.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    live.close()

    one, other = digests(case.folder.file), digests(tmp_path / "new" / "case.db")
    assert {name for name in one if one[name] != other[name]} == {"entry", "cache_tree"}
