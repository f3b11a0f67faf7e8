# SPDX-License-Identifier: Apache-2.0
"""Nouns of hashing: perceptual hash, media facts, camera, hash set, set entry, match, category, vote, sample."""

from typing import Literal

from suluh.model.body import Noun, Part
from suluh.model.times import When


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

    moment: int | None = None
    """Of a video's frame: milliseconds from its start; null for a picture."""

    stream: int | None = None
    """Of a video that holds several moving pictures: which one, 1 for the second; null for the first.

    Of a picture 1 where it is the small one of its header that was hashed.
    """


class MediaFacts(Noun, frozen=True, kw_only=True, tag="facts/1"):
    """What the header of one picture says of how it was made; nothing of what it shows."""

    sha256: str
    make: str | None = None
    model: str | None = None
    serial: str | None = None
    """Of the camera's body."""

    software: str | None = None
    taken: When | None = None
    """As written; an instant only where the header states a zone, which then stands behind the time."""

    digitised: When | None = None
    changed: When | None = None
    satellite: When | None = None
    """Time of the position, which is in UTC."""

    latitude: int | None = None
    """Millionths of a degree, negative in the south."""

    longitude: int | None = None
    """Millionths of a degree, negative in the west."""

    width: int | None = None
    height: int | None = None
    stated_width: int | None = None
    """As EXIF states it; a picture that was made smaller differs."""

    stated_height: int | None = None
    tables: str | None = None
    """SHA-256 of the quantisation tables of a JPEG."""

    quality: int | None = None
    """From 1 to 100 where these tables are the reference encoder's; null where they are of another's making."""

    progressive: bool = False
    blocks: tuple[str, ...] = ()
    """What the header holds: adobe, comment, exif, facebook, icc, iptc, jfif, xmp."""

    unread: tuple[str, ...] = ()
    """Fields that stand there and cannot be read."""

    reason: str | None = None
    """Why nothing could be read, else null."""


class Sighting(Part, frozen=True, kw_only=True):
    """How many contents of one exhibit name a camera."""

    exhibit: str
    contents: int


class Camera(Noun, frozen=True, kw_only=True, tag="camera/1"):
    """A camera that pictures on the exhibits name: a model, or one body where its serial number is written."""

    make: str
    model: str
    serial: str | None = None
    sightings: tuple[Sighting, ...] = ()
    """Contents that name it and are probably first generation, by exhibit."""

    found_on: tuple[str, ...] = ()
    """Exhibits with at least three of them: there the camera counts as found."""

    tables: tuple[str, ...] = ()
    """Quantisation tables that several of these contents have."""

    contents: int = 0
    """Distinct contents that name it and are probably first generation."""

    unknown: int = 0
    """Those in no set of known material and no benign set."""

    handed_over: int = 0
    """Those of the unknown that were delivered in a deal."""


class HashSet(Noun, frozen=True, kw_only=True, tag="hashset/1"):
    """A hash set that a case uses; its entries lie in the unit's folder under its digest."""

    name: str
    kind: Literal["known", "benign"]
    digest: str
    """SHA-256 of the entries as kept."""

    version: str | None = None
    entries: int = 0
    flaws: int = 0
    dropped: bool = False
    """Whether the case uses this set no longer from then on."""

    corrects: str | None = None
    """Id of the hash set in whose place it stands from then on; that one is kept."""

    reason: str | None = None
    """Why it was dropped."""

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

    moment: int | None = None
    """Of a video's frame: milliseconds from its start; null for a picture."""

    stream: int | None = None
    """Of a video that holds several moving pictures: which one, 1 for the second; null for the first.

    Of a picture 1 where it is the small one of its header that was hashed.
    """

    categories: tuple[Category, ...] = ()


class Group(Noun, frozen=True, kw_only=True, tag="group/1"):
    """Contents of the case that are near duplicates of one another."""

    contents: tuple[str, ...]


class Vote(Noun, frozen=True, kw_only=True, tag="vote/1"):
    """One grading of one content by one person or source, as a viewer's file states it."""

    sha256: str
    scheme: str
    code: str
    version: str | None = None
    source: str
    """What it comes from: a viewer, a list."""

    officer: str | None = None
    """Who graded, where the file says."""

    date: str | None = None
    """ISO date of the grading, where the file says."""

    sheet: str
    """SHA-256 of the file that was read in."""

    line: int
    """Line or ordinal in that file, from 1."""

    by: str
    """The officer who read it in."""

    at: str


class Stratum(Part, frozen=True, kw_only=True):
    """What waited for a look on one exhibit when a sample was drawn, and what was drawn of it.

    A content belongs to the exhibit of its first file in the order of intake.
    """

    exhibit: str
    files: int
    """Files with these contents, on other exhibits as well."""

    contents: int
    groups: int
    """Groups of near duplicates that the contents are; a content without any is one of its own."""

    drawn: tuple[str, ...]
    """SHA-256 of the contents drawn, each once."""

    def __post_init__(self) -> None:
        """Raise `ValueError` for a draw that cannot have been: limits reckoned from it would be nonsense."""
        if not 0 < len(set(self.drawn)) == len(self.drawn) <= self.contents <= self.files:
            raise ValueError(f"{len(self.drawn)} drawn of {self.contents} contents in {self.files} files is no draw")


class Sample(Noun, frozen=True, kw_only=True, tag="sample/1"):
    """Contents drawn by chance from those that waited for a look, to count by them and for nothing else."""

    seed: str
    size: int
    """How many were asked for."""

    frame: str
    """SHA-256 over the sorted SHA-256 of all that waited, each on a line."""

    groups: int
    """Groups of near duplicates of all that waited; one can lie on several exhibits."""

    strata: tuple[Stratum, ...]
    """In the order of intake."""

    by: str
    at: str
