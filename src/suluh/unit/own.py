# SPDX-License-Identifier: Apache-2.0
"""Sets of the unit's own: made of what its officers categorised, proposed by one and confirmed by another."""

import re

import msgspec

from suluh.custody.key import OfficerKey, PublicKey
from suluh.model.body import Part, body
from suluh.model.errors import BadBody, Changed, NotAllowed, UnknownObject
from suluh.unit.folder import UnitFolder, write
from suluh.unit.officers import officers

_ID = re.compile(r"[a-z2-7]{26}")
_PURPOSE = b"suluh own set\n"
"""Begins what is signed, so that the signature is good for nothing else."""


class Proposal(Part, frozen=True, kw_only=True):
    """What one officer proposes: which categories of which case become a set of known material."""

    id: str
    name: str
    scheme: str
    codes: tuple[str, ...]
    votes: int
    """So many officers signed votes for a category at least, and so many were named."""

    entries: int
    case: str
    number: str
    """Number of the case."""

    digest: str
    """SHA-256 of the list of entries."""

    by: str
    at: str


class Paper(Part, frozen=True, kw_only=True):
    """A proposal, and who stands for it."""

    proposal: Proposal
    signature: str
    """Proposer's, hex."""

    set: str | None = None
    """Digest of the set, once another officer confirmed it."""

    confirmed_by: str | None = None
    confirmed_at: str | None = None
    confirmation: str | None = None
    """Confirming officer's signature, hex."""


def propose(unit: UnitFolder, key: OfficerKey, proposal: Proposal) -> None:
    """Keep a proposal, signed by its author."""
    _keep(unit, Paper(proposal=proposal, signature=key.sign(_words(proposal)).hex()))


def paper_of(unit: UnitFolder, name: str) -> Paper:
    """A proposal by its id. Raises `UnknownObject`, `BadBody`."""
    path = unit.sets / f"{name}.own"
    if not _ID.fullmatch(name) or not path.is_file():
        raise UnknownObject(f"the unit has no proposal {name}: make one with `suluh sets own CASE --scheme --codes`")
    try:
        return msgspec.json.decode(path.read_bytes(), type=Paper)
    except msgspec.MsgspecError as error:
        raise BadBody(f"proposal {name} cannot be read ({error}): make it again") from error


def check_another(unit: UnitFolder, key: OfficerKey, paper: Paper) -> None:
    """Raise `NotAllowed` for the author under any code, `Changed` where the proposal is not as it was signed."""
    proposal, own = paper.proposal, key.public
    author = _officer(unit, proposal.by)
    if own.code == proposal.by or own.signing == author.signing or own.box == author.box:
        raise NotAllowed(f"{proposal.by} proposed this set: another officer confirms it, with their own key")
    if not author.verify(_words(proposal), bytes.fromhex(paper.signature)):
        raise Changed(f"proposal {proposal.id} does not bear the signature of {proposal.by}: make it again")


def confirm(unit: UnitFolder, key: OfficerKey, paper: Paper, digest: str, at: str) -> None:
    """Keep who confirmed a proposal, and which set it became."""
    words = _words(paper.proposal) + digest.encode("ascii")
    signature = key.sign(words).hex()
    code = key.public.code
    _keep(
        unit,
        msgspec.structs.replace(paper, set=digest, confirmed_by=code, confirmed_at=at, confirmation=signature),
    )


def _keep(unit: UnitFolder, paper: Paper) -> None:
    write(unit.sets / f"{paper.proposal.id}.own", body(paper))


def _words(proposal: Proposal) -> bytes:
    return _PURPOSE + body(proposal)


def _officer(unit: UnitFolder, code: str) -> PublicKey:
    for public in officers(unit):
        if public.code == code:
            return public
    raise UnknownObject(f"the unit has no officer {code}, who proposed this set: make the proposal again")
