# SPDX-License-Identifier: Apache-2.0
"""From messages to leads at size: ``python -m bench.trade [MESSAGES]``, 2,000,000 by default.

Scripts of the corpus are played on phones, 400 messages to each deal and 40 to each booked line; what is left of the
messages is small talk, put together from the same scripts. One process makes the case; in another, which reads it from
the case file as a run does, the steps of the line that follow reading run one after another and are timed each: seconds
by the clock, and of processors in all processes. Memory is the most that this one and those that share its work ever
held together, looked at five times a second.
"""

import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from threading import Event, Thread
from typing import ParamSpec, TypeVar

import msgspec
from tests.custody.every_noun import AT, PASSPHRASE, clock, officer, start
from training.corpus import scripts
from training.worlds import Scene, world

from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.line.inputs import Inputs
from suluh.case.line.line import LINE
from suluh.case.line.spool import Spool
from suluh.case.line.step import Derived
from suluh.model.body import Noun
from suluh.model.deeds import steps
from suluh.model.ids import file_id, make_id
from suluh.model.intake import Acquisition, Content, Exhibit, File, Standing, place_of
from suluh.model.talk import Conversation, Message
from suluh.model.times import When, utc
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import unlock

P, T = ParamSpec("P"), TypeVar("T")

EACH, PHONES, ROOM = 400, 20, 2_000
"""Messages a deal; seized phones; messages of small talk in one room."""

BATCH = 5_000
DAYS = 700
CHAT = frozenset({"chat", "thanks"})
BEGIN = datetime(2025, 1, 1, tzinfo=UTC)


@dataclass
class Made:
    """What lies in the case before the steps are timed."""

    messages: int = 0
    deals: int = 0
    lines: int = 0
    took: dict[str, tuple[float, float]] = field(default_factory=dict)
    """Seconds by the clock and of a processor, by step."""

    given: dict[str, int] = field(default_factory=dict)
    memory: float = 0.0
    """The most that its processes ever held together, in MiB."""

    @property
    def seconds(self) -> float:
        """From messages to leads, by the clock."""
        return sum(wall for wall, _ in self.took.values())


def measure(count: int) -> Made:
    """Make a case of so many messages and work through it."""
    with tempfile.TemporaryDirectory() as name:
        made = _alone(fill, Path(name), count)
        return _alone(work, Path(name), made)


