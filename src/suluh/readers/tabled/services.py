# SPDX-License-Identifier: Apache-2.0
"""The apps of one file of messages: whose device wrote in each, and what is told of all at the end."""

from collections import Counter
from collections.abc import Iterator

from suluh.model.evidence.source import Source
from suluh.model.intake import Flaw
from suluh.model.talk import form_of
from suluh.readers.apps.notes import nobody, other_than_stated, ownerless
from suluh.readers.exported.rooms import Export
from suluh.readers.reader import Record, flaw
from suluh.readers.tabled.people import People

_LONGEST = 900


class Services:
    """Every app that the tables of a file name, or none of them."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._met: dict[str, tuple[Export, People]] = {}
        self.own: dict[str, None] = {}
        """Accounts that rows name as whoever sent from this device."""

    def of(self, service: str, *, is_sure: bool) -> tuple[Export, People]:
        """One app, as it was first met."""
        if service not in self._met:
            self._met[service] = Export(self._source, service), People(self._source, service, is_sure=is_sure)
        return self._met[service]

    def closing(self) -> Iterator[Record | Flaw]:
        """The device's own accounts, and what is counted over all tables."""
        exports = [export for export, _ in self._met.values()]
        for export in exports:
            if export.mine:
                yield export.telling.own(export.device, f"own:{export.service}")
        for account in self.own:
            yield exports[0].telling.own(account, f"own:{account}")
        stated = {one.own for one in exports if one.own}
        is_other = any(
            own != one and own.partition(":")[0] == one.partition(":")[0] for own in self.own for one in stated
        )
        yield from other_than_stated(self._source, is_other=is_other)
        yield from nobody(self._source, sum(export.nobody for export in exports))
        for export in exports:
            unstated = 0 if export.own else export.mine
            yield from ownerless(self._source, unstated, form_of(export.service), f"own:{export.service}")
        unread = sum((export.unread for export in exports), Counter[str]())
        if unread:
            told = ", ".join(f"{key} ({number})" for key, number in sorted(unread.items()))
            reason = f"keys that hold something and are not read, with their messages: {told}"
            yield flaw(self._source, "keys", reason[:_LONGEST], self._source.place())
