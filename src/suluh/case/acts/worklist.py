# SPDX-License-Identifier: Apache-2.0
"""Writes out what a person must still look at, most pressing first: labels, paths and hashes, never media."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.gate.veil import veil_of
from suluh.case.keep import Act
from suluh.case.line.due import check_run
from suluh.case.line.meter import stage
from suluh.case.look import media_of, queue_of
from suluh.case.rights import READ, need
from suluh.hashing.pictures.cameras import Key, by_key, key_of
from suluh.hashing.pictures.generation import opinion
from suluh.hashing.queue import Queue
from suluh.model.errors import Misuse
from suluh.model.intake import Content, File, Standing, place_of
from suluh.model.matching import Camera, Group, MediaFacts
from suluh.model.place import Place
from suluh.model.trade import Deal
from suluh.plugins import find
from suluh.referral.worklists.format import NEEDS, Head, Need, Wanted, WorkListFormat
from suluh.unit.folder import write


class Written(NamedTuple):
    """What a work list holds, and what it leaves out."""

    looks: int
    others: int
    """Near duplicates that a look is for as well."""

    near_graded: int
    """Contents left out, for a near duplicate of theirs was categorised."""


def write_worklist(case: Case, path: Path, purpose: str | None) -> Written:
    """Write a work list in the format of the file's suffix, after the entry in the ledger. Raises `Misuse`."""
    with case.still() as still:
        return _write_worklist(still, path, purpose)


def _write_worklist(case: Case, path: Path, purpose: str | None) -> Written:
    """The work list of a case that stands still: what is written is what was compared with the ledger."""
    with stage("checks", case.tell):
        form, why = new_list(case, path, purpose)
    with stage("queue", case.tell) as meter:
        queue = queue_of(case)
        meter.add(len(queue.left(sets=True)))
    rows = []
    with stage("rows", case.tell) as meter:
        for row in veiled(case, why, wanted(case, queue)):
            rows.append(row)
            meter.add()
    raw = form.write(Head(case.paper.id, case.paper.number), rows)
    digest = hashlib.sha256(raw).hexdigest()
    case.note(Act("worklist", form.name, {"purpose": why, "looks": str(len(rows)), "digest": digest}))
    write(path, raw)
    others = sum(len(one.others) for one in rows)
    return Written(len(rows), others, len(queue.left(sets=True)) - len(rows) - others)


def new_list(case: Case, path: Path, purpose: str | None) -> tuple[WorkListFormat, str]:
    """The format of a new work list, and why an officer who may read paths writes it. Raises `Misuse`."""
    form = _format(path)
    need(case, READ)
    if purpose is None:
        raise Misuse("a work list names paths, which can identify persons: say with --purpose what it is for")
    if path.exists():
        raise Misuse(f"{path} is there already, and may hold categories: name a new file")
    check_run(case)
    return form, purpose


def _format(path: Path) -> WorkListFormat:
    forms: dict[str, WorkListFormat] = {
        form.suffix: form() for form in find("suluh.referral.worklists", WorkListFormat)
    }
    if path.suffix.lower() not in forms:
        raise Misuse(f"{path.name} has no suffix of a work list: use one of {', '.join(sorted(forms))}")
    return forms[path.suffix.lower()]


def veiled(case: Case, purpose: str, rows: Iterable[Wanted]) -> Iterator[Wanted]:
    """The same rows, without the paths that name a child whom this officer may not know: hashes find those files."""
    veil = veil_of(case, purpose)
    return (one if veil is None else one._replace(places=tuple(map(veil.place, one.places))) for one in rows)


def wanted(case: Case, queue: Queue) -> Iterator[Wanted]:
    """Every content to look at, one for each group of near duplicates, by need and then by the order of intake."""
    left = queue.left(sets=True)
    waiting = _waiting(case, queue, left)
    yield from _listed(case, waiting, _looks(case, queue, left, waiting.first))


