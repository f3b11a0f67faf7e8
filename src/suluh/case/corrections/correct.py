# SPDX-License-Identifier: Apache-2.0
"""Corrects what was mistyped: a new act of an officer stands in the place of the old one, and both are kept."""

import dataclasses
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from suluh.case.acts.intake import Digests, Paper, as_entered, authority_for, check_account, check_paper, check_zone
from suluh.case.acts.overlaps import Lying, check_apart, lying
from suluh.case.case import Case
from suluh.case.corrections.falling import fall
from suluh.case.corrections.standing_papers import acquisitions, authorities, check_reason, exhibits, sealed
from suluh.case.keep import Act
from suluh.case.lease import lease, turn
from suluh.case.location import location, written
from suluh.case.rights import ADD, WITHDRAW, need
from suluh.model.body import Noun, kind_of
from suluh.model.errors import Misuse, NoAuthority, UnknownObject
from suluh.model.ids import make_id
from suluh.model.intake import Acquisition, Authority, Exhibit
from suluh.model.times import utc

Fields = Mapping[str, str | tuple[str, ...] | None]
"""What is said otherwise than before; every other field stays as it is."""

Said = Mapping[str, object]
C = TypeVar("C", Exhibit, Acquisition)


@dataclasses.dataclass(frozen=True)
class Lies:
    """What is said otherwise of an acquisition: where it lies, and the examiner's hashes; null for what stays."""

    acquisition: str = "1"
    path: Path | None = None
    stated: Digests | None = None
    withdrawn: bool = False
    """Whether it was entered by mistake, and counts no more."""

    same_as: str | None = None
    """Another exhibit that does hold the same files."""


def correct_authority(case: Case, number: str, fields: Fields, reason: str | None) -> tuple[Authority, list[str]]:
    """Enter a paper anew in the place of the one of a number; what it says otherwise.

    Raises `Misuse`, and `CaseIsLocked` while a run goes on: it would end on the old terms.
    """
    need(case, ADD)
    why = check_reason(reason)
    with lease(case.folder), turn(case.folder):
        old = _paper(case, number)
        paper = dataclasses.replace(_as_stated(old), **dict[str, Any](fields))
        if old.refuses or paper.refuses:
            need(case, WITHDRAW)  # it seals exhibits, or takes a seal away
        check_paper(case, paper, instead=number)
        _check_bonds(case, number, paper)
        before, after = dataclasses.asdict(_as_stated(old)), dataclasses.asdict(paper)
        changes = [f"{name}: {_word(before[name])} -> {_word(after[name])}" for name in _changes(before, after)]
        new = as_entered(case, paper, make_id("authority", paper.number, old.id))
        new = msgspec.structs.replace(new, corrects=old.id, reason=why)
        case.keep(Act("authority", paper.number, {"corrects": number, "reason": why}), [new])
        if paper.refuses is not None:
            fall(case)
    return new, changes


def _paper(case: Case, number: str) -> Authority:
    for one in authorities(case.rows):
        if one.number == number:
            return one
    raise UnknownObject(f"the case has no authority {number}: `suluh show CASE authorities` lists what it has")


def _as_stated(authority: Authority) -> Paper:
    return Paper(**{name: getattr(authority, name) for name in Paper.__dataclass_fields__})


def _check_bonds(case: Case, number: str, paper: Paper) -> None:
    """Raise for a paper that would no longer bear what rests on it: its exhibits, and the court's approvals."""
    for one in exhibits(case.rows, with_sealed=True):
        if one.authority == number and paper.exhibits and one.label not in paper.exhibits:
            raise NoAuthority(
                f"{one.label} rests on {number}, which would not name it any more: name it with --exhibits, or put "
                f"{one.label} under its own paper first, with `suluh add CASE --corrects {one.label} --authority REF "
                "--reason TEXT`"
            )
    for other in authorities(case.rows):
        if other.approves == number and other.number != number:
            _check_approval(paper, other)
        if other.refuses == number and other.date < paper.date:
            raise Misuse(f"{other.number}, which refuses it, is of {other.date}, before {paper.date}: see both")


def _check_approval(paper: Paper, court: Authority) -> None:
    """Raise `Misuse` unless a court's paper can still be the approval of this one."""
    if paper.kind != "urgent":
        raise Misuse(f"{court.number} approves it as an urgent seizure: correct that paper's --approves first")
    if court.date < paper.date:
        raise Misuse(f"{court.number}, which approves it, is of {court.date}, before {paper.date}: see both")


def _changes(old: Said, new: Said) -> list[str]:
    """The names of what is said otherwise. Raises `Misuse` where all is as before."""
    found = [name for name in old if old[name] != new[name]]
    if not found:
        raise Misuse("this says the same as before: name what is to be corrected; nothing was entered")
    return found


