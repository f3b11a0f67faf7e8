# SPDX-License-Identifier: Apache-2.0
"""What contents are in hash sets, exactly and nearly."""

import hashlib
import tempfile
from pathlib import Path

import numpy as np
import pytest

from suluh.hashing.kernels.bucket import Pairs
from suluh.hashing.matching import proof
from suluh.hashing.matching.match import candidates, disputes, exact, groups, near
from suluh.hashing.matching.proof import joined
from suluh.hashing.sets.benign import Benign
from suluh.hashing.sets.columns import Columns, unpack
from suluh.hashing.sets.entries import Loaded
from suluh.hashing.sets.gatherer import Gatherer
from suluh.model.errors import SelfTestFailed
from suluh.model.intake import Content
from suluh.model.matching import Category, Fingerprint, HashSet, SetEntry

ORIGINAL = int.from_bytes(hashlib.sha256(b"original").digest(), "big")


def _content(text: str) -> Content:
    raw = text.encode()
    digests = {name: hashlib.new(name, raw, usedforsecurity=False).hexdigest() for name in ("md5", "sha1", "sha256")}
    return Content(id=text, file=text, size=len(raw), type="image/jpeg", **digests)  # type: ignore[arg-type] # all are text


def _set(name: str, *entries: SetEntry, kind: str = "known") -> Loaded:
    columns = _known(name, entries) if kind == "known" else _benign(entries)
    noun = HashSet(id=name, name=name, kind=kind, digest=hashlib.sha256(name.encode()).hexdigest())  # type: ignore[arg-type] # one of two
    return Loaded(noun, lambda: columns)


def _known(name: str, entries: tuple[SetEntry, ...]) -> Columns:
    gatherer = Gatherer(name)
    for entry in entries:
        gatherer.add(entry)
    return gatherer.finish()


def _benign(entries: tuple[SetEntry, ...]) -> Columns:
    with tempfile.TemporaryDirectory() as scratch:
        benign = Benign(Path(scratch))
        for entry in entries:
            benign.add(entry)
        benign.write(Path(scratch) / "set")
        return unpack((Path(scratch) / "set").read_bytes())


def _flipped(value: int, bits: int) -> str:
    return f"{value ^ ((1 << bits) - 1):064x}"


def _look(name: str, value: str | None, mode: str = "full", **more: object) -> Fingerprint:
    forms = () if value is None else tuple(f"{i:x}" * 64 for i in range(1, 8))
    fields = {"forms": forms, "quality": 100} | more
    return Fingerprint(id=name, sha256=name, kind="pdq", value=value, mode=mode, **fields)  # type: ignore[arg-type] # as stated


def test_each_digest_finds_its_entry_and_one_entry_is_said_once() -> None:
    one, two, three, other = (_content(text) for text in ("one", "two", "three", "other"))
    known = _set(
        "list",
        SetEntry(number=10, md5=one.md5, sha1=one.sha1, category=Category(scheme="", code="1")),
        SetEntry(number=11, sha1=two.sha1),
        SetEntry(number=12, sha256=three.sha256, category=Category(scheme="XX", code="0")),
        SetEntry(number=13, md5=one.md5),
    )

    found = list(exact([three, other, two, one, one], (known,)))

    assert [(m.sha256, m.set_entry) for m in found] == sorted(
        [(one.sha256, 10), (one.sha256, 13), (two.sha256, 11), (three.sha256, 12)]
    )
    by_entry = {m.set_entry: m for m in found}
    assert by_entry[10].categories == (Category(scheme="list", code="1"),)
    assert by_entry[12].categories == (Category(scheme="XX", code="0"),)
    assert len({m.id for m in found}) == 4
    assert {(m.kind, m.set_kind, m.distance) for m in found} == {("exact", "known", 0)}


def test_a_set_with_one_hash_matches() -> None:
    one = _content("one")

    [found] = exact([one], (_set("single", SetEntry(number=1, md5=one.md5)),))

    assert found.sha256 == one.sha256


def test_a_benign_set_matches_by_digest_and_never_nearly() -> None:
    one = _content("one")
    benign = _set("benign", SetEntry(number=7, sha256=one.sha256, pdq=_flipped(ORIGINAL, 0)), kind="benign")

    [found] = exact([one, _content("two")], (benign,))

    assert (found.set_kind, found.sha256) == ("benign", one.sha256)
    assert list(near([_look("x", _flipped(ORIGINAL, 0))], (benign,))) == []


def test_a_weak_digest_does_not_eliminate_what_a_strong_one_does_not() -> None:
    one = _content("one")
    benign = _set("benign", SetEntry(number=1, md5=one.md5, sha256="00" * 32), kind="benign")

    assert list(exact([one], (benign,))) == []


def test_a_content_both_known_and_benign_is_named_with_both_sets() -> None:
    one, two = _content("one"), _content("two")
    known = _set("k", SetEntry(number=1, sha256=one.sha256), SetEntry(number=2, sha256=two.sha256))
    benign = _set("b", SetEntry(number=1, sha256=one.sha256), kind="benign")

    [found] = disputes(exact([one, two], (known, benign)))

    assert found == (one.sha256, ("k",), ("b",))


def test_no_sets_and_no_contents_match_nothing() -> None:
    assert list(exact([_content("one")], ())) == []
    assert list(exact([], (_set("s", SetEntry(number=1, md5="0" * 32)),))) == []
    assert list(near([], ())) == []
    assert list(candidates([_look("x", _flipped(ORIGINAL, 0), "fast")], ())) == []


