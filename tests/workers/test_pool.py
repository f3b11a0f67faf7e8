# SPDX-License-Identifier: Apache-2.0
"""What the pool answers about good files, and what it does with files that break a worker."""

import hashlib
import os
import zipfile
from importlib.util import find_spec

import msgspec
import pytest

from suluh.model.errors import Misuse, WorkerCannotStart
from suluh.model.evidence.work import Target
from suluh.model.times import of_disk
from suluh.workers.parent.opening import is_in_doubt
from suluh.workers.wire.limits import MIB, Limits

forks = pytest.mark.usefixtures("forked")
"""For what a worker is given and answers; the others here begin workers as `suluh` does."""


def test_every_file_is_answered_once(bench):
    names = [f"{number:03}" for number in range(150)]
    for name in names:
        bench.write(name, f"say {name}")
    bench.slots = 2

    answers = bench.run("behave", *names)

    assert sorted(answer.nouns[0].reason for answer in answers if answer.last) == names


@forks
def test_a_long_answer_comes_in_parts_and_in_order(bench):
    bench.write("long", "many 2000")

    answers = bench.run("behave", "long")

    assert len(answers) > 4
    assert [answer.last for answer in answers] == [False] * (len(answers) - 1) + [True]
    said = [noun.reason.split()[0] for answer in answers for noun in answer.nouns]
    assert said == [str(number) for number in range(2000)]


def test_a_worker_looks_for_circles_once_it_works(bench):
    bench.write("a", "circles")

    assert bench.says("behave", "a") == {"a": ["looks for circles: True"]}


@forks
def test_a_second_record_at_one_place_is_a_flaw_and_the_file_is_read_on(bench):
    bench.write("a", "twice")

    said = bench.says("behave", "a")

    assert said == {"a": ["one", "one", "a second record at one place of this file was left out: the first one stays"]}


@forks
@pytest.mark.parametrize("around", [(), ("outer.zip",)])
def test_a_file_is_worked_on_only_while_it_is_the_one_that_was_digested(bench, around):
    names = ("same", "other", "touched")
    with zipfile.ZipFile(bench.root / "outer.zip", "w") as archive:
        for name in names:
            archive.writestr(name, "say hello")
            bench.write(name, "say hello")
    content = hashlib.sha256(b"say hello").hexdigest()
    listed = {name: content if name != "other" else "0" * 64 for name in names}

    said = bench.says("behave", *(Target(file=bench.file(name, *around), content=listed[name]) for name in names))

    assert said["same"] == said["touched"] == ["hello"]
    assert said["other"] == [f"! this file is no longer the one that was digested: its SHA-256 is {content} now"]


@forks
def test_the_bytes_of_a_file_are_not_proved_while_size_and_time_are_those_listed(bench):
    bench.write("a", "say hello")
    found = (bench.root / "a").stat()
    file = msgspec.structs.replace(bench.file("a"), modified=of_disk(found.st_mtime_ns))

    assert not is_in_doubt(Target(file=file, content="0" * 64), found)
    assert is_in_doubt(Target(file=msgspec.structs.replace(file, size=1), content="0" * 64), found)
    assert is_in_doubt(Target(file=msgspec.structs.replace(file, modified=None), content="0" * 64), found)


@forks
def test_a_slow_caller_loses_nothing(bench):
    bench.write("long", "many 6000")
    bench.limits = Limits(other=20.0)

    assert len(bench.says("behave", "long")["long"]) == 6000


@forks
def test_a_file_that_hangs_is_given_up_within_its_limit(bench):
    bench.write("hangs", "hang")
    bench.write("works", "say fine")
    bench.limits = Limits(other=1.0)

    said = bench.says("behave", "hangs", "works")

    assert said["works"] == ["fine"]
    assert said["hangs"][-1].startswith("! timed out after ")
    assert int(said["hangs"][-1].split()[-2]) < Limits().other


@forks
def test_a_file_in_parts_may_take_the_time_of_all_its_parts(bench):
    for name in ("a", "b"):
        bench.write(f"{name}.001", "parts 1.5")
    bench.write("a.002", bytes(MIB))
    bench.limits = Limits(other=0.5, other_per_mib=9.0)

    said = bench.says("behave", "a.001", "b.001")

    assert said["a.001"] == [f"{MIB + 9} bytes"]
    assert said["b.001"][-1].startswith("! timed out")


def test_a_file_that_takes_all_memory_is_too_large(bench):
    bench.write("hog", "hog")
    bench.write("works", "say fine")
    bench.limits = Limits(memory=400 * MIB)

    said = bench.says("behave", "hog", "works")

    assert said["works"] == ["fine"]
    assert said["hog"][-1].startswith("! too large")


@forks
@pytest.mark.parametrize("act", ["leave 0", "leave 9", "crash"])
def test_a_worker_that_dies_takes_only_its_file_along(bench, act):
    bench.write("0", "say before")
    bench.write("1", act)
    bench.write("2", "say after")

    said = bench.says("behave", "0", "1", "2")

    assert (said["0"], said["2"]) == (["before"], ["after"])
    assert said["1"][-1].startswith("! killed")


