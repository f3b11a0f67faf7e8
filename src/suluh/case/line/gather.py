# SPDX-License-Identifier: Apache-2.0
"""Which files each step of the line sends to the locked workers, and what becomes of the answers."""

import posixpath
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

import msgspec

from suluh.case.corrections.standing_papers import acquisitions
from suluh.case.line.future import in_time, not_come
from suluh.case.line.inputs import Inputs
from suluh.exhibits.scope import covers_kind, covers_record
from suluh.exhibits.standing import in_order, to_read
from suluh.hashing.matching import match
from suluh.hashing.pictures import video
from suluh.model.body import Noun
from suluh.model.evidence.work import AWAY, STOPPED, Answer, Failure, Target
from suluh.model.ids import display, make_id
from suluh.model.intake import Content, File, Flaw, Outcome, place_of
from suluh.model.matching import Fingerprint, Match
from suluh.model.talk import Message
from suluh.model.times import YEARS, When, is_within_reach
from suluh.model.trade import Payment
from suluh.unit.folder import UnitFolder


class Waiting(NamedTuple):
    """Files that wait for a step, and at most how many there are."""

    most: int
    targets: Iterator[Target]


Targets = Callable[[Inputs], Waiting]
Settle = Callable[[Inputs, Answer], Iterator[Noun]]
Mode = Literal["fast", "full"] | None
Film = Literal["key frames", "seconds"] | None


def unhashed(i: Inputs) -> Waiting:
    """Files that have bytes and no digests yet; members come with the container around them."""
    waiting = (file for file in i.rows.unhashed() if file.special is None)
    return Waiting(i.rows.count_unhashed(), whole(i, waiting))


def whole(i: Inputs, files: Iterable[File]) -> Iterator[Target]:
    """Files to be hashed."""
    given = {(one.exhibit, one.name) for one in acquisitions(i.rows) if one.single}
    return (_whole(file, given) for file in files)


def _whole(file: File, given: set[tuple[str, str]]) -> Target:
    """A file to be hashed; whether it is what `suluh add` was given decides its limits."""
    is_given = (file.exhibit, file.acquisition) in given and not file.containers
    return Target(file=file, given=is_given)


def to_hash(i: Inputs) -> Iterator[File]:
    """Files that wait for their digests."""
    return (one.file for one in unhashed(i).targets)


def to_look_at(i: Inputs) -> Iterator[File]:
    """Pictures that wait for their perceptual hash."""
    return (one.file for one in unlooked(i).targets)


def to_be_read(i: Inputs) -> Iterator[File]:
    """Files that a reader has to be asked about still."""
    return (file for file, _ in to_read(i.files(), i.rules))


def digested(_: Inputs, answer: Answer) -> Iterator[Noun]:
    """Digests, members and flaws; a file that could not be hashed is listed with the reason."""
    yield from answer.nouns
    if answer.failure is not None:
        yield from _failed("digest", answer, answer.failure)


def unlooked(i: Inputs) -> Waiting:
    """One file for each picture that the authority covers and that has no perceptual hash yet."""
    most = i.rows.count_unlooked()
    return Waiting(most, _firsts(i, i.rows.unlooked(), mode="fast"))


def unconfirmed(i: Inputs) -> Waiting:
    """Pictures that may be near matches, to be decoded in full."""
    known = {look.sha256 for look in i.rows.nouns(Fingerprint, {"mode": "full"})}
    wanted = set(match.candidates(i.rows.nouns(Fingerprint, {"mode": "fast"}), i.sets())) - known
    return pictures(i, i.rows.by_column(Content, "sha256", wanted), mode="full")


def pictures(i: Inputs, contents: Iterable[Content], *, mode: Mode = None, film: Film = None) -> Waiting:
    """The earliest covered file of each of some contents."""
    copies = {content.file: content for content in contents}
    files = in_order(i.rows.by_column(File, "id", copies))
    targets = list(_firsts(i, ((file, copies[file.id]) for file in files), mode=mode, film=film))
    return Waiting(len(targets), iter(targets))


