# SPDX-License-Identifier: Apache-2.0
"""What a draft would let out, said to whoever is to approve it."""

from collections.abc import Iterator, Sequence

from suluh.model.after.sharing import Draft, Summary

WHY = {
    "protected": "protected",
    "country": "of other countries",
    "person": "of other persons",
    "recipient": "not for this kind of recipient",
    "other-deals": "not of this package's deals",
    "not-listed": "neither known nor categorised",
    "scope": "outside scope or quarantined",
}


def approvers(may: Sequence[str], by: str) -> str:
    """Who may approve or release what an officer signed, within a sentence; or that nobody of the case may."""
    if may:
        return " or ".join(may)
    return (
        f"another officer (nobody of this case may: {by} admitted each other supervisor, and the case has had three "
        "officers or more; let somebody draft it who admitted nobody)"
    )


def leaving(draft: Draft) -> Iterator[str]:
    """A few lines: for whom, what leaves, what does not and why, and what changed since the last package."""
    terms, summary = draft.terms, draft.summary
    if terms is None or summary is None:
        return
    given = ((name, getattr(terms, name)) for name in ("country", "request", "basis", "handling"))
    on = "".join(f", {name} {value}" for name, value in given if value)
    yield f"For {terms.kind}: {draft.recipient}{on}."
    yield (
        f"Leaves: {summary.persons:,} persons (groups of accounts), {summary.named:,} accounts in full, "
        f"{summary.children:,} children under codes, {summary.hashes:,} hashes, {summary.texts:,} texts of messages."
    )
    for one in summary.withheld:
        yield f"Left out: {_counted(one.count, one.what, one.why)}."
    yield _changed(summary)


def _counted(count: int, what: str, why: str) -> str:
    """``1 protected account withheld``, ``2 deals withheld: protected``, ``12 deals of other countries``."""
    noun = what.removesuffix("s") if count == 1 else what
    if why == "protected":
        return f"{count:,} protected {noun} withheld" if what == "accounts" else f"{count:,} {noun} withheld: protected"
    return f"{count:,} {noun} {WHY.get(why, why)}"


def _changed(summary: Summary) -> str:
    if summary.last is None:
        return "It is the first package to this recipient."
    if summary.lost:
        return f"The last package to this recipient ({summary.last}) does not lie in releases/: compare by hand."
    if not summary.changes:
        return f"Nothing changed since the last package to this recipient ({summary.last})."
    told = "; ".join(f"{one.table} +{one.more:,} -{one.fewer:,}" for one in summary.changes)
    return f"Changed since the last package to this recipient ({summary.last}), rows: {told}."
