# SPDX-License-Identifier: Apache-2.0
"""How the unit keeps its hash sets."""

import hashlib
import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from suluh.custody.key import QUICK, OfficerKey
from suluh.hashing.matching.match import exact
from suluh.model.errors import BadBody, Misuse, NotAllowed, UnknownObject
from suluh.model.intake import Content
from suluh.model.matching import HashSet
from suluh.unit import setkey
from suluh.unit.folder import UnitFolder, write
from suluh.unit.officers import add_officer, unlock
from suluh.unit.setkey import share, take_back
from suluh.unit.sets import Added, add_set, held_sets, load_sets

AT = "2026-09-30T02:00:00Z"


@pytest.fixture
def unit(tmp_path: Path) -> UnitFolder:
    return UnitFolder(tmp_path / "unit")


@pytest.fixture
def officer(unit: UnitFolder) -> Callable[[str], OfficerKey]:
    def add(code: str) -> OfficerKey:
        add_officer(unit, code, "examiner", "a passphrase", AT, QUICK)
        return unlock(unit, code, "a passphrase")

    return add


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def _list(*texts: str) -> io.BytesIO:
    return io.BytesIO("".join(f"{_md5(text)}\n" for text in texts).encode())


def _content(text: str) -> Content:
    return Content(
        id=text,
        file=text,
        md5=_md5(text),
        sha1="1" * 40,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        size=1,
        type="image/png",
    )


def _add(unit: UnitFolder, key: OfficerKey, *texts: str, kind: str = "known", name: str = "ours") -> Added:
    return add_set(unit, key, _list(*texts), kind, name, "1")  # type: ignore[arg-type] # one of the two kinds


@pytest.mark.parametrize("kind", ["known", "benign"])
def test_a_set_is_found_again_by_its_digest(kind: str, unit: UnitFolder, officer: Callable[[str], OfficerKey]) -> None:
    key = officer("E1")
    added = _add(unit, key, "one", "two", kind=kind)

    [match] = exact([_content("one"), _content("six")], load_sets(unit, key, [added.set]))

    assert (match.set, match.set_kind, match.set_name) == (added.set.digest, kind, "ours")
    assert (added.set.entries, added.set.flaws, added.format) == (2, 0, "hex-list")
    assert held_sets(unit) == (added.set,)


def test_no_hash_of_a_known_set_lies_on_disk_in_the_clear(
    unit: UnitFolder, officer: Callable[[str], OfficerKey]
) -> None:
    _add(unit, officer("E1"), "one", "two")

    stored = b"".join(path.read_bytes() for path in unit.path.rglob("*") if path.is_file())

    for text in ("one", "two"):
        raw = bytes.fromhex(_md5(text))
        assert raw not in stored
        assert raw[:8][::-1] not in stored
        assert raw.hex().encode() not in stored


def test_the_same_list_gives_the_same_digest(unit: UnitFolder, officer: Callable[[str], OfficerKey]) -> None:
    key = officer("E1")

    assert _add(unit, key, "one").set == _add(unit, key, "one").set
    assert len(held_sets(unit)) == 1


@pytest.fixture
def held(unit: UnitFolder, officer: Callable[[str], OfficerKey]) -> tuple[OfficerKey, OfficerKey, HashSet]:
    """Two officers of the unit, and a known set that the first of them added."""
    first, second = officer("E1"), officer("E2")
    return first, second, _add(unit, first, "one").set


def _found(unit: UnitFolder, key: OfficerKey, one: HashSet) -> int:
    return len(list(exact([_content("one")], load_sets(unit, key, [one]))))


def test_who_makes_a_key_in_the_units_folder_opens_no_known_set(unit, officer, held) -> None:
    first, second, one = held
    assert _found(unit, first, one) == 1

    for key in (second, officer("E3")):
        with pytest.raises(
            NotAllowed, match=f"not sealed for {key.code}: an officer who has it .E1. starts `suluh sets"
        ):
            _found(unit, key, one)
    assert [path.name for path in sorted(unit.set_keys.glob("*.sealed"))] == ["E1.sealed"]


