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
        for deal in deals:
            for sha256 in dict.fromkeys(deal.files):
                sent[sha256].append(codes[deal.id])
            for shown, one in self._sent(deal):
                places[one.sha256 or ""] += shown.places
        lies = self._lies(sent)
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

    def _lies(self, wanted: Collection[str]) -> Mapping[str, list[Both]]:
        """Where contents lie: on each exhibit the first file with its number and size, and how many more there are."""
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
                    first = several[0]
                    found[sha256].append(self._file(files[first.file], first, numbers[first.file], len(several) - 1))
        return found

    def _file(self, file: File, one: Content, number: int, more: int) -> Both:
        [where] = self._material.told((place_of(file),))
        size = f"{one.size:,}"
        dotted = size.replace(",", ".")
        rest, rest_id = (f"; {more} more files", f"; {more} file lain") if more else ("", "")
        return Both(
            f"{where.english} (file {number} in the order of intake, {size} bytes){rest}",
            f"{where.indonesian} (file ke-{number} menurut urutan penerimaan, {dotted} byte){rest_id}",
        )
