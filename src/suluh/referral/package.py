# SPDX-License-Identifier: Apache-2.0
"""Puts a package together from the nouns of a case: what it may say, and the files that say it."""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from suluh.model.body import Part
from suluh.plugins import find
from suluh.referral.dossier import PackageText
from suluh.referral.formats.format import Format
from suluh.referral.recipients import RECIPIENTS
from suluh.referral.says import care, figures, record, trade
from suluh.referral.says.choice import Choice
from suluh.referral.says.findings import Head
from suluh.referral.says.withheld import withheld

MADE: Mapping[str, Callable[[Choice], Iterable[Part]]] = {
    "exhibits": record.exhibits,
    "contents": record.contents,
    "places": record.places,
    "deals": trade.deals,
    "offers": trade.offers,
    "accounts": trade.accounts,
    "links": trade.links,
    "decisions": trade.decisions,
    "children": care.children,
    "materials": care.materials,
    "figures": figures.figures,
    "method": record.method,
    "limits": record.limits,
    "sets": record.sets,
    "states": record.states,
    "unread": record.unread,
    "flaws": record.flaws,
    "withheld": withheld,
}
"""What works out each table."""


def files_of(dossier: PackageText) -> dict[str, bytes]:
    """Every file that the formats write of a dossier, by name."""
    files: dict[str, bytes] = {}
    for kind in find("suluh.referral.formats", Format):
        for name, raw in kind().write(dossier, RECIPIENTS[dossier.kind]):
            if name in files:
                raise ValueError(f"two formats write {name}")
            files[name] = raw
    return dict(sorted(files.items()))


def dossier(head: Head, choice: Choice) -> PackageText:
    """What the package of a case says: the tables of its recipient, and no others."""
    terms, to = head.terms, choice.to
    plain = PackageText(
        kind=to.kind,
        case=head.case,
        unit=head.unit,
        recipient=head.recipient,
        author=head.author,
        at=head.at,
        tool=head.tool,
        country=terms.country,
        request=terms.request,
        basis=terms.basis,
        handling=terms.handling,
    )
    return msgspec.structs.replace(plain, **{name: tuple(MADE[name](choice)) for name in to.tables})
