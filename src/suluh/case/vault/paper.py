# SPDX-License-Identifier: Apache-2.0
"""Writes who a child is on paper: by two keys alone, in both languages, for one recipient."""

from pathlib import Path

from suluh.case.acts.packing import check_line
from suluh.case.case import Case
from suluh.case.gate.children import ELSE
from suluh.case.sharing.sheets import check_folder, write_sheets
from suluh.case.typed.locked import Secret
from suluh.case.vault.opening import open_vault
from suluh.model.errors import Misuse, NotAllowed, UnknownObject
from suluh.referral.papers.beside.identity import Known, identity


def write_identity(
    case: Case, second: Case, code: str, folder: Path, told: tuple[str | None, str | None]
) -> tuple[Path, ...]:
    """The identity sheet of the person of a code. `told`: why, and who gets it.

    Raises `Misuse`, `UnknownObject`, and `NotAllowed` unless two officers open it.
    """
    purpose, recipient = check_folder(folder, told[0]), told[1]
    if recipient is None:
        raise Misuse("say with --recipient who gets the sheet: it is written for one reader")
    check_line("who gets the sheet", recipient)
    if code.startswith(ELSE):
        raise Misuse(f"{code} is no code of a child: whoever is no child stands on papers by an identity that is typed")
    found = [one for one in open_vault(case, second, purpose, (code,)) if one.person == code]
    secrets = [(one, one.says) for one in found if isinstance(one.says, Secret)]
    if not secrets:
        shut = next((one.shut for one in found if one.shut), None)
        raise NotAllowed(shut) if shut else UnknownObject(f"nobody in the vault has the code {code}")
    officers = (case.acting.key.code, second.acting.key.code)
    sheets = [
        identity(Known(code, says.name, says.birth, says.sex, one.source, officers, purpose, recipient))
        for one, says in secrets[-1:]
    ]
    return write_sheets(case, sheets, folder, purpose)
