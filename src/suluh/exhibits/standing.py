# SPDX-License-Identifier: Apache-2.0
"""In which one state each file leaves intake, and which files are still to be read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from suluh.exhibits.scope import covers_kind, is_media
from suluh.model.ids import make_id
from suluh.model.intake import Authority, Content, File, Outcome, Standing, State

PICTURE = "image/"


class Verdict(NamedTuple):
    """A state with what explains it."""

    state: State
    same_as: str | None = None
    reader: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Intake:
    """All that decides the states: contents and outcomes by file, authorities by exhibit, and sets of SHA-256."""

    contents: Mapping[str, Content]
    outcomes: Mapping[str, Outcome]
    authorities: Mapping[str, Authority]
    benign: frozenset[str] = frozenset()
    """Contents in a benign set and in no known one."""

    looked: Mapping[str, str] = field(default_factory=dict)
    """Hash kind by content whose perceptual hash, or its recorded absence, stands."""


def in_order(files: Iterable[File]) -> list[File]:
    """Files in the order of intake: of `add`, then by containers and raw path."""
    return sorted(files, key=lambda file: (file.order, (*file.containers, file.path)))


def standings(files: Iterable[File], intake: Intake) -> Iterator[Standing]:
    """The state of every file, in the order of intake."""
    first: dict[str, str] = {}
    for position, file in enumerate(in_order(files)):
        verdict = _verdict(file, intake, first)
        yield Standing(
            id=make_id("standing", file.id),
            file=file.id,
            exhibit=file.exhibit,
            state=verdict.state,
            position=position,
            same_as=verdict.same_as,
            reader=verdict.reader,
            reason=verdict.reason,
        )


def to_read(files: Iterable[File], intake: Intake) -> Iterator[File]:
    """Files that a reader has still to be asked about: one a content; no media, container or benign file."""
    first: dict[str, str] = {}
    for file in in_order(files):
        content = intake.contents.get(file.id)
        verdict = _verdict(file, intake, first)
        if content is None or verdict.state in {"out-of-scope", "quarantined", "duplicate", "benign"}:
            continue
        if file.id in intake.outcomes or content.container is not None or is_media(content.type) or not content.size:
            continue
        yield file


def _verdict(file: File, intake: Intake, first: dict[str, str]) -> Verdict:
    """The first state that fits, in the order of design.md."""
    content, outcome = intake.contents.get(file.id), intake.outcomes.get(file.id)
    if _is_outside(file, content, outcome, intake):
        return Verdict("out-of-scope", reason="the authority does not cover this kind of data")
    if outcome is not None and outcome.state == "quarantined":
        return Verdict("quarantined", reason=outcome.reason)
    if content is None:
        return Verdict("unparsed", reason=file.special or (outcome.reason if outcome else None) or "not yet hashed")
    earlier = first.setdefault(content.sha256, file.id)
    if earlier != file.id:
        return Verdict("duplicate", same_as=earlier)
    if content.sha256 in intake.benign:
        return Verdict("benign")
    return _read_or_not(content, outcome, intake)


def _is_outside(file: File, content: Content | None, outcome: Outcome | None, intake: Intake) -> bool:
    if outcome is not None and outcome.state == "out-of-scope":
        return True
    if content is None or not is_media(content.type):
        return False
    return not covers_kind(intake.authorities.get(file.exhibit), "media")


def _read_or_not(content: Content, outcome: Outcome | None, intake: Intake) -> Verdict:
    if content.container is not None:
        return Verdict("read", reader=content.container)
    if content.sha256 in intake.looked:
        return Verdict("read", reader=intake.looked[content.sha256])
    if outcome is not None:
        return Verdict("read" if outcome.state == "read" else "unparsed", reader=outcome.reader, reason=outcome.reason)
    return Verdict("unparsed", reason=_why_not(content))


def _why_not(content: Content) -> str:
    """Why nothing has read a file that stands hashed and listed."""
    if not content.size:
        return "the file is empty"
    if content.type.startswith(PICTURE):
        return "no perceptual hash was made yet"
    if is_media(content.type):
        return f"{content.type}: hashed and listed; this installation has no perceptual hash for it"
    return "no reader was asked yet"
