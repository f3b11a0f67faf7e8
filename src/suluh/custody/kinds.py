# SPDX-License-Identifier: Apache-2.0
"""Which tables each kind of recipient gets, as rule 10 of a package in docs/custody.md lists them."""

from collections.abc import Mapping, Sequence

import msgspec

PACKAGE, MANIFEST = "package.json", "manifest.json"
BESIDE = ("README.txt", "package.html", PACKAGE, "verify.py")
"""Files that every kind of package has beside its tables."""

HEAD = (
    "format",
    "kind",
    "case",
    "unit",
    "recipient",
    "author",
    "at",
    "tool",
    "country",
    "request",
    "basis",
    "handling",
)
"""What stands in ``package.json`` beside the tables."""

_RECORD = ("method", "limits", "sets", "exhibits", "states", "unread", "flaws")
KINDS: Mapping[str, tuple[str, ...]] = {
    "prosecutor": ("exhibits", "contents", "deals", "offers", "accounts", "withheld"),
    "partner": ("accounts", "deals", "contents", "withheld"),
    "support": ("children", "materials"),
    "defence": ("accounts", "links", "decisions", "deals", "offers", "contents", *_RECORD, "withheld"),
    "commission": ("figures",),
    "expert": (*_RECORD, "contents", "places"),
}
"""The tables of each kind."""

LATER: Mapping[str, frozenset[str]] = {"suluh-package/2": frozenset({"offers"}), "suluh-package/3": frozenset()}
"""The formats that have kinds, and which of the tables came after each."""


class NoKind(ValueError):
    """Why a package is of no kind, and the file that shows it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(reason)
        self.name = name


def check_kind(raw: bytes, names: Sequence[str], case: str, recipient: str) -> str:
    """The kind that ``package.json`` states; empty for a version that made one package for all. Raises `NoKind`."""
    said = _said(raw)
    if (said.get("case"), said.get("recipient")) != (case, recipient):
        raise NoKind(PACKAGE, "it speaks of another case or recipient")
    if said.get("format") == "suluh-package/1":
        return ""
    kind, later = said.get("kind"), LATER.get(str(said.get("format")))
    if later is None or not isinstance(kind, str) or kind not in KINDS:
        raise NoKind(PACKAGE, "it is of no kind that is known")
    tables = set(KINDS[kind]) - later
    if said.keys() != {*HEAD, *tables}:
        raise NoKind(PACKAGE, f"it has other tables than a package for {kind}")
    if list(names) != sorted((*BESIDE, *(f"annex-{one}.csv" for one in tables))):
        raise NoKind(MANIFEST, f"it lists other files than a package for {kind} has")
    return kind


def _said(raw: bytes) -> dict[str, object]:
    try:
        return msgspec.json.decode(raw, type=dict[str, object])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise NoKind(PACKAGE, "it is no JSON object") from error
