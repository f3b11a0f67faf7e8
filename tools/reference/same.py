# SPDX-License-Identifier: Apache-2.0
"""What must be the same in two cases of the same exhibits: the digest of each list, without moments of writing."""

import hashlib

import msgspec

from suluh.case.case import Case
from suluh.case.gate.viewer import views
from suluh.case.views.view import Row, View

LEFT_OUT = frozenset({"ledger", "drafted"})
"""Lists that hold nothing but moments and signatures, and what was signed with its moment."""


def digests(case: Case) -> dict[str, str]:
    """The digest of every list of a case, in full and as the rows come: nothing is shown, so nothing is entered."""
    return {name: _digest(case, view) for name, view in views().items() if name not in LEFT_OUT}


def _digest(case: Case, view: View) -> str:
    whole = hashlib.sha256()
    for row in view.rows(case):
        whole.update(msgspec.json.encode(_lasting(row), order="deterministic") + b"\n")
    return whole.hexdigest()


def _lasting(row: Row) -> Row:
    """A row without the moment of an officer's act, and without keys that a case makes for itself."""
    acted = "by" in row
    return {name: value for name, value in row.items() if not (_is_key(name) or (acted and name == "at"))}


def _is_key(name: str) -> bool:
    return name == "key" or name.endswith("_key")
