# SPDX-License-Identifier: Apache-2.0
"""What of the exhibits a run can reach: what it cannot has a flaw for as long as that is so, and is asked for again.

1. An acquisition whose disk is not attached is left out, and the others go on.
2. One that was empty, or a folder in it that could not be read, is listed again by the next run.
3. A file that cannot be opened, or is no longer the one that was digested, waits for the next run.
4. These flaws are replaced at the end of each run: a flaw of this kind that stands says how it was the last time.
5. Before a step of the whole case works, what was found so far is kept: no kill lets it be finished without them.
"""

import base64
import os
import stat
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from shlex import quote

import msgspec

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import acquisitions
from suluh.case.keep import Act
from suluh.case.line.proof import check_batch
from suluh.case.location import location
from suluh.exhibits.walk import STEP, WHOLE, not_read
from suluh.model.body import Noun
from suluh.model.deeds.steps import REACH
from suluh.model.errors import NotAllThere
from suluh.model.ids import record_id
from suluh.model.intake import Acquisition, Flaw
from suluh.model.place import Place, at

AWAY = "away"
"""At this position stands the flaw of an acquisition that is not there."""

UNIT = "files"

WAITS = "waits"
"""At this position stands the flaw of an acquisition that is not there, and of which files wait: that is due."""

Roots = dict[tuple[str, str], bytes]


class Reach:
    """Where the acquisitions of a case lie, and what of them was out of reach in this run."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self.roots: Roots = {}
        self.flaws: dict[str, Flaw] = {}
        self._empty: dict[str, Flaw] = {}
        self._missing: dict[tuple[str, str], Acquisition] = {}
        self._left_out: list[str] = []
        """Sentences for the officer."""

        for one in acquisitions(case.rows):
            path = location(case.rows, one)
            if path is not None and _is_there(path, one):
                self.roots[one.exhibit, one.name] = path
            else:
                self._miss(one, "any place" if path is None else os.fsdecode(path))

    def is_in(self, exhibit: str, acquisition: str) -> bool:
        """Whether an acquisition can be reached."""
        return (exhibit, acquisition) in self.roots

    def is_wanted(self, exhibit: str, acquisition: str) -> bool:
        """Whether an acquisition can be reached, now that a file of it waits."""
        missing = self._missing.pop((exhibit, acquisition), None)
        if missing is not None:
            reason = "this acquisition is not where it was, and files of it wait to be read: attach its disk"
            self._note_missing(missing, reason, WAITS)
        return self.is_in(exhibit, acquisition)

    def note(self, flaw: Flaw | None) -> bool:
        """Keep in mind what could not be reached; whether it was something."""
        if flaw is not None:
            self.flaws[flaw.id] = flaw
        return flaw is not None

    def again(self, acquisition: Acquisition) -> Iterator[bytes]:
        """What of a listed acquisition must be listed again, as paths in it: all of one that was empty."""
        if not self._case.rows.has_files(acquisition.order):
            yield WHOLE
            return
        for place in self._unread:
            if (place.exhibit, place.acquisition) == (acquisition.exhibit, acquisition.name):
                yield base64.b64decode(place.path_b64) if place.path_b64 else place.path.encode()

    @cached_property
    def _unread(self) -> list[Place]:
        """What could not be listed until now."""
        found = (one.place for one in self._case.nouns(Flaw) if one.step == STEP)
        return [place for place in found if place.position not in {AWAY, WAITS}]

    def see_whether_empty(self, acquisition: Acquisition) -> None:
        """An acquisition of which the case lists no file has a flaw, unless another says why."""
        key = (acquisition.exhibit, acquisition.name)
        told = any((one.place.exhibit, one.place.acquisition) == key for one in self.flaws.values())
        if not told and not self._case.rows.has_files(acquisition.order):
            flaw = not_read(acquisition, WHOLE, "nothing lies here: if its disk was not attached, run again")
            self._empty[flaw.id] = flaw

    def close(self) -> None:
        """Keep the flaws in place of those of the run before. Raises `NotAllThere` while something is out of reach.

        An acquisition that is empty may be so for good: it has its flaw, and that is all.
        """
        self._keep({})
        if self.flaws:
            self._case.checkpoint()
            raise NotAllThere(self._sentence(len(self.flaws)))

    def keep(self) -> None:
        """Keep what was found so far beside the flaws of the run before: no kill hides it. Raises `BrokenCustody`."""
        for batch in self._case.book.batches(REACH.word, UNIT):
            check_batch(self._case.rows, self._case.book, batch, f"this run would sign anew rows of batch {batch}")
        self._keep({one.id: one for one in _held(self._case)})

    def _keep(self, before: dict[str, Noun]) -> None:
        found = before | self._empty | self.flaws
        now = [found[one] for one in sorted(found)]
        if list(_held(self._case)) != now:
            self._case.keep(Act(REACH.word, UNIT, replaces=self._case.book.batches(REACH.word, UNIT)), now)

    def _miss(self, one: Acquisition, where: str) -> None:
        reason = "this acquisition is not where it was: nothing of it can be read until its disk is attached"
        self._note_missing(one, reason, AWAY)
        self._missing[one.exhibit, one.name] = one
        self._left_out.append(
            f"acquisition {one.name} of {one.exhibit} is not at {where}: attach its disk, then run again, "
            f"or say where it lies now with `suluh add CASE --corrects {quote(one.exhibit)} "
            f"--acquisition {quote(one.name)} --path PATH --reason TEXT`"
        )

    def _note_missing(self, one: Acquisition, reason: str, how: str) -> None:
        flaw = not_read(one, WHOLE, reason)
        identity = record_id("flaw", flaw.place.file, AWAY)
        self.note(msgspec.structs.replace(flaw, id=identity, place=at("flaw", flaw.place, how)))

    def _sentence(self, number: int) -> str:
        first = self._left_out[0] if self._left_out else f"{next(iter(self.flaws.values())).reason}"
        return f"everything else is done, but {number} could not be read, see `suluh show CASE flaws`: {first}"


def does_wait(case: Case) -> bool:
    """Whether the last run left files of an acquisition waiting that was not there."""
    return any(isinstance(one, Flaw) and one.place.position == WAITS for one in _held(case))


def _held(case: Case) -> Iterator[Noun]:
    """What the last run could not reach, as the case holds it."""
    return chain.from_iterable(case.rows.in_batch(batch) for batch in case.book.batches(REACH.word, UNIT))


def _is_there(path: bytes, one: Acquisition) -> bool:
    """Whether a file, or a folder, lies at a path as it did when it was added."""
    try:
        return stat.S_ISDIR(os.stat(path).st_mode) != one.single  # noqa: PTH116 # paths of evidence are bytes
    except OSError:
        return False
