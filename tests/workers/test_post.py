# SPDX-License-Identifier: Apache-2.0
"""What goes to another machine and comes back: batches of files there, frames of bodies back, nothing counted twice."""

import sqlite3
from contextlib import closing

import pytest

from suluh.model.body import body
from suluh.model.errors import BadBody
from suluh.model.evidence.work import Answer, Failure, Target
from suluh.model.intake import Flaw, Outcome
from suluh.model.place import Place
from suluh.workers.engines.batch import FILES, cut, frames, unpack
from suluh.workers.engines.post import ANSWERS, STOPPED, Post, installed, order
from suluh.workers.wire import wire
from suluh.workers.wire.check import NotItsOwn


def no_doubt(_, __):
    return False


@pytest.fixture
def post(bench, monkeypatch):
    """A post as another machine has it, told where things lie by its own settings."""
    made = []

    def start(job):
        monkeypatch.setenv("SULUH_SHARED", str(bench.root.parent))
        arrangement = bench.arrangement()
        data = order(arrangement, job)
        (bench.root.parent / "elsewhere").symlink_to(bench.root.parent)
        monkeypatch.setenv("SULUH_SHARED", str(bench.root.parent / "elsewhere"))
        monkeypatch.setenv("SULUH_SCRATCH", str(bench.root.parent / "node"))
        made.append(Post(data))
        assert made[0].ready() == ANSWERS + installed()
        return made[0]

    yield start
    for one in made:
        one.close()


def work(post, batch):
    return [answer for said in post.work(batch.pack()) for answer in batch.take(said[1:], no_doubt)]


def gist(answers):
    """Every file's nouns in their order, and how it ended."""
    found = {}
    for answer in answers:
        nouns, ends = found.setdefault(answer.target.file.path, ([], []))
        nouns.extend(answer.nouns)
        ends.extend([answer.failure] if answer.last else [])
    return found


def numbered(bench, count):
    for number in range(count):
        bench.write(f"{number:03}", f"say {number}")
    return [Target(file=bench.file(f"{number:03}")) for number in range(count)]


def test_a_post_answers_as_the_local_pool(bench, post):
    targets = bench.write_all_kinds()
    [batch] = cut(targets)

    answers = work(post("behave"), batch)

    assert gist(answers) == gist(bench.run("behave", *targets))
    assert batch.errands == []


def test_a_post_reads_databases(bench, post):
    with closing(sqlite3.connect(bench.root / "a.db")) as connection:
        connection.executescript("CREATE TABLE t (k TEXT, n INTEGER); INSERT INTO t VALUES ('one', 1)")
    target = Target(file=bench.file("a.db"), type="application/vnd.sqlite3")
    [batch] = cut([target])

    assert gist(work(post("tables"), batch)) == gist(bench.run("tables", target))


def test_workers_of_a_post_wait_for_the_next_batch(bench, post):
    batches = list(cut(numbered(bench, 2 * FILES)))
    at_work = post("behave")

    answers = [answer for batch in batches for answer in work(at_work, batch)]

    [crew] = at_work._engine._waiting.values()
    assert [worker.served for worker in crew._workers] == [2 * FILES]
    assert [len(answer.nouns) for answer in answers] == [1] * 2 * FILES


def test_a_lost_batch_is_done_again_and_nothing_counts_twice(bench, post):
    bench.write("0", "say first")
    bench.write("1", "many 3000")
    targets = [Target(file=bench.file(name)) for name in ("0", "1")]
    [batch] = cut(targets)
    at_work = post("behave")

    before = list(batch.take(next(at_work.work(batch.pack()))[1:], no_doubt))
    batch.again()
    answers = before + work(at_work, batch)

    assert 1 <= len(before) < len(answers)
    assert gist(answers) == gist(bench.run("behave", *targets))


def test_what_many_files_share_is_sent_once(bench):
    names = tuple(f"name {number}" for number in range(10_000))
    targets = [
        Target(file=bench.file(f"{number}"), names=names, accounts=("a:b",), kinds=(str(number),))
        for number in range(9)
    ]
    [batch] = cut(targets)

    packed = batch.pack()

    assert len(packed) < 200_000
    assert unpack(packed) == targets


@pytest.mark.parametrize(
    ("frame", "error"),
    [
        (wire.pack(wire.DONE, 7, b""), ValueError),
        (wire.pack(wire.DONE, 0, b"")[:-1], ValueError),
        (wire.pack(wire.READY, 0, b""), ValueError),
        (wire.pack(wire.ASK, 0, b"other/folder"), ValueError),
        (wire.pack(wire.NOUNS, 0, b'{"noun":"flaw/1"}'), BadBody),
        (wire.pack(wire.NOUNS, 0, b"\x80\x04K\x01."), BadBody),
        (wire.pack(wire.NOUNS, 0, body(Outcome(id="x", file="another", state="read"))), NotItsOwn),
    ],
)
def test_a_machine_is_believed_no_more_than_a_worker(bench, frame, error):
    [batch] = cut([Target(file=bench.file("a"))])
    batch.pack()

    with pytest.raises(error):
        list(batch.take(frame, no_doubt))


def test_a_failure_that_is_the_machine_s_own_is_not_taken(bench):
    [batch] = cut([Target(file=bench.file("a"))])
    batch.pack()

    failure = Failure("not opened", "not opened: no such file")

    with pytest.raises(NotItsOwn, match="not opened"):
        list(batch.take(wire.pack(wire.DONE, 0, wire.last_frame(failure, ())), lambda *_: True))

    assert len(batch.errands) == 1


def test_a_post_without_its_folder_says_what_to_set(bench, monkeypatch):
    monkeypatch.setenv("SULUH_SHARED", str(bench.root.parent))
    data = order(bench.arrangement(), "behave")
    monkeypatch.delenv("SULUH_SHARED")
    monkeypatch.setenv("SULUH_SCRATCH", str(bench.scratch))

    said = Post(data).ready()

    assert said.startswith(STOPPED)
    assert b"SULUH_SHARED is not set on this machine" in said


def test_a_post_whose_workers_cannot_start_says_so(bench, post):
    bench.write("0", "say hello")
    [batch] = cut([Target(file=bench.file("0"))])

    [said] = post("no_such_job").work(batch.pack())

    assert said.startswith(STOPPED)
    assert b"No module named" in said


def test_a_long_answer_is_cut_into_frames_that_a_parent_takes(bench):
    file = bench.file("a")
    place = Place(exhibit="B-1", acquisition="1", path="a", file=file.id)
    nouns = tuple(Flaw(id=f"{number}", step="read", reason="x" * 900_000, place=place) for number in range(3))
    answer = Answer(Target(file=file), nouns, last=True, failure=Failure("broken", "two\nlines"))

    kinds = [(one.kind, len(one.payload)) for one in wire.unpack(bytearray(b"".join(frames(0, answer))), wire.MOST)]

    assert [kind for kind, _ in kinds] == [wire.NOUNS, wire.NOUNS, wire.DONE]
