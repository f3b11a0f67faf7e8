# SPDX-License-Identifier: Apache-2.0
"""In which one state each file leaves intake, and which files are still to be read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from suluh.exhibits.scope import covers_kind, is_media
from suluh.exhibits.sealed import why_sealed
from suluh.model.evidence.workbook import READ_AS_WELL, WORKBOOKS
from suluh.model.ids import make_id
from suluh.model.intake import Authority, Content, File, Outcome, Standing, State
from suluh.model.matching import Fingerprint

PICTURE = "image/"


class Verdict(NamedTuple):
    """A state with what explains it."""

    state: State
    same_as: str | None = None
    reader: str | None = None
    reason: str | None = None


class Known(NamedTuple):
    """A file, and what the case knows of it."""

    file: File
    content: Content | None = None
    outcome: Outcome | None = None
    look: Fingerprint | None = None
    """A perceptual hash of its content, or the recorded absence of one."""


@dataclass(frozen=True)
class Rules:
    """What besides decides the states: authorities by exhibit, and contents by SHA-256."""

    authorities: Mapping[str, Authority]
    benign: frozenset[str] = frozenset()
    """Contents in a benign set and in no known one."""

    logs: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of the write-ahead log beside a database, by the database's file: together they are what is read."""

    beside: Mapping[str, str | None] = field(default_factory=dict)
    """What was read as one with another file, or beside it, with the reader of that one."""


def in_order(files: Iterable[File]) -> list[File]:
    """Files in the order of intake: of `add`, then by containers and raw path."""
    return sorted(files, key=lambda file: file.intake_key)


def standings(files: Iterable[Known], rules: Rules) -> Iterator[Standing]:
    """The state of every file; files come, and their states go, in the order of intake."""
    for position, (one, verdict) in enumerate(_verdicts(files, rules)):
        yield Standing(
            id=make_id("standing", one.file.id),
            file=one.file.id,
            exhibit=one.file.exhibit,
            state=verdict.state,
            position=position,
            same_as=verdict.same_as,
            reader=verdict.reader,
            reason=verdict.reason,
        )


def to_read(files: Iterable[Known], rules: Rules) -> Iterator[tuple[File, Content]]:
    """Files that a reader has still to be asked about: one a content; no media, container or benign file.

    Nor a copy of what was set aside: it would cost a worker its whole limit once more.
    """
    aside: set[str] = set()
    books: set[str | None] = set()
    for one, verdict in _verdicts(files, rules):
        content = one.content
        if content is not None and content.type in WORKBOOKS:
            books.add(one.file.id)
        if content is not None and verdict.state == "quarantined":
            aside.add(content.sha256)
        if content is None or verdict.state in {"out-of-scope", "quarantined", "duplicate", "benign"}:
            continue
        if content.sha256 in aside:
            continue
        if one.outcome is not None or is_media(content.type) or not content.size:
            continue
        if (content.container is not None and content.type not in READ_AS_WELL) or one.file.parent in books:
            continue
        yield one.file, content


def _verdicts(files: Iterable[Known], rules: Rules) -> Iterator[tuple[Known, Verdict]]:
    """Each file with its state; of what came before, only the first file of each content is held."""
    first: dict[bytes, str] = {}
    books: dict[str | None, Verdict] = {}
    for one in files:
        verdict = _verdict(one, rules, first)
        if verdict.state == "unparsed" and one.file.parent in books:
            verdict = _of_a_part(books[one.file.parent])
        if one.content is not None and one.content.type in WORKBOOKS:
            books[one.file.id] = verdict
        if one.file.id in rules.beside and verdict.state == "unparsed":
            verdict = Verdict("read", reader=rules.beside[one.file.id])
        yield one, verdict


def _of_a_part(book: Verdict) -> Verdict:
    """The state of a part of a workbook's package that is no picture: its sheets are read as one, or not at all."""
    if book.state == "read":
        return Verdict("read", reader=book.reader)
    return Verdict("unparsed", reason="a part of the workbook around it, which is not read")


def _verdict(one: Known, rules: Rules, first: dict[bytes, str]) -> Verdict:
    """The first state that fits, in the order of design.md."""
    file, content, outcome = one.file, one.content, one.outcome
    if _is_outside(one, rules):
        return Verdict("out-of-scope", reason="the authority does not cover this kind of data")
    if outcome is not None and outcome.state == "quarantined":
        return Verdict("quarantined", reason=outcome.reason)
    if content is None:
        return Verdict("unparsed", reason=file.special or (outcome.reason if outcome else None) or "not yet hashed")
    same = bytes.fromhex(content.sha256 + rules.logs.get(file.id, "")) + _period(one, rules)
    earlier = first.setdefault(same, file.id)
    if earlier != file.id:
        return Verdict("duplicate", same_as=earlier)
    if content.sha256 in rules.benign:
        return Verdict("benign")
    verdict = _read_or_not(content, outcome, one.look)
    sealed = why_sealed(file) if verdict.state == "unparsed" and content.size else None
    return verdict if sealed is None else verdict._replace(reason=sealed)


def _is_outside(one: Known, rules: Rules) -> bool:
    if one.outcome is not None and one.outcome.state == "out-of-scope":
        return True
    if one.content is None or not is_media(one.content.type):
        return False
    return not covers_kind(rules.authorities.get(one.file.exhibit), "media")


def _period(one: Known, rules: Rules) -> bytes:
    """The period of records under which a file is read: a copy under another one may have to say more."""
    paper = rules.authorities.get(one.file.exhibit)
    if paper is None or one.content is None or is_media(one.content.type):
        return b""
    return f"{paper.covers_from}/{paper.covers_to}".encode() if paper.covers_from or paper.covers_to else b""


def _read_or_not(content: Content, outcome: Outcome | None, look: Fingerprint | None) -> Verdict:
    if content.container is not None and not _is_read_as_well(content, outcome):
        return Verdict("read", reader=content.container)
    if look is not None:
        return Verdict("read", reader=look.kind)
    if outcome is not None:
        return Verdict("read" if outcome.state == "read" else "unparsed", reader=outcome.reader, reason=outcome.reason)
    return Verdict("unparsed", reason=_why_not(content))


def _is_read_as_well(content: Content, outcome: Outcome | None) -> bool:
    """Whether what a reader says of a container counts: always of a workbook, of another only that it was read."""
    return content.type in WORKBOOKS or (outcome is not None and outcome.state == "read")


def _why_not(content: Content) -> str:
    """Why nothing has read a file that stands hashed and listed."""
    if not content.size:
        return "the file is empty"
    if content.type.startswith(PICTURE):
        return "no perceptual hash was made yet"
    if is_media(content.type):
        return f"{content.type}: hashed and listed; this installation has no perceptual hash for it"
    return "no reader was asked yet"
