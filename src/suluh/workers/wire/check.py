# SPDX-License-Identifier: Apache-2.0
"""What a worker may say: nouns of evidence that belong to the file it was given, under ids that are worked out again.

The rules stand in docs/workers.md.
"""

from msgspec.structs import replace

from suluh.model.body import Noun, kind_of
from suluh.model.evidence.work import Target
from suluh.model.ids import display, file_id, make_id, path_b64, record_id
from suluh.model.intake import Content, File, Flaw, Outcome, place_of
from suluh.model.matching import Fingerprint, MediaFacts
from suluh.model.nouns import noun
from suluh.model.place import Place, position
from suluh.model.talk import Account, Contact, Conversation, Message, Trait
from suluh.model.trade import Payment, Statement
from suluh.workers.wire.form import fault
from suluh.workers.wire.said import Said
from suluh.workers.wire.together import LOG, together

HASHED = (File, Content, Outcome, Flaw)
"""What may be said of a file that is not digested yet."""

LOOKED = (Fingerprint, MediaFacts, Flaw)
"""What may be said of a content that is looked at."""

PLACED = (Account, Contact, Conversation, Flaw, Message, Payment, Statement, Trait)
READ = (*PLACED, Outcome)
"""What may be said of a content that is read."""

_Where = tuple[str, str | None, str | None]


class NotItsOwn(Exception):
    """A worker said something about what it was not given."""


class Check:
    """What the answers about one target must be about."""

    def __init__(self, target: Target) -> None:
        self._target, self._file = target, target.file
        self._kinds = HASHED if target.content is None else LOOKED if target.mode or target.film else READ
        self._mine = {self._file.id: _where(place_of(self._file))}
        self._beside: dict[str, _Where] = {}
        self._handed: list[File] = []
        self._statements: set[str] = set()
        self._said = Said()
        self._chain = (*self._file.containers, self._file.path)

    def beside(self, path: bytes) -> None:
        """A file in the same folder was handed over as well."""
        file = self._file
        identity = file_id(file.exhibit, file.acquisition, file.containers, path)
        self._beside[identity] = (display(path), path_b64(path), place_of(file).inside)
        self._handed.append(replace(file, id=identity, path=path))

    def read(self, raw: bytes) -> Noun:
        """One noun of an answer. Raises `BadBody`, `NotItsOwn`."""
        found = noun(raw)
        kind = type(found).__name__
        if not isinstance(found, self._kinds):
            raise NotItsOwn(f"a {kind} that is not about this file")
        self._see_that_it_belongs(found)
        if found.id != identity(found):
            raise NotItsOwn(f"a {kind} under an id that is not its own")
        wrong = fault(found)
        if wrong is not None:
            raise NotItsOwn(f"a {kind} that is none: {wrong}")
        if self._said.is_second(found.id, raw):
            raise NotItsOwn(f"a second {kind} under the id of another")
        return found

    def _see_that_it_belongs(self, found: Noun) -> None:
        """Raise `NotItsOwn` for what is about another file, content or statement."""
        if isinstance(found, PLACED):
            self._placed(found.place)
            self._booked(found)
        elif isinstance(found, File):
            self._member(found)
        elif isinstance(found, (Content, Outcome)):
            if found.file not in self._mine:
                raise NotItsOwn("a record about another file")
            if isinstance(found, Outcome) and not set(found.together) <= self._together():
                raise NotItsOwn("a file that was not read as one with this one")
        elif isinstance(found, (Fingerprint, MediaFacts)) and found.sha256 != self._target.content:
            raise NotItsOwn("a hash of another content")

    def _together(self) -> set[str]:
        """The files that may have been read as one with this one: what was handed over, and the logs of each."""
        handed = {one.file for file in self._handed for one in together(file).values()}
        return {one.file for one in together(self._file).values()} | self._beside.keys() | handed

    def _placed(self, place: Place) -> None:
        if place.beside not in {None, place.path + LOG}:
            raise NotItsOwn("a place in a log that is not its own")
        where = self._mine.get(place.file) or self._beside.get(place.file)
        if where is None:
            raise NotItsOwn("a record about another file")
        if (place.exhibit, place.acquisition) != (self._file.exhibit, self._file.acquisition):
            raise NotItsOwn("a place in another exhibit")
        if _where(place) != where:
            raise NotItsOwn("a place that is not where its file lies")

    def _booked(self, found: Noun) -> None:
        """A booked line belongs to a statement that was named before."""
        if isinstance(found, Statement):
            self._statements.add(found.id)
        elif isinstance(found, Payment) and found.statement not in self._statements:
            raise NotItsOwn("a payment on a statement of another file")

    def _member(self, member: File) -> None:
        """A file inside this one: from now on it may be spoken of."""
        file, chain = self._file, self._chain
        same = (member.exhibit, member.acquisition, member.order) == (file.exhibit, file.acquisition, file.order)
        if not same or member.containers[: len(chain)] != chain:
            raise NotItsOwn("a file that is not inside this one")
        around = file_id(member.exhibit, member.acquisition, member.containers[:-1], member.containers[-1])
        if member.parent != around or around not in self._mine:
            raise NotItsOwn("a member of a container that was not named before")
        self._mine[identity(member)] = _where(place_of(member))


def identity(found: Noun) -> str:
    """The id that a noun of a worker must have, worked out from what it says."""
    match found:
        case Account() | Contact() | Conversation() | Flaw() | Message() | Payment() | Statement() | Trait():
            kind = kind_of(type(found))
            return record_id(kind, found.place.file, position(kind, found.place))
        case File():
            return file_id(found.exhibit, found.acquisition, found.containers, found.path)
        case Content() | Outcome():
            return make_id(kind_of(type(found)), found.file)
        case Fingerprint(moment=None):
            return make_id("fingerprint", found.kind, found.mode, found.sha256)
        case Fingerprint():
            further = () if found.stream is None else (found.stream,)
            return make_id("fingerprint", found.kind, "frame", found.sha256, found.moment or 0, *further)
        case MediaFacts():
            return make_id("facts", found.sha256)
    raise NotItsOwn(f"a {type(found).__name__} is no noun of a worker")


def _where(place: Place) -> _Where:
    return place.path, place.path_b64, place.inside
