# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: RUF001 # words of other scripts
"""Who speaks in an exported chat: numbers become accounts, names stay bound to their chat."""

import re
from collections.abc import Iterable

from suluh.model.talk import named_account
from suluh.readers.numbers import country_of, international
from suluh.readers.whatsapp.headers import MARKS, SPACES

SERVICE = "whatsapp"
HOME = "ID"
"""The country of a number that is written with a leading 0 where no number of the device says another."""

_NUMBER = re.compile(r"\+?[\d(][\d ().\u00a0\u2011-]{5,}\d")
_EXPORT = re.compile(r"whats ?app|واتس ?[اآ]ب", re.IGNORECASE)
_JOINS = (
    r"with|dengan|con|com|mit|avec|med|met|z|ze|s|se|с|со|із|з|w|cu|ile|kanssa|σε|με|مع|با|עם|và|với|w/|sa|na|ke|"
    r"ar|su|ja"
)
_TITLE = re.compile(
    rf"^(?=.*whats ?app)[^/\n]*?\b(?:whats ?app)\b[^/\n]*? (?:{_JOINS}) (?:контактом |группой )?(?P<one>[^/\n]+)$"
    rf"|^(?=.*whats ?app)[^/\n]{{0,40}}? - (?P<two>[^/\n]+)$"
    rf"|^(?:chat|percakapan|obrolan|sembang|conversa|conversation|conversación)[^/\n]{{0,20}}? whats ?app "
    rf"(?:{_JOINS}) (?P<three>[^/\n]+)$"
    rf"|^(?P<four>[^/\n]+) ile whats ?app[^/\n]*$",
    re.IGNORECASE,
)
_COPY = re.compile(r" ?\(\d+\)$| - Copy$| copy$")
_UNWRITABLE = re.compile(rf'[:/\\?*"<>|_{MARKS}]')
_PLAIN_NAME = "_chat.txt"
_LATIN = "\u024f"
"""The last letter of the Latin script."""


def clean(author: str) -> str:
    """An author without marks of direction. The tilde stays: it says that nobody saved this name on the phone."""
    plain = author.strip(MARKS + SPACES)
    if not plain.startswith("~"):
        return plain
    return "~ " + plain.removeprefix("~").strip(MARKS + SPACES)


def region(accounts: Iterable[str]) -> str:
    """The country of the device's own numbers, else Indonesia."""
    for account in accounts:
        service, _, number = account.partition(":")
        if service == SERVICE and number.startswith("+"):
            found = country_of(number)
            if found is not None:
                return found
    return HOME


def number_of(name: str, home: str) -> str | None:
    """The international number that an author's name is, or null: never a guess from a part of a name."""
    if not _NUMBER.fullmatch(name) or not name.startswith(("+", "0")):
        return None
    return international(name, home)


def account_of(name: str, *, exhibit: str, conversation: str, home: str) -> str:
    """The account of an author: a number's own, or one known by name in this chat only."""
    number = number_of(name, home)
    return f"{SERVICE}:{number}" if number else named_account(SERVICE, exhibit, conversation, name)


def titles(path: str, inside: str | None) -> tuple[str, ...]:
    """The chat's title as the name of the export says it: of the file, else of the folder or archive around it.

    With the counter of a second copy and without it, and as it is where a file system cannot write it.
    """
    for part in (*reversed(path.split("/")), *reversed((inside or "").replace("!/", "/").split("/"))):
        stem = re.sub(r"\.(?:txt|zip)$", "", part, flags=re.IGNORECASE)
        if _EXPORT.search(stem) and (found := _TITLE.match(stem)) is not None:
            title = next(one for one in found.groups() if one is not None)
            return tuple(dict.fromkeys((title, _COPY.sub("", title))))
    return ()


def title_among(names: Iterable[str], path: str, inside: str | None) -> tuple[str, ...]:
    """The one author with whose name a file in another script begins or ends that speaks of WhatsApp, if any.

    In this script somebody may have named the file after whose phone it was.
    """
    for part in (*reversed(path.split("/")), *reversed((inside or "").replace("!/", "/").split("/"))):
        stem = _COPY.sub("", re.sub(r"\.(?:txt|zip)$", "", part, flags=re.IGNORECASE))
        if _EXPORT.search(stem):
            found = tuple(one for one in names if _begins_or_ends(stem, _writable(one)))
            return found if len(found) == 1 else ()
    return ()


def _begins_or_ends(stem: str, name: str) -> bool:
    """Whether a name stands whole at one end; scripts that write no blanks may go on behind it."""
    if len(name) < 2 or len(name) >= len(stem):  # noqa: PLR2004 # one letter is in every word
        return False
    behind, before = stem[len(name)], stem[-len(name) - 1]
    goes_on = behind.isalnum() and not ("\u3040" <= name[-1] <= "\ud7a3")
    if not any(one.isalpha() and one > _LATIN for one in stem.replace(name, "", 1)):
        return False
    return (stem.startswith(name) and not goes_on) or (stem.endswith(name) and not before.isalnum())


def is_named_as_export(path: str, inside: str | None) -> bool:
    """Whether the file, or what it lies in, is named as WhatsApp names an export."""
    name = path.rpartition("/")[2]
    if name.casefold().startswith(_PLAIN_NAME.removesuffix(".txt")) or titles(name, None):
        return True
    return _EXPORT.search(name) is not None or bool(titles(path, inside))


def is_titled(name: str, title: tuple[str, ...]) -> bool:
    """Whether a name is the chat's title; signs that no file name can hold count for nothing."""
    return name in title or _writable(name) in map(_writable, title)


def _writable(name: str) -> str:
    """A name without marks and without signs that file systems refuse, which phones replace or leave out."""
    return _UNWRITABLE.sub("", name).strip()


def own_side(names: tuple[str, ...], title: tuple[str, ...], *, is_group: bool) -> str | None:
    """The author who is the exporting phone itself, or null.

    Certain only in a direct chat in which exactly two have spoken and exactly one of them bears the chat's title.
    """
    if is_group or len(names) != 2:  # noqa: PLR2004 # a direct chat has two sides
        return None
    others = [name for name in names if not is_titled(name, title)]
    return others[0] if len(others) == 1 else None
