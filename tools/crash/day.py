# SPDX-License-Identifier: Apache-2.0
"""A made-up case and the acts of its day, with the state before and after each of them."""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.custody.every_noun import PASSPHRASE, officer
from tests.finished import finish
from tools.crash.command import Ended, call
from tools.unit import NOW, SECRET

from suluh.case.folder import CaseFolder
from suluh.case.verify.case import verify_case
from suluh.custody.entry import Entry
from suluh.model.errors import SuluhError
from suluh.simulator.simulate import simulate
from suluh.store.tables import COLUMNS
from suluh.unit.folder import UnitFolder

MEDIA = frozenset({".jpg", ".jpeg", ".png", ".gif", ".heic", ".mp4", ".webp"})
KEPT_BESIDE = ("secret", "keys", "checkpoints", "releases")
KILLED = re.compile(r"told elsewhere, or its command was killed")
"""What `verify` says of a read whose command was killed: it is so."""


MISUSE = 2
"""How a command ends that cannot be meant so."""


class Act(NamedTuple):
    """One command of the day."""

    name: str
    words: tuple[str, ...]
    officer: str = "S-1"
    again: bool = False
    """Whether the same command goes on after a stop; of all others it is looked first whether they are entered."""


class Place(NamedTuple):
    """A case and its unit in one folder, as they are at one moment."""

    root: Path

    @property
    def case(self) -> CaseFolder:
        """The case."""
        return CaseFolder(self.root / "case")

    @property
    def unit(self) -> UnitFolder:
        """Its unit."""
        return UnitFolder(self.root / "unit")

    def entries(self) -> list[Entry]:
        """The ledger; empty where there is no case yet."""
        if not self.case.file.is_file():
            return []
        with closing(sqlite3.connect(self.case.file)) as base:
            try:
                rows = base.execute("SELECT body FROM entry ORDER BY seq").fetchall()
            except sqlite3.OperationalError:  # killed before its tables were made
                return []
        return [Entry.read(bytes(body)) for (body,) in rows]

    def state(self) -> str:
        """A digest of every row but for the numbers of batches, and of what lies beside the case file by its name."""
        seen = hashlib.sha256()
        with closing(sqlite3.connect(self.case.file)) as base:
            for kind in sorted(COLUMNS):
                columns = ", ".join(one[1] for one in base.execute(f'PRAGMA table_info("{kind}")') if one[1] != "batch")
                for row in base.execute(f'SELECT {columns} FROM "{kind}" ORDER BY id'):  # noqa: S608 # our own tables
                    seen.update(repr((kind, row)).encode())
        for name in KEPT_BESIDE:
            found = self.case.path / name
            paths = sorted(found.rglob("*")) if found.is_dir() else [found] if found.exists() else []
            names = [str(path.relative_to(self.case.path)) for path in paths if ".new" not in path.name]
            seen.update(repr(names if name != "checkpoints" else len(names) > 0).encode())
        return seen.hexdigest()


class Judged(NamedTuple):
    """A case that holds."""

    entries: int
    remarks: tuple[str, ...]


