# SPDX-License-Identifier: Apache-2.0
"""What is asked of a row of law, so that a clock can go by it."""

from collections.abc import Mapping

from suluh.case.clocks.words import check_words
from suluh.model.errors import Misuse


def check_law(row: Mapping[str, object]) -> None:
    """Raise `Misuse` for a row of law that no clock can go by."""
    for name in ("start", "proof", "extended_by"):
        check_words(row.get(name) or ())  # type: ignore[arg-type] # lists of words
    unit, start, end = row.get("unit"), row.get("in_force_from"), row.get("in_force_to")
    if row.get("length") and (unit is None or unit in {"stated", "no-time"}):
        raise Misuse("a length needs what it is counted in: give the unit as hours, days, working-days, months, years")
    if row.get("extension") and not row.get("extended_by"):
        raise Misuse("an extension needs the events by which it is given: name them in extended_by")
    if row.get("kind") == "duty" and not row.get("start"):
        raise Misuse("a duty needs the events that start it, else it never runs: name them in start")
    if start and end and str(start) > str(end):
        raise Misuse(f"the row is in force from {start} to {end}: the first day comes first")
