# SPDX-License-Identifier: Apache-2.0
"""Packages that left before something was corrected: they say what was known then, and stay as they are."""

from collections.abc import Iterator

from suluh.case.corrections.standing_papers import Correctable, corrections, seals
from suluh.model.after.sharing import Draft, Release
from suluh.model.intake import Acquisition, Authority, Exhibit, Removal
from suluh.store.rows import Rows


def outdated(rows: Rows) -> Iterator[str]:
    """For each package, in the order of release, what was corrected since it was approved, in one sentence."""
    later = sorted((*corrections(rows), *seals(rows)), key=lambda pair: pair[0])
    recipients = {one.id: one.recipient for one in rows.nouns(Draft)}
    for number, release in rows.numbered(Release):
        since = [f"{_name(one)} (entry {entry}: {_reason(one)})" for entry, one in later if entry > number]
        if since:
            to = recipients.get(release.draft, "unknown")
            yield (
                f"package {release.draft} for {to} left before these were corrected: {'; '.join(since)}. "
                f"Tell {to}, and refer anew where it says something else now"
            )


def _reason(one: Correctable | Removal) -> str:
    if isinstance(one, Authority) and one.refuses:
        return f"it does not approve {one.refuses}"
    return one.reason or "used again"


def _name(one: Correctable | Removal) -> str:
    """What was corrected, as officers call it."""
    if isinstance(one, Removal):
        return f"exhibit {one.exhibit}, removed under {one.document}"
    if isinstance(one, Authority):
        return f"authority {one.number}"
    if isinstance(one, Exhibit):
        return f"exhibit {one.label}"
    if isinstance(one, Acquisition):
        return f"acquisition {one.name} of {one.exhibit}"
    return f"hash set {one.name}"
