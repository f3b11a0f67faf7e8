# SPDX-License-Identifier: Apache-2.0
"""What is asked of some kinds beyond their single fields: days in order, events that exist, papers of their kind."""

from collections.abc import Callable, Mapping

from suluh.case.case import Case
from suluh.case.clocks.now import clocks_of
from suluh.case.corrections.standing_papers import acquisitions, authorities, exhibits, typed
from suluh.case.papers.persons.catalogue import catalogue
from suluh.case.typed.kinds import check_kinds
from suluh.case.typed.law import check_law
from suluh.case.typed.named import there_is
from suluh.model.dossier.charges import Alternative, Charge, Tie, elements_of
from suluh.model.dossier.entered import Entered
from suluh.model.dossier.exhibits import Extraction
from suluh.model.dossier.law import Late, LawRow
from suluh.model.dossier.papers import INTELLIGENCE, Intelligence, Letter, Paper, Reply
from suluh.model.errors import Misuse, UnknownObject


def check(case: Case, one: Entered) -> None:
    """Raise `Misuse` for what cannot be meant so; what was entered by mistake is asked nothing more."""
    found = _CHECKS.get(type(one))
    if found is not None and not one.withdrawn:
        found(case, one)
    check_kinds(case, one)


def _law(case: Case, one: Entered) -> None:
    del case
    check_law({name: getattr(one, name) for name in LawRow.__struct_fields__})


def _letter(case: Case, one: Entered) -> None:
    del case
    if isinstance(one, Letter) and one.asked_from and one.asked_to and one.asked_from > one.asked_to:
        raise Misuse(f"the letter asks for {one.asked_from} to {one.asked_to}: the first day comes first")


def _reply(case: Case, one: Entered) -> None:
    """A reply comes after its letter, and what holds it is an exhibit under an authority of the kind `reply`."""
    if not isinstance(one, Reply):
        return
    letter = next((each for each in typed(case.rows, Letter) if each.code == one.letter), None)
    if letter is not None and one.received < letter.sent:
        raise Misuse(f"the reply is of {one.received}, before {letter.code} was sent ({letter.sent}): see both")
    if one.given_from and one.given_to and one.given_from > one.given_to:
        raise Misuse(f"the reply gives {one.given_from} to {one.given_to}: the first day comes first")
    if one.exhibit is None:
        return
    came = next((each for each in typed(case.rows, Paper) if each.code == one.paper), None)
    if came is not None and came.kind == INTELLIGENCE:
        raise Misuse(
            f"{came.code} is a report of intelligence, which is no exhibit: type its rows, and name no exhibit"
        )
    paper = next((each.authority for each in exhibits(case.rows) if each.label == one.exhibit), None)
    if paper is not None and not any(each.number == paper and each.kind == "reply" for each in authorities(case.rows)):
        raise Misuse(
            f"{one.exhibit} lies under {paper}, which is no reply to a letter: enter that reply with "
            "`suluh authority --kind reply`, and add what came under it"
        )


def _extraction(case: Case, one: Entered) -> None:
    """It is of an acquisition that was added."""
    if not isinstance(one, Extraction):
        return
    names = [each.name for each in acquisitions(case.rows) if each.exhibit == one.exhibit]
    if one.acquisition not in names:
        raise UnknownObject(f"{one.exhibit} has no acquisition {one.acquisition}: it has {', '.join(names)}")


def _alternative(case: Case, one: Entered) -> None:
    """The number is of the unit's catalogue, and an answer says what was found."""
    if not isinstance(one, Alternative):
        return
    numbers = [row.number for row in catalogue(case)]
    if int(one.row) not in numbers:
        raise Misuse(f"the catalogue has no explanation {one.row}: it has {min(numbers)} to {max(numbers)}")
    if one.state == "answered" and not one.answer:
        raise Misuse("an explanation is answered by what was found: give it with --answer")


def _charge(case: Case, one: Entered) -> None:
    """It is by a row of an offence."""
    if not isinstance(one, Charge):
        return
    offences = [each.code for each in typed(case.rows, LawRow) if each.kind == "offence"]
    if one.law not in offences:
        raise Misuse(
            f"{one.law} is no row of an offence: name one, of which the case says that {there_is(offences)}; "
            "`suluh show CASE law` lists them"
        )


def _tie(case: Case, one: Entered) -> None:
    """The charge has an element of its number."""
    if not isinstance(one, Tie):
        return
    charge = next(each for each in typed(case.rows, Charge) if each.code == one.charge)
    law = next((each for each in typed(case.rows, LawRow) if each.code == charge.law), None)
    words = elements_of(charge, law)
    if 1 <= int(one.element) <= len(words):
        return
    if not words:
        raise Misuse(
            f"{one.charge} has no element {one.element}: neither its row of law nor the charge names any; give them "
            f"with `suluh dossier CASE charge --corrects {one.charge} --elements`"
        )
    told = "; ".join(f"{number} {text}" for number, text in enumerate(words, 1))
    raise Misuse(f"{one.charge} has no element {one.element}: it has {told}")


def _late(case: Case, one: Entered) -> None:
    """It is of a duty that runs, or ran, from that event on."""
    if not isinstance(one, Late):
        return
    started = [each.event.code for each in clocks_of(case) if each.row.code == one.row]
    if one.event not in started:
        known = f"{one.row} runs from {', '.join(dict.fromkeys(started))}" if started else f"nothing started {one.row}"
        raise Misuse(
            f"no duty of {one.row} began with {one.event}: {known}; `suluh show CASE duties` names the event of each"
        )


def _intelligence(case: Case, one: Entered) -> None:
    """Its report is one."""
    paper = next((each for each in typed(case.rows, Paper) if each.code == getattr(one, "paper", None)), None)
    if paper is not None and paper.kind != INTELLIGENCE:
        raise Misuse(
            f"{paper.code} is {paper.kind}: rows of intelligence are of a report, a paper of the kind {INTELLIGENCE}"
        )


def _paper(case: Case, one: Entered) -> None:
    """A report of intelligence lets nothing in: what came with it is typed as its rows, and is no exhibit."""
    if not isinstance(one, Paper) or one.kind != INTELLIGENCE:
        return
    if one.number in {each.number for each in authorities(case.rows)}:
        raise Misuse(
            f"{one.number} is the paper under which exhibits were added: what a report of intelligence says is no "
            "exhibit and is never read; take these exhibits out, and type its rows with `suluh paper CASE intelligence`"
        )


_CHECKS: Mapping[type[Entered], Callable[[Case, Entered], None]] = {
    Alternative: _alternative,
    Charge: _charge,
    Extraction: _extraction,
    LawRow: _law,
    Intelligence: _intelligence,
    Late: _late,
    Letter: _letter,
    Paper: _paper,
    Reply: _reply,
    Tie: _tie,
}
"""What is asked of each kind."""