@pytest.mark.parametrize(("bits", "matches"), [(0, 1), (31, 1), (32, 0)])
def test_near_matches_reach_to_31_bits(bits: int, matches: int) -> None:
    known = _set("k", SetEntry(number=5, pdq=_flipped(ORIGINAL, 0)))

    found = list(near([_look("x", _flipped(ORIGINAL, bits))], (known,)))

    assert [(m.kind, m.distance, m.turn, m.cut, m.set_entry) for m in found] == [("near", bits, 0, False, 5)] * matches


def test_only_full_decoding_is_reported_and_only_fast_decoding_gives_candidates() -> None:
    known = _set("k", SetEntry(number=5, pdq=_flipped(ORIGINAL, 0)))
    looks = [_look("fast", _flipped(ORIGINAL, 0), "fast"), _look("full", _flipped(ORIGINAL, 0))]

    assert [match.sha256 for match in near(looks, (known,))] == ["full"]
    assert list(candidates(looks, (known,))) == ["fast"]


@pytest.mark.parametrize(("bits", "found"), [(31, ["x"]), (45, ["x"]), (46, [])])
def test_upright_candidates_have_room_for_drift(bits: int, found: list[str]) -> None:
    known = _set("k", SetEntry(number=5, pdq=_flipped(ORIGINAL, 0)))

    assert list(candidates([_look("x", _flipped(ORIGINAL, bits), "fast")], (known,))) == found


@pytest.mark.parametrize("form", range(1, 8))
def test_a_turned_form_matches_and_says_which(form: int) -> None:
    known = _set("k", SetEntry(number=5, pdq=_flipped(ORIGINAL, 0)))
    forms = tuple(_flipped(ORIGINAL, 31) if i == form else "5" * 64 for i in range(1, 8))
    looks = [_look("x", "3" * 64, mode, forms=forms) for mode in ("fast", "full")]

    [found] = near(looks, (known,))

    assert (found.turn, found.distance, found.cut) == (form, 31, False)
    assert list(candidates(looks, (known,))) == ["x"]


def test_a_picture_without_its_borders_matches_and_says_so() -> None:
    known = _set("k", SetEntry(number=5, pdq=_flipped(ORIGINAL, 0)))

    [found] = near([_look("x", "3" * 64, cut=_flipped(ORIGINAL, 9))], (known,))

    assert (found.turn, found.distance, found.cut) == (0, 9, True)


def test_the_nearest_form_of_a_pair_is_said_once() -> None:
    known = _set("k", SetEntry(number=5, pdq=_flipped(ORIGINAL, 0)))
    forms = (_flipped(ORIGINAL, 3),) * 7

    [found] = near([_look("x", _flipped(ORIGINAL, 20), forms=forms)], (known,))

    assert (found.turn, found.distance) == (1, 3)


def test_the_nearest_frame_of_a_video_is_said_with_its_moment() -> None:
    known = _set("k", SetEntry(number=5, pdq=_flipped(ORIGINAL, 0)))
    frames = [_look("film", _flipped(ORIGINAL, bits), moment=at) for at, bits in ((0, 30), (2000, 7), (4000, 7))]

    [found] = near(frames, (known,))

    assert (found.sha256, found.moment, found.distance) == ("film", 2000, 7)
    assert list(groups(frames)) == []


def test_an_exact_match_is_not_repeated_as_near() -> None:
    content = _content("one")
    entry = SetEntry(number=5, md5=content.md5, pdq=_flipped(ORIGINAL, 0))
    sets = (_set("k", entry, SetEntry(number=6, pdq=_flipped(ORIGINAL, 4))),)
    looks = [_look(content.sha256, _flipped(ORIGINAL, 1))]

    found = list(near(looks, sets, exact([content], sets)))

    assert [match.set_entry for match in found] == [6]


def test_pictures_without_a_usable_hash_are_left_out() -> None:
    known = _set("k", SetEntry(number=5, pdq="0" * 64))
    looks = [_look("x", None, mode, reason="no usable perceptual hash") for mode in ("fast", "full")]

    assert list(candidates(looks, (known,))) == []
    assert list(near(looks, (known,))) == []
    assert list(groups(looks)) == []


def test_near_duplicates_group_around_the_one_with_most_neighbours() -> None:
    steps = [
        _look(name, _flipped(ORIGINAL, bits), "fast") for name, bits in (("a", 0), ("b", 20), ("c", 40), ("d", 60))
    ]
    alone = _look("e", "3" * 64, "fast")

    found = [group.contents for group in groups([*steps, alone])]

    assert found == [("b", "a", "c")]


def test_identical_hashes_are_one_group_whatever_the_order() -> None:
    looks = [_look(name, _flipped(ORIGINAL, 0), "fast") for name in ("c", "a", "b")]

    assert [group.contents for group in groups(looks)] == [("a", "b", "c")]
    assert list(groups(looks)) == list(groups(reversed(looks)))


def test_many_copies_weigh_as_many_neighbours_and_cost_little() -> None:
    copies = [_look(f"{i:05}", _flipped(ORIGINAL, 0), "fast") for i in range(20_000)]
    near_by = [_look("a", _flipped(ORIGINAL, 31), "fast"), _look("b", _flipped(ORIGINAL, 80), "fast")]

    [found] = groups([*copies, *near_by])

    assert found.contents == (*(look.sha256 for look in copies), "a")


def test_a_join_that_loses_pairs_fails_loudly(monkeypatch: pytest.MonkeyPatch) -> None:
    hashes = np.random.PCG64(1).random_raw(4000).astype(np.uint64).reshape(1000, 4)
    nothing = Pairs(np.zeros(0, np.uint32), np.zeros(0, np.uint32), np.zeros(0, np.uint8))

    assert len(joined(hashes, hashes, 31).query) == 1000
    monkeypatch.setattr(proof, "join_blocks", lambda *_: nothing)

    with pytest.raises(SelfTestFailed, match="missed"):
        joined(hashes, hashes, 31)
