# SPDX-License-Identifier: Apache-2.0
"""Verifies who may have entered what: rule 6 of docs/custody.md, as far as rows show it."""

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple

import msgspec

from suluh.case.officers import MANY
from suluh.case.verify.rows import Batches
from suluh.custody.entry import Entry
from suluh.custody.key import PublicKey
from suluh.custody.package import kinship
from suluh.custody.verify import Ledger
from suluh.model.after.sharing import Draft, Release
from suluh.model.deeds.acts import DEEDS
from suluh.model.deeds.rights import may_decide
from suluh.model.errors import BrokenCustody
from suluh.model.nouns import KINDS
from suluh.model.people import Officer


class Hand(NamedTuple):
    """An officer of a case, and who admitted them; whoever started the case: themself."""

    code: str
    access: str
    fingerprint: str
    by: str
    until: str = ""
    """When their admission ended, and by whom; nothing while it stands."""


def check_officers(batches: Batches, ledger: Ledger, keys: Mapping[str, PublicKey]) -> tuple[Hand, ...]:
    """Rule 6: the rows of officers are those that entries admitted or ended, each in its own, and all acted so."""
    admitted, ended = _rows(batches, ledger, keys)
    for code, entry in sorted(ledger.admitted.items()):
        if code not in admitted or entry.count != (1 if entry.action == "officer" else 2):
            raise _broken(f"entry {entry.seq}", f"its rows are not the officer {code} alone")
    for code, entry in sorted(ledger.ended.items()):
        told = entry.count, ended.get(code, admitted[code])
        if told != (1, _ended(admitted[code], entry, told[1])):
            raise _broken(f"entry {entry.seq}", f"its rows are not the end of the admission of {code} alone")
    _check_access(ledger, keys)
    _check_kinds(batches, ledger, keys)
    return tuple(_hand(code, keys[code], ledger) for code in sorted(ledger.admitted))


def _rows(
    batches: Batches, ledger: Ledger, keys: Mapping[str, PublicKey]
) -> tuple[Mapping[str, Officer], Mapping[str, Officer]]:
    """The rows of admissions and of their ends, by code; each in the entry that says so, and of the key in `keys/`."""
    found: tuple[dict[str, Officer], dict[str, Officer]] = {}, {}
    for number, officer in sorted(batches.officers, key=lambda one: one[0]):
        is_end = officer.ends is not None
        rows, entries, does = found[is_end], ledger.ended if is_end else ledger.admitted, "end" if is_end else "admit"
        entry = entries.get(officer.code)
        if entry is None or entry.seq != number or officer.code in rows:
            raise _broken(f"officer {officer.id}", f"entry {number} does not {does} {officer.code} so")
        key = keys[officer.code]
        if (officer.access, officer.key, officer.box) != (key.access, key.signing.hex(), key.box.hex()):
            raise _broken(f"officer {officer.id}", f"it is not the key of keys/{officer.code}.pub")
        rows[officer.code] = officer
    return found


def _ended(admission: Officer, entry: Entry, row: Officer) -> Officer:
    """The row that an entry which ends an admission must write; its own id and time are as they are."""
    told = {"ends": admission.id, "reason": entry.detail["reason"], "by": entry.actor}
    return msgspec.structs.replace(admission, id=row.id, at=row.at, **told)


def _hand(code: str, key: PublicKey, ledger: Ledger) -> Hand:
    """An officer as `verify` names them."""
    end = ledger.ended.get(code)
    until = "" if end is None else f"{end.at}, when {end.actor} ended that"
    return Hand(code, key.access, key.fingerprint, ledger.admitted[code].actor, until)


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


def dependent(drafts: Iterable[Draft], releases: Iterable[Release], ledger: Ledger) -> Iterator[str]:
    """Packages of which one officer admitted the other: no signature shows that these are two persons."""
    by = {code: entry.actor for code, entry in ledger.admitted.items()}
    approved = {entry.object: entry.seq for entry in ledger.live.values() if entry.action == "approve"}
    authors = {one.id: one.by for one in drafts}
    for release in releases:
        author = authors.get(release.draft, release.by)
        told = kinship(author, release.by, (by[author], by[release.by]))
        if author != release.by and told:
            number = approved.get(release.draft, ledger.size)
            officers = sum(entry.seq < number for entry in ledger.admitted.values())
            others = (
                f"; the case had had {officers} officers by then"
                if by[release.by] == author and officers >= MANY
                else ""
            )
            yield f"package {release.draft}: {told}{others}"


def _broken(where: str, reason: str) -> BrokenCustody:
    return BrokenCustody(f"{where} was changed or forged: {reason}", rule=6, where=where)
