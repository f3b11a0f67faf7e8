# SPDX-License-Identifier: Apache-2.0
"""How identifiers of persons look without a purpose: enough to tell rows apart, not enough to find anybody."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Literal, cast
from urllib.parse import unquote

from suluh.case.gate.seal import Seal
from suluh.case.gate.spelled import LONG, RUN, UNSEEN, Numbers
from suluh.case.gate.titles import Titles
from suluh.model.body import Noun

Shape = Literal["account", "name", "text", "path", "object", "secret", "id", "told", "about"]
"""What a field holds: an account id, a name, words, a path, an account or else words, bytes to leave out.

`id` is an id of the store, `told` words of ours with ids in them, `about` an id, an account or else words.
"""

Shown = Mapping[Shape, Callable[[str], str | None]]
"""How fields of each shape are shown."""

_BARE = frozenset({type(None), int, bool, float})
"""What holds no text."""

DOTS = "••••"
_OURS = frozenset({"name", "chat", "direct", "posts", "group", "channel", "user"})
"""Words of ours inside ids."""

_PLAIN = frozenset(
    {
        "account",
        "accounts",
        "archive",
        "atm",
        "bank",
        "call",
        "chat",
        "contact",
        "content",
        "database",
        "day",
        "deal",
        "dengan",
        "documents",
        "download",
        "exhibit",
        "export",
        "file",
        "files",
        "group",
        "hours",
        "images",
        "jpg",
        "json",
        "line",
        "media",
        "message",
        "messages",
        "minutes",
        "offer",
        "paid",
        "paket",
        "payment",
        "person",
        "phone",
        "photo",
        "photos",
        "pulsa",
        "reason",
        "result",
        "row",
        "sent",
        "statement",
        "table",
        "telegram",
        "text",
        "transfer",
        "txt",
        "video",
        "videos",
        "whatsapp",
        "with",
        "zip",
    }
)
"""Words of file systems, services and our own sentences: they identify nobody, even where one was saved as a name."""

_CARVED = re.compile(
    r"(?:recup_dir\.\d+|\$CarvedFiles(?:/\d+)?)/[bft](?P<sector>\d{5,20})(?=[_.]|$)"
    r"|\bcarved[ _-]*\[?(?P<offset>\d{4,20})\b\]?"
    r"|\bunalloc(?P<clusters>(?:_\d{1,20}){1,3})(?!\d)",
    re.IGNORECASE,
)
"""Names that programs give to what they carve out: a number in them says where on the disk it began."""

_ACCENTS = "\u0300-\u036f"
_CACHED = 200

_TOKEN = re.compile(
    r"(?P<hash>\b(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})\b|\b[a-z2-7]{26}\b)"
    r"|(?P<link>\b(?:https?://|www\.|t\.me/|wa\.me/)[^\s,;]++)"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.-]*\w)"
    r"|(?P<handle>@\w{3,}+)"
    r"|(?P<account>\b[a-z][a-z-]{0,40}+:(?:\+?\d{7,}|name/|user\d|chat\d|channel\d|[A-Z]{1,8}\d\d)[^\s,;\"')]*+)"
    rf"|(?P<number>{RUN})"
    rf"|(?P<word>[^\W\d_](?:[{UNSEEN}{_ACCENTS}]*+[^\W\d_])++)"
)


def account(identifier: str) -> str:
    """``whatsapp:+6281234567890`` becomes ``whatsapp:+62 812••••890``; a conversation is masked part by part.

    An id of ours inside it stays.
    """
    return _seen(identifier) if len(identifier) <= _CACHED else _account(identifier)


def _account(identifier: str) -> str:
    service, mark, rest = identifier.partition(":")
    if not mark:
        return _middle(identifier)
    return service + ":" + "/".join(_middle(unquote(part)) for part in rest.split("/"))


_seen = lru_cache(maxsize=10_000)(_account)


def name(text: str) -> str:
    """The first character of a name."""
    return text[:1] + DOTS if text else text


def _middle(part: str) -> str:
    """One identifier without its middle: of a long number both ends stay, of a handle or name the first character."""
    if part in _OURS or re.fullmatch(r"[a-z2-7]{26}", part):
        return part
    core, _, domain = part.removeprefix("@").partition("@")
    tail = f"@{domain}" if domain in {"lid", "g.us", "s.whatsapp.net"} else ""
    prefix, digits = re.fullmatch(r"(user|channel|chat)?(.*)", core, re.DOTALL).groups("")  # type: ignore[union-attr] # matches any text
    size = sum(one.isdecimal() for one in digits)
    if size < LONG or re.search(r"[^\d\s+().-]", digits):
        return prefix + digits[:1] + DOTS + tail
    if digits.startswith("+62"):
        return f"+62 {digits[3:].lstrip()[:3]}{DOTS}{digits[-3:]}{tail}"
    return f"{prefix}{digits[:3]}{DOTS}{digits[-3:]}{tail}"


def covered(values: Mapping[str, object], shapes: Mapping[str, Shape], as_shown: Shown) -> dict[str, object]:
    """A row with some of its fields as they are shown, in lists and in objects inside as well."""
    return {
        key: value if type(value) in _BARE else _value(value, shapes, shapes.get(key), as_shown)
        for key, value in values.items()
    }


def _value(value: object, shapes: Mapping[str, Shape], shape: Shape | None, as_shown: Shown) -> object:
    kind = type(value)
    if kind is str and shape is not None:
        return as_shown[shape](cast("str", value))
    if kind is list or kind is tuple:
        return [_value(one, shapes, shape, as_shown) for one in cast("Iterable[object]", value)]
    if kind is dict:
        return covered(cast("dict[str, object]", value), shapes, as_shown)
    return value


class Mask:
    """Masks the rows of one case: it knows the case's names and numbers, and finds them in words and paths."""

    def __init__(
        self, seal: Seal, names: Iterable[str] = (), accounts: Iterable[str] = (), titles: Iterable[str] = ()
    ) -> None:
        self.seal = seal
        self.asked = 0
        """How often it looked for names in words."""

        self._words = set(_words(names))
        self._numbers = Numbers(set(_numbers(accounts)), _middle)
        self._titles = Titles(titles, _PLAIN, name)
        self._shapes: Shown = {
            "account": self.account,
            "name": name,
            "text": self.text,
            "path": self.path,
            "object": self._object,
            "secret": lambda _: None,
            "id": seal.of,
            "told": lambda words: seal.within(self.text(words)),
            "about": lambda what: seal.within(self._object(what)),
        }

    def learn(
        self,
        nouns: Iterable[Noun],
        names: Callable[[Noun], Iterable[str]],
        accounts: Callable[[Noun], Iterable[str]],
        titles: Callable[[Noun], Iterable[str]],
    ) -> None:
        """Know what some records hold as well: from then on it is masked wherever this mask is used."""
        held: tuple[list[str], list[str], list[str]] = [], [], []
        for noun in nouns:
            for some, of in zip(held, (names, accounts, titles), strict=True):
                some.extend(of(noun))
        self._words.update(_words(held[0]))
        self._numbers.learn(_numbers(held[1]))
        self._titles.learn(held[2])

    def account(self, identifier: str) -> str:
        """An account or conversation id masked; ids of ours inside it are sealed, for files bear names as well."""
        return self.seal.within(account(identifier))

    def path(self, path: str) -> str:
        """A path, with the titles of groups masked as well: exports are named after them.

        Where a carved file began on its disk stays, unless just that is a number that the case knows.
        """
        hidden = self._titles.hidden(path)
        shown, at = "", 0
        for found in _CARVED.finditer(hidden):
            if not any(map(self._numbers.knows, re.findall(r"\d+", found.group(found.lastgroup or 0)))):
                shown += self.text(hidden[at : found.start()]) + found.group()
                at = found.end()
        return shown + self.text(hidden[at:])

    def text(self, words: str) -> str:
        """Words with numbers, handles, addresses and the names that the case knows masked."""
        self.asked += 1
        return _TOKEN.sub(self._token, words)

    def row(self, values: Mapping[str, object], private: Mapping[str, Shape]) -> dict[str, object]:
        """A row with its private fields masked, in lists and in objects inside as well."""
        return covered(values, private, self._shapes)

    def _object(self, value: str) -> str:
        """An account id as one, anything else as words."""
        return self.account(value) if re.fullmatch(r"[a-z][a-z0-9-]*:\S+", value) else self.text(value)

    def _token(self, found: re.Match[str]) -> str:
        """What stands for one token of a text."""
        token = found.group()
        match found.lastgroup:
            case "word":
                return name(token) if _folded(token) in self._words else token
            case "number":
                return self._numbers.masked(token)
            case "account":
                return self.account(token)
            case "hash":
                return token
            case _:
                return name(token)


def _folded(word: str) -> str:
    """A word as names are compared: small, without accents that stand apart and characters that show nothing."""
    plain = word if word.isascii() else re.sub(rf"[{UNSEEN}{_ACCENTS}]", "", unicodedata.normalize("NFC", word))
    return plain.casefold()


def _words(names: Iterable[str]) -> Iterable[str]:
    """The words that names are made of, without those that identify nobody."""
    for one in names:
        for word in re.findall(r"[^\W\d_]{2,}", _folded(one)):
            folded = _folded(word)
            if folded not in _PLAIN and (len(folded) > 2 or folded == _folded(one).strip()):  # noqa: PLR2004 # two letters are a name only when they are all of it
                yield folded


def _numbers(accounts: Iterable[str]) -> Iterable[str]:
    """The digits of account ids, as a country writes them at home as well, and without a 0 in front."""
    for one in accounts:
        digits = re.sub(r"\D", "", one.partition(":")[2])
        if len(digits) >= 5 and "/" not in one:  # noqa: PLR2004 # shorter numbers are counts and days
            home = digits.removeprefix("62") if digits.startswith("62") else digits
            yield from (digits, home, "0" + home) if home != digits else (digits, digits.removeprefix("0"))