def each(case: Case, queue: Queue, contents: frozenset[str]) -> Iterator[Wanted]:
    """A row for each of some waiting contents, in the same order; none stands for another."""
    yield from _listed(case, _waiting(case, queue, contents), ((one,) for one in contents))


class _Waiting(NamedTuple):
    """Why contents wait, and where they lie."""

    copies: dict[str, list[tuple[int, Place]]]
    first: dict[str, tuple[int, int]]
    """The need of each, and the place of its first file in the order of intake."""


def _waiting(case: Case, queue: Queue, left: frozenset[str]) -> _Waiting:
    needs = _needs(case, queue, left)
    copies = _copies(case, left)
    return _Waiting(copies, {sha256: (NEEDS.index(needs[sha256]), copies[sha256][0][0]) for sha256 in left})


def _listed(case: Case, waiting: _Waiting, found: Iterable[tuple[str, ...]]) -> Iterator[Wanted]:
    """A row for each look."""
    first = waiting.first
    looks = sorted(found, key=lambda one: (min(first[member] for member in one), one))
    contents = {one.sha256: one for one in case.rows.by_column(Content, "sha256", [one[0] for one in looks])}
    for number, (sha256, *others) in enumerate(looks, 1):
        content, most = contents[sha256], min(first[member] for member in (sha256, *others))
        yield Wanted(
            number=number,
            need=NEEDS[most[0]],
            places=tuple(place for _, place in waiting.copies[sha256]),
            sha256=sha256,
            sha1=content.sha1,
            md5=content.md5,
            size=content.size,
            type=content.type,
            others=tuple(others),
        )


def _looks(
    case: Case, queue: Queue, left: frozenset[str], first: dict[str, tuple[int, int]]
) -> Iterator[tuple[str, ...]]:
    """The contents of each look; first the one that is shown: the most pressing, the group's leader if it is so."""
    leaders = {group.id: group.contents[0] for group in case.nouns(Group)}
    groups: dict[str, list[str]] = defaultdict(list)
    for sha256 in left:
        groups[queue.group_of.get(sha256, sha256)].append(sha256)
    for group in queue.looks(left):
        members = sorted(groups[group], key=lambda one: (first[one], one))
        leader = leaders.get(group)
        most = first[members[0]][0]
        chosen = leader if leader in members and first[leader][0] == most else members[0]
        yield (chosen, *(one for one in members if one != chosen))


def _needs(case: Case, queue: Queue, left: frozenset[str]) -> dict[str, Need]:
    """Why each content waits."""
    handed_over = {sha256 for deal in case.nouns(Deal) for sha256 in deal.files}
    cameras = by_key(case.nouns(Camera))
    needs: dict[str, Need] = {}
    for sha256 in left:
        needs[sha256] = "near-known" if sha256 in queue.near else "handed-over" if sha256 in handed_over else "unknown"
    for one in case.nouns(MediaFacts):
        if needs.get(one.sha256, "near-known") != "near-known" and _is_first(one, cameras):
            needs[one.sha256] = "first-generation"
    return needs


def _is_first(facts: MediaFacts, cameras: Mapping[Key, Camera]) -> bool:
    """Whether a picture is probably first generation and from a camera found on the exhibits."""
    key = key_of(facts)
    camera = cameras.get(key) if key else None
    return camera is not None and bool(camera.found_on) and opinion(facts, camera).judgement == "first"


def _copies(case: Case, left: frozenset[str]) -> dict[str, list[tuple[int, Place]]]:
    """Where each content lies, with the place in the order of intake."""
    files = {one.file: one.sha256 for one in media_of(case) if one.sha256 in left}
    positions = {one.file: one.position for one in case.nouns(Standing) if one.file in files}
    found: dict[str, list[tuple[int, Place]]] = defaultdict(list)
    for file in case.rows.by_column(File, "id", files):
        found[files[file.id]].append((positions.get(file.id, len(positions)), place_of(file)))
    return {sha256: sorted(places, key=lambda one: (one[0], one[1].file)) for sha256, places in found.items()}