def test_an_officer_whom_a_holder_named_opens_them_and_names_others(unit, officer, held) -> None:
    first, second, one = held
    third = officer("E3")

    share(unit, first, second.public)
    share(unit, second, third.public)

    assert [_found(unit, key, one) for key in (first, second, third)] == [1, 1, 1]


def test_who_has_no_key_shares_none(unit, officer, held) -> None:
    _, second, one = held
    third = officer("E3")

    with pytest.raises(NotAllowed, match="not sealed for E2"):
        share(unit, second, third.public)
    with pytest.raises(NotAllowed, match="not sealed for E3"):
        _found(unit, third, one)


def test_a_set_that_is_missing_is_named(unit: UnitFolder, officer: Callable[[str], OfficerKey]) -> None:
    key = officer("E1")
    added = _add(unit, key, "one")
    (unit.sets / f"{added.set.digest}.known").unlink()

    with pytest.raises(UnknownObject, match="ours"):
        load_sets(unit, key, [added.set])


@pytest.mark.parametrize("kind", ["known", "benign"])
def test_a_changed_set_is_refused(kind: str, unit: UnitFolder, officer: Callable[[str], OfficerKey]) -> None:
    key = officer("E1")
    added = _add(unit, key, "one", kind=kind)
    path = unit.sets / f"{added.set.digest}.{kind}"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)

    with pytest.raises(BadBody, match="add"):
        list(exact([_content("one")], load_sets(unit, key, [added.set])))


def test_bad_rows_are_told_and_counted_and_the_others_loaded(
    unit: UnitFolder, officer: Callable[[str], OfficerKey]
) -> None:
    file = io.BytesIO(f"{_md5('one')}\nnot a hash\n{_md5('two')}\n".encode())

    added = add_set(unit, officer("E1"), file, "known", "ours", None)

    assert (added.set.entries, added.set.flaws, [flaw.line for flaw in added.flaws]) == (2, 1, [2])


@pytest.mark.parametrize("data", [b"", b"\n\n", b"md5,category\n", b"md5\nxyz\n"])
def test_a_set_without_a_usable_hash_is_refused(
    data: bytes, unit: UnitFolder, officer: Callable[[str], OfficerKey]
) -> None:
    with pytest.raises(Misuse, match="needs at least one"):
        add_set(unit, officer("E1"), io.BytesIO(data), "known", "ours", None)


@pytest.mark.parametrize("first", ["known", "benign"])
def test_a_hash_in_sets_of_both_kinds_is_warned_of_whichever_came_first(
    first: str, unit: UnitFolder, officer: Callable[[str], OfficerKey]
) -> None:
    key = officer("E1")
    _add(unit, key, "one", "two", "three", kind=first, name=first)
    second = "benign" if first == "known" else "known"

    [warning] = _add(unit, key, "zero", "two", kind=second, name=second).warnings

    assert "1 entries of the known set known stand in the benign set benign" in warning


def test_the_hash_of_an_empty_file_in_a_known_set_is_warned_of(
    unit: UnitFolder, officer: Callable[[str], OfficerKey]
) -> None:
    [warning] = _add(unit, officer("E1"), "one", "").warnings

    assert "hash of an empty file (entries 2)" in warning


@pytest.fixture
def holders(unit: UnitFolder, officer: Callable[[str], OfficerKey]) -> tuple[OfficerKey, OfficerKey, OfficerKey]:
    """A supervisor and two examiners who all open the known sets."""
    add_officer(unit, "S1", "supervisor", "a passphrase", AT, QUICK)
    supervisor, left, stays = unlock(unit, "S1", "a passphrase"), officer("E1"), officer("E2")
    _add(unit, supervisor, "one")
    for one in (left, stays):
        share(unit, supervisor, one.public)
    return supervisor, left, stays


def _opens(unit: UnitFolder, key: OfficerKey) -> bool:
    try:
        return len(list(exact([_content("one")], load_sets(unit, key, held_sets(unit))))) == 1
    except (NotAllowed, BadBody):
        return False


