# SPDX-License-Identifier: Apache-2.0
"""Every pattern over foreign text, found by itself, and how its time grows on texts that are drawn to slow it down."""

import ast
import importlib
import pkgutil
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from tests.drawn import drawn
from tests.walked import walked

import suluh
from suluh.case.dossiers import listed
from suluh.case.search.query import query
from suluh.deals.words import cue
from suluh.hashing.sets.formats import nsrl_delta, vics
from suluh.readers.statements import amounts, dates, reading
from suluh.readers.statements.heads import labels, lexicon
from suluh.readers.statements.parties import _TEXT_LIMIT
from suluh.readers.statements.profile import SHIPPED, _patterns
from suluh.readers.statements.sides import names
from suluh.readers.statements.solve import table as solved
from suluh.readers.statements.solve import words as solve_words
from suluh.readers.statements.text import DELIMITERS, behind, opening

ROOT = Path(suluh.__file__).parent
OURS = ("simulator/", "store/", "custody/")
"""Rooms whose patterns only see what we wrote ourselves; the simulator invents its texts."""

METHODS = ("match", "fullmatch", "search", "finditer")
SAME = {"findall": "finditer", "sub": "finditer", "subn": "finditer", "split": "finditer"}
SMALL, LARGE = 4_000, 8_000
RATIO = 3.0
"""A linear pattern takes twice as long for twice the text, a quadratic one four times."""

LEAST = 0.003
"""Seconds below which a time says nothing of growth; a quadratic pattern takes far longer for the large text."""


AGAIN = 6
"""Rounds more for a pattern that seems to grow too fast: a busy machine slows one text down, and no text for ever."""

STEPS = tuple(int(10 * 1.2**step) for step in range(30))
"""Short texts are tried first, each a little longer: a pattern that would never end shows itself before it does."""

SOON = 0.02
"""Seconds within which a pattern that is tried on short texts only is done with the longest of them."""

SHORT = {
    "readers/statements/amounts.py": amounts._LONGEST,
    "readers/statements/dates.py": dates._LONGEST,
    "readers/statements/heads/lexicon.py": lexicon._LONGEST,
    "readers/statements/sides/names.py": names._LONGEST,
    "readers/statements/sides/text.py": _TEXT_LIMIT,
    "readers/statements/solve/words.py": solve_words._LIMIT,
    "readers/statements/parties.py": _TEXT_LIMIT,
}
"""Files whose code tries its patterns on texts of so many characters alone."""

Pattern = re.Pattern[str] | re.Pattern[bytes]


class Found(NamedTuple):
    """One pattern, where it stands and how it is used."""

    where: str
    pattern: Pattern
    methods: tuple[str, ...]
    most: int = LARGE
    """Characters of the longest text that it is tried on, where the code around it sees to that."""


class Growth(NamedTuple):
    """How much longer the large text took than the small one, and the seconds for it."""

    ratio: float
    seconds: float
    text: str


def patterns() -> tuple[list[Found], list[str]]:
    """Every pattern over foreign text, and the places whose pattern is made where nobody can find it by itself."""
    found: dict[tuple[str, bytes | str, int], Found] = {}
    unknown: list[str] = []
    made = tuple(made_by())
    for where, module in _modules():
        uses = _uses().get(where, {})
        for name, one in _held(vars(module)):
            if _is_ours(where, name, module):
                methods = tuple(sorted(uses.get(name, set()))) or METHODS
                found[where, one.pattern, one.flags] = Found(f"{where}:{name}", one, methods, SHORT.get(where, LARGE))
        for line, one, method in _inline(where, module, unknown):
            found[where, one.pattern, one.flags] = Found(f"{where}:{line}", one, (method,), SHORT.get(where, LARGE))
    missing = sorted(set(unknown) - {one.where for one in made})
    return [*sorted(found.values(), key=lambda one: one.where), *made], missing


