# SPDX-License-Identifier: Apache-2.0
"""Which files are to be read again: those that an officer names, or those on which the packages of the case rest.

And those whose records were written anew after a correction: whoever holds a key may have left one of them out then.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from suluh.case.acts.release import OF_DRAFT, OF_PACKAGE
from suluh.case.case import Case
from suluh.custody.entry import Entry
from suluh.exhibits.standing import in_order
from suluh.model.deeds.steps import READ_FILES
from suluh.model.errors import UnknownObject
from suluh.model.ids import display
from suluh.model.intake import Content, File, Outcome
from suluh.model.talk import Message
from suluh.model.trade import Deal, Payment
from suluh.store.rows import StoredEntry

PACKAGE = "package.json"
_SHA256 = re.compile(rb"\b[0-9a-f]{64}\b")

Named = tuple[list[File], tuple[str, ...]]
"""Files, and what has to be said about how they were found."""


def named(case: Case, names: Sequence[str]) -> Named:
    """The files of some names, as ``EXHIBIT/PATH`` or ``PATH``; without any, those that nobody should have to name.

    Raises `UnknownObject` for a name that no file has.
    """
    return _of_names(case, names) if names else _by_default(case)


def _of_names(case: Case, names: Sequence[str]) -> Named:
    wanted, seen = set(names), set[str]()
    found = []
    for file in case.rows.files():
        alike = wanted & set(_names(file))
        seen |= alike
        if alike:
            found.append(file)
    for name in names:
        if name not in seen:
            raise UnknownObject(f"no file of the case is called {name!r}: see `suluh show CASE files`")
    return found, ()


def _names(file: File) -> Iterator[str]:
    """What a file may be called."""
    path = "!/".join(display(part) for part in (*file.containers, file.path))
    yield from (path, f"{file.exhibit}/{path}")


def _by_default(case: Case) -> Named:
    packages = sorted(_packages(case.folder.releases))
    told, anew = _of_packages(case, packages) if packages else set(), _written_anew(case)
    files = in_order(case.rows.by_column(File, "id", told | anew))
    if not files:
        return [], ("no draft or package here names a file: name those that are to be read again",)
    if not packages:
        said = f"no draft or package is here: the {len(files)} files were sent whose records came after a correction"
        return files, (said,)
    return files, ()


def _of_packages(case: Case, packages: Iterable[Path]) -> set[str]:
    """Ids of the files whose SHA-256 a package names, and of those on which the deals of the case rest."""
    digests = {one.decode() for path in packages for one in _SHA256.findall(path.read_bytes())}
    deals = list(case.nouns(Deal))
    digests.update(sha256 for one in deals for sha256 in one.files)
    found = {one.file for one in case.rows.by_column(Content, "sha256", digests)}
    messages = case.rows.by_column(Message, "id", {name for one in deals for name in one.messages})
    payments = case.rows.by_column(Payment, "id", {name for one in deals for name in one.payments})
    return found.union((one.place.file for one in messages), (one.place.file for one in payments))


def _written_anew(case: Case) -> set[str]:
    """Ids of the files that were read since a batch of this step was first replaced, or written anew then.

    The rows of a batch that was replaced are gone, and with them whose they were.
    """
    first = next((one.seq for one in map(_entry, case.rows.entries()) if _replaces_read(one)), None)
    if first is None:
        return set()
    since = {batch for batch in case.book.batches(READ_FILES.word, "files") if batch >= first}
    return {outcome.file for batch, outcome in case.rows.numbered(Outcome) if batch in since}


def _entry(stored: StoredEntry) -> Entry:
    return Entry.read(stored.body)


def _replaces_read(entry: Entry) -> bool:
    return entry.action == READ_FILES.word and bool(entry.replaces)


def _packages(releases: Path) -> Iterator[Path]:
    for begins in (OF_DRAFT, OF_PACKAGE):
        yield from (path for path in releases.glob(f"{begins}*/{PACKAGE}") if path.is_file())
