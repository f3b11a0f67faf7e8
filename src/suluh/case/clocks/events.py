# SPDX-License-Identifier: Apache-2.0
"""What happened in a case, from what was entered: nobody opens or closes a time by hand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, tzinfo

from suluh.case.case import Case
from suluh.case.clocks.clock import Event
from suluh.case.clocks.persons import Persons
from suluh.case.clocks.words import OF_ADULT, OF_CHILD
from suluh.case.corrections.standing_papers import authorities, exhibits, typed
from suluh.model.dossier.care import Identity, SupportNote
from suluh.model.dossier.charges import Dossier, Ending
from suluh.model.dossier.exhibits import Handling, Seizure
from suluh.model.dossier.papers import Answer, Letter, Paper, Reply, Request, RequestItem
from suluh.model.people import Decision
from suluh.model.rules.codes import CODES
from suluh.referral.says.record import approves

VICTIM = f"{CODES['child-victim'].letters}-"
"""How the code of a child victim begins."""

ACCUSED = frozenset({"suspect", "child_in_conflict"})
"""Statuses that make somebody a suspect, or a child in conflict with the law."""


def events_of(case: Case, zone: tzinfo) -> list[Event]:
    """Every event of a case; what counts no more is left out."""
    persons = Persons.of(case)
    papers = {one.code: one for one in typed(case.rows, Paper)}
    found = [one for source in _SOURCES for one in source(case, papers, persons)]
    return [_in_zone(one, zone) for one in found]


def _in_zone(one: Event, zone: tzinfo) -> Event:
    """An event by the clock of the case, where an entry of the ledger wrote it in UTC."""
    if not one.at.endswith("Z"):
        return one
    return one._replace(at=datetime.fromisoformat(one.at).astimezone(zone).isoformat())


Papers = Mapping[str, Paper]
Source = Callable[[Case, Papers, Persons], Iterator[Event]]


def _papers(case: Case, papers: Papers, persons: Persons) -> Iterator[Event]:
    """Papers by their kind, and what their kind means for somebody or for a dossier."""
    notices = {one.notice: one.code for one in persons.defendants if one.notice}
    sent = {(one.code, one.sent) for one in typed(case.rows, Dossier)}
    for one in papers.values():
        about = persons.wider({*one.about, *filter(None, [one.answers, notices.get(one.code)])})
        words = {f"paper:{one.kind}", *persons.words(one.kind, about)}
        if one.code in notices:
            words.add("status:notice")
        if one.kind == "pengantar" and any(name in persons.dossiers and (name, one.date) not in sent for name in about):
            words.add("dossier:sent")
        yield Event(frozenset(words), one.code, one.signed or one.date, about, one.until)


def _authorities(case: Case, papers: Papers, persons: Persons) -> Iterator[Event]:
    """Urgent seizures with their approvals, and papers that end."""
    del papers, persons
    held, allowed = exhibits(case.rows), authorities(case.rows)
    for paper in allowed:
        under = [one for one in held if one.authority == paper.number]
        if paper.kind == "urgent":
            for one in under:
                yield _event("authority:urgent", one.label, paper.date, one.label, paper.number)
        if paper.approves:
            approved = [one.label for one in held if approves(paper, one)]
            yield _event("authority:approved", paper.number, paper.date, *approved)
        if paper.end:
            labels = (one.label for one in under)
            yield _event("authority:end", paper.number, paper.date, *labels)._replace(until=paper.end)


def _exhibits(case: Case, papers: Papers, persons: Persons) -> Iterator[Event]:
    """What was done with exhibits."""
    del papers
    for one in typed(case.rows, Seizure):
        base = _event("seizure", one.code, one.taken, one.exhibit, one.order, one.record, one.receipt)
        yield base._replace(words=base.words | persons.of_exhibit("seizure", one.exhibit))
        if one.copies_given:
            yield _event("seizure:copies", one.code, one.copies_given, one.code)
    for act in typed(case.rows, Handling):
        yield _event(f"handling:{act.act}", act.code, act.done, act.exhibit, act.paper)


def _statuses(case: Case, papers: Papers, persons: Persons) -> Iterator[Event]:
    """Who was given the status of an accused: by a dossier, else by a decision, else by the paper alone, each once."""
    taken = {one.status_paper for one in persons.defendants}
    for one in persons.defendants:
        paper = papers.get(one.status_paper or "")
        if paper is not None:
            yield _status(one.code, paper, persons.wider({one.code, paper.code}), persons)
    decided = _decided(case, papers, {papers[code].number for code in taken if code and code in papers})
    yield from decided
    taken |= {one.code for one in decided}
    for paper in papers.values():
        if paper.kind == "penetapan-status" and paper.code not in taken:
            yield _status(paper.code, paper, persons.wider(paper.about), persons)


def _status(code: str, paper: Paper, about: frozenset[str], persons: Persons) -> Event:
    words = frozenset({"status", *persons.words("status", about)})
    return Event(words, code, paper.signed or paper.date, about)


def _decided(case: Case, papers: Papers, known: set[str]) -> list[Event]:
    """What officers decided by the document of each; of several accounts it is one event."""
    numbers = {one.number: one.code for one in papers.values()}
    said: dict[str, Event] = {}
    for word in sorted(case.nouns(Decision), key=lambda one: one.order):
        document = word.document or ""
        if word.act != "status" or word.right not in ACCUSED or document in known or not word.valid_from:
            continue
        code = numbers.get(document, document)
        of = OF_CHILD if word.right == "child_in_conflict" else OF_ADULT
        base = _event("status", code, word.valid_from, word.left, code)
        about = base.about | said[document].about if document in said else base.about
        said[document] = base._replace(words=base.words | {f"{of}status"}, about=about)
    return list(said.values())


def _children(case: Case, papers: Papers, persons: Persons) -> Iterator[Event]:
    """Child victims by their codes, named for the first time; and who was told of restitution."""
    first: dict[str, Event] = {}

    def named(code: str, at: str, *about: str) -> None:
        event = _event("child-victim", code, at, code, *about)
        if code not in first or event.at < first[code].at:
            first[code] = event

    for one in typed(case.rows, Identity):
        if (one.person or "").startswith(VICTIM):
            named(str(one.person), one.at)
    for note in typed(case.rows, SupportNote):
        if note.person.startswith(VICTIM):
            named(note.person, note.at)
        if note.told and note.told in papers:
            yield _event("told-of-restitution", note.told, papers[note.told].date, note.person)
    for word in sorted(case.nouns(Decision), key=lambda one: one.order):
        if word.act in ("role", "status") and word.right == "child_victim":
            code = persons.code_of(word.left)
            named(code or f"decision-{word.order}", word.at, *(() if code else (word.left,)))
    yield from first.values()


def _dossiers(case: Case, papers: Papers, persons: Persons) -> Iterator[Event]:
    """Dossiers that were sent, and how the cases of defendants ended."""
    del papers
    for one in typed(case.rows, Dossier):
        if one.sent:
            yield Event(frozenset({"dossier:sent"}), one.code, one.sent, persons.wider({one.code}))
    for end in typed(case.rows, Ending):
        about = persons.wider({end.defendant, end.paper})
        yield Event(frozenset({f"ending:{end.kind}"}), end.code, end.date, about)
        for word, labels in (("ending:return", end.returned), ("ending:destroy", end.destroyed)):
            for label in labels:
                yield _event(word, end.code, end.date, label)


def _letters(case: Case, papers: Papers, persons: Persons) -> Iterator[Event]:
    """Letters with their reminders and replies; requests and when the last of their items was answered."""
    del persons
    for one in typed(case.rows, Letter):
        yield _event("letter", one.code, one.sent, one.paper)
        for paper in reminders(one, papers.values()):
            yield _event("letter:reminder", one.code, paper.date, one.code)._replace(paper=paper.code)
    for reply in typed(case.rows, Reply):
        yield _event("reply", reply.code, reply.received, reply.letter)
    items, answers = typed(case.rows, RequestItem), typed(case.rows, Answer)
    for request in typed(case.rows, Request):
        yield _event("request", request.code, request.received, request.paper)._replace(until=request.due)
        own = [one for one in items if one.request == request.code]
        closed = [answered_at(one, answers) for one in own]
        if own and all(closed):
            yield _event("request:answered", request.code, max(filter(None, closed)), request.code)


def reminders(letter: Letter, papers: Iterable[Paper]) -> list[Paper]:
    """The papers that are about a letter and are not the letter itself, by their days."""
    found = (one for one in papers if letter.code in one.about and one.code != letter.paper)
    return sorted(found, key=lambda one: (one.date, one.code))


def answered_at(item: RequestItem, answers: tuple[Answer, ...]) -> str | None:
    """When an item was answered, or when it was said that it cannot be; null while it is open."""
    said = min((one.at for one in answers if one.item == item.code), default=None)
    return said or (None if item.state == "open" else item.at)


def _event(word: str, code: str, at: str, *about: str | None) -> Event:
    return Event(frozenset({word}), code, at, frozenset(filter(None, about)))


_SOURCES: tuple[Source, ...] = (_papers, _authorities, _exhibits, _statuses, _children, _dossiers, _letters)
"""Where events come from."""
