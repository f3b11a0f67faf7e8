# SPDX-License-Identifier: Apache-2.0
"""The tables on the examination itself: exhibits, what was done, what was not processed, and where files stand."""

from collections import Counter
from collections.abc import Iterator

from suluh.model.deeds.deed import Said
from suluh.model.deeds.steps import STEPS
from suluh.model.intake import Authority, Exhibit
from suluh.referral.dossier import (
    ContentLine,
    ExhibitLine,
    FlawLine,
    LimitLine,
    PlaceLine,
    SetLine,
    StateLine,
    StepLine,
    UnreadLine,
)
from suluh.referral.says.choice import Choice
from suluh.referral.says.method import LIMITS

NOT_PROCESSED = frozenset({"out-of-scope", "quarantined", "unparsed"})


def approves(paper: Authority, exhibit: Exhibit) -> bool:
    """Whether a paper is the court's approval of the urgent seizure of an exhibit; one that names others is not."""
    return (
        paper.kind == "court"
        and paper.approves == exhibit.authority
        and (not paper.exhibits or exhibit.label in paper.exhibits)
    )


def exhibits(choice: Choice) -> Iterator[ExhibitLine]:
    """Exhibits in the order of intake, with the papers that allow the work on them."""
    papers = {paper.number: paper for paper in choice.found.authorities}
    files = Counter(choice.labels.values())
    contents = Counter(label for exhibits in choice.held.values() for label in set(exhibits))
    named = Counter(label for sha256 in choice.listed for label in set(choice.held[sha256]))
    for one in sorted(choice.found.exhibits, key=lambda one: one.order):
        yield ExhibitLine(
            label=one.label,
            authority=one.authority,
            authority_kind=papers[one.authority].kind,
            authority_date=papers[one.authority].date,
            approval=next((paper.number for paper in papers.values() if approves(paper, one)), None),
            files=files[one.label],
            contents=contents[one.label],
            listed=named[one.label],
        )


def contents(choice: Choice) -> Iterator[ContentLine]:
    """The contents of this package, by SHA-256."""
    return (choice.known[sha256] for sha256 in sorted(choice.listed))


def places(choice: Choice) -> Iterator[PlaceLine]:
    """Every file that holds a listed content, in the order of intake."""
    wanted = {one.file: one.sha256 for one in choice.found.contents if one.sha256 in choice.listed}
    acquisitions = {one.id: one.acquisition for one in choice.found.files if one.id in wanted}
    for one in sorted(choice.found.standings, key=lambda one: one.position):
        if one.file in wanted and one.file in choice.labels:
            yield PlaceLine(
                sha256=wanted[one.file],
                exhibit=one.exhibit,
                acquisition=acquisitions[one.file],
                number=one.position + 1,
            )


def method(choice: Choice) -> Iterator[StepLine]:
    """The steps in their order."""
    told = {one.word: one.does for one in STEPS}
    for name, version in choice.found.steps:
        does = told.get(name) or Said(name, name)
        yield StepLine(step=name, version=version, indonesian=does.indonesian, english=does.english)


def limits(choice: Choice) -> Iterator[LimitLine]:
    """What the results cannot say."""
    del choice
    for number, (indonesian, english) in enumerate(LIMITS, 1):
        yield LimitLine(number=number, indonesian=indonesian, english=english)


def sets(choice: Choice) -> Iterator[SetLine]:
    """The hash sets that were used."""
    for one in sorted(choice.found.sets, key=lambda one: (one.kind, one.name, one.digest)):
        yield SetLine(set=one.name, kind=one.kind, version=one.version, digest=one.digest, entries=one.entries)


def states(choice: Choice) -> Iterator[StateLine]:
    """Files and bytes of each exhibit by state."""
    for (label, state), (files, size) in sorted(_tally(choice, "state").items()):
        yield StateLine(exhibit=label, state=state, files=files, bytes=size)


def unread(choice: Choice) -> Iterator[UnreadLine]:
    """Files and bytes of what was not processed, by the type of its content."""
    for (label, what), (files, size) in sorted(_tally(choice, "type").items()):
        state, _, media = what.partition(" ")
        yield UnreadLine(exhibit=label, state=state, type=media or None, files=files, bytes=size)


def flaws(choice: Choice) -> Iterator[FlawLine]:
    """How many flaws each step left."""
    found = Counter((one.place.exhibit, one.step) for one in choice.found.flaws)
    for (label, step), size in sorted(found.items()):
        yield FlawLine(exhibit=label, step=step, flaws=size)


def _tally(choice: Choice, by: str) -> dict[tuple[str, str], tuple[int, int]]:
    """Files and bytes by exhibit, and by state, or by state and type of what was not processed."""
    sizes = {one.id: one.size or 0 for one in choice.found.files}
    types: dict[str, str] = {}
    for content in choice.found.contents:
        sizes[content.file], types[content.file] = content.size, content.type
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for one in choice.found.standings:
        if by == "state" or one.state in NOT_PROCESSED:
            what = one.state if by == "state" else f"{one.state} {types.get(one.file, '')}"
            files, size = found.get((one.exhibit, what), (0, 0))
            found[one.exhibit, what] = files + 1, size + sizes.get(one.file, 0)
    return found
