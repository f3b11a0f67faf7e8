# SPDX-License-Identifier: Apache-2.0
"""Verifies what officers corrected: rule 12 of docs/custody.md, as far as one row stands in the place of another."""

from collections.abc import Callable, Iterator, Mapping

from suluh.case.corrections.standing_papers import C, History, authorities, sealed
from suluh.model.body import Noun, kind_of
from suluh.model.deeds.rights import RIGHTS, WITHDRAW
from suluh.model.deeds.typed import TYPED
from suluh.model.errors import BrokenCustody
from suluh.model.intake import Acquisition, Authority, Exhibit
from suluh.model.matching import HashSet
from suluh.model.people import Access, Officer
from suluh.store.rows import Rows


def check_corrections(rows: Rows) -> tuple[str, ...]:
    """Each correction names one earlier row, once, and says why; under one name one row stands. Raises.

    What breaks no rule and is worth knowing: papers that were entered as urgent seizures and are none any more, papers
    that cover more than they were entered with, exhibits that were put from an urgent seizure under another paper,
    acquisitions that were taken out, and exhibits that are sealed.
    """
    _check(rows, Authority, lambda one: one.number, lambda _: None)
    _check(rows, Exhibit, lambda one: one.label, lambda one: (one.label, one.order))
    _check(rows, Acquisition, lambda one: (one.exhibit, one.name), _extraction)
    _check(rows, HashSet, lambda one: (one.kind, one.digest), _set)
    for kind in TYPED:
        _check(rows, kind, lambda one: one.code, lambda one: one.code)
    papers = History(rows, Authority)
    moved = _put_elsewhere(rows, History(rows, Exhibit), papers)
    taken = _taken_out(History(rows, Acquisition), {one.code: one.access for one in rows.nouns(Officer)})
    return (*_no_longer_urgent(papers), *_wider(papers), *moved, *taken, *_sealed(rows))


def _no_longer_urgent(papers: History[Authority]) -> Iterator[str]:
    """Without its approval an urgent seizure lets no package leave: whoever corrects that answers for it."""
    for number, one in papers.entered:
        later = papers.later.get(one.id)
        if later is not None and one.kind == "urgent" != later.kind:
            yield (
                f"entry {number} entered {one.number} as an urgent seizure, and {later.by} corrected it "
                f"to {later.kind} ({later.number}): see that paper"
            )


def _wider(papers: History[Authority]) -> Iterator[str]:
    """What a paper covers decides what is read: whoever lets it cover more answers for it."""
    for number, one in papers.entered:
        later = papers.later.get(one.id)
        if later is not None and covers_more(one, later):
            yield (
                f"entry {number} entered {one.number}, and {later.by} corrected it to cover more "
                f"({later.number}): compare both with that paper"
            )


def covers_more(old: Authority, new: Authority) -> bool:
    """Whether a paper covers days, kinds of data or exhibits that another does not."""
    lists = (old.kinds, new.kinds), (old.exhibits, new.exhibits)
    if any(before and (not after or set(after) - set(before)) for before, after in lists):
        return True
    first, last = (old.covers_from or "", new.covers_from or ""), (old.covers_to or "~", new.covers_to or "~")
    return first[1] < first[0] or last[1] > last[0]


def _put_elsewhere(rows: Rows, exhibits: History[Exhibit], papers: History[Authority]) -> Iterator[str]:
    """Under another paper an exhibit needs no approval of its seizure any more, and no refusal seals it."""
    numbers = {one.id: number for number, one in exhibits.entered}
    for number, one in exhibits.entered:
        later = exhibits.later.get(one.id)
        if later is None:
            continue
        before, after = _paper(papers, one, number), _paper(papers, later, numbers[later.id])
        if before is None or after is None or before.id == after.id:
            continue
        refused = [each.number for each in authorities(rows) if each.refuses == before.number]
        if refused:
            yield (
                f"entry {number} entered {one.label} under {before.number}, which {refused[0]} refuses, and {later.by} "
                f"put it under {after.number}: see these papers"
            )
        elif before.kind == "urgent":
            yield (
                f"entry {number} entered {one.label} under the urgent seizure {before.number}, and {later.by} put it "
                f"under {after.number} ({after.kind}): see both papers"
            )


def _taken_out(copies: History[Acquisition], access: Mapping[str, Access]) -> Iterator[str]:
    """What was read of it is gone from the case: whoever took it out answers for it.

    Only a supervisor may; in a case of an earlier version an examiner may have done so without a fault.
    """
    for number, one in copies.entered:
        if one.withdrawn:
            may = one.by is not None and access.get(one.by, "auditor") in RIGHTS[WITHDRAW]
            who = one.by if may else f"{one.by}, who is no supervisor,"
            what = f"acquisition {one.name} of {one.exhibit}"
            yield f"entry {number}: {who} took {what} out of the case: see its medium and the reason that is kept"


def _sealed(rows: Rows) -> Iterator[str]:
    """Nothing of them is in the case while they are sealed: whoever entered that refusal answers for it."""
    for one in sealed(rows).values():
        if one.removal is None:
            yield f"{one.label} is sealed since entry {one.since}: {one.number} refuses the paper on which it rests"


def _paper(papers: History[Authority], exhibit: Exhibit, entry: int) -> Authority | None:
    """The paper that an entry names for an exhibit, as it stands in the end."""
    found = papers.latest(lambda one: one.number == exhibit.authority, entry)
    return None if found is None else papers.now(found)


def _extraction(one: Acquisition) -> object:
    return one.exhibit, one.name, one.order, one.single


def _set(one: HashSet) -> object:
    return one.kind, one.digest


def _check(rows: Rows, kind: type[C], name: Callable[[C], object], stays: Callable[[C], object]) -> None:
    """Check one kind: how its rows are named, and what of a row no correction may change."""
    history = History(rows, kind)
    seen: dict[str, tuple[int, C]] = {}
    corrected: dict[str, str] = {}
    for number, one in history.entered:
        if one.corrects is not None:
            before, old = seen.get(one.corrects, (number, None))
            if old is None or before >= number:
                raise _broken(one, f"it corrects {one.corrects}, which no entry before it wrote")
            if one.corrects in corrected:
                raise _broken(one, f"it corrects {one.corrects}, which {corrected[one.corrects]} corrected already")
            if stays(one) != stays(old):
                raise _broken(one, f"it corrects {one.corrects}, which is another one")
            if _is_gone(old):
                raise _broken(one, f"it corrects {one.corrects}, which was taken out for ever")
            if not one.reason and not _comes_again(old, one):
                raise _broken(one, f"it corrects {one.corrects} and says no reason")
            corrected[one.corrects] = one.id
        seen[one.id] = number, one
    standing: dict[object, C] = {}
    for _, one in history.standing():
        if name(one) in standing:
            raise _broken(one, f"{standing[name(one)].id} stands under the same name, and neither corrects the other")
        standing[name(one)] = one


def _is_gone(old: Noun) -> bool:
    """Whether an acquisition was taken out, after which nothing stands in its place."""
    return isinstance(old, Acquisition) and old.withdrawn


def _comes_again(old: Noun, new: Noun) -> bool:
    """Whether a hash set that was dropped is used again."""
    return isinstance(old, HashSet) and isinstance(new, HashSet) and old.dropped and not new.dropped


def _broken(one: Noun, reason: str) -> BrokenCustody:
    where = f"{kind_of(type(one))} {one.id}"
    return BrokenCustody(f"{where} was forged: {reason}", rule=12, where=where)
