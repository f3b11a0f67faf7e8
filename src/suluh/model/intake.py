# SPDX-License-Identifier: Apache-2.0
"""Nouns of intake: authority, exhibit, acquisition, file, content, outcome, flaw."""

from typing import Literal

from suluh.model.body import Noun
from suluh.model.ids import display, path_b64
from suluh.model.place import Place

State = Literal["out-of-scope", "quarantined", "duplicate", "benign", "read", "unparsed"]


class CasePaper(Noun, frozen=True, kw_only=True, tag="case/1"):
    """The case itself: its number and the unit that works on it."""

    number: str
    unit: str
    at: str
    by: str
    secret: str | None = None
    """By what the secret of the case is known again (`case/secret.py`); null in cases of earlier versions."""


class Authority(Noun, frozen=True, kw_only=True, tag="authority/1"):
    """The paper that allows the work on exhibits."""

    kind: Literal["court", "urgent", "handover", "reply"]
    number: str
    issuer: str
    date: str
    end: str | None = None
    scope: str | None = None
    """Printed, never interpreted."""

    covers_from: str | None = None
    covers_to: str | None = None
    kinds: tuple[str, ...] = ()
    """Kinds of data it covers (media, chat, money, contacts); empty where the paper does not limit them."""

    exhibits: tuple[str, ...] = ()
    """Exhibits it names; empty where it names none."""

    approves: str | None = None
    """Number of the urgent seizure that this court permission approves."""

    refuses: str | None = None
    """Number of the paper that this court does not approve, or annuls: what rests on that one is sealed."""

    corrects: str | None = None
    """Id of the authority in whose place it stands from then on; that one is kept."""

    reason: str | None = None
    """Why it was corrected."""

    at: str | None = None
    by: str | None = None


class Exhibit(Noun, frozen=True, kw_only=True, tag="exhibit/1"):
    """A seized thing, under the unit's own label."""

    label: str
    authority: str
    """Number of its authority."""

    order: int
    """Its place in the order of `add`, from 1."""

    holder: str | None = None
    accounts: tuple[str, ...] = ()
    timezone: str | None = None

    corrects: str | None = None
    """Id of the exhibit in whose place it stands from then on; that one is kept."""

    reason: str | None = None
    """Why it was corrected."""

    at: str | None = None
    by: str | None = None


class Acquisition(Noun, frozen=True, kw_only=True, tag="acquisition/1"):
    """One extraction or copy of an exhibit."""

    exhibit: str
    name: str
    order: int
    single: bool = False
    """Whether it is one file, not a tree."""

    stated: tuple[tuple[str, str], ...] = ()
    """The examiner's stated SHA-256 (or MD5, SHA-1) by path, to compare with."""

    whole: bool = False
    """Whether what is stated was made of every file there was, so that one without a hash came later."""

    withdrawn: bool = False
    """Whether it was entered by mistake: nothing of it counts from then on; its name is not given again."""

    same_as: tuple[str, ...] = ()
    """Labels of exhibits that do hold the same files as it: an officer says so, for it may look like a mistake."""

    corrects: str | None = None
    """Id of the acquisition in whose place it stands from then on; that one is kept."""

    reason: str | None = None
    """Why it was corrected."""

    at: str | None = None
    by: str | None = None


class Removal(Noun, frozen=True, kw_only=True, tag="removal/1"):
    """That what a case holds of an exhibit is to be removed by law, as one officer proposes or another carries out."""

    exhibit: str
    """Its label, which is not given again."""

    document: str
    """Number of the document that orders it."""

    reason: str
    carries: str | None = None
    """Id of the proposal that is carried out by this; null for a proposal."""

    at: str
    by: str


class File(Noun, frozen=True, kw_only=True, tag="file/1"):
    """One file at one path in one exhibit."""

    exhibit: str
    acquisition: str
    path: bytes
    """Raw bytes relative to the exhibit, or the name inside its innermost container."""

    order: int
    """Order of the acquisition in the case: with containers and path it gives the order of intake."""

    containers: tuple[bytes, ...] = ()
    """Paths of the containers around it, outermost first."""

    parent: str | None = None
    """Id of the container's file item."""

    size: int | None = None
    """As the tree or the container's directory states it."""

    modified: str | None = None
    special: str | None = None
    """Why it has no bytes to read (symbolic link, device, socket), else null."""

    lies: bytes | None = None
    """Where its bytes lie relative to the exhibit, where an index there gives it another name; that one is its path."""

    @property
    def intake_key(self) -> str:
        """A text that sorts as the order of intake does: by `add`, then by containers and raw path."""
        return f"{self.order:08x}" + "".join(_sortable(part) + "\x01" for part in (*self.containers, self.path))


def _sortable(raw: bytes) -> str:
    """Text that sorts as the bytes do and holds none below 2, so that a shorter path ends before a longer one."""
    return raw.decode("latin-1").translate(_LOW)


_LOW = {low: f"\x02{chr(low + 1)}" for low in range(3)}


def place_of(file: File) -> Place:
    """The place of a whole file."""
    return Place(
        exhibit=file.exhibit,
        acquisition=file.acquisition,
        path=display(file.path),
        path_b64=path_b64(file.path),
        inside="!/".join(display(path) for path in file.containers) or None,
        file=file.id,
    )


class Content(Noun, frozen=True, kw_only=True, tag="content/1"):
    """What one file holds: its digests. Many files share one content, named by SHA-256."""

    file: str
    sha256: str
    sha1: str
    md5: str
    size: int
    type: str
    """Media type by content, ``image/jpeg``; ``application/octet-stream`` where it tells nothing."""

    container: str | None = None
    """Name of the container format when its members were listed."""


class Outcome(Noun, frozen=True, kw_only=True, tag="outcome/1"):
    """What became of one file when it was to be read."""

    file: str
    state: Literal["read", "unparsed", "quarantined", "out-of-scope"]
    reader: str | None = None
    reason: str | None = None
    records: int = 0
    outside: int = 0
    """Records counted and left out, for they lie outside the period that the authority covers."""

    together: tuple[str, ...] = ()
    """Ids of the files beside it that were read as one with it: what a database has in use."""


class Standing(Noun, frozen=True, kw_only=True, tag="standing/1"):
    """The one state in which a file left intake."""

    file: str
    exhibit: str
    state: State
    position: int
    """Its place in the order of intake (`add`, then containers and raw path), from 0."""

    same_as: str | None = None
    reader: str | None = None
    reason: str | None = None


class Flaw(Noun, frozen=True, kw_only=True, tag="flaw/1"):
    """What could not be read, with its place and reason."""

    step: str
    reason: str
    place: Place
    raw: str | None = None
    """The text as it stood, cut at 500 characters; never bytes of media."""
