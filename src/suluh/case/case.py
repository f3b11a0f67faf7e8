# SPDX-License-Identifier: Apache-2.0
"""The open case: one way in, one way out."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Self, TypeVar

from suluh import __version__
from suluh.case.book import Book
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act, Batch, Check, Pen, keep, note, nothing
from suluh.case.lease import lease
from suluh.case.line.meter import Tell, quiet
from suluh.case.officers import check_founder, check_officer, keep_key, officer_of
from suluh.case.secret import first_secret, known_by, secret_of
from suluh.custody.checkpoint import write_checkpoint
from suluh.custody.key import OfficerKey
from suluh.custody.tree import Tree
from suluh.custody.verify import PURPOSE
from suluh.custody.witness import Seen
from suluh.model.body import Noun
from suluh.model.errors import CaseIsDamaged, CaseIsLocked, Misuse, NotAllowed
from suluh.model.ids import make_id
from suluh.model.intake import CasePaper
from suluh.model.people import Access
from suluh.model.times import utc
from suluh.store.erase import erase
from suluh.store.kept import Kept
from suluh.store.open import Connection, connect, create, hold_few_pages
from suluh.store.rows import ALL, Part, Rows, Where
from suluh.store.snapshot import Snapshot
from suluh.store.tables import COLUMNS
from suluh.unit.folder import UnitFolder, make_folder, write
from suluh.unit.witness import append
from suluh.workers.parent import scratch

N = TypeVar("N", bound=Noun)
Clock = Callable[[], datetime]
"""What tells the time."""


@dataclass(frozen=True)
class Acting:
    """The officer at work: their open key, the unit's folder, and the clock of human acts."""

    key: OfficerKey
    unit: UnitFolder
    now: Callable[[], datetime]
    clock: str = ""
    """Who set the clock of human acts, when it is not the machine's: every entry says so."""

    secret: bytes | None = None
    """The secret of a case that has none yet, where a test gives it: every entry says so; else it is drawn."""


