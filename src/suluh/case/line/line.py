# SPDX-License-Identifier: Apache-2.0
"""The line from exhibit to lead, as data: read it from top to bottom."""

from suluh.case.line import derived, gather
from suluh.case.line.step import Derived, Gathered, Step, Walked
from suluh.exhibits.scope import as_read, as_seen
from suluh.model import acts

SEEN = ("content", "exhibit", "authority")
WHO = ("account", "person", "conversation")
PAPERS = ("exhibit", "authority")
SAID = ("decision", *PAPERS)
WHEN = ("joint", *SAID)
"""Records of several exhibits count once, and a time is an instant once the zone of its exhibit is known."""

LOOKED = ("fingerprint", "hashset", *SEEN)
PICTURES, FILMS, READING = "suluh.case.jobs.picture", "suluh.case.jobs.video", "suluh.case.jobs.read"

LINE: tuple[Step, ...] = (
    Walked(acts.WALK),
    Gathered(
        acts.DIGEST,
        *("suluh.case.jobs.intake", gather.unhashed, gather.digested, ("file",)),
        again=True,
        waits=gather.to_hash,
    ),
    Derived(acts.STATED, ("acquisition", "file", "content"), derived.disagreeing),
    Derived(acts.MATCH, ("hashset", "file", *SEEN), derived.matches),
    Gathered(acts.PICTURE, PICTURES, gather.unlooked, gather.looked, SEEN, waits=gather.to_look_at, terms=as_seen),
    Gathered(acts.FRAMES, FILMS, gather.unframed, gather.looked, terms=as_seen),
    Gathered(acts.SECONDS, FILMS, gather.unseconded, gather.looked, terms=as_seen, asks_sets=True),
    Gathered(acts.CONFIRM, PICTURES, gather.unconfirmed, gather.looked, LOOKED, terms=as_seen, asks_sets=True),
    Derived(acts.COMPARE, ("fingerprint", "hashset", "match"), derived.comparisons),
    Gathered(  # what one paper does not cover is read from a copy under another
        acts.READ_FILES,
        *(READING, gather.unread, gather.recorded, ("file", "match", *SEEN)),
        again=True,
        waits=gather.to_be_read,
        terms=as_read,
    ),
    Derived(acts.STAND, ("file", "content", "match", "fingerprint", "outcome", *PAPERS), derived.states, 2),
    Derived(acts.JOIN, ("message", "payment", "statement", "standing"), derived.joints),
    Derived(acts.RESOLVE, ("account", "contact", "conversation", "standing", *SAID), derived.persons, 3),
    Derived(acts.DEALS, ("message", "payment", "statement", *WHO, *WHEN), derived.deals, 3),
    Derived(acts.CAMERAS, ("facts", "match", "file", "deal", *SEEN), derived.named_cameras),
    Derived(acts.DRAW, ("deal", "link", "message", *WHO, *WHEN), derived.drawing, 2),
    Derived(acts.ESTIMATE, ("deal", "person", "origin"), derived.estimates, 2),
    Derived(
        acts.RANK,
        ("person", "edge", "deal", "origin", "link", "account", "camera", "exhibit", "authority"),
        derived.leads,
        2,
    ),
)