@forks
def test_an_exception_is_a_reason_and_is_not_tried_again(bench):
    bench.write("0", "fail at line 3\n")
    bench.write("1", "say after")

    assert bench.says("behave", "0", "1") == {"0": ["! LookupError: at line 3"], "1": ["after"]}


@forks
def test_what_was_handed_on_before_a_crash_is_not_handed_on_twice(bench):
    bench.write("dies", "many_then_die 2000")

    said = bench.says("behave", "dies")["dies"]

    assert said[-1].startswith("! killed")
    assert [one.split()[0] for one in said[:-1]] == [str(number) for number in range(len(said) - 1)]


@forks
def test_a_reason_that_no_frame_holds_is_cut(bench):
    bench.write("long", f"long_record {2 * MIB}")

    assert bench.says("behave", "long")["long"] == ["x" * 499 + "…"]


@forks
@pytest.mark.parametrize("act", ["about_another", "elsewhere", "decide", "babble", "flood", "out_of_turn"])
def test_a_worker_that_says_what_is_not_its_own_is_ended(bench, act):
    bench.write("0", act)
    bench.write("1", "say after")

    said = bench.says("behave", "0", "1")

    assert said["1"] == ["after"]
    assert said["0"][-1].startswith("! killed: its worker answered wrongly")


def test_a_job_that_does_not_exist_is_one_clear_error(bench):
    bench.write("0", "say hello")

    with pytest.raises(WorkerCannotStart, match="No module named"):
        bench.run("no_such_job", "0")


def test_a_job_that_dies_at_its_start_is_not_started_for_ever(bench):
    bench.write("0", "say hello")

    with pytest.raises(WorkerCannotStart, match="3 workers in a row"):
        bench.run("broken", "0")


@forks
def test_a_worker_is_replaced_after_so_many_files(bench):
    names = [f"{number:03}" for number in range(60)]
    for name in names:
        bench.write(name, f"say {name}")
    bench.limits = Limits(files=20)

    assert len(bench.says("behave", *names)) == 60


def test_a_link_anywhere_in_a_path_is_not_followed(bench, tmp_path):
    (tmp_path / "secret").write_text("say secret")
    (bench.root / "link").symlink_to(tmp_path / "secret")
    (bench.root / "folder").symlink_to(tmp_path)

    said = bench.says("behave", "link", "folder/secret")

    assert all(one[0].startswith("! not opened") for one in said.values())


@pytest.mark.parametrize("path", [b"../secret", b"/etc/hostname", b"a/../../secret", b"..", b"", b"a\0b"])
def test_a_path_never_leaves_the_exhibit(bench, tmp_path, path):
    (tmp_path / "secret").write_text("say secret")
    file = msgspec.structs.replace(bench.file("x"), path=path)

    [answer] = bench.run("behave", Target(file=file))

    assert answer.failure.kind == "not opened"


@forks
def test_a_pipe_in_the_exhibit_does_not_stop_the_pool(bench):
    os.mkfifo(bench.root / "pipe")

    assert bench.says("behave", "pipe") == {"pipe": ["! not opened: it is not a regular file"]}


def test_a_file_that_is_gone_is_a_reason(bench):
    assert bench.says("behave", "gone") == {"gone": ["! not opened: No such file or directory"]}


@forks
@pytest.mark.parametrize("name", [b"\xff\xfe", b"a\nb", b"x" * 255, "é".encode()])
def test_odd_names_are_opened(bench, name):
    (bench.root / os.fsdecode(name)).write_text("say here")

    [answer] = bench.run("behave", Target(file=bench.file(name)))

    assert answer.nouns[0].reason == "here"


def test_the_exhibit_is_not_touched(bench):
    bench.write("a/b", "say hello")
    os.utime(bench.root / "a" / "b", ns=(10**18, 10**18))
    before = (bench.root / "a" / "b").stat()

    bench.run("behave", "a/b")

    after = (bench.root / "a" / "b").stat()
    assert (after.st_atime_ns, after.st_mtime_ns, after.st_ctime_ns) == (
        before.st_atime_ns,
        before.st_mtime_ns,
        before.st_ctime_ns,
    )


@forks
def test_of_an_exhibit_that_is_one_file_nothing_beside_it_is_seen(bench):
    bench.write("one", "beside other")
    bench.write("other", "say secret")
    bench.root = bench.root / "one"
    target = Target(file=bench.file("one"))

    assert [noun.reason for answer in bench.run("behave", target) for noun in answer.nouns] == ["nothing"]


def test_an_engine_that_does_not_exist_is_misuse(bench):
    bench.engine = "grid"

    with pytest.raises(Misuse, match="there is no engine 'grid' for workers: set SULUH_ENGINE to local"):
        bench.run("behave")


@pytest.mark.skipif(find_spec("ray") is not None, reason="suluh[cluster] is installed")
def test_an_engine_whose_library_is_missing_is_misuse(bench):
    bench.engine = "ray"

    with pytest.raises(Misuse, match="what engine ray needs is not installed: set SULUH_ENGINE to local"):
        bench.run("behave")