Holders = tuple[OfficerKey, OfficerKey, OfficerKey]


def test_sets_that_were_taken_back_open_for_all_but_one(unit: UnitFolder, holders: Holders) -> None:
    supervisor, left, stays = holders
    kept = (unit.set_keys / "E1.sealed").read_bytes()
    assert [_opens(unit, one) for one in holders] == [True, True, True]

    assert take_back(unit, supervisor, "E1") == 1

    assert [_opens(unit, one) for one in holders] == [True, False, True]
    (unit.set_keys / "E1.sealed").write_bytes(kept)
    assert not _opens(unit, left)
    added = _add(unit, stays, "two", name="later")
    assert list(exact([_content("two")], load_sets(unit, supervisor, [added.set])))


def test_only_a_supervisor_who_holds_the_key_takes_it_back_and_from_others(unit: UnitFolder, holders: Holders) -> None:
    supervisor, left, _ = holders
    add_officer(unit, "S2", "supervisor", "a passphrase", AT, QUICK)

    with pytest.raises(NotAllowed, match="a supervisor takes the known sets back"):
        take_back(unit, left, "E2")
    with pytest.raises(NotAllowed, match="is not sealed for S2"):
        take_back(unit, unlock(unit, "S2", "a passphrase"), "E2")
    with pytest.raises(Misuse, match="from themself"):
        take_back(unit, supervisor, "S1")
    with pytest.raises(UnknownObject, match="S2 cannot open the known sets"):
        take_back(unit, supervisor, "S2")
    assert [_opens(unit, one) for one in holders] == [True, True, True]


@pytest.mark.parametrize("after", range(1, 9))
def test_a_kill_while_sets_are_taken_back_closes_nothing_to_the_others(
    unit: UnitFolder, holders: Holders, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    supervisor, left, stays = holders
    _add(unit, supervisor, "three", name="third")
    writes = count(1)

    def write_once_more(*words: Any) -> None:
        if next(writes) == after:
            raise KeyboardInterrupt
        write(*words)

    with monkeypatch.context() as killed:
        killed.setattr(setkey, "write", write_once_more)
        with pytest.raises(KeyboardInterrupt):
            take_back(unit, supervisor, "E1")
    assert [_opens(unit, one) for one in (supervisor, stays)] == [True, True]

    if _sealed_for(unit, "E1"):
        take_back(unit, supervisor, "E1")
    _add(unit, supervisor, "two", name="later")

    assert [_opens(unit, one) for one in (supervisor, left, stays)] == [True, False, True]
    assert len(setkey._own(unit, stays)) == len(setkey._own(unit, supervisor)) == 1
    added = _add(unit, stays, "four", name="fourth")
    assert list(exact([_content("four")], load_sets(unit, supervisor, [added.set])))


def _sealed_for(unit: UnitFolder, code: str) -> bool:
    return (unit.set_keys / f"{code}.sealed").is_file()


def test_a_damaged_set_is_told_before_anything_is_taken_back(unit: UnitFolder, holders: Holders) -> None:
    supervisor, *_ = holders
    [path] = unit.sets.glob("*.known")
    path.write_bytes(path.read_bytes()[:-1] + b"x")

    with pytest.raises(BadBody, match="was changed"):
        take_back(unit, supervisor, "E1")
    assert len(setkey._own(unit, supervisor)) == 1
    assert _sealed_for(unit, "E1")


def test_sets_that_two_commands_add_at_once_are_both_kept(
    unit: UnitFolder, officer: Callable[[str], OfficerKey]
) -> None:
    key = officer("S-1")
    with ThreadPoolExecutor() as both:
        added = [
            both.submit(add_set, unit, key, _list(*(f"{name}{one}" for one in range(3_000))), "benign", name, None)
            for name in ("a", "b", "c", "d")
        ]
        found = [one.result().set for one in added]

    assert sorted(one.id for one in held_sets(unit)) == sorted(one.id for one in found)