def _firsts(
    i: Inputs, files: Iterable[tuple[File, Content]], *, mode: Mode = None, film: Film = None
) -> Iterator[Target]:
    """The first covered file of each content."""
    seen: set[bytes] = set()
    for file, content in files:
        digest = bytes.fromhex(content.sha256)
        if digest in seen or not covers_kind(i.authorities.get(file.exhibit), "media"):
            continue
        seen.add(digest)
        around = i.on_disk(file)
        yield Target(file=file, type=content.type, content=content.sha256, mode=mode, film=film, around=around)


def unframed(i: Inputs) -> Waiting:
    """Videos whose key frames are not hashed yet; none where the installation has no decoder for them."""
    fresh = (one for one in _videos(i) if not i.rows.count(Fingerprint, {"sha256": one.sha256}))
    return pictures(i, fresh, film="key frames")


def unseconded(i: Inputs) -> Waiting:
    """Videos whose key frames match nothing, to be looked at once a second."""
    looks = [look for look in i.rows.nouns(Fingerprint, {"mode": "full"}) if look.moment is not None]
    if not looks:
        return Waiting(0, iter(()))
    done = {one.sha256 for one in match.near(looks, i.sets())} | {one.sha256 for one in i.all(Match)}
    done |= {look.sha256 for look in looks if (look.decoder or "").endswith(video.SECONDS)}
    framed = {look.sha256 for look in looks}
    return pictures(i, (one for one in _videos(i) if one.sha256 in framed - done), film="seconds")


def _videos(i: Inputs) -> Iterator[Content]:
    """Every video, where the installation can take them apart."""
    types = (name for (name,) in i.rows.tally(Content, "type") if name.startswith("video/"))
    return i.rows.by_column(Content, "type", types if video.is_possible() else ())


def looked(i: Inputs, answer: Answer) -> Iterator[Noun]:
    """A perceptual hash, or the recorded absence of one; a picture over a worker's limits is set aside."""
    yield from answer.nouns
    said = i.said.setdefault(answer.target.file.id, set())
    said.update(noun.id for noun in answer.nouns)
    for noun in answer.nouns:
        if isinstance(noun, Fingerprint) and noun.value is None and noun.quality is None:
            yield _flaw("picture", answer, Failure("broken", noun.reason or "the decoder gave no picture"))
            said.add("absent")
    if answer.last:
        del i.said[answer.target.file.id]
    if answer.failure is not None:
        yield from _unlooked(i, answer, answer.failure, said)


def _unlooked(i: Inputs, answer: Answer, failure: Failure, said: set[str]) -> Iterator[Noun]:
    """A picture or video that could not be finished; nothing is noted where a later run is to ask for it again."""
    if failure.kind in AWAY:
        return
    yield _flaw("picture", answer, failure, *([failure.kind] if "absent" in said else []))
    absent = _absent(answer.target, failure.reason)
    if absent.id not in said:
        yield absent
    file = answer.target.file
    if failure.kind in STOPPED and not i.rows.count(Outcome, {"file": file.id}):
        yield set_aside(file, failure)


def _absent(target: Target, reason: str) -> Fingerprint:
    """The record that a content has no perceptual hash."""
    return Fingerprint(
        id=make_id("fingerprint", "pdq", target.film or target.mode or "", target.content or ""),
        sha256=target.content or "",
        kind="pdq",
        reason=reason,
        mode="full" if target.mode == "full" else "fast",
    )


def unread(i: Inputs) -> Waiting:
    """Files that a reader has to be asked about, with what lies beside them."""
    waiting = list(to_read(i.files(), i.rules))
    return Waiting(len(waiting), readable(i, waiting, i.acting.unit))


