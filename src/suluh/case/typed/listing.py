# SPDX-License-Identifier: Apache-2.0
"""What a list of something that officers typed is: its fields as they were entered, ids sealed, words masked."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import History
from suluh.case.gate.mask import Shape
from suluh.case.gate.seal import Seal
from suluh.case.views.hiding import hide
from suluh.case.views.view import Row, View
from suluh.model.dossier.entered import Entered, fields_of, in_order

_APART = frozenset({"sealed", "rows"})
"""Fields that a list does not show: secrets, and the rows that a frozen paper rests on."""

_AROUND = ("withdrawn", "corrects", "corrected_by", "reason", "at", "by")


class Typed(View):
    """One kind of what officers typed, in the order of its entries; what was corrected stays, and says by which."""

    kind: ClassVar[type[Entered]]

    def __init_subclass__(cls) -> None:
        """Take the fields from the kind."""
        own = tuple(one.name for one in fields_of(cls.kind) if one.name not in _APART)
        cls.nouns, cls.each = (cls.kind,), cls.kind
        cls.fields = ("id", "code", *own, *_AROUND)
        cls.shown = cls.shown or ("code", *own[:6], "by", "at")
        cls.private = hide(**_shapes(cls.kind), reason="text")
        cls.exhibits = tuple(one.name for one in fields_of(cls.kind) if one.of in ("exhibit", "any-exhibit"))

    def rows(self, case: Case) -> Iterator[Row]:
        """Every one as it was entered."""
        seal, history = Seal(case.secret), History(case.rows, self.kind)
        for _, one in sorted(history.entered, key=lambda pair: (pair[0], in_order(pair[1].code))):
            later = history.later.get(one.id)
            shown = {name: _plain(getattr(one, name, None), seal) for name in self.fields}
            yield shown | {"id": one.id, "corrects": one.corrects, "corrected_by": later and later.id}


def _shapes(kind: type[Entered]) -> Mapping[str, Shape]:
    """How the fields that may name somebody are masked."""
    shapes: Mapping[str, Shape] = {"text": "object", "name": "name"}
    return {one.name: shapes[one.form] for one in fields_of(kind) if one.form in shapes}


def _plain(value: object, seal: Seal) -> object:
    """A value with every id in it as lists show it."""
    if isinstance(value, tuple):
        return [_plain(one, seal) for one in value]
    return seal.within(value) if isinstance(value, str) else value
