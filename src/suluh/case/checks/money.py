# SPDX-License-Identifier: Apache-2.0
"""Check 16: booked lines, statements and replies that carry less than they seem to."""

from collections import Counter
from collections.abc import Iterator

from suluh.case.checks.check import Check, Fault
from suluh.case.dossiers.brief import Brief
from suluh.model.deeds.deed import Said
from suluh.model.dossier.papers import Letter, Reply
from suluh.model.trade import Deal, Statement, counts


class Booked(Check):
    """What weakens a booked line."""

    name = "16"
    severity = "W"
    asks = Said(
        "No booked line is of two deals, statements add up, and replies cover the period asked for.",
        "Tidak ada baris mutasi yang dipakai dua rangkaian, rekening cocok, dan balasan mencakup masa yang diminta.",
    )
    next = Said(
        "Say which deal the line is of, or ask for what is missing.",
        "Nyatakan rangkaian yang benar, atau minta yang masih kurang.",
    )

    def found(self, brief: Brief) -> Iterator[Fault]:
        """Lines, statements and replies."""
        uses = Counter(line for one in brief.case.nouns(Deal) if counts(one) for line in one.payments)
        for line in sorted({line for one in brief.deals for line in one.payments if uses[line] > 1}):
            yield Fault(
                f"payment {line}", Said("Two deals rest on this line.", "Dua rangkaian bertumpu pada baris ini.")
            )
        named = {line.statement for one in brief.facts for line in one.payments}
        for statement in brief.case.rows.by_column(Statement, "id", named):
            if statement.adds_up is False:
                what = "The statement does not add up.", "Rekening koran ini tidak cocok jumlahnya."
                yield Fault(f"statement {statement.id}", Said(*what))
        for letter in brief.letters:
            for reply in brief.replies:
                if reply.letter == letter.code and _is_shorter(letter, reply):
                    what = "It covers less than was asked for.", "Masa yang diberikan lebih pendek dari yang diminta."
                    yield Fault(reply.code, Said(*what))


def _is_shorter(letter: Letter, reply: Reply) -> bool:
    late = letter.asked_from and (reply.given_from or "9") > letter.asked_from
    early = letter.asked_to and (reply.given_to or "") < letter.asked_to
    return reply.refused is None and bool(late or early)