class Case:
    """A case folder, opened; without an acting officer it can only be read and verified."""

    def __init__(
        self,
        folder: CaseFolder,
        connection: Connection,
        acting: Acting | None,
        seen: Rows | None = None,
        clock: Clock | None = None,
        kept: Kept | None = None,
    ) -> None:
        self.folder = folder
        self._connection = connection
        self._live = Rows(connection)
        self.rows = self._live if seen is None else seen
        """What the case holds, as it stands at each question; of a case that stands still, as it stood then."""

        self._acting = acting
        self._clock = clock
        self._book = Book(self.rows)
        self.kept = (Kept(folder.counted) if seen is None else Kept()) if kept is None else kept
        """What was made of its rows; several who read one case in one process may share it."""

        self.guard: Check = nothing
        """What is looked at once more before an act is written, while nobody else writes; it raises."""

        self.tell: Tell = quiet
        """Who hears how far an act is that takes long."""

        self.witnessed: Seen | None = None
        """What the witness file outside the case was last told."""

    @classmethod
    def start(cls, folder: CaseFolder, number: str, unit: str, acting: Acting) -> Self:
        """Start a case of the acting supervisor. Raises `NotAllowed`. What a kill left half started starts again."""
        public = acting.key.public
        check_founder(public)
        for part in (folder.path, folder.keys, folder.checkpoints, folder.releases, folder.work):
            make_folder(part)
        case = cls(folder, create(folder.file), acting)
        told, at = known_by(first_secret(folder, acting.secret)), utc(acting.now())
        paper = CasePaper(
            id=make_id("case", number, unit), number=number, unit=unit, at=at, by=public.code, secret=told
        )
        keep_key(folder.keys, public)
        founder = officer_of(public, by=public.code, at=at)
        keep(case._connection, case._pen(paper.id), Act("new", number, public.admission()), [paper, founder])
        return case

    @classmethod
    def open(
        cls, folder: CaseFolder, acting: Acting | None = None, clock: Clock | None = None, kept: Kept | None = None
    ) -> Self:
        """Open a case; what a killed command left in the scratch folder is removed.

        The clock is asked where nobody acts and something is due: that of whoever acts goes before it.
        """
        case = cls(folder, connect(folder.file), acting, clock=clock, kept=kept)
        if acting is not None and case.known_by is None:
            secret_of(folder, acting.secret)
        _sweep(folder)
        return case

    @property
    def acting(self) -> Acting:
        """The officer at work. Raises `NotAllowed` when nobody unlocked a key."""
        if self._acting is None:
            raise NotAllowed("this act needs an officer's key: name one with --actor or SULUH_ACTOR and unlock it")
        return self._acting

    def now(self) -> datetime:
        """What time it is: of this everything hangs that is due. Raises `Misuse` where there is no clock."""
        clock = self._clock if self._acting is None else self._acting.now
        if clock is None:
            raise Misuse("this case was opened without a clock: what is due hangs on the day")
        return clock()

    @cached_property
    def secret(self) -> bytes:
        """What ids are masked with where people read them. Raises `CaseIsDamaged` where it is lost.

        A case that an older version made gets one now, if it has none.
        """
        return secret_of(self.folder, self._acting.secret if self._acting else None, self.known_by)

    @property
    def known_by(self) -> str | None:
        """By what the secret is known again; null in a case of an older version, and in one that has no entry yet."""
        return next((one.secret for one in self.nouns(CasePaper)), None)

    @property
    def access(self) -> Access | None:
        """The access of the officer at work; null when nobody unlocked a key."""
        return self._acting.key.public.access if self._acting else None

    @property
    def paper(self) -> CasePaper:
        """Number and unit of the case."""
        for paper in self.nouns(CasePaper):
            return paper
        raise CaseIsDamaged(f"{self.folder.path.name} names no case number: restore it from the last backup")

    def keep(self, act: Act, values: Iterable[Noun], check: Check = nothing) -> Batch:
        """Write values and their ledger entry in one transaction. Raises `CaseIsFull`, `CaseIsLocked`.

        What `check` raises comes before anything is written, and nobody else writes between the two.
        """

        def first() -> None:
            self.check_admitted()
            self.guard()
            check()

        return self._tell(act, keep(self._connection, self._pen(self.paper.id), act, values, first))

    def note(self, act: Act) -> Batch:
        """Write a ledger entry that has no rows: a read, a search."""
        return self._tell(act, note(self._connection, self._pen(self.paper.id), act, self.check_admitted))

    def check_admitted(self) -> None:
        """Raise `NotAllowed` unless a supervisor of the case admitted the acting officer, and that stands still."""
        check_officer(self._live, self.folder.keys, self.acting.key.public)

    @contextmanager
    def still(self) -> Iterator[Self]:
        """The same case as it stands now, read in one transaction: what is checked of it is what is read of it.

        What is entered goes into the ledger that grows meanwhile.
        """
        with self.snapshot(COLUMNS) as seen:
            case = type(self)(self.folder, self._connection, self._acting, seen, self._clock)
            case.tell = self.tell
            try:
                yield case
            finally:
                self.witnessed = case.witnessed or self.witnessed

    def nouns(self, kind: type[N], where: Where | None = None, *, order: str = "id", part: Part = ALL) -> Iterator[N]:
        """Nouns of one kind, in a fixed order."""
        return self.rows.nouns(kind, where, order=order, part=part)

    def checkpoint(self, rows: Rows | None = None) -> str | None:
        """Sign the ledger as it stands, or as a copy holds it, and keep the note; null when the ledger is empty.

        The note lies in its place before a witness is told of it: so one that a witness saw was there.
        """
        tree = Tree.load((rows or self._live).tree())
        if tree.size == 0:
            return None
        self.check_admitted()
        text = write_checkpoint(f"suluh/{self.paper.id}", tree.size, tree.root(), self.acting.key)
        if not self.folder.note(tree.size).exists():  # another officer's stays, for somebody may have stamped it
            write(self.folder.note(tree.size), text.encode("utf-8"))
        self._witness(Seen.of(tree)._replace(is_note=True))
        return text

    def snapshot(self, kinds: Iterable[str]) -> AbstractContextManager[Snapshot]:
        """The case as it stands now, of some kinds of nouns alone, whatever is written meanwhile."""
        return Snapshot.of(self.folder.file, kinds)

    @property
    def book(self) -> Book:
        """What the ledger says of batches and finished steps, up to its last entry."""
        return self._book.read_on()

    def seen(self) -> Seen:
        """How far the ledger has grown by now, with what was entered in a case that stands still."""
        return Seen.of(Tree.load(self._live.tree()))

    def erase(self) -> None:
        """Leave nothing in the case file but what it holds. Raises `CaseIsLocked`, `CaseIsFull`."""
        erase(self._connection)

    def hold_few_pages(self) -> None:
        """Take less memory for the case file: for whoever has it open for hours and mostly reads."""
        hold_few_pages(self._connection)

    def close(self) -> None:
        """Close the case file."""
        self._connection.close()

    def _tell(self, act: Act, batch: Batch) -> Batch:
        """Tell the witness file of an entry with a purpose, before anything is shown for it."""
        if PURPOSE in act.detail and batch.seq:
            self._witness(self.seen())
        return batch

    def _witness(self, seen: Seen) -> None:
        """Add a state of the ledger to the witness file. Raises `CaseError`."""
        log = self.paper.id
        append(self.acting.unit, log, seen.line(log))
        self.witnessed = seen

    def _pen(self, log: str) -> Pen:
        given = ", secret given" if self.acting.secret else ""
        clock = f", clock set by {self.acting.clock}" if self.acting.clock else ""
        return Pen(log, self.acting.key, self.acting.now, f"suluh {__version__}{given}{clock}")


def _sweep(folder: CaseFolder) -> None:
    """Empty the scratch folder, and what workers keep in memory, unless a run holds it."""
    scratch.sweep(folder.work.absolute())
    left = sorted(folder.work.iterdir()) if folder.work.is_dir() else []
    if not left:
        return
    with suppress(CaseIsLocked), lease(folder):
        for path in left:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
