# SPDX-License-Identifier: Apache-2.0
"""What officers typed of an exhibit: what goes with it when it is removed, and what stays and is named.

1. What says what the exhibit holds goes with it: an observation of a place or a content that it alone holds, a tie on a
   fact that falls with it, an answer to another explanation about a deal or an account that it alone has.
2. What says what was done with it stays: seizure, handling, copies, papers; and who somebody is, for a paper says that.
3. It goes by its code, with all that stood under it before, if all of that is about the exhibit and was entered beside
   nothing else. What is not stays, and is named: an officer corrects or withdraws it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from suluh.case.case import Case
from suluh.case.dossiers.facts import Facts
from suluh.case.removal.spoken import Spoken
from suluh.model.body import Noun
from suluh.model.deeds.typed import TYPED
from suluh.model.dossier.charges import Alternative, Tie
from suluh.model.dossier.entered import Entered, fields_of
from suluh.model.dossier.exhibits import Observation
from suluh.model.talk import is_named_only
from suluh.store.rows import Rows


class Goes(NamedTuple):
    """What goes with an exhibit: its entries, and its codes."""

    batches: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()


def going(case: Case, label: str) -> Goes:
    """What officers typed of what an exhibit holds, and that goes with it; asked while the exhibit still stands."""
    facts, spoken = Facts(case), Spoken(case.rows, label)
    tests: Mapping[type[Entered], Callable[[Entered], bool]] = {
        Observation: lambda one: isinstance(one, Observation) and _is_seen(facts, one.about, label),
        Tie: lambda one: isinstance(one, Tie) and _falls(case, facts, one, label),
        Alternative: lambda one: isinstance(one, Alternative) and _is_answered(facts, spoken, one.about, label),
    }
    codes: dict[tuple[str, str], bool] = {}
    rows: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for kind, is_of in tests.items():
        for batch, one in case.rows.numbered(kind):
            key = kind.__name__, one.code
            codes[key] = codes.get(key, True) and is_of(one)
            rows[batch].add(key)
    mixed = {key for keys in rows.values() if not all(codes[each] for each in keys) for key in keys}
    gone = {key for key, goes in codes.items() if goes} - mixed
    while more := {key for keys in rows.values() if keys & gone and not keys <= gone for key in keys} & gone:
        gone -= more
    batches = tuple(batch for batch, keys in sorted(rows.items()) if keys <= gone)
    return Goes(batches, tuple(dict.fromkeys(code for kind, code in codes if (kind, code) in gone)))


def _is_seen(facts: Facts, about: str, label: str) -> bool:
    """Whether an observation is of a place in the exhibit, or of a content that it alone holds."""
    return _is_of(about, label) or facts.holding(about) == {label}


def _falls(case: Case, facts: Facts, one: Tie, label: str) -> bool:
    """Whether the fact of a tie falls with the exhibit; of an observation, whether that is of it."""
    kind, _, name = one.fact.partition(":")
    if kind == "observation":
        seen = (each for _, each in case.rows.numbered(Observation) if each.code == name)
        return all(_is_seen(facts, each.about, label) for each in seen)
    return facts.of(one).falls_without(label)


def _is_answered(facts: Facts, spoken: Spoken, about: str, label: str) -> bool:
    """Whether another explanation is of a deal that falls with the exhibit, or of an account that it alone names."""
    kind, _, name = about.partition(":")
    return facts.of_deal(name).falls_without(label) if kind == "deal" else spoken.is_gone(about)


def typed_of(rows: Rows, label: str) -> tuple[str, ...]:
    """The codes of all that names an exhibit, a place in it, or an account that it alone can name; by kind."""
    found = ((one.code, _texts(one, kind)) for kind in TYPED for one in rows.nouns(kind))
    return tuple(dict.fromkeys(code for code, texts in found if any(_is_of(text, label) for text in texts)))


def _texts(one: Noun, kind: type[Entered]) -> Iterator[str]:
    for field in fields_of(kind):
        said = getattr(one, field.name)
        yield from (text for text in (said if isinstance(said, tuple) else (said,)) if isinstance(text, str))


def _is_of(text: str, label: str) -> bool:
    is_inside = text == label or text.startswith((f"{label}/", f"{label}:"))
    return is_inside or (is_named_only(text) and unquote(text.split("/")[1]) == label)