class Day:
    """The acts in their order, and copies of case and unit between them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._now = Place(root / "now")
        """Every act runs at the same place, for entries name it."""

        self.log = root / "log"
        self.acts: list[Act] = []
        self.after: list[tuple[str, tuple[str, ...]]] = []
        """The state after each act, and what `verify` remarks then."""

        self.had: list[int] = []
        """How many entries there were before each act."""

        self.seconds: list[float] = []
        """How long each act took, unbroken."""

    @property
    def place(self) -> Place:
        """Where every act runs."""
        return self._now

    def words(self, act: Act) -> tuple[tuple[str, ...], Mapping[str, str]]:
        """An act as it is called, with its environment."""
        told = {"SULUH_HOME": str(self._now.unit.path), "SULUH_ACTOR": act.officer, "SULUH_PASSPHRASE": PASSPHRASE}
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "NUMBA_CACHE_DIR") if name in os.environ}
        return act.words, kept | told | {"SULUH_NOW": NOW, "SULUH_SECRET": SECRET, "LANG": "C.UTF-8"}

    def call(self, act: Act, traced: Sequence[str] = ()) -> Ended:
        """Do an act, if need be under strace."""
        return call(*self.words(act), self.log, traced)

    def before(self, at: int) -> None:
        """Put everything back as it was before an act."""
        self.put(self._root / f"before-{at}")

    def put(self, state: Path) -> None:
        """Put a state of case and unit in place."""
        shutil.rmtree(self._now.root, ignore_errors=True)
        shutil.copytree(state, self._now.root, symlinks=True)

    def kept(self, at: int) -> Path:
        """The copy from before an act."""
        return self._root / f"before-{at}"

    def make(self) -> None:
        """Go through the whole day unbroken."""
        world = _world(self._root / "world")
        self._now.root.mkdir(parents=True)
        heard = {code: officer(self._now.unit, code).public.fingerprint for code in ("S-1", "S-2")}
        for act in _acts(self._now, world, heard["S-2"]):
            found = act
            self.had.append(len(self._now.entries()))  # here: whoever looks into a kept copy changes it
            shutil.copytree(self._now.root, self.kept(len(self.acts)), symlinks=True)
            if "DRAFT" in act.words:
                draft = next(self._now.case.releases.glob("draft-*")).name.removeprefix("draft-")
                found = act._replace(words=tuple(draft if word == "DRAFT" else word for word in act.words))
            ended = self.call(found)
            if ended.code:
                raise SystemExit(f"suluh {' '.join(found.words)} ended with {ended.code}: {ended.said[-2000:]}")
            self.acts.append(found)
            self.seconds.append(ended.seconds)
            self.after.append((self._now.state(), self.verified().remarks))

    def verified(self) -> Judged:
        """What `verify` says of the case. Raises `SuluhError`."""
        found = verify_case(self._now.case, unit=self._now.unit)
        return Judged(found.entries, found.remarks)

    def end(self, at: int) -> str | None:
        """Do what is left of an act that was stopped; what is wrong then, or null."""
        act = self.acts[at]
        had = self.had[at]
        try:
            if had and len(self._now.entries()) < had:
                return f"{act.name}: of {had} entries from before, {len(self._now.entries())} are left"
            if self._now.entries():
                self.verified()
        except SuluhError as error:
            return f"{act.name}: right after the stop: {error}"
        entered = [one.action for one in self._now.entries()[had:]]
        if act.again or not entered:
            ended = self.call(act)
            if ended.code and not _is_done(ended):
                return f"{act.name}: done again it ended with {ended.code}: {ended.said[-1000:]}"
        return self.differs(at)

    def differs(self, at: int) -> str | None:
        """What is not as after the unbroken act, or null."""
        act = self.acts[at]
        try:
            found = self.verified()
        except SuluhError as error:
            return f"{act.name}: it does not verify: {error}"
        state, remarks = self.after[at]
        if self._now.state() != state:
            return f"{act.name}: other rows or files than after an unbroken one"
        more = {_bare(one) for one in found.remarks if not KILLED.search(one)} - set(map(_bare, remarks))
        return f"{act.name}: {sorted(more)}" if more else None


def _bare(remark: str) -> str:
    """A remark without the numbers of entries."""
    return re.sub(r"\d+", "0", remark)


def _is_done(ended: Ended) -> bool:
    """Whether a command refuses because all of it is there already."""
    return ended.code == MISUSE and ("already" in ended.said or "was approved by" in ended.said)


def _acts(place: Place, world: Path, heard: str) -> Sequence[Act]:
    case = str(place.case.path)
    paper = json.loads((world / "case.json").read_text("utf-8"))
    papers = [[word for key, value in one.items() for word in (f"--{key}", value)] for one in paper["authorities"]]
    authorities = [Act(f"authority {at}", ("authority", case, *words)) for at, words in enumerate(papers, 1)]
    return (
        Act("new", ("new", case, "--number", paper["number"], "--unit", paper["unit"]), again=True),
        Act("admit", ("officer", "admit", case, "S-2", "--fingerprint", heard)),
        *authorities,
        Act("add", ("add", case, "--list", str(world / "exhibits.csv")), again=True),
        Act("sets", ("sets", "add", case, str(world / "known.csv"), "--as", "known", "--name", "daftar")),
        Act("run", ("run", case), again=True),
        Act("decide", ("decide", case, "zone", "B-1", "Asia/Jakarta", "--reason", "stated by the holder")),
        Act("run again", ("run", case), again=True),
        Act("refer", ("refer", case, "--to", "prosecutor", "--name", "Kejaksaan Contoh")),
        Act("approve", ("approve", case, "DRAFT"), officer="S-2", again=True),
    )


def warm(folder: Path) -> None:
    """Run a made-up case in this process, so that its children find compiled what they need."""
    finish(folder)


@cache
def _world(folder: Path) -> Path:
    """A made-up world without media: chats, statements, address books, and an archive with more of them."""
    simulate(folder, 4, sellers=1, buyers=3, deals=6, days=9, pictures=12, picture_side=64)
    exhibits = folder / "exhibits"
    for path in sorted(exhibits.rglob("*")):
        if path.suffix.lower() in MEDIA and path.is_file():
            path.unlink()
    with zipfile.ZipFile(exhibits / "B-1" / "packed.zip", "w") as packed:
        for number in range(40):
            packed.writestr(f"note-{number}.txt", f"catatan {number}")
    return folder
