# SPDX-License-Identifier: Apache-2.0
"""Which files each step of the line sends to the locked workers, and what becomes of the answers."""

import posixpath
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

import msgspec

from suluh.case.inputs import Inputs
from suluh.exhibits.scope import covers_kind, covers_record
from suluh.exhibits.standing import in_order, to_read
from suluh.hashing import match, video
from suluh.model.body import Noun
from suluh.model.ids import display, make_id
from suluh.model.intake import Acquisition, Content, Exhibit, File, Flaw, Outcome, place_of
from suluh.model.matching import Fingerprint, Match
from suluh.model.talk import Message
from suluh.model.work import Answer, Target
from suluh.store import read

Targets = Callable[[Inputs], Iterator[Target]]
Settle = Callable[[Inputs, Answer], Iterator[Noun]]

STOPPED = ("timed out", "too large", "killed")
"""Failures of a worker's limits: the file is set aside."""


def unhashed(i: Inputs) -> Iterator[Target]:
    """Files that have bytes and no digests yet; members come with the container around them."""
    done = {outcome.file for outcome in i.all(Outcome)}
    waiting = {file.id: file for file in read.without(i.case.connection, File, "id", Content, "file")}
    given = {(one.exhibit, one.name) for one in i.all(Acquisition) if one.single}
    for file in in_order(waiting.values()):
        if file.special is None and file.id not in done and file.parent not in waiting:
            is_given = (file.exhibit, file.acquisition) in given and not file.containers
            yield Target(file=file, settings="given" if is_given else "")


def digested(_: Inputs, answer: Answer) -> Iterator[Noun]:
    """Digests, members and flaws; a file that could not be hashed is listed with the reason."""
    yield from answer.nouns
    if answer.failure is not None:
        yield from _failed("digest", answer)


def unlooked(i: Inputs) -> Iterator[Target]:
    """One file for each picture that the authority covers and that has no perceptual hash yet."""
    known = {look.sha256 for look in i.all(Fingerprint)}
    wanted = (one for one in i.all(Content) if one.type.startswith("image/") and one.sha256 not in known)
    return _pictures(i, wanted, "fast")


def unconfirmed(i: Inputs) -> Iterator[Target]:
    """Pictures that may be near matches, to be decoded in full."""
    looks = list(i.all(Fingerprint))
    known = {look.sha256 for look in looks if look.mode == "full"}
    wanted = set(match.candidates((look for look in looks if look.mode == "fast"), i.sets())) - known
    return _pictures(i, read.by_column(i.case.connection, Content, "sha256", wanted), "full")


def _pictures(i: Inputs, contents: Iterable[Content], mode: str) -> Iterator[Target]:
    """The earliest covered file of each content."""
    copies = {content.file: content for content in contents}
    seen: set[str] = set()
    for file in in_order(read.by_column(i.case.connection, File, "id", copies)):
        content = copies[file.id]
        if content.sha256 in seen or not covers_kind(i.authorities.get(file.exhibit), "media"):
            continue
        seen.add(content.sha256)
        yield Target(file=file, type=content.type, settings=f"{mode}:{content.sha256}")


def unframed(i: Inputs) -> Iterator[Target]:
    """Videos whose key frames are not hashed yet; none where the installation has no decoder for them."""
    known = {look.sha256 for look in i.all(Fingerprint)}
    return _pictures(i, (one for one in _videos(i) if one.sha256 not in known), video.KEY_FRAMES)


def unseconded(i: Inputs) -> Iterator[Target]:
    """Videos whose key frames match nothing, to be looked at once a second."""
    looks = [look for look in i.all(Fingerprint) if look.moment is not None]
    done = {one.sha256 for one in match.near(looks, i.sets())} | {one.sha256 for one in i.all(Match)}
    done |= {look.sha256 for look in looks if (look.decoder or "").endswith(video.SECONDS)}
    framed = {look.sha256 for look in looks}
    return _pictures(i, (one for one in _videos(i) if one.sha256 in framed - done), video.SECONDS)


def _videos(i: Inputs) -> Iterator[Content]:
    return (one for one in i.all(Content) if video.is_possible() and one.type.startswith("video/"))


def looked(_: Inputs, answer: Answer) -> Iterator[Noun]:
    """A perceptual hash, or the recorded absence of one; a picture over a worker's limits is set aside."""
    yield from answer.nouns
    for noun in answer.nouns:
        if isinstance(noun, Fingerprint) and noun.value is None and noun.quality is None:
            yield _flaw("picture", answer, noun.reason or "the decoder gave no picture")
    if answer.failure is None:
        return
    mode, _, sha256 = answer.target.settings.partition(":")
    yield Fingerprint(
        id=make_id("fingerprint", "pdq", mode, sha256),
        sha256=sha256,
        kind="pdq",
        reason=answer.failure,
        mode="full" if mode == "full" else "fast",
    )
    if answer.failure.startswith(STOPPED):
        yield from _failed("picture", answer)
    else:
        yield _flaw("picture", answer, answer.failure)


def unread(i: Inputs) -> Iterator[Target]:
    """Files that a reader has to be asked about, with what lies beside them."""
    files = list(i.all(File))
    waiting = list(to_read(files, i.intake))
    beside = _beside(files, {_folder(file) for file in waiting})
    exhibits = {exhibit.label: exhibit for exhibit in i.all(Exhibit)}
    profiles = i.case.acting.unit.profile_texts()
    for file in waiting:
        yield Target(
            file=file,
            type=i.intake.contents[file.id].type,
            names=tuple(sorted(beside[_folder(file)])),
            accounts=exhibits[file.exhibit].accounts,
            profiles=profiles,
            settings=",".join(i.authorities[file.exhibit].kinds),
        )


Folder = tuple[str, str, tuple[bytes, ...], bytes]


def _folder(file: File) -> Folder:
    """The folder or archive that a file lies in."""
    return file.exhibit, file.acquisition, file.containers, posixpath.dirname(file.path)


def _beside(files: Iterable[File], folders: set[Folder]) -> dict[Folder, list[str]]:
    """The names in each of some folders."""
    names: dict[Folder, list[str]] = {folder: [] for folder in folders}
    for file in files:
        folder = _folder(file)
        if folder in names:
            names[folder].append(display(posixpath.basename(file.path)))
    return names


def recorded(i: Inputs, answer: Answer) -> Iterator[Noun]:
    """Records inside the authority's period, with their attachments found; the rest is counted in the outcome."""
    target = answer.target
    paper = i.authorities.get(target.file.exhibit)
    for noun in answer.nouns:
        if not covers_record(paper, noun):
            i.outside[target.file.id] += 1
        elif isinstance(noun, Outcome):
            yield msgspec.structs.replace(noun, outside=i.outside.pop(target.file.id, 0))
        elif isinstance(noun, Message):
            yield i.shelf(target.file).settle(noun)
        else:
            yield noun
    if answer.failure is not None:
        yield from _failed("read", answer)


def _failed(step: str, answer: Answer) -> Iterator[Noun]:
    """A file that could not be finished: one outcome, one flaw."""
    file, reason = answer.target.file, answer.failure or ""
    state: Literal["quarantined", "unparsed"] = "quarantined" if reason.startswith(STOPPED) else "unparsed"
    yield Outcome(id=make_id("outcome", file.id), file=file.id, state=state, reason=reason)
    yield _flaw(step, answer, reason)


def _flaw(step: str, answer: Answer, reason: str) -> Flaw:
    file = answer.target.file
    identity = make_id("flaw", step, file.id, answer.target.settings)
    return Flaw(id=identity, step=step, reason=reason, place=place_of(file))
