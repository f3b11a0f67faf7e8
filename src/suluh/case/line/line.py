# SPDX-License-Identifier: Apache-2.0
"""The line from exhibit to lead, as data: read it from top to bottom."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from suluh.case.corrections.standing_papers import acquisitions
from suluh.case.line import gather
from suluh.case.line.inputs import Inputs
from suluh.deals.find import find as find_deals
from suluh.exhibits.scope import covers_kind, is_media
from suluh.exhibits.standing import standings
from suluh.exhibits.stated import disagreements
from suluh.hashing.matching import match
from suluh.hashing.pictures.cameras import cameras
from suluh.leads.rank import rank
from suluh.model.beyond import Edge, Origin
from suluh.model.body import Noun
from suluh.model.ids import make_id
from suluh.model.intake import Content, File, Flaw
from suluh.model.matching import Camera, Fingerprint, Match, MediaFacts
from suluh.model.people import Decision, Link, Person
from suluh.model.talk import Account, Contact, Conversation, Message
from suluh.model.trade import Deal, Payment, Statement
from suluh.network.edges import edges
from suluh.network.sources import sources
from suluh.persons.members import unsighted
from suluh.persons.resolve import resolve
from suluh.persons.silent import with_silent_sides
from suluh.readers.joint import join
from suluh.unseen.estimate import estimate


@dataclass(frozen=True)
class Derived:
    """A step over the whole case: its rows are replaced when what it takes has changed."""

    name: str
    takes: tuple[str, ...]
    work: Callable[[Inputs], Iterator[Noun]]
    version: int = 1


@dataclass(frozen=True)
class Gathered:
    """A step over single files in locked workers: a file that has its result is not read again."""

    name: str
    job: str
    targets: gather.Targets
    settle: gather.Settle
    takes: tuple[str, ...] = ()
    """What may let more files wait: while none of it has changed since the step ended, nothing waits.

    Empty where something outside the case decides as well, such as what is installed.
    """

    again: bool = False
    """Whether what it finds may bring more files for it."""


@dataclass(frozen=True)
class Walked:
    """The step that lists each acquisition once."""

    name: str


Step = Walked | Gathered | Derived


def _covered(i: Inputs) -> Iterator[Content]:
    """Contents that may be looked up in hash sets: no picture, video or sound that its authority does not cover."""
    bare = [label for label, paper in i.authorities.items() if not covers_kind(paper, "media")]
    outside = {file.id for label in bare for file in i.case.nouns(File, {"exhibit": label})}
    return (one for one in i.all(Content) if one.file not in outside or not is_media(one.type))


def _stated(i: Inputs) -> Iterator[Noun]:
    return disagreements(acquisitions(i.case.connection), i.files())


def _match(i: Inputs) -> Iterator[Noun]:
    for _, group in groupby(match.exact(_covered(i), i.sets()), key=lambda one: one.sha256):
        matches = list(group)
        yield from matches
        for one in match.disputes(matches):
            yield Flaw(
                id=make_id("flaw", "match", one.sha256),
                step="match",
                reason=f"known in {', '.join(one.known)} and benign in {', '.join(one.benign)}: it stays known",
                place=i.place_of_content(one.sha256),
            )


def _compare(i: Inputs) -> Iterator[Noun]:
    yield from match.near(i.all(Fingerprint), i.sets(), i.all(Match))
    yield from match.groups(i.all(Fingerprint))


def _stand(i: Inputs) -> Iterator[Noun]:
    return standings(i.files(), i.rules)


def _join(i: Inputs) -> Iterator[Noun]:
    return join(i.all(Message), i.all(Payment), i.all(Statement), i.orders)


def _resolve(i: Inputs) -> Iterator[Noun]:
    members = unsighted(with_silent_sides(i.all(Conversation), i.all(Account)), i.all(Account))
    return resolve(chain(i.all(Account), members), i.all(Contact), i.all(Decision))


def _deals(i: Inputs) -> Iterator[Noun]:
    talks = with_silent_sides(i.all(Conversation), i.all(Account))
    return find_deals(i.talk(), i.money(), i.all(Statement), talks, i.all(Person), i.all(Account), i.ends)


def _cameras(i: Inputs) -> Iterator[Noun]:
    settled = {one.sha256 for one in i.case.nouns(Match, {"kind": "exact"})}
    handed_over = {sha256 for deal in i.all(Deal) for sha256 in deal.files}
    return cameras(i.all(MediaFacts), i.media, settled, handed_over)


def _draw(i: Inputs) -> Iterator[Noun]:
    yield from edges(i.all(Deal), i.all(Person))
    yield from sources(i.talk(), i.all(Conversation), i.all(Account), i.all(Deal))


def _estimate(i: Inputs) -> Iterator[Noun]:
    return estimate(i.all(Deal), i.all(Person), i.all(Origin))


def _rank(i: Inputs) -> Iterator[Noun]:
    return rank(i.all(Person), i.all(Edge), i.all(Deal), i.all(Origin), i.all(Link), i.all(Account), i.all(Camera))


SEEN = ("content", "exhibit", "authority")
LOOKED = ("fingerprint", "hashset", *SEEN)

LINE: tuple[Step, ...] = (
    Walked("walk"),
    Gathered("digest", "suluh.case.jobs.intake", gather.unhashed, gather.digested, ("file",), again=True),
    Derived("stated", ("acquisition", "file", "content"), _stated),
    Derived("match", ("hashset", *SEEN), _match),
    Gathered("picture", "suluh.case.jobs.picture", gather.unlooked, gather.looked, SEEN),
    Gathered("frames", "suluh.case.jobs.video", gather.unframed, gather.looked),
    Gathered("seconds", "suluh.case.jobs.video", gather.unseconded, gather.looked),
    Gathered("confirm", "suluh.case.jobs.picture", gather.unconfirmed, gather.looked, LOOKED),
    Derived("compare", ("fingerprint", "hashset", "match"), _compare),
    # what one paper does not cover is read from a copy under another
    Gathered("read", "suluh.case.jobs.read", gather.unread, gather.recorded, ("file", "match", *SEEN), again=True),
    Derived("stand", ("file", "content", "match", "fingerprint", "outcome", "exhibit", "authority"), _stand),
    Derived("join", ("message", "payment", "statement", "standing"), _join),
    Derived("resolve", ("account", "contact", "conversation", "decision"), _resolve),
    Derived("deals", ("message", "payment", "joint", "person", "conversation", "decision", "exhibit"), _deals),
    Derived("cameras", ("facts", "match", "content", "deal", "exhibit", "authority"), _cameras),
    Derived("draw", ("deal", "person", "message", "conversation", "decision", "exhibit"), _draw),
    Derived("estimate", ("deal", "person", "origin"), _estimate),
    Derived("rank", ("person", "edge", "deal", "origin", "link", "account", "camera"), _rank),
)
