# SPDX-License-Identifier: Apache-2.0
"""What a worker may say: nouns of evidence that belong to the file it was given, and nothing else."""

from suluh.model.body import Noun
from suluh.model.evidence.work import Target
from suluh.model.ids import file_id
from suluh.model.intake import Content, File, Flaw, Outcome
from suluh.model.matching import Fingerprint, MediaFacts
from suluh.model.nouns import noun
from suluh.model.place import Place
from suluh.model.talk import Account, Contact, Conversation, Message
from suluh.model.trade import Payment, Statement

PLACED = (Account, Contact, Conversation, Flaw, Message, Payment, Statement)
OF_A_FILE = (Content, Outcome)
OF_A_CONTENT = (Fingerprint, MediaFacts)


class NotItsOwn(Exception):
    """A worker said something about what it was not given."""


class Check:
    """What the answers about one target must be about."""

    def __init__(self, target: Target) -> None:
        self._file = target.file
        self._settings = target.settings
        self._mine = {self._file.id}
        self._chain = (*self._file.containers, self._file.path)

    def beside(self, path: bytes) -> None:
        """A file in the same folder was handed over as well."""
        file = self._file
        self._mine.add(file_id(file.exhibit, file.acquisition, file.containers, path))

    def read(self, raw: bytes) -> Noun:
        """One noun of an answer. Raises `BadBody`, `NotItsOwn`."""
        found = noun(raw)
        if isinstance(found, OF_A_FILE):
            self._own(found.file)
        elif isinstance(found, PLACED):
            self._own_place(found.place)
        elif isinstance(found, File):
            self._member(found)
        elif not (isinstance(found, OF_A_CONTENT) and found.sha256 and found.sha256 in self._settings):
            raise NotItsOwn(f"a {type(found).__name__} that is not about this file")
        return found

    def _own(self, file: str) -> None:
        if file not in self._mine:
            raise NotItsOwn("a record about another file")

    def _own_place(self, place: Place) -> None:
        self._own(place.file)
        if (place.exhibit, place.acquisition) != (self._file.exhibit, self._file.acquisition):
            raise NotItsOwn("a place in another exhibit")

    def _member(self, member: File) -> None:
        """A file inside this one: from now on it may be spoken of."""
        file, chain = self._file, self._chain
        same = (member.exhibit, member.acquisition, member.order) == (file.exhibit, file.acquisition, file.order)
        identity = file_id(member.exhibit, member.acquisition, member.containers, member.path)
        if not same or member.containers[: len(chain)] != chain or member.id != identity:
            raise NotItsOwn("a file that is not inside this one")
        if member.parent not in self._mine:
            raise NotItsOwn("a member of a container that was not named before")
        self._mine.add(member.id)
