# SPDX-License-Identifier: Apache-2.0
"""Compares the hashes that an examiner stated for an acquisition with those of its files."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from suluh.exhibits.standing import Known
from suluh.model.ids import display, file_id, make_id
from suluh.model.intake import Acquisition, Content, File, Flaw, place_of
from suluh.model.place import Place

STEP = "stated"
_KINDS = {32: "MD5", 40: "SHA-1", 64: "SHA-256"}


def disagreements(acquisitions: Iterable[Acquisition], files: Iterable[Known]) -> Iterator[Flaw]:
    """A flaw for each stated hash that its file does not have; members of containers are not compared."""
    lists = {(one.exhibit, one.name): _List(one) for one in acquisitions if one.stated or one.whole}
    if not lists:
        return
    for known in files:
        own = lists.get((known.file.exhibit, known.file.acquisition))
        if own is not None and not known.file.containers:
            yield from own.compare(known.file, known.content)
    for own in lists.values():
        yield from own.left()


class _List:
    """One examiner's list, and which of its lines have met their file."""

    def __init__(self, acquisition: Acquisition) -> None:
        self._of = acquisition
        self._met: set[str] = set()
        self._by_path: dict[str, list[str]] = defaultdict(list)
        for path, digest in acquisition.stated:
            self._by_path[path].append(digest)
        self._bare = set(self._by_path.pop("", ()))
        self._is_whole = acquisition.whole

    def compare(self, file: File, content: Content | None) -> Iterator[Flaw]:
        """What the list states of a file and the file does not have."""
        own = set() if content is None else {content.md5, content.sha1, content.sha256}
        place = place_of(file)
        path = place.path if file.lies is None else display(file.lies)
        self._bare -= own
        self._met.add(path)
        if self._is_whole and content is not None and path not in self._by_path:
            yield _flaw(place, "added", "the examiner's list is of every file there was, and this one is not on it")
        for digest in self._by_path.get(path, ()):
            if content is None:
                yield _flaw(
                    place, digest, f"the examiner states {_named(digest)} for it, and it has no bytes to compare"
                )
            elif digest not in own:
                found = {32: content.md5, 40: content.sha1, 64: content.sha256}[len(digest)]
                yield _flaw(place, digest, f"the examiner states {_named(digest)} for it, and its bytes give {found}")

    def left(self) -> Iterator[Flaw]:
        """What no file of the acquisition answers to."""
        missing = sorted(self._by_path.keys() - self._met)
        if missing and len(missing) == len(self._by_path):
            reason = f"none of the {len(missing)} paths of the examiner's hashes lies in it: write them relative to it"
            yield _flaw(self._place("."), "paths", reason)
            missing = []
        for path in missing:
            yield _flaw(self._place(path), "path", "the examiner states a hash for it, and no such file lies there")
        for digest in sorted(self._bare):
            yield _flaw(
                self._place("."), digest, f"the examiner states {_named(digest)} without a path, and no file has it"
            )

    def _place(self, path: str) -> Place:
        exhibit, name = self._of.exhibit, self._of.name
        return Place(exhibit=exhibit, acquisition=name, path=path, file=file_id(exhibit, name, (), path.encode()))


def _named(digest: str) -> str:
    return f"{_KINDS[len(digest)]} {digest}"


def _flaw(place: Place, key: str, reason: str) -> Flaw:
    return Flaw(id=make_id("flaw", STEP, place.file, key), step=STEP, reason=reason, place=place)
