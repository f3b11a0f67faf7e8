# SPDX-License-Identifier: Apache-2.0
"""What is missing and what was left aside, for people: each kind of the list ``missing`` as a sentence, and sums."""

from collections.abc import Iterable, Mapping

from suluh.desk.languages import Language
from suluh.desk.words import N_

SAYS: Mapping[str, str] = {
    "known-set": N_("no set of known material: nothing can be called known"),
    "benign-set": N_("no set of ordinary files: system pictures still count as to be looked at"),
    "approval": N_("the urgent seizure waits for its court: nothing can be referred"),
    "twice": N_("the same files as another exhibit: take one out, or say with --same-as that both are right"),
    "holder": N_("its holder is not stated"),
    "account": N_("its own accounts are not stated: messages in %(count)s conversations may lack their writer"),
    "owner": N_("%(count)s messages were sent from it, and whose it is nobody has stated"),
    "signs": N_("its chats show whose it probably is, for an officer to decide: %(count)s links"),
    "zone": N_("the time zone of its clocks is not stated"),
    "period": N_("statements that do not say which period they cover: %(count)s"),
    "away": N_("its disk is not attached: attach it and run again, or say where it lies now"),
    "waiting": N_("files that are listed and not worked out yet: %(count)s"),
    "key": N_("encrypted files and backups: %(count)s. What a key or password opens is added as a further acquisition"),
    "reader": N_("files of formats that no reader of this installation takes: %(count)s"),
    "unread": N_("files that could not be read: %(count)s"),
    "quarantined": N_("files set aside because they went over the limits: %(count)s"),
    "flaw": N_("files in which something could not be read: %(count)s"),
}


EMPTY = "the file is empty"
NEXT: Mapping[str, str] = {
    "key": N_("Ask for its key or password; what that opens is added as a further acquisition of the exhibit."),
    "waiting": N_("`suluh run` works it out."),
    "quarantined": N_("It went over the limits of a worker: look at it in your own forensic program."),
    "out-of-scope": N_("The paper does not cover it: leave it, or enter the paper that does and run again."),
    "flaw": N_("Read the lines themselves; what stands around them was read."),
    "empty": N_("Nothing stands in it."),
    "unparsed": N_("No reader takes it: export it in a form that is read, or look at it in your own forensic program."),
}
"""What can be done about what was not processed, by why."""

STRIP = ("approval", "twice", "away", "holder", "zone", "period")
"""What of the list ``missing`` bears on everything that is said of an exhibit: it stands on top of the first page."""


def next_step(row: Mapping[str, object], language: Language) -> str:
    """What can be done about one row of the list ``unprocessed``."""
    what = "key" if row["encrypted"] else "empty" if row["reason"] == EMPTY else str(row["state"])
    return language.say(NEXT[what])


def strip(rows: Iterable[Mapping[str, object]]) -> list[list[Mapping[str, object]]]:
    """The rows of the list ``missing`` that bear on everything; together stand those that one sentence is true of."""
    found: dict[tuple[int, object], list[Mapping[str, object]]] = {}
    for row in rows:
        what = str(row["what"])
        if what in STRIP:
            counted = row["count"] if "%(count)s" in SAYS[what] else None
            found.setdefault((STRIP.index(what), counted), []).append(row)
    return [found[key] for key in sorted(found, key=lambda key: key[0])]


def lacking(row: Mapping[str, object], language: Language) -> str:
    """One row of the list ``missing`` as a sentence."""
    return language.say(SAYS[str(row["what"])]) % {"count": language.number(int(str(row["count"])))}


def files_left(rows: Iterable[Mapping[str, object]]) -> int:
    """How many whole files stand in rows of the list ``unprocessed``; what has a step is of a file that was read."""
    return sum(int(str(row["files"])) for row in rows if not row["step"])
