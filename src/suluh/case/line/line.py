# SPDX-License-Identifier: Apache-2.0
"""The line from exhibit to lead, as data: read `LINE` from top to bottom.

Above it stands what each step over the whole case works out, and of what: one pure function of one room each.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, groupby
from urllib.parse import quote

from msgspec.structs import replace

from suluh.case.corrections.standing_papers import acquisitions
from suluh.case.line import gather
from suluh.case.line.ends import Ends
from suluh.case.line.inputs import Inputs
from suluh.case.line.several import sharing
from suluh.case.line.step import Derived, Gathered, Step, Walked
from suluh.deals.claimed import with_claims
from suluh.deals.decided import decided
from suluh.deals.find import find
from suluh.deals.words.same_as import by_word
from suluh.exhibits.scope import as_read, as_seen, covers_kind, is_media
from suluh.exhibits.standing import Known, standings
from suluh.exhibits.stated import disagreements
from suluh.hashing.matching import match
from suluh.hashing.pictures import cameras
from suluh.leads.rank import rank
from suluh.model.after.beyond import Edge, Origin
from suluh.model.body import Noun
from suluh.model.deeds import steps
from suluh.model.ids import make_id
from suluh.model.intake import Content, File, Flaw
from suluh.model.matching import Camera, Fingerprint, Group, Match, MediaFacts
from suluh.model.people import Decision, Link, Person
from suluh.model.rules.holders import own_accounts
from suluh.model.talk import Account, Contact, Conversation, Message
from suluh.model.trade import Deal, Payment, Statement, counts, layout_digest, layout_of
from suluh.network.edges import edges
from suluh.network.sources import sources
from suluh.persons.dealt.payees import payees
from suluh.persons.dealt.paying import paying
from suluh.persons.dealt.same_payer import same_payers
from suluh.persons.dealt.shop import shop_of
from suluh.persons.decided import by_link, decide_talks, of_talks
from suluh.persons.grouping import Grouping
from suluh.persons.members import unsighted
from suluh.persons.pool import pool
from suluh.persons.resolve import Told, resolve
from suluh.persons.said.booked import booked
from suluh.persons.said.heard import Heard, hear
from suluh.persons.silent import with_silent_sides
from suluh.readers.copies.joint import join
from suluh.readers.copies.same import copies
from suluh.readers.copies.talks import Beside
from suluh.readers.receipts.claims import claims
from suluh.unseen.estimate import estimate
from suluh.unseen.items import handed_over, one_item


def _covered(i: Inputs) -> Iterator[Content]:
    """Contents that may be looked up in hash sets: no picture, video or sound that its authority does not cover."""
    bare = [label for label, paper in i.authorities.items() if not covers_kind(paper, "media")]
    outside = {file.id for label in bare for file in i.rows.nouns(File, {"exhibit": label})}
    return (one for one in i.all(Content) if one.file not in outside or not is_media(one.type))


def disagreeing(i: Inputs) -> Iterator[Noun]:
    """Files whose digests are not those that the examiner stated."""
    return disagreements(acquisitions(i.rows), (Known(file, content, None, None) for file, content in i.rows.hashed()))


def matches(i: Inputs) -> Iterator[Noun]:
    """Contents that stand in a hash set, and those on which sets disagree."""
    for _, group in groupby(match.exact(_covered(i), i.sets()), key=lambda one: one.sha256):
        found = list(group)
        yield from found
        for one in match.disputes(found):
            yield Flaw(
                id=make_id("flaw", "match", one.sha256),
                step="match",
                reason=f"known in {', '.join(one.known)} and benign in {', '.join(one.benign)}: it stays known",
                place=i.place_of_content(one.sha256),
            )


def comparisons(i: Inputs) -> Iterator[Noun]:
    """Contents that look like one of a hash set, and groups that look like one another."""
    yield from match.near(i.all(Fingerprint), i.sets(), i.all(Match))
    yield from match.groups(i.all(Fingerprint))


def states(i: Inputs) -> Iterator[Noun]:
    """The one state in which each file left intake."""
    return standings(i.files(), i.rules)


def joints(i: Inputs) -> Iterator[Noun]:
    """Records of several exhibits that are one message or payment, and conversations that are one or may be."""
    talks = copies(i.messages, i.all(Conversation), i.orders, i.minutes, i.within, _beside(i))
    yield from join(i.messages, i.all(Payment), i.all(Statement), i.orders, talks, i.within)
    yield from filter(i.shows, decide_talks(talks.links, i.all(Decision)))


def _beside(i: Inputs) -> Beside:
    """What the case knows of conversations beside what is said in them."""
    listed: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in i.all(Contact):
        listed[quote(one.place.exhibit, safe=""), quote(one.name, safe="")].add(one.account)
    own = {label: holder.stated for label, holder in i.stated.items()}
    return Beside(of_talks(i.all(Decision)), own, listed)


def receipts(i: Inputs) -> Iterator[Noun]:
    """What messages claim to have been paid."""
    return claims(i.talk(), i.money())


def _accounts(i: Inputs) -> Iterator[Account]:
    """Every sighting of an account, those of members whom no record sights among them."""
    talks = with_silent_sides(i.all(Conversation), i.all(Account), i.stated)
    return chain(i.all(Account), unsighted(talks, i.all(Account)))


def links(i: Inputs) -> Iterator[Noun]:
    """Links between accounts that rest on records and officers' words; the persons come with the deals."""
    told = Told(i.stated, i.same_talk, _heard(i))
    found = resolve(_accounts(i), i.all(Contact), i.all(Decision), i.orders, told)
    return (one for one in found if isinstance(one, Link) and i.shows(one))


