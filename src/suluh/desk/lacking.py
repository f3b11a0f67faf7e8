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


def lacking(row: Mapping[str, object], language: Language) -> str:
    """One row of the list ``missing`` as a sentence."""
    return language.say(SAYS[str(row["what"])]) % {"count": language.number(int(str(row["count"])))}


def files_left(rows: Iterable[Mapping[str, object]]) -> int:
    """How many whole files stand in rows of the list ``unprocessed``; what has a step is of a file that was read."""
    return sum(int(str(row["files"])) for row in rows if not row["step"])
