# SPDX-License-Identifier: Apache-2.0
"""What falls and what weakens as rows of one list, each with its sentence in both languages, and counts at the end."""

from collections import Counter
from collections.abc import Iterable, Iterator

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.view import Row, View
from suluh.case.without.compare import Changed
from suluh.case.without.saying import FALLS, changed, parted_into
from suluh.case.without.without import Parted, Without
from suluh.model.after.beyond import Estimate, Lead, Origin
from suluh.model.body import Noun
from suluh.model.deeds.deed import Said
from suluh.model.people import Link, Person
from suluh.model.trade import Deal

NAMED = ("message", "payment", "content", "match")
"""What is listed by its id, or by its SHA-256, alone."""


class Falling(View):
    """What would fall or weaken without some exhibits."""

    name = "without"
    nouns = (Deal, Link, Person, Origin, Estimate, Lead)
    fields = ("what", "effect", "id", "sha256", "accounts", "about", "changes", "text", "text_id", "counts")
    shown = ("what", "effect", "id", "accounts", "about", "text")
    private = hide(id="id", accounts="account", about="about", before="object", after="object")
    ids = ("id", "now")

    def __init__(self, found: Without) -> None:
        super().__init__()
        self._found = found

    def rows(self, case: Case) -> Iterator[Row]:
        """Every row, the deals first, the single records last, and then the counts."""
        del case
        counted: Counter[str] = Counter()
        for row in self._all():
            counted[f"{row['what']} {row['effect']}"] += 1
            yield row
        yield _row("counts", "total", None, Said("", "")) | {"counts": dict(counted) | {"unread": self._found.unread}}

    def _all(self) -> Iterator[Row]:
        found = self._found
        yield from (_of_deal(one, "falls", FALLS["deal"]) for one in found.deals)
        yield from map(_changed, found.changed)
        yield from (_of_deal(one, "arises", FALLS["arises"]) for one in found.arising)
        yield from map(_link, found.links)
        yield from map(_person, found.persons)
        yield from (_source(*pair) for pair in found.origins)
        yield from (_row("lead", "falls", one.id, FALLS["lead"]) | {"about": one.about} for one in found.leads)
        yield from (_estimate(*pair) for pair in found.estimates)
        for what, names in (("message", found.messages), ("payment", found.payments)):
            yield from (_row(what, "falls", name, FALLS[what]) for name in sorted(names))
        for what, names in (("content", found.contents), ("match", found.matches)):
            yield from (_row(what, "falls", None, FALLS[what]) | {"sha256": name} for name in sorted(names))


def _row(what: str, effect: str, name: str | None, said: Said) -> Row:
    row: Row = dict.fromkeys(Falling.fields)
    return row | {
        "what": what,
        "effect": effect,
        "id": name,
        "accounts": [],
        "changes": [],
        "text": said.english,
        "text_id": said.indonesian,
    }


def _of_deal(deal: Deal, effect: str, said: Said) -> Row:
    accounts = [one for one in (deal.seller, deal.buyer) if one is not None]
    return _row("deal", effect, deal.id, said) | {"accounts": accounts}


def _changed(one: Changed) -> Row:
    effect = "weaker" if one.is_weaker else "otherwise"
    changes = [{"field": each.field, "before": each.before, "after": each.after} for each in one.changes]
    return _of_deal(one.before, effect, changed(one)) | {"changes": changes, "now": one.after.id}


def _link(link: Link) -> Row:
    return _row("link", "falls", link.id, FALLS["link"]) | {"accounts": [link.left, link.right]}


def _person(one: Parted) -> Row:
    if not one.after:
        effect, said = "falls", FALLS["person"]
    elif len(one.after) == 1:
        effect, said = "less", FALLS["less"]
    else:
        effect, said = "parted", parted_into(len(one.after))
    return _row("person", effect, one.before.id, said) | {"accounts": list(one.before.accounts)}


def _source(before: Origin, after: Origin | None) -> Row:
    if after is None:
        return _row("source", "falls", before.id, FALLS["source"]) | {"accounts": [before.conversation]}
    names = ("first_seen_items", "items_sold_on", "known_items")
    return _row("source", "otherwise", before.id, FALLS["source-other"]) | {
        "accounts": [before.conversation],
        "changes": _differing(before, after, names),
    }


def _estimate(before: Estimate, after: Estimate | None) -> Row:
    named = f"{before.of} {before.role} {before.method}"
    if after is None:
        return _row("estimate", "falls", before.id, FALLS["estimate"]) | {"about": named}
    changes = _differing(before, after, ("observed", "low", "high", "coverage", "refused"))
    return _row("estimate", "otherwise", before.id, FALLS["estimate-other"]) | {"about": named, "changes": changes}


def _differing(before: Noun, after: Noun, names: Iterable[str]) -> list[Row]:
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in names)
    return [{"field": name, "before": old, "after": new} for name, old, new in pairs if old != new]
