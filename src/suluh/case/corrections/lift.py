# SPDX-License-Identifier: Apache-2.0
"""Takes away what was read from files on terms that a later act corrected: they wait again, all else stays.

Of an acquisition that was withdrawn everything falls, its list of files last: by it a killed run finds the rest again.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.corrected import is_settled
from suluh.case.corrections.standing_papers import authorities, corrections, exhibits
from suluh.case.corrections.withdrawn import Copies, Gone, contents_to_redo, gone, taken_out
from suluh.case.keep import Act
from suluh.case.line.line import LINE
from suluh.case.line.proof import check_batch
from suluh.case.line.spool import Spool
from suluh.case.line.step import Gathered, Terms, Walked
from suluh.exhibits.scope import as_seen
from suluh.model.body import Noun
from suluh.model.intake import Authority, Content, Exhibit, File, Flaw, Outcome
from suluh.model.matching import Fingerprint, HashSet, MediaFacts
from suluh.model.place import Place

Since = Mapping[bytes, int]
"""For contents by SHA-256 the entry that last changed the terms of an exhibit on which they lie."""

UNIT = "files"


class Fall(NamedTuple):
    """What of a step must fall: what is of these contents and older than their terms, and all before an entry."""

    step: str
    since: Since
    whole: int
    gone: Gone
    """Files of acquisitions that were withdrawn, and of sealed exhibits, each with the number of that entry."""

    copies: Copies
    """The same acquisitions and exhibits: what lies there and is of no file that was listed falls with them."""

    def latest(self) -> int:
        """The entry before which something of the step may have to fall."""
        return max((self.whole, *self.since.values(), *self.gone.values(), *self.copies.values()))


def lift(case: Case, detail: Mapping[str, str] = MappingProxyType({})) -> None:
    """Take away what single files gave on terms that hold no more; a run that was killed does the rest again.

    The entries say beside what they take the detail that is given.
    """
    if is_settled(case):
        return
    for fall in _falls(case):
        _lift(case, fall, detail)


def left(case: Case) -> Iterator[tuple[int, Noun]]:
    """What single files gave on terms that hold no more and that still stands, each with the number of its entry."""
    for fall in _falls(case):
        for batch in _older(case, fall):
            nouns, stays = _parts(case, batch, fall)
            kept = {noun.id for noun in stays}
            yield from ((batch, noun) for noun in nouns if noun.id not in kept)


def _falls(case: Case) -> Iterator[Fall]:
    """What of each step over files has to fall, in the order of the line backwards: the lists of files fall last."""
    files, dropped, copies = gone(case), _last_dropped(case), taken_out(case)
    redo = contents_to_redo(case, files)
    for step in reversed(LINE):
        if isinstance(step, Gathered) and step.terms is not None:
            since = _since(case, step.terms)
            looked = _later(since, redo) if step.terms is as_seen else since
            yield Fall(step.name, looked, dropped if step.asks_sets else 0, files, copies)
        elif isinstance(step, Gathered | Walked):
            yield Fall(step.name, {}, 0, files, copies)


def _later(one: Since, other: Since) -> Since:
    """For each content the later of two entries."""
    return {key: max(one.get(key, 0), other.get(key, 0)) for key in {*one, *other}}


def _last_dropped(case: Case) -> int:
    """The entry that last dropped a known set; 0 where none did."""
    found = corrections(case.rows, HashSet)
    return max((at for at, one in found if isinstance(one, HashSet) and one.dropped and one.kind == "known"), default=0)


def _since(case: Case, terms: Terms) -> Since:
    """Contents of exhibits whose terms changed, and when they last did."""
    labels: dict[str, int] = {}
    for number in sorted({number for number, _ in corrections(case.rows, Authority, Exhibit)}):
        before, after = (_terms(case, terms, until) for until in (number - 1, number))
        labels |= {label: number for label, said in before.items() if after.get(label, said) != said}
    found: dict[bytes, int] = {}
    for label, number in labels.items():
        for sha256 in _contents(case, (file.id for file in case.nouns(File, {"exhibit": label}))).values():
            found[sha256] = max(number, found.get(sha256, 0))
    return found


def _terms(case: Case, terms: Terms, until: int) -> dict[str, object]:
    """The terms of each exhibit as they stood after an entry."""
    papers = {paper.number: paper for paper in authorities(case.rows, until)}
    return {one.label: terms(one, papers.get(one.authority)) for one in exhibits(case.rows, until)}


def _contents(case: Case, files: Iterable[str]) -> dict[str, bytes]:
    """The SHA-256 of each of some files."""
    return {one.file: bytes.fromhex(one.sha256) for one in case.rows.by_column(Content, "file", files)}


def _lift(case: Case, fall: Fall, detail: Mapping[str, str]) -> None:
    """Replace the batches of a step that hold what must fall by what stays of them."""
    with Spool(case.folder.work) as stays:
        replaced = tuple(batch for batch in _older(case, fall) if _sift(case, batch, fall, stays))
        if replaced:
            case.keep(Act(fall.step, UNIT, detail, replaces=replaced), stays)


def _older(case: Case, fall: Fall) -> list[int]:
    """The batches of a step of which something may have to fall."""
    latest = fall.latest()
    return [number for number in case.book.batches(fall.step, UNIT) if number < latest]


def _sift(case: Case, batch: int, fall: Fall, stays: Spool) -> bool:
    """Set aside what stays of a batch of which something falls; whether there is such. Raises `BrokenCustody`.

    What stays is signed anew: only what was signed before may be among it.
    """
    check_batch(case.rows, case.book, batch, f"nothing was lifted: a correction would sign anew rows of batch {batch}")
    nouns, kept = _parts(case, batch, fall)
    if len(kept) == len(nouns):
        return False
    for _ in stays.fill(kept):
        pass
    return True


def _parts(case: Case, batch: int, fall: Fall) -> tuple[list[Noun], list[Noun]]:
    """All of a batch, and what of it stays."""
    nouns = list(case.rows.in_batch(batch))
    contents = _contents(case, {_file(noun) for noun in nouns} - {""})
    whole = batch < fall.whole
    return nouns, [noun for noun in nouns if not whole and _stays(noun, batch, fall, contents)]


def _stays(noun: Noun, batch: int, fall: Fall, contents: Mapping[str, bytes]) -> bool:
    if any(fall.copies.get(one, 0) > batch for one in _copies(noun)) or _names_sealed(noun, fall.copies):
        return False
    return fall.gone.get(_file(noun), 0) <= batch and fall.since.get(_content(noun, contents), 0) <= batch


def _names_sealed(noun: Noun, copies: Copies) -> bool:
    """Whether a flaw says that the first of two under one id stood on an exhibit that is sealed now."""
    shut = (label for label, name in copies if name is None)
    return isinstance(noun, Flaw) and any(f", the first at {label}/" in noun.reason for label in shut)


def _copies(noun: Noun) -> tuple[tuple[str, str | None], ...]:
    """The acquisition that a noun lies in, and its exhibit; nothing where the noun does not say it itself."""
    place = noun if isinstance(noun, File) else getattr(noun, "place", None)
    if not isinstance(place, File | Place):
        return ()
    return (place.exhibit, place.acquisition), (place.exhibit, None)


def _file(noun: Noun) -> str:
    """The file that a noun is of; nothing for what is of a content."""
    if isinstance(noun, Fingerprint | MediaFacts):
        return ""
    if isinstance(noun, File):
        return noun.id
    return noun.file if isinstance(noun, Outcome | Content) else noun.place.file  # type: ignore[attr-defined] # records and flaws have a place


def _content(noun: Noun, contents: Mapping[str, bytes]) -> bytes:
    """The SHA-256 of the content that a noun is of."""
    if isinstance(noun, Fingerprint | MediaFacts):
        return bytes.fromhex(noun.sha256)
    return contents.get(_file(noun), b"")
