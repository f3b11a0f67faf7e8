# SPDX-License-Identifier: Apache-2.0
"""What a job sees of a file: lines, independent views, siblings, members."""

import io
import zipfile

import pytest

from suluh.model.evidence.work import Target
from suluh.workers.child import views
from suluh.workers.child.lines import lines
from suluh.workers.child.views import Member
from suluh.workers.parent.errand import Errand
from suluh.workers.parent.feed import TOGETHER
from suluh.workers.parent.handing import _batch, _Parcel

pytestmark = pytest.mark.usefixtures("forked")

TEXTS = {
    "plain": (b"one\ntwo\n", ["one", "two"]),
    "no end": (b"one\ntwo", ["one", "two"]),
    "empty lines": (b"\n\n", ["", ""]),
    "nothing": (b"", []),
    "windows": (b"one\r\ntwo\r\n", ["one", "two"]),
    "a return alone ends no line": (b"one\rtwo\nthree", ["one\rtwo", "three"]),
    "utf-8 mark": (b"\xef\xbb\xbfone\ntwo\n", ["one", "two"]),
    "not utf-8": (b"caf\xe9\n", ["caf\\xe9"]),
    "other separators end no line": ("a\u2028b\x85c\x0cd\n".encode(), ["a\u2028b\x85c\x0cd"]),
    "utf-16 le": ("\ufeffone\r\ntwo\n".encode("utf-16-le"), ["one", "two"]),
    "utf-16 be": ("\ufeffone\ntwo".encode("utf-16-be"), ["one", "two"]),
    "utf-16 with a feed at an odd place": ("\ufeff\u0a00\u000a\u0a0a\n".encode("utf-16-be"), ["\u0a00", "\u0a0a"]),
    "utf-16 cut in a character": ("\ufeffab\nc".encode("utf-16-le")[:-1], ["ab", "\\x63"]),
    "utf-16 lone surrogate": (b"\xff\xfe\x00\xd8\n\x00", ["\\x00\\xd8"]),
}


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_lines_have_the_right_text(name):
    data, texts = TEXTS[name]

    assert [line.text for line in lines(io.BytesIO(data))] == texts


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_lines_cover_every_byte_and_count_from_one(name):
    data, texts = TEXTS[name]

    found = list(lines(io.BytesIO(data)))

    assert b"".join(line.raw for line in found) == data
    assert [line.number for line in found] == list(range(1, 1 + len(texts)))


def test_lines_longer_than_a_chunk_are_whole():
    text = "\ufeff" + "a" * 100_000 + "\n" + "b" * 70_000 + "\nc"

    found = list(lines(io.BytesIO(text.encode("utf-16-le"))))

    assert [len(line.text) for line in found] == [100_000, 70_000, 1]


def test_views_of_one_file_do_not_disturb_each_other(bench):
    bench.write("a", "read_twice ")

    assert bench.says("behave", "a") == {"a": ["b'rea' b'd_t' 11"]}


def test_a_job_is_told_what_the_target_says(bench):
    bench.write("sub/a", "look")
    target = Target(file=bench.file("sub/a"), names=("b", "a"), kinds=("chat",))

    assert bench.says("behave", target) == {"sub/a": ["sub/a None 4 ['a', 'b'] chat"]}


def test_each_file_is_told_the_names_of_its_own_folder_also_after_a_worker_died(bench):
    folders = {"one": ("a", "b"), "two": ("c",), "none": ()}
    names = {f"{folder}/{at}": folders[folder] for folder in (*folders, "one") for at in range(2 * TOGETHER + 1)}
    for name in names:
        bench.write(name, "leave 9" if name.endswith("/20") else "look")

    said = bench.says("behave", *(Target(file=bench.file(name), names=names[name]) for name in [*names, *names]))

    told = {name: texts for name, texts in said.items() if not name.endswith("/20")}
    assert len(said) - len(told) == len(folders)
    assert told == {name: [f"{name} None 4 {sorted(names[name])} "] * 2 for name in told}


def test_the_names_of_a_folder_are_sent_to_a_worker_once(bench):
    bench.write("a", "look")
    names = ("a", "b")
    first = Errand(Target(file=bench.file("a"), names=names))

    assert _batch(first, _Parcel(), None).names == names
    assert _batch(first, _Parcel(), ("c",)).names == names
    assert _batch(first, _Parcel(), names).names is None


def test_a_file_beside_is_read_and_may_be_spoken_of(bench):
    bench.write("sub/a", "beside b")
    bench.write("sub/b", "hello")

    assert bench.says("behave", "sub/a") == {"sub/a": ["hello", "sibling"]}


@pytest.mark.parametrize("name", ["../b", "/etc/hostname", "..", "c", "link"])
def test_what_is_not_in_the_same_folder_is_not_beside(bench, name):
    bench.write("sub/a", f"beside {name}")
    bench.write("b", "hello")
    (bench.root / "sub" / "link").symlink_to("../b")

    assert bench.says("behave", "sub/a") == {"sub/a": ["nothing"]}


def test_files_that_wait_keep_their_descriptors_while_one_asks_for_another(bench):
    for number in range(100):
        bench.write(f"{number:03}", f"beside {number:03}.txt")
        bench.write(f"{number:03}.txt", f"text {number:03}")

    said = bench.says("behave", *[f"{number:03}" for number in range(100)])

    assert [texts[0] for texts in said.values()] == [f"text {name}" for name in said]


def test_a_member_of_an_archive_in_an_archive_is_read(bench):
    bench.write("outer.zip", zipped({"sub/inner.zip": zipped({"x/a": "beside b", "x/b": "deep"})}))
    target = Target(file=bench.file("x/a", "outer.zip", "sub/inner.zip"))

    assert bench.says("behave", target) == {"x/a": ["deep", "sibling"]}


def test_many_members_of_one_archive_are_read(bench):
    bench.write("a.zip", zipped({f"{number:04}": f"say {number:04}" for number in range(2000)}))
    targets = [Target(file=bench.file(f"{number:04}", "a.zip")) for number in range(2000)]

    said = bench.says("behave", *targets)

    assert all(texts == [name] for name, texts in said.items())


def test_a_member_that_is_not_there_is_a_reason(bench):
    bench.write("a.zip", zipped({"b": "say hello"}))

    assert bench.says("behave", Target(file=bench.file("c", "a.zip")))["c"][0].startswith("! KeyError")


def test_a_large_member_is_streamed_and_can_be_read_anywhere(monkeypatch):
    monkeypatch.setattr(views, "IN_MEMORY", 1000)
    data = bytes(number % 251 for number in range(300_000))
    member = Member(lambda: io.BytesIO(data))

    with member.open() as file:
        end = file.seek(-5, 2), file.read()
        start = file.seek(10), file.read(200_000)

    assert (member.size, member.head) == (300_000, data[:65536])
    assert (end, start) == ((299_995, data[-5:]), (10, data[10:200_010]))


def zipped(members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()
