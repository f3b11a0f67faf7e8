# SPDX-License-Identifier: Apache-2.0
"""Whether a case knows what a filter names: a mistyped id is an error and never an empty list."""

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import exhibits, sealed
from suluh.case.gate.names import accounts_in
from suluh.case.views.conversations import names_of
from suluh.case.views.view import Filter
from suluh.model.errors import UnknownObject
from suluh.model.people import Person
from suluh.model.talk import Account, Conversation


def check_known(case: Case, where: Filter, hidden: frozenset[str | None] = frozenset()) -> None:
    """Raise `UnknownObject` for an exhibit, person, account or conversation that the case does not know.

    What is hidden from who asks is as unknown to them as what is not there.
    """
    if where.exhibit is not None:
        labels = [*dict.fromkeys((*(one.label for one in exhibits(case.rows)), *sealed(case.rows)))]
        if where.exhibit not in labels:
            raise UnknownObject(f"the case has no exhibit {where.exhibit}: it has {', '.join(labels) or 'none yet'}")
    if where.person is not None and not any(case.rows.by_column(Person, "id", [where.person])):
        raise UnknownObject(f"the case has no person {where.person}: `suluh show CASE persons` lists them")
    if where.account is not None and (where.account in hidden or not _has_account(case, where.account)):
        raise UnknownObject(
            f"the case has no account {where.account}: write it as `suluh show CASE accounts --purpose ...` lists it"
        )
    if where.conversation is not None and (where.conversation in hidden or not _has_talk(case, where.conversation)):
        raise UnknownObject(
            f"the case has no conversation {where.conversation}: `suluh show CASE conversations` lists them"
        )


def _has_account(case: Case, name: str) -> bool:
    """Whether some record holds an account, or a conversation, of this id."""
    if case.rows.count(Account, {"account": name}):
        return True
    return bool(case.rows.count(Conversation, {"conversation": name})) or name in set(accounts_in(case))


def _has_talk(case: Case, name: str) -> bool:
    """Whether some record belongs to a conversation of this id or key."""
    if case.rows.count(Conversation, {"conversation": name}):
        return True
    return name in names_of(case)