def made_by() -> Iterator[Found]:  # noqa: C901 # one entry for each place
    """Patterns that functions make, by the place that makes them."""
    yield Found("deals/words/cue.py:_words", cue._words()[0], ("finditer",))
    form = nsrl_delta._form("sha256, sha1, md5, file_name, file_size", {})
    assert form is not None
    yield Found("hashing/sets/formats/nsrl_delta.py:_form", form, ("match",))
    for lists, start in (("Media", vics._START), ("objects", r'\{\s*"')):
        for text in (rf'"{lists}"\s*:\s*\[', start):
            yield Found("hashing/sets/records.py:records", re.compile(text), ("search",))
    for profile in SHIPPED:
        for text in filter(None, _patterns(profile)):
            for where in ("profile.py:_compiled", "parties.py:__init__"):
                yield Found(f"readers/statements/{where}", re.compile(text), ("search",), _TEXT_LIMIT)
        for text in profile.signature:
            yield Found("readers/statements/reading.py:_fits", re.compile(text), ("search",), reading.ABOVE)
        if profile.holder_in_head:
            head = re.compile(profile.holder_in_head)
            yield Found("readers/statements/solve/table.py:_find_holder", head, ("search",), solved._HEAD)
        label = labels.Words(profile.labels)._label
        yield Found("readers/statements/heads/labels.py:__init__", label, ("match",), labels._LONGEST)
    for by in DELIMITERS:
        for where, text in (("__init__", behind(by)), ("_openings", opening(by))):
            yield Found(f"readers/statements/text.py:{where}", re.compile(text), ("match", "finditer"))
    yield Found(
        "case/dossiers/listed.py:any_of", listed.any_of(row["word"] for row in listed.shipped("words")), ("search",)
    )
    yield from (
        Found("case/search/query.py:_side_by_side", one, ("search",)) for one in query('"aa bb cc"')._side_by_side
    )
    for row in listed.shipped("telling"):
        yield Found("case/dossiers/told.py:__init__", re.compile(row["pattern"], re.IGNORECASE), ("search",))


def growth(one: Found, seed: int, rounds: int = 3) -> Growth:
    """The worst growth of one pattern over the ways in which it is used, on one drawn text.

    Of one that is tried on short texts only, how much longer than it may the longest takes, in the same measure.
    """

    def text(size: int) -> str | bytes:
        return drawn(one.pattern, f"{one.where}/{seed}", seed, size)

    uses = [getattr(one.pattern, name) for name in one.methods]
    if one.most < LARGE:
        seconds = max(min(_seconds(use, text(one.most)) for _ in range(rounds)) for use in uses)
        return Growth(RATIO * seconds / SOON, seconds, str(text(one.most)))
    return max((_growth(use, text, rounds) for use in uses), key=figure)


def figure(one: Growth) -> float:
    """The ratio of the times, where they are long enough to be told from noise."""
    return one.ratio if one.seconds >= LEAST else 0.0


def _growth(use: Callable[[str | bytes], object], text: Callable[[int], str | bytes], rounds: int) -> Growth:
    """The times of one use on a small text and a large one."""
    for size in STEPS:
        if _seconds(use, text(size)) > LEAST * 10:
            return Growth(99.0, 1.0, str(text(size)))
    least, most = text(SMALL), text(LARGE)
    small = large = 1e9
    for done in range(rounds + AGAIN):
        small, large = min(small, _seconds(use, least)), min(large, _seconds(use, most))
        if large < LEAST or (done + 1 >= rounds and large <= RATIO * small):
            break
    return Growth(large / max(small, 1e-9), large, str(most))


def _seconds(use: Callable[[str | bytes], object], text: str | bytes) -> float:
    """The time of this process for one use, all finds taken."""
    start = time.process_time()
    found = use(text)
    if isinstance(found, Iterator):
        for _ in found:
            pass
    return time.process_time() - start


@cache
def _modules() -> tuple[tuple[str, ModuleType], ...]:
    """Every module of the house whose texts come from outside, by its path."""
    found = []
    for one in pkgutil.walk_packages([str(ROOT)], "suluh."):
        path = one.name.removeprefix("suluh.").replace(".", "/")
        if not one.ispkg and not path.startswith(OURS):
            found.append((f"{path}.py", importlib.import_module(one.name)))
    return tuple(found)


def _held(values: Mapping[str, object]) -> Iterator[tuple[str, Pattern]]:
    """Patterns that stand in a module: bare, in tuples and tables, or as attributes of its classes."""
    for name, value in values.items():
        yield from ((name, one) for one in _inside(value, 4))
        if isinstance(value, type):
            yield from ((name, one) for held in vars(value).values() for one in _inside(held, 2))


