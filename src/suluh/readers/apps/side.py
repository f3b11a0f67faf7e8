# SPDX-License-Identifier: Apache-2.0
"""The side of one app on one device: its own account, and the names of its conversations with one other."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import device_account, form_of, named_account
from suluh.readers.apps.notes import nobody, other_than_stated, ownerless


class Side:
    """One app on one device."""

    def __init__(self, source: Source, service: str, said: Iterable[str] = ()) -> None:
        """`said` are accounts that the record calls its own: one alone is believed, else what was stated."""
        self.source, self.service = source, service
        stated = [one for one in source.accounts if one.startswith(f"{service}:")]
        known = sorted(set(said))
        self.own = known[0] if len(known) == 1 else stated[0] if len(stated) == 1 else None
        self.account = self.own or device_account(service, source.exhibit)
        self._is_other = self.own is not None and bool(stated) and self.own not in stated
        self._unowned = self._nobody = 0

    def sent(self) -> str:
        """Who sent what went out: it is counted where nobody stated whose device it is."""
        self._unowned += self.own is None
        return self.account

    def unknown(self) -> None:
        """Count a message whose sender the record does not name."""
        self._nobody += 1

    def direct(self, other: str) -> str:
        """The conversation with one other: the same on both devices where both accounts are known."""
        other = other.partition(":")[2]
        if self.own is None:
            return f"{self.service}:direct/{quote(self.source.exhibit, safe='')}/{other}"
        return f"{self.service}:direct/" + "/".join(sorted((self.own.partition(":")[2], other)))

    def bound(self, word: str, key: object) -> str:
        """A conversation that only this file numbers so."""
        return f"{self.service}:{word}/{quote(self.source.exhibit, safe='')}/{self.source.file}/{key}"

    def named(self, name: str) -> str:
        """Somebody of whom this file has a name or a number of its own alone."""
        return named_account(self.service, self.source.exhibit, self.source.file, name)

    def notes(self) -> Iterator[Flaw]:
        """What is said at the end: another owner than was stated, and senders of whom nothing is known."""
        yield from other_than_stated(self.source, is_other=self._is_other)
        yield from nobody(self.source, self._nobody)
        yield from ownerless(self.source, self._unowned, form_of(self.service))