def readable(i: Inputs, waiting: list[tuple[File, Content]], unit: UnitFolder) -> Iterator[Target]:
    """Files for a reader, with what lies beside them and the unit's profiles."""
    beside = _beside(i, {_folder(file) for file, _ in waiting})
    exhibits = {exhibit.label: exhibit for exhibit in i.exhibits}
    profiles = unit.profile_texts()
    for file, content in waiting:
        yield Target(
            file=file,
            type=content.type,
            names=beside[_folder(file)],
            accounts=exhibits[file.exhibit].accounts,
            profiles=profiles,
            content=content.sha256,
            kinds=i.authorities[file.exhibit].kinds,
            around=i.on_disk(file),
        )


Folder = tuple[str, str, tuple[bytes, ...], bytes]


def _folder(file: File) -> Folder:
    """The folder or archive that a file lies in."""
    return file.exhibit, file.acquisition, file.containers, posixpath.dirname(file.path)


def _beside(i: Inputs, folders: set[Folder]) -> dict[Folder, tuple[str, ...]]:
    """The names in each of some folders: all files of a folder share one tuple of them."""
    names: dict[Folder, list[str]] = {folder: [] for folder in folders}
    for file in i.rows.files() if folders else ():
        folder = _folder(file)
        if folder in names:
            names[folder].append(display(posixpath.basename(file.path)))
    return {folder: tuple(sorted(found)) for folder, found in names.items()}


def recorded(i: Inputs, answer: Answer) -> Iterator[Noun]:
    """Records inside the authority's period, with their attachments found; the rest is counted in the outcome."""
    target = answer.target
    paper = i.authorities.get(target.file.exhibit)
    for noun in answer.nouns:
        if not covers_record(paper, noun):
            i.outside[target.file.id] += 1
        elif isinstance(noun, Outcome):
            yield msgspec.structs.replace(noun, outside=i.outside.pop(target.file.id, 0))
            yield from not_come(i, target.file)
        elif isinstance(noun, Message):
            timed = in_time(i, noun)
            yield i.shelf(target.file).settle(timed)
            yield from _out_of_reach(timed, timed.sent)
        elif isinstance(noun, Payment):
            yield noun
            yield from _out_of_reach(noun, noun.at)
        else:
            yield noun
    if answer.failure is not None:
        yield from _failed("read", answer, answer.failure)


def _out_of_reach(noun: Message | Payment, when: When | None) -> Iterator[Flaw]:
    """A flaw for a time that no step can reckon with; the record itself is kept."""
    written = when and (when.at or when.local)
    if when is not None and written and not is_within_reach(written):
        first, last = YEARS
        reason = f"its time {when.written[:100]} is not within the years {first} to {last}: no step reckons with it"
        yield Flaw(id=make_id("flaw", "time", noun.id), step="read", reason=reason, place=noun.place)


def _failed(step: str, answer: Answer, failure: Failure) -> Iterator[Noun]:
    """A file that could not be finished: one outcome, one flaw; nothing where a later run is to ask for it again."""
    if failure.kind not in AWAY:
        yield set_aside(answer.target.file, failure)
        yield _flaw(step, answer, failure)


def set_aside(file: File, failure: Failure) -> Outcome:
    """What became of a file that could not be finished."""
    state: Literal["quarantined", "unparsed"] = "quarantined" if failure.kind in STOPPED else "unparsed"
    return Outcome(id=make_id("outcome", file.id), file=file.id, state=state, reason=failure.reason)


def away(step: str, answer: Answer) -> Flaw | None:
    """The flaw of a file that was not there, or was another than before, as long as that is so."""
    failure = answer.failure
    return _flaw(step, answer, failure, "away") if failure is not None and failure.kind in AWAY else None


def _flaw(step: str, answer: Answer, failure: Failure, *besides: str) -> Flaw:
    """Why a file could not be finished."""
    file = answer.target.file
    identity = make_id("flaw", step, file.id, _asked(answer.target), *besides)
    return Flaw(id=identity, step=step, reason=failure.reason, place=place_of(file))


def _asked(target: Target) -> str:
    """What was asked of a file, as ids of flaws have it."""
    if target.film or target.mode:
        return f"{target.film or target.mode}:{target.content}"
    return "given" if target.given else ",".join(target.kinds)
