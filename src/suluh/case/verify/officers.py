# SPDX-License-Identifier: Apache-2.0
"""Verifies who may have entered what: rule 6 of docs/custody.md, as far as rows show it."""

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple

from suluh.case.verify.rows import Batches
from suluh.custody.key import PublicKey
from suluh.custody.package import kinship
from suluh.custody.verify import Ledger
from suluh.model.acts import DEEDS, may_decide
from suluh.model.errors import BrokenCustody
from suluh.model.nouns import KINDS
from suluh.model.people import Officer
from suluh.model.sharing import Draft, Release


class Hand(NamedTuple):
    """An officer of a case, and who admitted them; whoever started the case: themself."""

    code: str
    access: str
    fingerprint: str
    by: str


def check_officers(batches: Batches, ledger: Ledger, keys: Mapping[str, PublicKey]) -> tuple[Hand, ...]:
    """Rule 6: the rows of officers are those that entries admitted, each in its own entry, and all acted as allowed."""
    rows: dict[str, Officer] = {}
    for number, officer in sorted(batches.officers, key=lambda one: one[0]):
        entry = ledger.admitted.get(officer.code)
        if entry is None or entry.seq != number or officer.code in rows:
            raise _broken(f"officer {officer.id}", f"entry {number} does not admit {officer.code} so")
        key = keys[officer.code]
        if (officer.access, officer.key, officer.box) != (key.access, key.signing.hex(), key.box.hex()):
            raise _broken(f"officer {officer.id}", f"it is not the key of keys/{officer.code}.pub")
        rows[officer.code] = officer
    for code, entry in sorted(ledger.admitted.items()):
        if code not in rows or entry.count != (1 if entry.action == "officer" else 2):
            raise _broken(f"entry {entry.seq}", f"its rows are not the officer {code} alone")
    _check_access(ledger, keys)
    _check_kinds(batches, ledger, keys)
    return tuple(
        Hand(code, keys[code].access, keys[code].fingerprint, entry.actor)
        for code, entry in sorted(ledger.admitted.items())
    )


def _check_access(ledger: Ledger, keys: Mapping[str, PublicKey]) -> None:
    """Rule 6: what everybody entered, took away or finished is what their access allows."""
    for (action, code), number in sorted(ledger.acts.items(), key=itemgetter(1)):
        access = keys[code].access
        if access not in DEEDS[action].by:
            where = f"entry {number}"
            sentence = f"{where} ({action}) is signed by {code}, whose access {access} does not cover it"
            raise BrokenCustody(sentence, rule=6, where=where)


def _check_kinds(batches: Batches, ledger: Ledger, keys: Mapping[str, PublicKey]) -> None:
    """Rule 6: rows that officers enter come from their own act alone, and decisions from who may decide so."""
    for number, kind in sorted(batches.seen):
        action = ledger.live[number].action
        if KINDS[kind] not in DEEDS[action].writes:
            raise _broken(f"entry {number}", f"an entry of {action} has no rows of the kind {kind}")
    for number, act in sorted(batches.decided):
        code = ledger.live[number].actor
        if not may_decide(act, keys[code].access):
            raise _broken(f"entry {number}", f"{code} has the access {keys[code].access} and may not decide so ({act})")


def dependent(drafts: Iterable[Draft], releases: Iterable[Release], hands: Iterable[Hand]) -> Iterator[str]:
    """Packages of which one officer admitted the other: no signature shows that these are two persons."""
    by = {one.code: one.by for one in hands}
    authors = {one.id: one.by for one in drafts}
    for release in releases:
        author = authors.get(release.draft, release.by)
        told = kinship(author, release.by, (by[author], by[release.by]))
        if author != release.by and told:
            yield f"package {release.draft}: {told}"


def _broken(where: str, reason: str) -> BrokenCustody:
    return BrokenCustody(f"{where} was changed or forged: {reason}", rule=6, where=where)
