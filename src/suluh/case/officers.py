# SPDX-License-Identifier: Apache-2.0
"""Officers of a case: how the case keeps them, and who is one of them."""

from collections.abc import Mapping
from pathlib import Path

from suluh.custody.key import PublicKey
from suluh.model.errors import NotAllowed
from suluh.model.ids import make_id
from suluh.model.people import Officer
from suluh.store.rows import Rows
from suluh.unit.folder import write

MANY = 3
"""Where a case has, or had, so many officers nobody approves a draft of whoever admitted them."""


def officer_of(public: PublicKey, by: str, at: str) -> Officer:
    """An officer as the case keeps them: public keys only, and who admitted them."""
    return Officer(
        id=make_id("officer", public.code, public.signing),
        code=public.code,
        access=public.access,
        key=public.signing.hex(),
        box=public.box.hex(),
        at=at,
        by=by,
    )


def admissions(rows: Rows) -> Mapping[str, Officer]:
    """Everybody who was ever admitted, by code."""
    return {one.code: one for one in rows.nouns(Officer) if one.ends is None}


def endings(rows: Rows) -> Mapping[str, Officer]:
    """What ended admissions, by the officer's code."""
    return {one.code: one for one in rows.nouns(Officer) if one.ends is not None}


def standing(rows: Rows) -> Mapping[str, Officer]:
    """The officers whose admission stands, by code."""
    ended = endings(rows)
    return {code: one for code, one in admissions(rows).items() if code not in ended}


def check_founder(public: PublicKey) -> None:
    """Raise `NotAllowed` for whoever may not start a case."""
    if public.access != "supervisor":
        raise NotAllowed(f"{public.code} has the access {public.access} and may not start a case: a supervisor does")


def check_officer(rows: Rows, keys: Path, public: PublicKey) -> None:
    """Raise `NotAllowed` for whoever was not admitted to the case with this very key; see to its file in `keys/`."""
    known, ended = admissions(rows), endings(rows)
    if public.code in ended:
        end = ended[public.code]
        raise NotAllowed(
            f"{end.by} ended the admission of {public.code} to this case at {end.at} ({end.reason}): nothing that "
            f"{public.code} signs is taken any more"
        )
    if public.code not in known:
        named = ", ".join(sorted(supervisors(rows)))
        raise NotAllowed(
            f"{public.code} is no officer of this case: one of its supervisors ({named}) admits them with "
            f"`suluh officer admit CASE {public.code}`"
        )
    officer, path = known[public.code], keys / f"{public.code}.pub"
    own = (public.access, public.signing.hex(), public.box.hex())
    if (officer.access, officer.key, officer.box) != own or (path.is_file() and path.read_bytes() != public.body()):
        raise NotAllowed(f"{public.code} is in this case with another key: use that key, or a code of your own")
    if not path.is_file():
        keep_key(keys, public)


def supervisors(rows: Rows) -> frozenset[str]:
    """Codes of the supervisors whose admission stands."""
    return frozenset(code for code, one in standing(rows).items() if one.access == "supervisor")


def keep_key(keys: Path, public: PublicKey) -> None:
    """Lay an officer's public key beside the case, for whoever verifies it."""
    write(keys / f"{public.code}.pub", public.body(), mode=0o644)