def _inside(value: object, deep: int) -> Iterator[Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif deep and isinstance(value, Mapping):
        yield from (one for held in (*value.keys(), *value.values()) for one in _inside(held, deep - 1))
    elif deep and isinstance(value, tuple | list | set | frozenset):
        yield from (one for held in value for one in _inside(held, deep - 1))


def _is_ours(where: str, name: str, module: ModuleType) -> bool:
    """Whether a name is made in this module, and not brought from another one."""
    value = vars(module)[name]
    if isinstance(value, type):
        return value.__module__ == module.__name__
    return name in _source(where).assigned


class Source(NamedTuple):
    """What is read off one module: its tree is let go, for whoever tidies memory would go through it."""

    assigned: frozenset[str]
    """The names that it gives to values of its own."""

    imports: Mapping[str, str]
    """Names that it has from our modules, each with where it comes from."""

    used: tuple[tuple[str, ast.expr], ...]
    """Methods of patterns, each with what it is called of."""

    calls: tuple[tuple[ast.Call, str], ...]
    """Calls of `re` itself but for what is compiled for a name of the module, each with the function around it."""


@cache
def _source(where: str) -> Source:
    tree = ast.parse((ROOT / where).read_text("utf-8"))
    nodes = walked(tree)
    used = ((_same(one.attr), one.value) for one in nodes if isinstance(one, ast.Attribute))
    calls = [one for one in nodes if isinstance(one, ast.Call) and _is_of_re(one.func)]
    top = _top(tree) if calls else frozenset()
    inner = [one for one in calls if not (_method(one) == "compile" and one in top)]
    return Source(
        _assigned(tree),
        _imports(nodes),
        tuple(one for one in used if one[0] in METHODS),
        tuple((one, _function(nodes, one)) for one in inner),
    )


def _same(method: str) -> str:
    return SAME.get(method, method)


def _assigned(tree: ast.Module) -> frozenset[str]:
    targets = []
    for node in tree.body:
        targets += node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return frozenset(one.id for one in targets if isinstance(one, ast.Name))


@cache
def _uses() -> Mapping[str, Mapping[str, set[str]]]:
    """How each name of each module is used as a pattern, there and where it is imported."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for where, _ in _modules():
        for method, value in _source(where).used:
            owner, name = _owner(where, value)
            found[owner][name].add(method)
    return found


def _owner(where: str, node: ast.expr) -> tuple[str, str]:
    """The module that a pattern comes from, and its name there."""
    imports = _source(where).imports
    if isinstance(node, ast.Name):
        module, _, name = imports.get(node.id, "").rpartition(".")
        return (module.replace(".", "/") + ".py", name) if module else (where, node.id)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return imports.get(node.value.id, "").replace(".", "/") + ".py", node.attr
    return where, ""


def _imports(nodes: Iterable[ast.AST]) -> Mapping[str, str]:
    ours = (one for one in nodes if isinstance(one, ast.ImportFrom) and (one.module or "").startswith("suluh"))
    return {
        one.asname or one.name: f"{node.module}.{one.name}".removeprefix("suluh.")
        for node in ours
        for one in node.names
    }


def _inline(where: str, module: ModuleType, unknown: list[str]) -> Iterator[tuple[int, Pattern, str]]:
    """Patterns that stand in calls: those of module level are held by a name, others must be plain or listed."""
    for node, function in _source(where).calls:
        method = _method(node)
        try:
            text = eval(compile(ast.Expression(node.args[0]), where, "eval"), dict(vars(module)))  # noqa: S307 # our own source
            yield node.lineno, re.compile(text), "finditer" if method == "compile" else method
        except NameError:
            unknown.append(f"{where}:{function}")


def _is_of_re(node: ast.expr) -> bool:
    is_re = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "re"
    return is_re and _same(node.attr) in {*METHODS, "compile"}


def _method(call: ast.Call) -> str:
    return _same(call.func.attr)


def _top(tree: ast.Module) -> frozenset[ast.AST]:
    """Everything that stands outside functions."""
    body = [node for node in tree.body if not isinstance(node, ast.FunctionDef | ast.ClassDef)]
    return frozenset(inner for node in body for inner in walked(node))


def _function(nodes: Iterable[ast.AST], call: ast.Call) -> str:
    """The innermost function around a call."""
    around = [one for one in nodes if isinstance(one, ast.FunctionDef) and call in walked(one)]
    return around[-1].name if around else "?"
