# SPDX-License-Identifier: Apache-2.0
"""What a message of an exported chat holds: its kind, its text as sent, its file."""

from collections.abc import Set as AbstractSet
from typing import Literal, NamedTuple

from suluh.model.talk import Attachment
from suluh.readers.whatsapp import words
from suluh.readers.whatsapp.headers import MARKS

Kind = Literal["text", "media", "system", "call", "revoked", "unsupported"]

_CLUES = frozenset("<>()" + MARKS)


class Content(NamedTuple):
    """The parts of a message."""

    kind: Kind
    text: str
    attachments: tuple[Attachment, ...] = ()
    native_kind: str | None = None
    """What WhatsApp wrote in place of a file."""

    edited: bool = False


def content_of(text: str, *, ios: bool, beside: AbstractSet[str] = frozenset()) -> Content:
    """Kind, text and file of a message that somebody sent; `beside` names the files that lie beside the chat."""
    first, newline, rest = text.partition("\n")
    if _CLUES.isdisjoint(first) and not _CLUES.intersection(text[-1:]) and not _is_left_out_unmarked(first, ios=ios):
        return Content("text", text) if newline else _with_word(text, first, ios=ios) or Content("text", text)
    found = _with_file(first, rest, ios=ios) or _with_named_file(first, rest, beside)
    return found or _with_word(text, first, ios=ios) or _in_brackets(first, rest) or Content("text", text)


def is_own_word(text: str) -> bool:
    """Whether iOS marks a text as WhatsApp's own: a notice, a call, a deletion."""
    return text.startswith("\u200e")


def _is_left_out_unmarked(first: str, *, ios: bool) -> bool:
    """Whether iOS's word for a file left out stands there without its mark, as some mail programs leave it."""
    return ios and words.LEFT_OUT.match(first) is not None


def _with_file(first: str, rest: str, *, ios: bool) -> Content | None:
    """A message with a named file, or with one left out; the caption follows on the next lines."""
    first = first.removesuffix("\r")
    if found := words.ATTACHED.fullmatch(first):
        return Content("media", rest, (Attachment(state="named", name=found["name"].strip(MARKS)),))
    if words.OMITTED.fullmatch(first.strip(MARKS)):
        return Content("media", rest, (Attachment(state="omitted"),), first.strip(MARKS))
    if _is_bracketed(first) and (found := words.NAMED.search(first)):
        return Content(
            "media", _caption(first[: found.start()], rest), (Attachment(state="named", name=found["name"]),)
        )
    if ios and (found := words.LEFT_OUT.search(first)):
        return _left_out(first, found.start(), found["what"], rest)
    if ios and is_own_word(first) and not rest and (found := words.MARKED_LEFT_OUT.fullmatch(first)):
        return Content("media", "", (Attachment(state="omitted"),), found["what"])
    return None


def _with_named_file(first: str, rest: str, beside: AbstractSet[str]) -> Content | None:
    """The same in words of any language, where the name is WhatsApp's own or that of a file beside the chat."""
    first = first.removesuffix("\r")
    found = words.FILE_FIRST.fullmatch(first)
    before = ""
    if found is None and _is_bracketed(first):
        found = words.FILE_LAST.search(first)
        before = "" if found is None else first[: found.start()]
    if found is None:
        return None
    name = found["name"].strip(MARKS)
    is_marked = first[found.start() : found.start() + 2] == "\u200e<" or first[: found.start()].endswith("\u200e")
    says = is_marked or words.BESIDE_A_FILE.search(found["words"]) is not None
    if name not in beside and not says and words.OWN_NAME.fullmatch(name) is None:
        return None
    return Content("media", _caption(before, rest), (Attachment(state="named", name=name),), found["words"].strip())


def _is_bracketed(first: str) -> bool:
    """Whether a line ends with an angle bracket: without one no file can be named so, and most lines have none."""
    return first.rstrip(MARKS).endswith(">")


def _in_brackets(first: str, rest: str) -> Content | None:
    """A whole message in angle brackets: words of WhatsApp's own about a file that was left out, in any language."""
    plain = first.strip(MARKS + "\r")
    if rest or words.BRACKETED.fullmatch(plain) is None or words.TAG.fullmatch(plain):
        return None
    return Content("media", "", (Attachment(state="omitted"),), plain)


def _left_out(first: str, start: int, what: str, rest: str) -> Content | None:
    """IOS says what it left out; before it a document's name may stand. Words that a person typed bear no mark."""
    if start and first[start - 1] != "\u200e":
        return None
    before = first[:start].strip(MARKS)
    name = before.partition(" \u2022 ")[0].strip() or None
    return Content("media", rest, (Attachment(state="omitted", name=name),), what)


def _caption(before: str, rest: str) -> str:
    """What stands before and after the file's name."""
    if not before.strip(MARKS):
        return rest
    return f"{before}\n{rest}" if rest else before


def _with_word(text: str, first: str, *, ios: bool) -> Content | None:
    """A deleted, unsupported, edited message or a call."""
    plain = text.strip(MARKS)
    is_marked = ios and words.MARKED_DELETED.fullmatch(text)
    if words.REVOKED.fullmatch(plain) or is_marked or (not text.isascii() and words.SAYS_DELETED.fullmatch(plain)):
        return Content("revoked", text)
    if plain == "null":
        return Content("unsupported", text)
    if ">" in text[-2:] and (found := words.EDITED.search(text)):
        return content_of(text[: found.start()], ios=ios)._replace(edited=True)
    if ">" in text[-2:] and (edited := _edited_by_form(text, ios=ios)) is not None:
        said = text[len(edited) :].strip(MARKS + " ")
        return content_of(edited, ios=ios)._replace(edited=True, native_kind=said)
    if ios and is_own_word(first) and words.CALL.match(plain):
        return Content("call", text)
    return None


def _edited_by_form(text: str, *, ios: bool) -> str | None:
    """The text before words in angle brackets that say it was edited: behind iOS's mark, else by the verb's stem."""
    start = text.rfind("<")
    start -= start > 0 and text[start - 1] == "\u200e"
    found = words.EDITED_BY_FORM.fullmatch(text, start) if start > 0 else None
    before = text[: max(start, 0)].rstrip(MARKS + " ")
    if found is None or not before or before.endswith("\n") or not (found["stem"] or (ios and found["mark"])):
        return None
    return before
