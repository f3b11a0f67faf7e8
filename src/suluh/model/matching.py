# SPDX-License-Identifier: Apache-2.0
"""Nouns of hashing: perceptual hash, hash set, set entry, match, category."""

from typing import Literal

from suluh.model.body import Noun, Part


class Fingerprint(Noun, frozen=True, kw_only=True, tag="fingerprint/1"):
    """A perceptual hash of one content, or the recorded absence of one."""

    sha256: str
    kind: str
    """Hash kind, ``pdq``."""

    value: str | None = None
    """Hex; null with a reason when there is no usable one."""

    quality: int | None = None
    reason: str | None = None
    mode: Literal["fast", "full"] = "full"
    colour: Literal["colour", "grey"] | None = None
    decoder: str | None = None
    scale: int = 1
    orientation: int | None = None
    width: int | None = None
    height: int | None = None
    cut: str | None = None
    """The hash without uniform borders, where there are any."""

    forms: tuple[str, ...] = ()
    """The hashes of the seven turned and mirrored forms, in the order of the hash kind; empty without a usable hash."""


class HashSet(Noun, frozen=True, kw_only=True, tag="hashset/1"):
    """A hash set that a case uses; its entries lie in the unit's folder under its digest."""

    name: str
    kind: Literal["known", "benign"]
    digest: str
    """SHA-256 of the entries as kept."""

    version: str | None = None
    entries: int = 0
    flaws: int = 0
    at: str | None = None
    by: str | None = None


class Category(Part, frozen=True, kw_only=True):
    """A code under a named scheme."""

    scheme: str
    code: str


class SetEntry(Part, frozen=True, kw_only=True):
    """One row of a hash set: any of the algorithms, joined."""

    number: int
    """Line or ordinal in the list, from 1."""

    md5: str | None = None
    sha1: str | None = None
    sha256: str | None = None
    pdq: str | None = None
    name: str | None = None
    category: Category | None = None


class SetFlaw(Part, frozen=True, kw_only=True):
    """A row of a hash set that could not be used."""

    line: int
    reason: str


class Match(Noun, frozen=True, kw_only=True, tag="match/1"):
    """A content that stands in a hash set (exact), or may (near: a candidate, never counted as known)."""

    sha256: str
    kind: Literal["exact", "near"]
    set: str
    """Digest of the set."""

    set_name: str
    set_kind: Literal["known", "benign"]
    set_entry: int
    distance: int = 0
    turn: int = 0
    """Which of the eight turned or mirrored forms matched; 0 is upright."""

    cut: bool = False
    """Whether the picture without its uniform borders matched."""

    categories: tuple[Category, ...] = ()


class Group(Noun, frozen=True, kw_only=True, tag="group/1"):
    """Contents of the case that are near duplicates of one another."""

    contents: tuple[str, ...]