def _alone(task: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What a new process gives, which holds nothing of what was before."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(task, *args, **kwargs).result()


def fill(folder: Path, count: int) -> Made:
    """Make a case of so many messages; what lies in it."""
    unit, made = UnitFolder(folder / "unit"), Made()
    case = start(folder / "case", unit, officer(unit, "S-1"))
    _fill(case, count, made)
    case.close()
    return made


def work(folder: Path, made: Made) -> Made:
    """Work through the case; the same with what each step took."""
    unit = UnitFolder(folder / "unit")
    acting = Acting(unlock(unit, "S-1", PASSPHRASE), unit, clock(), secret=bytes(32))
    case = Case.open(CaseFolder(folder / "case"), acting)
    done, most = Event(), [0]
    watch = Thread(target=_watch, args=(done, most))
    watch.start()
    try:
        for step in LINE[LINE.index(_joined()) :]:
            if isinstance(step, Derived):
                _work(case, step, made)
    finally:
        done.set()
        watch.join()
    case.close()
    made.memory = max(most[0] / 1024, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024
    return made


def _watch(done: Event, most: list[int]) -> None:
    """Note the most bytes that this process and its children hold together, until it is done."""
    while not done.wait(0.2):
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split()
        most[0] = max(most[0], sum(map(_held, ("self", *children))))


def _held(process: str) -> int:
    """Bytes that a process holds now; none where it has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1]) * resource.getpagesize()
    except (FileNotFoundError, ProcessLookupError, IndexError):
        return 0


def _joined() -> Derived:
    return next(step for step in LINE if isinstance(step, Derived) and step.deed == steps.JOIN)


def _work(case: Case, step: Derived, made: Made) -> None:
    wall, cpu = time.perf_counter(), _of_processors()
    with case.snapshot(step.takes) as seen, Spool(case.folder.work) as values:
        made.given[step.name] = sum(1 for _ in values.fill(step.found(Inputs(seen, case.acting))))
        case.keep(Act(step.name, "case"), values)
    made.took[step.name] = time.perf_counter() - wall, _of_processors() - cpu


def _of_processors() -> float:
    """Seconds of a processor so far, of this process and of those that ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _fill(case: Case, count: int, made: Made) -> None:
    by = case.acting.key.code
    labels = [f"B-{number + 1}" for number in range(PHONES)]
    files = [
        File(id=file_id(one, "1", (), b"chats.db"), exhibit=one, acquisition="1", path=b"chats.db", order=at, size=4096)
        for at, one in enumerate(labels, 1)
    ]
    case.keep(Act("add", "by hand"), chain.from_iterable(_phone(one.exhibit, one.order, by) for one in files))
    case.keep(Act("walk", "files"), files)
    case.keep(Act("digest", "files"), (_content(one) for one in files))
    for scene, file in zip(_scenes(count // EACH), files * count, strict=False):
        _keep(case, _moved(scene, file))
        made.messages, made.lines = made.messages + len(scene.talk), made.lines + len(scene.payments)
        made.deals += len(scene.deals)
    rooms = max(1, (count - made.messages) // ROOM)
    for number in range(rooms):
        _keep(case, _small_talk(number, files[number % PHONES]))
    made.messages += rooms * ROOM
    states = (_standing(place, one) for place, one in enumerate(files))
    case.keep(Act("stand", "case"), states)


def _phone(label: str, order: int, by: str) -> Iterator[Noun]:
    made = {"label": label, "authority": "P-1", "order": order, "timezone": "Asia/Jakarta", "at": AT, "by": by}
    yield Exhibit(id=make_id("exhibit", label), holder=f"Pemegang {order}", **made)  # type: ignore[arg-type] # of its kinds
    yield Acquisition(id=make_id("acquisition", label, "1"), exhibit=label, name="1", order=order, at=AT, by=by)


def _content(file: File) -> Content:
    digests = {"sha256": f"{file.order:064x}", "sha1": f"{file.order:040x}", "md5": f"{file.order:032x}"}
    return Content(id=file.id, file=file.id, size=4096, type="application/vnd.sqlite3", **digests)


def _standing(position: int, file: File) -> Standing:
    own = {"file": file.id, "exhibit": file.exhibit, "state": "read", "position": position, "reader": "made-up"}
    return Standing(id=make_id("standing", file.id), **own)  # type: ignore[arg-type] # of its kinds


def _scenes(deals: int) -> Iterator[Scene]:
    """Worlds of all writers, until so many deals stand in them."""
    every, seen = scripts(), 0
    while seen < deals:
        scene = world(every, f"trade {seen}", dated=True)
        seen += max(1, len(scene.deals))
        yield scene


def _moved(scene: Scene, file: File) -> Iterator[Noun]:
    """What a scene holds, on one phone, under names that no other scene has."""
    mark, place = scene.name.replace(" ", "-"), place_of(file)

    def own(noun: Noun, number: int, **more: object) -> Noun:
        kind, where = type(noun).__name__.lower(), msgspec.structs.replace(place, line=number)
        return msgspec.structs.replace(noun, id=make_id(kind, mark, noun.id), place=where, **more)

    for number, one in enumerate(scene.accounts(), 1):
        yield own(one, number)
    for number, (name, talk) in enumerate(scene.conversations.items(), 1):
        yield own(talk, number, conversation=_room(mark, name))
    for number, paper in enumerate(scene.statements, 1):
        yield own(paper, number, account=paper.account and _account(mark, paper.account))
    for number, said in enumerate(scene.talk, 1):
        yield own(said.value, number, conversation=_room(mark, said.value.conversation))
    for number, paid in enumerate(scene.payments, 1):
        line = paid.value
        sides = {name: _account(mark, side) for name in ("payer", "beneficiary") if (side := getattr(line, name))}
        yield own(line, number, statement=make_id("statement", mark, line.statement), **sides)


def _room(mark: str, name: str) -> str:
    return f"{name}-{mark}" if "group/" in name else name


def _account(mark: str, account: str) -> str:
    return f"{account}{mark}" if account == "reseller:1" else account


def _small_talk(number: int, file: File) -> Iterator[Noun]:
    """A room of two people who speak of this and that."""
    draw = random.Random(number)  # noqa: S311 # drawn again alike
    texts = [
        turn["text"]
        for script in scripts()
        for turn in script.turns
        if turn.get("text") and CHAT.issuperset(turn["acts"]) and not turn.get("amounts")
    ]
    place, other = place_of(file), f"whatsapp:+6281{number:09}"
    mine, name = f"whatsapp:+6282{file.order:09}", f"whatsapp:chat/+6281{number:09}"
    members, own = (mine, other), make_id("conversation", "small", number)
    yield Conversation(id=own, conversation=name, kind="direct", place=place, members=members)
    at = BEGIN + timedelta(minutes=draw.randrange(DAYS * 720))
    for line in range(ROOM):
        at += timedelta(seconds=draw.expovariate(1 / 8000))
        yield Message(
            id=make_id("message", "small", number, line),
            conversation=name,
            kind="text",
            place=msgspec.structs.replace(place, line=line + 1),
            sent=When(written="", at=utc(at.replace(microsecond=0))),
            sender=draw.choice(members),
            text=draw.choice(texts),
        )


def _keep(case: Case, nouns: Iterable[Noun]) -> None:
    rest = iter(nouns)
    while batch := list(islice(rest, BATCH)):
        case.keep(Act("read", "files"), batch)


def main(count: int) -> None:
    """Print what was made, and each step."""
    made = measure(count)
    print(f"{made.messages:,} messages, {made.deals:,} true deals, {made.lines:,} booked lines")
    for name, (wall, cpu) in made.took.items():
        print(f"{name}: {wall:.1f} s, {cpu:.1f} s of a processor, {made.given[name]:,} given")
    load = os.getloadavg()[0]
    print(f"from messages to leads: {made.seconds:.1f} s, at most {made.memory:,.0f} MiB, at a load of {load:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000)
