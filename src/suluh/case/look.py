# SPDX-License-Identifier: Apache-2.0
"""What the case holds of pictures and videos, and what settles them: the queue of looks."""

from collections.abc import Iterator
from typing import NamedTuple

from suluh.case.case import Case
from suluh.hashing.queue import Held, Hit, Queue, queue
from suluh.model.intake import Content, Standing
from suluh.model.matching import Group, Match, Sample, Vote
from suluh.model.people import Decision

NOUNS = (Content, Match, Group, Decision, Vote, Standing, Sample)


def queue_of(case: Case) -> Queue:
    """The queue of a case as it stands; what lies outside the authority is not in it."""
    hits = (Hit(*one) for one in case.rows.columns(Match, Hit._fields))
    return queue(media_of(case), hits, case.nouns(Group), graded(case), sampled(case))


def media_of(case: Case) -> Iterator[Held]:
    """The contents of files that the authority covers, in no fixed order."""
    outside = set(case.rows.columns(Standing, ("file",), {"state": "out-of-scope"}))
    found = case.rows.columns(Content, Held._fields)
    return (Held(*one) for one in found if one[:1] not in outside)


def graded(case: Case) -> Iterator[str]:
    """Contents that a person gave a category, here or in their viewer."""
    yield from (one.left for one in case.nouns(Decision) if one.act == "category")
    yield from (sha256 for (sha256,) in case.rows.columns(Vote, ("sha256",)))


def sampled(case: Case) -> Iterator[str]:
    """Contents that a sample drew."""
    yield from (one for sample in case.nouns(Sample) for stratum in sample.strata for one in stratum.drawn)


class Tally(NamedTuple):
    """What the queue of looks says in numbers, of a case with any number of files: no list of its contents is held."""

    files: int
    contents: int
    groups: int
    graded: int
    known: int
    benign: int
    left: tuple[int, int]
    """Contents that need a person, without the hash sets of the case and with them."""

    looks: tuple[int, int]
    """Looks that they need, each group of near duplicates at once."""


def tally_of(case: Case) -> Tally:
    """The same numbers that `queue_of` gives."""
    files, contents = case.rows.count_media()
    hits = {(kind, sets, sha256) for kind, sets, sha256 in case.rows.columns(Match, Hit._fields) if kind == "exact"}
    given, drawn = set(graded(case)), set(sampled(case))
    near = {sha256: group.id for group in case.nouns(Group) for sha256 in group.contents}
    media = case.rows.media_among({*(sha256 for _, _, sha256 in hits), *given, *near})
    known = {sha256 for _, sets, sha256 in hits if sets == "known"} & media
    benign = ({sha256 for _, sets, sha256 in hits if sets == "benign"} & media) - known
    given &= media
    group_of = {sha256: group for sha256, group in near.items() if sha256 in media}
    seen = {group_of[one] for one in given - drawn if one in group_of}
    left, looks = [0, 0], [0, 0]
    for sets in (False, True):
        settled = given | known | benign if sets else given
        left[sets] = contents - len(settled)
        alone = contents - len(group_of) - sum(one not in group_of for one in settled)
        looks[sets] = alone + len({group for one, group in group_of.items() if one not in settled} - seen)
    groups = contents - len(group_of) + len(set(group_of.values()))
    return Tally(files, contents, groups, len(given), len(known), len(benign), (left[0], left[1]), (looks[0], looks[1]))
