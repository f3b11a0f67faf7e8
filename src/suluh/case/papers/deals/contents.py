# SPDX-License-Identifier: Apache-2.0
"""Contents that were sent in deals: in six numbers, and each with its messages and the files that hold it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from suluh.case.papers.material import Material
from suluh.case.views.records import Shown
from suluh.model.intake import Content, File, Standing, place_of
from suluh.model.place import Place
from suluh.model.talk import Attachment, Message
from suluh.model.trade import Deal
from suluh.referral.papers.lines import ContentLine, Six
from suluh.referral.papers.values import Both

_Sent = tuple[Place, str | None]
"""Where a message stands that sent a content, and the file that it names."""

NAMED, BESIDE, FAR = 0, 1, 2
NEAR: Mapping[int, Both] = {
    NAMED: Both(", the file that its message names", ", file yang disebut pesannya"),
    BESIDE: Both(", in the folder of its message or below", ", dalam folder pesannya atau di bawahnya"),
    FAR: Both("", ""),
}
"""How near to the message that sent it one of several files lies; nothing is said of one that lies elsewhere."""


class Contents:
    """Says of a case what was sent."""

    def __init__(self, material: Material) -> None:
        self._material = material

    def six(self, deal: Deal) -> Six:
        """The six numbers of what was sent."""
        material, contents = self._material, dict.fromkeys(deal.files)
        codes = sorted({code for one in contents for code in material.categories.get(one, ())})
        return Six(
            sent=deal.items_delivered,
            held=sum(1 for _ in self.attachments(deal)),
            distinct=len(contents),
            groups=len({material.groups.get(one, one) for one in contents}),
            known=sum(one in material.known for one in contents),
            categorised=sum(one in material.categories for one in contents),
            categories=tuple(codes),
        )

    def attachments(self, deal: Deal) -> Iterator[Attachment]:
        """What the seller sent in a deal and an exhibit has the bytes of."""
        return (one for _, one in self._sent(deal) if one.state == "present")

    def _sent(self, deal: Deal) -> Iterator[tuple[Shown[Message], Attachment]]:
        """Each message of the seller with one of the contents that were sent."""
        files = set(deal.files)
        for name in deal.messages:
            shown = self._material.messages.get(name)
            if shown and shown.record.sender in {None, deal.seller}:
                yield from ((shown, one) for one in shown.record.attachments if one.sha256 in files)

    def of(self, deals: Iterable[Deal]) -> tuple[ContentLine, ...]:
        """What was sent in some deals, each content once."""
        material, codes = self._material, self._material.parties.deal_codes
        sent: dict[str, list[str]] = defaultdict(list)
        places: dict[str, list[Place]] = defaultdict(list)
        named: dict[str, list[_Sent]] = defaultdict(list)
        for deal in deals:
            for sha256 in dict.fromkeys(deal.files):
                sent[sha256].append(codes[deal.id])
            for shown, one in self._sent(deal):
                places[one.sha256 or ""] += shown.places
                named[one.sha256 or ""] += ((place, one.name) for place in shown.places)
        lies = self._lies(sent, named)
        return tuple(
            ContentLine(
                sha256=sha256,
                deals=tuple(sent[sha256]),
                lies=tuple(lies.get(sha256, ())),
                places=material.told(places[sha256]),
                sets=material.known.get(sha256, ()),
                categories=material.categories.get(sha256, ()),
                group=material.groups.get(sha256),
            )
            for sha256 in sorted(sent)
        )

    def _lies(self, wanted: Collection[str], named: Mapping[str, list[_Sent]]) -> Mapping[str, list[Both]]:
        """Where contents lie: on each exhibit one file with its number and size, and how many more there are.

        Of several it is the one that a message of it names, or that lies beside that message; else the first.
        """
        material, rows = self._material, self._material.case.rows
        held = [one for one in rows.by_column(Content, "sha256", wanted) if one.file in material.labels]
        names = sorted({one.file for one in held})
        files = {one.id: one for one in rows.by_column(File, "id", names)}
        numbers = {one.file: one.position + 1 for one in rows.by_column(Standing, "file", names)}
        here: dict[tuple[str, str], list[Content]] = defaultdict(list)
        for one in sorted(held, key=lambda one: (numbers.get(one.file, 0), one.file)):
            here[one.sha256, material.labels[one.file]].append(one)
        found: dict[str, list[Both]] = defaultdict(list)
        for label in (one.label for one in material.exhibits):
            for sha256 in wanted:
                if several := here.get((sha256, label)):
                    near = {one.file: nearness(files[one.file], named.get(sha256, ())) for one in several}
                    first = min(several, key=lambda one: near[one.file])
                    beside = NEAR[near[first.file]] if len(several) > 1 else NEAR[FAR]
                    found[sha256].append(
                        self._file(files[first.file], first, numbers[first.file], (len(several) - 1, beside))
                    )
        return found

    def _file(self, file: File, one: Content, number: int, others: tuple[int, Both]) -> Both:
        [where] = self._material.told((place_of(file),))
        size = f"{one.size:,}"
        dotted = size.replace(",", ".")
        more, near = others
        counted = f"; {more} more file" if more == 1 else f"; {more} more files"
        rest, rest_id = (counted, f"; {more} file lain") if more else ("", "")
        return Both(
            f"{where.english} (file {number} in the order of intake, {size} bytes){near.english}{rest}",
            f"{where.indonesian} (file ke-{number} menurut urutan penerimaan, {dotted} byte){near.indonesian}{rest_id}",
        )


def nearness(file: File, sent: Iterable[_Sent]) -> int:
    """How near a file lies to one of the messages that sent its content: on the same exhibit and in the same archive.

    A message names a file by the end of its path, or by its name alone where that lies in its folder or below.
    """
    place, found = place_of(file), FAR
    for at, name in sent:
        if (at.exhibit, at.acquisition, at.inside) == (place.exhibit, place.acquisition, place.inside):
            folder = at.path.rpartition("/")[0]
            is_below = place.path.startswith(f"{folder}/") if folder else "/" not in place.path
            ends = f"/{place.path}".endswith(f"/{name}") if name else False
            is_named = ends and (is_below or "/" in (name or ""))
            found = min(found, NAMED if is_named else BESIDE if is_below else FAR)
    return found
