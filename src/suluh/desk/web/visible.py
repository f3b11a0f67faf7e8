# SPDX-License-Identifier: Apache-2.0
"""Text from exhibits made safe to look at: what cannot be seen, or turns the text around, becomes a visible token."""

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_KEPT = frozenset("\n\t")


def visible(text: str) -> str:
    """The text with every control, format and direction character as ``⟨U+202E⟩``; stored bytes never change."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(one) for one in text)


def _shown(one: str) -> str:
    if one in _KEPT or unicodedata.category(one) not in _HIDDEN:
        return one
    return f"⟨U+{ord(one):04X}⟩"


def one_line(text: str) -> str:
    """A visible text in which nothing begins a line of its own, for a name can hold a whole sentence of ours."""
    return "⟨U+000A⟩".join(map(visible, text.split("\n")))


def on_one_line(text: str, longest: int) -> str:
    """A visible text on one line, cut with a mark."""
    line = " ".join(visible(text).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
