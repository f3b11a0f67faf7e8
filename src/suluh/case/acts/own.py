# SPDX-License-Identifier: Apache-2.0
"""Makes a set of the unit's own from categories that stand in a case: one officer proposes it, another confirms it."""

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet

from suluh.case.acts.sets import use_when_free
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import authorities, exhibits
from suluh.case.keep import Act
from suluh.case.officers import check_officer
from suluh.case.rights import ADD, CATEGORISE, need
from suluh.case.votes import Ballot, ballots
from suluh.exhibits.scope import covers_kind, is_media
from suluh.model.errors import Changed, Misuse
from suluh.model.ids import make_id
from suluh.model.intake import Content, File
from suluh.model.matching import Fingerprint, HashSet
from suluh.model.times import utc
from suluh.unit import own, sets
from suluh.unit.officers import public_key
from suluh.unit.own import Proposal

HEADING = "md5,sha1,sha256,pdq,category\n"


def propose_set(
    case: Case,
    *,
    scheme: str,
    codes: tuple[str, ...],
    votes: int,
    name: str | None,
    tell: Callable[[str], object] = str,
) -> Proposal:
    """Propose a set of every content whose category enough officers signed. Raises `Misuse` when there is none.

    How many are left out, for no paper covers them any more, is told.
    """
    need(case, CATEGORISE)
    if any(mark in scheme + "".join(codes) for mark in ',:"\n') or not scheme or not all(codes) or votes < 1:
        raise Misuse("scheme and codes are words without comma, colon and quotes, and votes at least 1: say them so")
    entries = _entries(case, scheme, frozenset(codes), votes, tell)
    if not entries:
        raise Misuse(
            f"no content has votes for {scheme} {' or '.join(codes)} that {votes} officers signed, in {votes} names, "
            "and none against: each officer reads in what they graded; `suluh show CASE votes` lists what there is"
        )
    acting, paper = case.acting, case.paper
    digest, at = _digest(entries), utc(acting.now())
    made = Proposal(
        id=make_id("ownset", paper.id, scheme, *codes, votes, digest, at),
        name=name or f"{paper.unit}: {scheme} {' '.join(codes)}",
        scheme=scheme,
        codes=codes,
        votes=votes,
        entries=len(entries),
        case=paper.id,
        number=paper.number,
        digest=digest,
        by=acting.key.code,
        at=at,
    )
    own.propose(acting.unit, acting.key, made)
    case.note(Act("own-set", made.id, {"digest": digest, "entries": str(len(entries)), "name": made.name}))
    return made


def confirm_set(case: Case, name: str) -> HashSet:
    """Make the set that another officer proposed, if the case still says the same. Raises `NotAllowed`, `Changed`."""
    need(case, ADD)
    acting = case.acting
    paper = own.paper_of(acting.unit, name)
    proposal = paper.proposal
    if proposal.case != case.paper.id:
        raise Misuse(f"proposal {name} was made from case {proposal.number}: confirm it there")
    if paper.set is not None:
        raise Misuse(f"{paper.confirmed_by} confirmed proposal {name} already: nothing was done")
    own.check_another(acting.unit, acting.key, paper)
    check_officer(case.rows, case.folder.keys, public_key(acting.unit, proposal.by))
    entries = _entries(case, proposal.scheme, frozenset(proposal.codes), proposal.votes)
    if _digest(entries) != proposal.digest:
        raise Changed(
            f"the categories, or what papers cover, changed since proposal {name} was made: propose the set again"
        )
    file, at = io.BytesIO(_list(entries)), utc(acting.now())
    version = f"{proposal.number} {at[:10]}"
    added = sets.add_set(acting.unit, acting.key, file, "known", proposal.name, version)
    own.confirm(acting.unit, acting.key, paper, added.set.digest, at)
    case.note(Act("own-set", name, {"digest": proposal.digest, "set": added.set.digest, "proposed by": proposal.by}))
    return added.set


def use_set(case: Case, name: str, tell: Callable[[str], None] = lambda _: None) -> HashSet:
    """Use in this case a set that the unit holds, named by its digest or the beginning of it. Raises `Misuse`."""
    need(case, ADD)
    acting = case.acting
    found = [one for one in sets.held_sets(acting.unit) if name and one.digest.startswith(name)]
    if len(found) != 1:
        raise Misuse(f"{len(found)} sets of the unit begin with {name!r}: give more of the digest of one of them")
    return use_when_free(case, found[0], tell)


def _entries(
    case: Case, scheme: str, codes: AbstractSet[str], votes: int, tell: Callable[[str], object] = str
) -> list[str]:
    """A row for each content that a paper covers, by SHA-256; how many others there are is told."""
    agreed = {one.sha256: one.code for one in _agreed(case, scheme, codes, votes)}
    outside = _outside(case, agreed)
    if outside:
        tell(f"{len(outside)} contents with these votes were left out: they lie only where no paper covers media now")
    chosen = {sha256: code for sha256, code in agreed.items() if sha256 not in outside}
    looks = _looks(case, chosen)
    contents = {one.sha256: one for one in case.rows.by_column(Content, "sha256", chosen)}
    return [
        f"{contents[name].md5},{contents[name].sha1},{name},{looks.get(name, '')},{scheme}:{chosen[name]}\n"
        for name in sorted(contents)
    ]


def _outside(case: Case, agreed: Iterable[str]) -> frozenset[str]:
    """Pictures, videos and sound of which no file lies where its paper covers media, by SHA-256."""
    papers = {paper.number: paper for paper in authorities(case.rows)}
    bare = {one.label for one in exhibits(case.rows) if not covers_kind(papers.get(one.authority), "media")}
    held = [one for one in case.rows.by_column(Content, "sha256", agreed) if is_media(one.type)] if bare else []
    files = {one.id for one in case.rows.by_column(File, "id", (one.file for one in held)) if one.exhibit in bare}
    covered = {one.sha256 for one in held if one.file not in files}
    return frozenset(one.sha256 for one in held) - covered


def _agreed(case: Case, scheme: str, codes: AbstractSet[str], votes: int) -> Iterator[Ballot]:
    """Categories with votes of enough officers and none for another code."""
    for one in ballots(case):
        if one.scheme == scheme and one.code in codes and one.hands() >= votes and len(one.votes) == one.of:
            yield one


def _looks(case: Case, chosen: Iterable[str]) -> dict[str, str]:
    """The PDQ of each content: a picture's, or that of a video's first frame that has one."""
    looks: dict[str, str] = {}
    for one in sorted(case.rows.by_column(Fingerprint, "sha256", chosen), key=_rank):
        if one.kind == "pdq" and one.value is not None:
            looks.setdefault(one.sha256, one.value)
    return looks


def _rank(look: Fingerprint) -> tuple[bool, int, bool, str]:
    """The picture before its frames, the earlier frame before the later, full decoding before fast."""
    return look.moment is not None, look.moment or 0, look.mode != "full", look.id


def _list(entries: list[str]) -> bytes:
    return (HEADING + "".join(entries)).encode("utf-8")


def _digest(entries: list[str]) -> str:
    return hashlib.sha256(_list(entries)).hexdigest()
