# SPDX-License-Identifier: Apache-2.0
"""Made-up persons with made-up accounts: names of invented syllables, numbers of one unused-looking range."""

from dataclasses import dataclass
from typing import TypedDict, Unpack

from suluh.simulator.dice import Dice

SYLLABLES = (
    "zol",
    "vek",
    "bru",
    "nax",
    "tum",
    "qui",
    "dro",
    "pel",
    "wom",
    "fiz",
    "gah",
    "rux",
    "yel",
    "kob",
    "mip",
    "jat",
)
ENDINGS = ("ka", "ren", "tos", "vi", "lun", "da", "mer", "fo", "zi", "nop")
NUMBERS = {
    "ID": "+62899000",
    "MY": "+6018900",
    "PH": "+63905000",
    "TH": "+6689000",
    "DE": "+491520000",
    "BR": "+551190000",
    "GB": "+44740000",
    "VN": "+8489900",
}
"""Country and the beginning of its made-up numbers, which a phone library takes for possible."""

_WHATSAPP_LID = 15
_BANK_DIGITS = {"bca": 10, "mandiri": 13, "bri": 15, "mt940": 10}


@dataclass(frozen=True)
class Person:
    """A made-up person and all their accounts."""

    key: str
    name: str
    """As they call themselves in chats."""

    holder: str
    """As a bank prints it."""

    phone: str
    lid: str
    telegram: int
    x: int
    handle: str
    bank: str
    bank_account: str
    country: str = "ID"
    role: str = "stranger"
    """seller, buyer, relative, family, friend, shop, member or stranger."""

    @property
    def whatsapp(self) -> str:
        """The account id of the phone number."""
        return f"whatsapp:{self.phone}"

    @property
    def money(self) -> str:
        """The account id of the bank account."""
        return f"{self.bank}:{self.bank_account}"

    @property
    def wallet(self) -> str:
        """The account id of the wallet, which goes by the phone number."""
        return f"gopay:{self.phone}"

    @property
    def credit(self) -> str:
        """The account id of the phone's credit."""
        return f"phone-credit:{self.phone}"

    def account(self, service: str) -> str:
        """The account id on a chat service."""
        return {"whatsapp": self.whatsapp, "telegram": f"telegram:user{self.telegram}", "x": f"x:{self.x}"}[service]

    @property
    def accounts(self) -> tuple[str, ...]:
        """Every account id of the person."""
        chats = (self.whatsapp, f"whatsapp:{self.lid}@lid", f"telegram:user{self.telegram}", f"x:{self.x}")
        return (*chats, self.money, self.wallet, self.credit)


class Known(TypedDict, total=False):
    """What a test or the trade fixes of a person."""

    holder: str
    role: str
    country: str
    bank: str


class Registry:
    """Makes persons, none with the name or number of another."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._names: set[str] = set()
        self.persons: list[Person] = []

    def person(self, name: str | None = None, **known: Unpack[Known]) -> Person:
        """A new person; what is not known is drawn."""
        number = len(self.persons) + 1
        called = name or self.name()
        country = known.get("country", "ID")
        own = called if " " in called else f"{called} {self._word()}"
        dice = self._dice
        bank = known.get("bank") or dice.pick(("bca", "mandiri", "bri"))
        made = Person(
            key=f"person-{number:04}",
            name=called,
            holder=(known.get("holder") or own).upper(),
            phone=f"{NUMBERS[country]}{number:0{_tail(country)}}",
            lid=f"{dice.whole(1, 9)}{number:05}{dice.digits(_WHATSAPP_LID - 6)}",
            telegram=6_000_000_000 + number * 1_013 + dice.whole(0, 1_000),
            x=1_700_000_000_000_000_000 + number * 10_000_019 + dice.whole(0, 9_999),
            handle=f"{called.split()[0].lower()}{number}x",
            bank=bank,
            bank_account=f"9{number:04}" + dice.digits(_BANK_DIGITS[bank] - 5),
            country=country,
            role=known.get("role", "stranger"),
        )
        self.persons.append(made)
        return made

    def _word(self) -> str:
        count = self._dice.whole(1, 2)
        return "".join(self._dice.pick(SYLLABLES) for _ in range(count)) + self._dice.pick(ENDINGS)

    def name(self) -> str:
        """A name that nobody has."""
        while True:
            name = f"{self._word()} {self._word()}".title()
            if name not in self._names:
                self._names.add(name)
                return name


def _tail(country: str) -> int:
    """How many digits follow the beginning of a country's numbers."""
    return 5 if country == "ID" else 4
