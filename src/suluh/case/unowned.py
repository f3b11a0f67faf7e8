# SPDX-License-Identifier: Apache-2.0
"""Devices of which nothing stated or decided says whose they are, and what rests on them."""

from collections import Counter, defaultdict
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import exhibits
from suluh.model.errors import Misuse
from suluh.model.people import Link, Person
from suluh.model.rules.copies import bound_to
from suluh.model.rules.holders import NOBODY, called_own, own_accounts
from suluh.model.talk import Account, Conversation, Message, device_account, form_of, is_device, service_of
from suluh.model.trade import Deal

RULE = "own-side"
"""The rule whose links say whose a device probably is."""


class Unowned(NamedTuple):
    """One device, or one app of it, whose own account is not known."""

    exhibit: str
    device: str
    """The account of whoever wrote on it."""

    sent: int
    """Messages that were sent from it."""

    talks: int
    """Conversations of its service."""

    links: int
    """Links that say whose it probably is and wait for a decision."""

    @property
    def stating(self) -> str:
        """What an officer writes behind ``--account``."""
        return form_of(service_of(self.device))


def unowned(case: Case) -> list[Unowned]:
    """Every such device, in the order of `add`."""
    talks: dict[str, Counter[str]] = defaultdict(Counter)
    for label, conversation in case.rows.tally(Conversation, "place.exhibit", "conversation"):
        talks[label][service_of(conversation)] += 1
    if not talks:
        return []
    people = case.kept.of(case.rows, "persons of devices", (Person,), lambda: _of_devices(case))
    joined = {device for one in people for device in filter(is_device, one.accounts) if _is_named(one, device)}
    held = own_accounts(exhibits(case.rows), _called_own(case), people)
    signs = case.kept.of(case.rows, "whose devices are", (Link,), lambda: _waiting(case))
    found: list[Unowned] = []
    for exhibit in exhibits(case.rows):
        own = held.get(exhibit.label, NOBODY).stated
        for service, times in sorted(talks[exhibit.label].items()):
            mine = {one for one in own if service_of(one) == service} or {device_account(service, exhibit.label)}
            for device in sorted(set(filter(is_device, mine)) - joined):
                sent = case.rows.count(Message, {"sender": device})
                found.append(Unowned(exhibit.label, device, sent, times, len(signs.get(device, ()))))
    return found


def check_owned(case: Case) -> None:
    """Raise `Misuse` while deals rest on a device of which nobody said whose it is."""
    open_ = {one.device: one for one in unowned(case)}
    if not open_:
        return
    named = {
        bound: device for device, accounts in _waiting(case).items() for bound in filter(None, map(bound_to, accounts))
    }
    resting: dict[str, int] = defaultdict(int)
    for deal in case.nouns(Deal):
        parties = [one for one in (deal.seller, deal.buyer) if one is not None]
        devices = {one if is_device(one) else named.get(bound_to(one) or ("", "")) for one in parties}
        for device in devices & open_.keys():
            resting[str(device)] += 1
    for device, times in sorted(resting.items()):
        one = open_[device]
        or_decide = f", or decide on the link of {RULE} in `suluh show CASE links --exhibit {one.exhibit}`"
        raise Misuse(
            f"{times} deals rest on {one.exhibit}, whose owner is not known: state it with `suluh add CASE --corrects "
            f"{one.exhibit} --account {one.stating} --reason TEXT`{or_decide if one.links else ''}"
        )


def _of_devices(case: Case) -> list[Person]:
    """The persons of whose accounts one is that of a device."""
    return [one for one in case.nouns(Person) if any(map(is_device, one.accounts))]


class _Own(NamedTuple):
    """The sightings of accounts that a record calls its device's own, in the rows of their table up to one."""

    sightings: list[Account]
    row: int


def _called_own(case: Case) -> list[Account]:
    """All of them: to those that are known only those are added that came since."""

    def made(last: _Own | None) -> _Own:
        known, first, row = last.sightings if last else [], last.row if last else 0, case.rows.last_row(Account)
        return _Own([*known, *called_own(case.rows.worded(Account, '"own":true', first, row))], row)

    return case.kept.growing(case.rows, "accounts called own", (), Account, made).sightings


def _is_named(person: Person, device: str) -> bool:
    """Whether an account of its own service stands for a device in a person."""
    return any(not is_device(one) and service_of(one) == service_of(device) for one in person.accounts)


def _waiting(case: Case) -> dict[str, list[str]]:
    """For each device the accounts that links say are its own, while no officer has decided."""
    found: dict[str, list[str]] = defaultdict(list)
    for link in case.nouns(Link):
        if link.rule == RULE and link.judgement in {"suggested", "disputed"}:
            device, account = sorted((link.left, link.right), key=is_device, reverse=True)
            found[device].append(account)
    return found