def _heard(i: Inputs) -> Heard:
    """What messages and statements tell of accounts."""
    lines = booked(i.money(), i.zones)
    return hear(i.talk(), i.together(i.all(Conversation)), i.all(Statement), lines, i.stated, i.lists)


def _statements(i: Inputs) -> Iterator[Statement]:
    """Every statement; one whose unknown layout an officer accepted, alone or as a layout, is like any other."""
    accepted = {one.left for one in i.all(Decision) if one.act == "layout"}
    for one in i.all(Statement):
        layout = layout_of(one)
        is_accepted = one.id in accepted or (layout is not None and layout_digest(*layout) in accepted)
        yield replace(one, layout="") if is_accepted else one


def deals(i: Inputs) -> Iterator[Noun]:
    """Offer, payment and delivery put together; then every person, with what deals say of them."""
    talks = i.together(with_silent_sides(i.all(Conversation), i.all(Account), i.stated))
    groups = Grouping(pool(_accounts(i), i.all(Contact), i.orders), i.all(Link), i.all(Decision))
    people = groups.before()
    holders = own_accounts(i.exhibits, i.all(Account), people)  # links are not asked: this step gives some itself
    words = by_word(i.all(Decision))
    ends = Ends()
    rooms, paid = (ends.noted(room) for room in i.rooms()), ends.noted(i.money())
    share = sharing(i.rows.count(Message))
    found = find(rooms, paid, _statements(i), talks, people, i.all(Account), holders, ends.last, words, share)
    spoken = by_link(i.all(Decision))  # on these an officer has spoken: they are given with the persons
    kept = (one for one in found if not (isinstance(one, Link) and one.id in spoken))
    told = list(decided(with_claims(kept, i.claims()), i.all(Decision)))
    yield from (one for one in told if not isinstance(one, Link) or i.shows(one))
    trade = [one for one in told if isinstance(one, Deal) and counts(one)]
    lines = [one.value for one in i.money()]
    shop = shop_of(trade, lines, people, i.all(Account))
    one = dict(same_payers(shop))
    told_to = payees(i.all(Link), trade, lines, people)
    after = groups.after(chain(one.values(), paying(shop, one), told_to))
    yield from (one for one in after if not isinstance(one, Link) or i.shows(one))


def _counted(i: Inputs) -> Iterator[Deal]:
    """The deals that officers did not reject."""
    return filter(counts, i.all(Deal))


def named_cameras(i: Inputs) -> Iterator[Noun]:
    """The cameras that pictures name, and what of theirs nobody knows yet."""
    settled = {one.sha256 for one in i.rows.nouns(Match, {"kind": "exact"})}
    handed_over = {sha256 for deal in _counted(i) for sha256 in deal.files}
    return cameras.cameras(i.all(MediaFacts), i.media, settled, handed_over)


