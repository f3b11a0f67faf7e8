# SPDX-License-Identifier: Apache-2.0
"""Officers of a case: how the case keeps them, and who is one of them."""

from pathlib import Path

from suluh.custody.key import PublicKey
from suluh.model.errors import NotAllowed
from suluh.model.ids import make_id
from suluh.model.people import Officer
from suluh.store.rows import Rows
from suluh.unit.folder import write


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


def check_founder(public: PublicKey) -> None:
    """Raise `NotAllowed` for whoever may not start a case."""
    if public.access != "supervisor":
        raise NotAllowed(f"{public.code} has the access {public.access} and may not start a case: a supervisor does")


def check_officer(rows: Rows, keys: Path, public: PublicKey) -> None:
    """Raise `NotAllowed` for whoever was not admitted to the case with this very key; see to its file in `keys/`."""
    known = {one.code: one for one in rows.nouns(Officer)}
    if public.code not in known:
        supervisors = ", ".join(code for code, one in sorted(known.items()) if one.access == "supervisor")
        raise NotAllowed(
            f"{public.code} is no officer of this case: one of its supervisors ({supervisors}) admits them with "
            f"`suluh officer admit CASE {public.code}`"
        )
    officer, path = known[public.code], keys / f"{public.code}.pub"
    own = (public.access, public.signing.hex(), public.box.hex())
    if (officer.access, officer.key, officer.box) != own or (path.is_file() and path.read_bytes() != public.body()):
        raise NotAllowed(f"{public.code} is in this case with another key: use that key, or a code of your own")
    if not path.is_file():
        keep_key(keys, public)


def keep_key(keys: Path, public: PublicKey) -> None:
    """Lay an officer's public key beside the case, for whoever verifies it."""
    write(keys / f"{public.code}.pub", public.body(), mode=0o644)