def _word(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "not stated"
    return str(value or "not stated")


def correct_exhibit(case: Case, label: str, fields: Fields, reason: str | None, lies: Lies | None = None) -> list[str]:
    """Enter an exhibit anew under its label; the names of what is said otherwise. Raises `Misuse`, `NoAuthority`."""
    need(case, ADD)
    if lies is not None and lies.withdrawn:
        need(case, WITHDRAW)  # for ever, and all that was read of it goes with it
    why = check_reason(reason)
    with lease(case.folder), turn(case.folder):
        if label in sealed(case.rows):
            need(case, WITHDRAW)  # under another paper its files are read again
        old = _exhibit(case, label)
        new = msgspec.structs.replace(old, **dict[str, Any](fields))
        _check_exhibit(case, new)
        copy = _copy(case, label, lies)
        moved = None if copy is None or lies is None else _moved(case, copy, lies)
        changes = _changes(_said(old, copy), _said(new, moved))
        values: list[Noun] = [] if _said(old) == _said(new) else [_signed(case, old.id, new, why)]
        detail = {"corrects": label, "reason": why}
        if copy is not None and moved is not None and copy != moved:
            values.append(_signed(case, copy.noun.id, moved.noun, why))
            detail |= {"acquisition": copy.noun.name, **written(moved.path)}
        case.keep(Act("add", label, detail), values)
    return changes


def _signed(case: Case, old: str, new: C, why: str) -> C:
    """What stands in the place of a noun, by the acting officer."""
    identity = make_id(kind_of(type(new)), old)
    by, at = case.acting.key.code, utc(case.acting.now())
    return msgspec.structs.replace(new, id=identity, corrects=old, reason=why, by=by, at=at)


class _Copy(NamedTuple):
    """An acquisition and where it lies."""

    noun: Acquisition
    path: Path


def _said(exhibit: Exhibit, copy: _Copy | None = None) -> Said:
    """What can be corrected of an exhibit and of one acquisition of it."""
    said: dict[str, object] = {name: getattr(exhibit, name) for name in ("authority", "holder", "accounts", "timezone")}
    if copy is not None:
        said |= {"path": copy.path, "hashes": tuple(" ".join(pair) for pair in copy.noun.stated)}
        said |= {"hashes of every file": "yes" if copy.noun.whole else None}
        said |= {"same as": copy.noun.same_as, "withdrawn": "yes" if copy.noun.withdrawn else None}
    return said


def _exhibit(case: Case, label: str) -> Exhibit:
    for one in exhibits(case.rows, with_sealed=True):
        if one.label == label:
            return one
    raise UnknownObject(f"the case has no exhibit {label}: `suluh show CASE exhibits` lists what it has")


def _check_exhibit(case: Case, exhibit: Exhibit) -> None:
    """Raise `Misuse`, `NoAuthority` for what cannot be meant so."""
    for account in exhibit.accounts:
        check_account(account)
    check_zone(exhibit.timezone)
    authority_for(case, exhibit.authority, exhibit.label)


def _copy(case: Case, label: str, lies: Lies | None) -> _Copy | None:
    """The acquisition that is corrected, as it lies by now; null where none is."""
    if lies is None:
        return None
    for one in acquisitions(case.rows):
        if (one.exhibit, one.name) == (label, lies.acquisition):
            return _Copy(one, Path(os.fsdecode(location(case.rows, one) or b"")))
    raise UnknownObject(f"{label} has no acquisition {lies.acquisition}: `suluh show CASE exhibits` lists what it has")


def _moved(case: Case, copy: _Copy, lies: Lies) -> _Copy:
    """The acquisition as it is said now, where it lies now. Raises `Misuse` for what cannot be the same."""
    given = lies.stated or Digests(copy.noun.stated, copy.noun.whole)
    stated = tuple(sorted(given.stated))
    others = set(copy.noun.same_as)
    if lies.same_as is not None:
        if _exhibit(case, lies.same_as).label == copy.noun.exhibit:
            raise Misuse(f"{lies.same_as} is this very exhibit: name the other one that holds the same files")
        others.add(lies.same_as)
    told = {"stated": stated, "whole": given.whole, "withdrawn": lies.withdrawn}
    noun = msgspec.structs.replace(copy.noun, same_as=tuple(sorted(others)), **told)
    if lies.path is None:
        return _Copy(noun, copy.path)
    path = lies.path.absolute()
    if not path.exists():
        raise Misuse(f"nothing lies at {path}: name the folder or file where acquisition {noun.name} lies now")
    if path.is_file() != noun.single or (noun.single and path.name != copy.path.name):
        what = f"one file named {copy.path.name}" if noun.single else "a folder"
        raise Misuse(f"acquisition {noun.name} of {noun.exhibit} is {what}, and {path} is not: see both")
    check_apart(Lying(noun.exhibit, noun.name, path), lying(case))
    return _Copy(noun, path)
