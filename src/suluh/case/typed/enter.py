# SPDX-License-Identifier: Apache-2.0
"""Enters what officers type: under a code of its own, checked against the case, corrected by a later one."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import check_reason, typed
from suluh.case.keep import Act
from suluh.case.lease import turn
from suluh.case.rights import need_one
from suluh.case.typed.apart import check_entered
from suluh.case.typed.checks import check
from suluh.case.typed.fields import Given, as_typed
from suluh.case.typed.untold import check_untold
from suluh.case.typed.vault import guarded, sealed
from suluh.model.body import kind_of
from suluh.model.deeds.typed import TYPED
from suluh.model.dossier.care import Identity, Protected
from suluh.model.dossier.entered import OWN, Entered
from suluh.model.errors import Misuse, UnknownObject
from suluh.model.ids import make_id
from suluh.model.times import utc

E = TypeVar("E", bound=Entered)
LONGEST_CODE = 40
_CODE = re.compile(r"[^\W_][^\s;]*")


def enter(case: Case, kind: type[E], rows: Sequence[Mapping[str, Given]]) -> list[E]:
    """Enter some of one kind in one act, all or none; a row may give its own `code`.

    Raises `Misuse` for what cannot be meant so, `UnknownObject` for what the case does not hold, `NotAllowed`.
    """
    need_one(case, TYPED[kind].rights)
    with turn(case.folder):
        entered: list[E] = []
        taken = {one.code for one in case.nouns(kind)}
        for row in rows:
            fields = as_typed(case, kind, row)
            code = _code(kind, taken, row.get("code"))
            taken.add(code)
            entered.append(_made(case, kind, code, fields))
            check(case, entered[-1])
        check_entered(case, entered)
        check_untold(case, entered)
        case.keep(Act(kind_of(kind), " ".join(one.code for one in entered)), entered)
    return entered


def correct(
    case: Case, kind: type[E], code: str, row: Mapping[str, Given], reason: str | None, *, withdrawn: bool = False
) -> E:
    """Enter one anew under its code; what is not named stays. Raises `Misuse`, `UnknownObject`, `NotAllowed`."""
    need_one(case, TYPED[kind].rights)
    why = check_reason(reason)
    with turn(case.folder):
        old = one_typed(case, kind, code)
        changed = as_typed(case, kind, row, old)
        new = _made(case, kind, code, {**_own(old), **changed}, old)
        new = msgspec.structs.replace(new, corrects=old.id, reason=why, withdrawn=withdrawn)
        if not withdrawn and _own(new) == _own(old):
            raise Misuse("this says the same as before: name what is to be corrected; nothing was entered")
        check(case, new)
        check_entered(case, [new])
        check_untold(case, [new])
        case.keep(Act(kind_of(kind), code, {"corrects": code, "reason": why}), [new])
    return new


def one_typed(case: Case, kind: type[E], code: str) -> E:
    """What stands under a code. Raises `UnknownObject` that names the nearest way to find it."""
    for one in typed(case.rows, kind):
        if one.code == code:
            return one
    raise UnknownObject(f"the case has no {kind_of(kind)} {code}: `suluh show CASE` lists what was entered")


def _own(one: Entered) -> dict[str, Any]:
    """The fields of a noun that officers type."""
    return {name: getattr(one, name) for name in one.__struct_fields__ if name not in OWN}


def _made(case: Case, kind: type[E], code: str, fields: dict[str, Any], old: E | None = None) -> E:
    """The noun as the acting officer enters it now; names of children go into it sealed."""
    by, at = case.acting.key.code, utc(case.acting.now())
    identity = make_id(kind_of(kind), code, "" if old is None else old.id)
    one = kind(id=identity, code=code, at=at, by=by, **fields)
    if isinstance(one, Protected):
        return guarded(case, one)  # type: ignore[return-value] # of its own kind
    return sealed(case, one) if isinstance(one, Identity) else one  # type: ignore[return-value] # as above


def next_code(kind: type[Entered], taken: set[str]) -> str:
    """The next free code of a kind: one that was withdrawn is not given again."""
    return next(code for code in (f"{kind_of(kind)}-{n}" for n in range(1, len(taken) + 2)) if code not in taken)


def _code(kind: type[Entered], taken: set[str], given: Given | None) -> str:
    """The code that a row gives, or the next free one. Raises `Misuse` for one that is taken."""
    if given is None or given == "":
        return next_code(kind, taken)
    code = str(given)
    if code in taken:
        raise Misuse(f"the case has a {kind_of(kind)} {code} already: name it with --corrects, or give another --code")
    if not code.isprintable() or not _CODE.fullmatch(code) or len(code) > LONGEST_CODE:
        raise Misuse(
            f"{code!r} is no code: begin it with a letter or digit, and write it without blanks and semicolons, in at "
            f"most {LONGEST_CODE} characters"
        )
    return code
