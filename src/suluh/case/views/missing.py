# SPDX-License-Identifier: Apache-2.0
"""The list of what is missing: what nobody has stated, given or read yet, each with the command that mends it."""

from collections import Counter
from collections.abc import Iterator
from shlex import quote

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import acquisitions, authorities, exhibits, hash_sets
from suluh.case.twice import twice
from suluh.case.unowned import unowned
from suluh.case.views.records import zones
from suluh.case.views.unprocessed import Unprocessed
from suluh.case.views.view import Row, View
from suluh.exhibits.sealed import is_sealed
from suluh.exhibits.walk import SPECIAL
from suluh.model.intake import Acquisition, Authority, Exhibit, File, Flaw, Outcome, Standing
from suluh.model.matching import HashSet
from suluh.model.people import Decision, Link, Person
from suluh.model.talk import Account, Conversation, Message
from suluh.model.trade import Payment, Statement
from suluh.readers.known import NOT_YET
from suluh.referral.says.record import approves

CORRECT = "suluh add CASE --corrects {label} {what} --reason TEXT"
AWAY = "this acquisition is not where it was"
NO_READER = "no reader claims this format"
ORDINARY = frozenset({"the file is empty", *SPECIAL.values()})
"""Reasons for which a file holds nothing that anybody could read."""


def _lack(exhibit: str | None, what: str, count: int, command: str) -> Row:
    """Something that is missing of an exhibit, or of the whole case, how much of it, and what mends it."""
    return {"exhibit": exhibit, "what": what, "count": count, "command": command}


class Lacks(View):
    """What is missing: first whose the devices are, then of the whole case, then by exhibit in the order of `add`."""

    name = "missing"
    nouns = (
        *(Exhibit, Acquisition, Authority, Decision, HashSet, Standing, Outcome, Flaw, File),
        *(Account, Conversation, Message, Payment, Statement, Person, Link),
    )
    fields = ("exhibit", "what", "count", "command")
    exhibits = ("exhibit",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Everything that is missing."""
        return iter(self.keep(case, "missing", self.nouns, lambda: list(_missing(case))))


def _missing(case: Case) -> Iterator[Row]:
    yield from _owners(case)
    yield from _of_case(case)
    labels = {one.exhibit for one in acquisitions(case.rows)}
    left = list(Unprocessed().rows(case))
    talk, money = _records(case)
    zone_of, pairs = zones(case), twice(case)
    bare = Counter(one.place.exhibit for one in case.nouns(Statement) if not (one.period_from and one.period_to))
    for one in exhibits(case.rows):
        if one.label not in labels:
            continue
        label = quote(one.label)
        yield from _of_exhibit(case, one)
        yield from (
            _lack(one.label, "twice", 1, pair.commands[0]) for pair in pairs if pair.second.exhibit == one.label
        )
        if (talk + money)[one.label] and zone_of.get(one.label) is None:
            yield _lack(one.label, "zone", 1, f"suluh decide CASE zone {label} Asia/Jakarta --reason TEXT")
        if bare[one.label]:
            yield _lack(one.label, "period", bare[one.label], f"suluh show CASE statements --exhibit {label}")
        yield from _left(one, [row for row in left if row["exhibit"] == one.label])


def _owners(case: Case) -> Iterator[Row]:
    """Whose the devices are: everything else rests on it."""
    for one in unowned(case):
        label = quote(one.exhibit)
        command = CORRECT.format(label=label, what=f"--account {one.stating}")
        yield _lack(one.exhibit, *(("owner", one.sent) if one.sent else ("account", one.talks)), command)
        if one.links:
            yield _lack(one.exhibit, "signs", one.links, f"suluh show CASE links --exhibit {label}")


def _of_case(case: Case) -> Iterator[Row]:
    """What the whole case lacks."""
    kinds = {one.kind for one in hash_sets(case.rows)}
    for kind in ("known", "benign"):
        if kind not in kinds:
            yield _lack(None, f"{kind}-set", 1, f"suluh sets add CASE FILE --as {kind}")


def _of_exhibit(case: Case, exhibit: Exhibit) -> Iterator[Row]:
    """What was not stated of an exhibit, or looks as if it were a mistake."""
    papers = authorities(case.rows)
    is_urgent = any(one.number == exhibit.authority and one.kind == "urgent" for one in papers)
    if is_urgent and not any(approves(paper, exhibit) for paper in papers):
        command = (
            f"suluh authority CASE --kind court --approves {quote(exhibit.authority)} --number N --issuer WHO --date D"
        )
        yield _lack(exhibit.label, "approval", 1, command)
    if exhibit.holder is None:
        yield _lack(exhibit.label, "holder", 1, CORRECT.format(label=quote(exhibit.label), what="--holder NAME"))


def _left(exhibit: Exhibit, rows: list[Row]) -> Iterator[Row]:
    """What of an exhibit was left aside, by kind."""
    files: Counter[str] = Counter()
    for row in rows:
        files[_kind(row)] += int(str(row["files"]))
    label, paper = quote(exhibit.label), quote(exhibit.authority)
    commands = {
        "away": f"suluh add CASE --corrects {label} --path PATH --reason TEXT",
        "waiting": "suluh run CASE",
        "key": f"suluh add CASE PATH --label {label} --authority {paper} --acquisition NAME",
        "reader": f"suluh show CASE unprocessed --exhibit {label}",
        "unread": f"suluh show CASE unprocessed --exhibit {label}",
        "quarantined": f"suluh show CASE unprocessed --exhibit {label}",
        "flaw": f"suluh show CASE flaws --exhibit {label}",
    }
    for what, command in commands.items():
        if files[what]:
            yield _lack(exhibit.label, what, files[what], command)


def _kind(row: Row) -> str:
    """Which of the kinds a group of the list of what was not processed is; what holds nothing is of none."""
    state, reason = str(row["state"]), str(row["reason"])
    if reason.startswith(AWAY):
        return "away"
    if state != "unparsed" or reason in ORDINARY:
        return "" if state in {"unparsed", "out-of-scope"} else state
    if is_sealed(reason):
        return "key"
    is_unknown = reason == NO_READER or reason.endswith(NOT_YET) or "this installation has no" in reason
    return "reader" if is_unknown else "unread"


def _records(case: Case) -> tuple[Counter[str], Counter[str]]:
    """How many conversations, each once as their list has them, and payments were read on each exhibit."""
    talk = Counter(label for label, _ in case.rows.tally(Conversation, "place.exhibit", "conversation"))
    money = {label: size for (label,), size in case.rows.tally(Payment, "place.exhibit").items()}
    return talk, Counter(money)
