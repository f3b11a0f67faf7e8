# SPDX-License-Identifier: Apache-2.0
"""Puts the made-up identities of a case into what a script has people write."""

import re
from collections.abc import Callable, Iterator, Mapping

from suluh.simulator.dice import Dice
from suluh.simulator.scripts.script import Script
from suluh.simulator.world.people import Person

WALLET = "gopay"
_SLOT = re.compile(r"\{\w+\}")


class Slots:
    """What stands for each slot and each name of one script; who is named in it goes by the name of their player."""

    def __init__(self, script: Script, cast: Mapping[str, Person], payer: Person | None, dice: Dice) -> None:
        pays = [turn.pay for turn in script.turns if turn.pay]
        payee = pays[0].payee if pays else next(iter(cast))
        own, other = cast[payee], next(one for key, one in cast.items() if key != payee)
        bank, wallet = (own.bank_account, own.bank.upper()), (_local(own.phone), WALLET)
        first, second = (wallet, bank) if pays and pays[0].channel in {"wallet", "qris"} else (bank, wallet)
        named = payer or other
        self._filled: Mapping[str, Callable[[], str]] = {
            "{acct}": lambda: first[0],
            "{bank}": lambda: first[1],
            "{acct2}": lambda: second[0],
            "{bank2}": lambda: second[1],
            "{holder}": own.holder.title,
            "{holder2}": named.holder.title,
            "{phone}": lambda: _local(own.phone),
            "{phone2}": lambda: _local(other.phone),
            "{link}": lambda: f"https://t.me/+{dice.raw(8).hex()}",
            "{ref}": lambda: dice.digits(12),
        }
        self._names = {name: first_name(cast[who]) for who in cast for name in script.names(who)}
        words = "|".join(re.escape(one) for one in sorted(self._names, key=lambda one: (-len(one), one)))
        self._named = re.compile(rf"(?<![^\W\d_])(?:{words})(?![^\W\d_])", re.IGNORECASE) if words else None

    def fill(self, text: str) -> str:
        """The text as it is sent."""
        named = self._named.sub(self._name, text) if self._named else text
        return _SLOT.sub(lambda slot: self._filled[slot.group()](), named)

    def _name(self, found: re.Match[str]) -> str:
        name = self._names[found.group().lower()]
        return name if found.group() != found.group().lower() else name.lower()


def first_name(person: Person) -> str:
    """The first word of a name."""
    return person.name.split()[0]


def nick(script: Script, who: str, person: Person) -> str:
    """A nickname of the script with the player's name in it: "Bu Wening" becomes "Bu Zolvek"."""
    return " ".join(_renamed(script, who, first_name(person)))


def _renamed(script: Script, who: str, name: str) -> Iterator[str]:
    names, is_said = script.names(who), False
    for word in re.findall(r"\w+", script.people[who].nick):
        if word.lower() not in names:
            yield word
        elif not is_said:
            is_said = True
            yield name


def _local(phone: str) -> str:
    """A number as people at home write it."""
    return f"0{phone[3:]}"