def drawing(i: Inputs) -> Iterator[Noun]:
    """Who trades with whom, and through which conversations goods came."""
    material = {one.sha256 for one in i.rows.nouns(Match, {"kind": "exact", "set_kind": "known"})}
    yield from edges(_counted(i), i.all(Person))
    yield from sources(i.sightings(), i.all(Conversation), i.holders, _counted(i), i.all(Person), i.same_talk, material)


def estimates(i: Inputs) -> Iterator[Noun]:
    """How much is still unseen."""
    contents = handed_over(_counted(i))
    held = i.rows.by_column(Content, "sha256", sorted(contents))
    looked = i.rows.by_column(Fingerprint, "sha256", sorted(contents))
    same = one_item(contents, held, looked, i.all(Group), i.all(Match))
    return estimate(_counted(i), i.all(Person), i.all(Origin), i.all(Link), same)


def leads(i: Inputs) -> Iterator[Noun]:
    """What to do next, and why."""
    return rank(i.all(Person), i.all(Edge), _counted(i), i.all(Origin), i.all(Link), i.holders, i.all(Camera))


SEEN = ("content", "exhibit", "authority")
WHO = ("account", "person", "conversation")
PAPERS = ("exhibit", "authority")
SAID = ("decision", *PAPERS)
WHEN = ("joint", *SAID)
"""Records of several exhibits count once, and a time is an instant once the zone of its exhibit is known."""

LOOKED = ("fingerprint", "hashset", *SEEN)
PICTURES, FILMS, READING = "suluh.case.jobs.picture", "suluh.case.jobs.video", "suluh.case.jobs.read"

LINE: tuple[Step, ...] = (
    Walked(steps.WALK),
    Gathered(
        steps.DIGEST,
        *("suluh.case.jobs.intake", gather.unhashed, gather.digested, ("file",)),
        again=True,
        waits=gather.to_hash,
    ),
    Derived(steps.STATED, ("acquisition", "file", "content", *PAPERS), disagreeing, 2),
    Derived(steps.MATCH, ("hashset", "file", *SEEN), matches),
    Gathered(steps.PICTURE, PICTURES, gather.unlooked, gather.looked, SEEN, waits=gather.to_look_at, terms=as_seen),
    Gathered(steps.FRAMES, FILMS, gather.unframed, gather.looked, terms=as_seen),
    Gathered(steps.SECONDS, FILMS, gather.unseconded, gather.looked, terms=as_seen, asks_sets=True),
    Gathered(steps.CONFIRM, PICTURES, gather.unconfirmed, gather.looked, LOOKED, terms=as_seen, asks_sets=True),
    Derived(steps.COMPARE, ("fingerprint", "hashset", "match"), comparisons),
    Gathered(  # what one paper does not cover is read from a copy under another
        steps.READ_FILES,
        *(READING, gather.unread, gather.recorded, ("file", "match", *SEEN)),
        again=True,
        waits=gather.to_be_read,
        terms=as_read,
    ),
    Derived(steps.STAND, ("file", "content", "match", "fingerprint", "outcome", *PAPERS), states, 2),
    Derived(
        steps.JOIN,
        ("message", "payment", "statement", "account", "contact", "conversation", "standing", *SAID),
        joints,
        7,
    ),
    Derived(steps.CLAIM, ("message", "payment", *WHEN), receipts),
    Derived(
        steps.RESOLVE,
        ("account", "contact", "content", "conversation", "standing", "message", "payment", "statement", *WHEN),
        links,
        11,
    ),
    Derived(
        steps.DEALS,
        ("message", "payment", "statement", "claim", "account", "contact", "conversation", "link", "standing", *WHEN),
        deals,
        12,
    ),
    Derived(steps.CAMERAS, ("facts", "match", "file", "deal", *SEEN), named_cameras),
    Derived(steps.DRAW, ("deal", "link", "message", "match", *WHO, *WHEN), drawing, 4),
    Derived(steps.ESTIMATE, ("deal", "link", "person", "origin", "match", "group", "fingerprint", *SEEN), estimates, 4),
    Derived(
        steps.RANK,
        ("person", "edge", "deal", "origin", "link", "account", "camera", "exhibit", "authority"),
        leads,
        4,
    ),
)
