# SPDX-License-Identifier: Apache-2.0
"""Every sentence that a case holds is said in both languages, and what is not is marked as English."""

import ast
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tests.desk.browser import Answer
from tests.desk.test_words import AVOIDED
from tests.each import each

import suluh
from suluh.desk.languages import Language
from suluh.desk.sentences import Part, catalogue
from suluh.model import errors
from suluh.model.body import kind_of
from suluh.model.deeds.typed import TYPED
from suluh.model.dossier.called import NOUNS

SOURCE = Path(suluh.__file__).parent
READ = Path(__file__).parent.parent / "data" / "readers"
ROOMS = ("exhibits", "readers", "hashing", "unseen", "network", "case/jobs", "workers")
NOT_OF_A_CASE = {
    *("hashing/sets", "hashing/kernels", "hashing/matching", "hashing/queue.py"),
    *("hashing/pictures/exif.py", "hashing/pictures/facts.py", "hashing/pictures/heif.py"),
    *("exhibits/manifest.py", "workers/engines", "workers/lock", "workers/wire", "workers/pool.py"),
    *("workers/parent/errand.py", "workers/parent/handing.py", "workers/child/views.py"),
}
"""What these say reaches a screen or a set's list, never a page of a case."""

RAISED = {"ValueError", "CannotDecode", "TooMuch", "Mismatch", "BrokenJson", "NotOpened", "NoRoom", "TimeoutError"}
"""Errors whose sentence becomes a flaw."""

OPEN = {
    "1: 1",
    "1 is 1, the lines before it make 1",
    "the chat has 1: it is listed as a group, and its ids are bound to this file",
}
"""Sentences that begin with one of a few words: the fixtures have them."""

VALUE = re.compile(r"\{([a-z]+\d*)\}")


def reasons_of_fixtures() -> set[str]:
    """Every reason that a reader gives for a fixture."""
    texts = (path.read_text("utf-8") for path in READ.glob("*/*/expected.jsonl"))
    nouns = (json.loads(line) for text in texts for line in text.splitlines())
    return {one["reason"] for one in nouns if one["noun"].startswith("flaw/")}


def sentences_of_code() -> Iterator[tuple[str, str]]:
    """Every sentence that the code of a room gives as a reason, each value in it as ``1``, and where it stands."""
    for path in sorted(path for room in ROOMS for path in (SOURCE / room).rglob("*.py")):
        where = path.relative_to(SOURCE).as_posix()
        if not any(where.startswith(one) for one in NOT_OF_A_CASE):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                yield from ((text, f"{where}:{node.lineno}") for one in _told(node) for text in _texts(one))


def _told(node: ast.AST) -> Iterator[ast.expr]:
    """What a statement gives as a reason."""
    if isinstance(node, ast.Assign) and {_named(one) for one in node.targets} & {"reason", "refusal", "why"}:
        yield node.value
    elif isinstance(node, ast.Call):
        name = _named(node.func)
        yield from (one.value for one in node.keywords if one.arg in {"reason", "refused"})
        yield from node.args[2:3] if name in {"flaw", "_flaw", "self._keep_flaw"} else ()
        yield from node.args[:1] if name in RAISED else ()
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield) and node.value.value is not None:
        yield node.value.value


def _named(value: ast.expr) -> str:
    """A name as it is written, or one of the object itself; nothing for what is more than that."""
    if isinstance(value, ast.Attribute) and isinstance(value.value, ast.Name):
        return f"{value.value.id}.{value.attr}"
    return value.id if isinstance(value, ast.Name) else ""


def _texts(value: ast.expr) -> Iterator[str]:
    """A text of several words, of either side of a choice."""
    if isinstance(value, ast.IfExp):
        yield from (*_texts(value.body), *_texts(value.orelse))
    elif isinstance(value, ast.JoinedStr):
        yield "".join(str(one.value) if isinstance(one, ast.Constant) else "1" for one in value.values)
    elif isinstance(value, ast.Constant) and isinstance(value.value, str) and " " in value.value:
        yield value.value


@cache
def terms() -> list[tuple[str, dict[str | None, ast.expr]]]:
    """Every term that any rule makes."""
    calls = [
        (path.relative_to(SOURCE).as_posix(), node)
        for path in sorted(SOURCE.rglob("*.py"))
        if "Term" in (text := path.read_text("utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and _named(node.func) == "Term"
    ]
    return [(f"{where}:{node.lineno}", {one.arg: one.value for one in node.keywords}) for where, node in calls]


def test_every_rule_says_its_reason_in_both_languages() -> None:
    found = terms()

    assert len(found) > 60
    assert [where for where, said in found if not {"text", "text_id"} <= set(said)] == []
    assert [where for where, said in found if ast.unparse(said["text"]) == ast.unparse(said["text_id"])] == []


def test_no_reason_of_a_rule_uses_a_word_that_the_screen_avoids() -> None:
    said = [ast.unparse(keywords[name]) for _, keywords in terms() for name in ("text", "text_id")]

    assert [text for text in said if AVOIDED.search(text)] == []


@each("reason", sorted(reasons_of_fixtures()))
def test_every_flaw_of_a_fixture_is_said_in_indonesian(reason: str) -> None:
    assert all(part.known for part in Language("id").told(reason))


def test_every_reason_in_the_code_is_in_the_catalogue() -> None:
    found = {text: where for text, where in sentences_of_code() if text not in OPEN}
    unknown = {text: where for text, where in found.items() if not Language("id").told(text)[0].known}

    assert len(found) > 60
    assert unknown == {}


def test_a_translation_has_the_same_values_in_it() -> None:
    for source, said in catalogue("id"):
        assert said, source
        assert set(VALUE.findall(source)) == set(VALUE.findall(said)), source


def test_no_sentence_uses_a_word_that_the_screen_avoids() -> None:
    assert [said for pair in catalogue("id") for said in pair if AVOIDED.search(said)] == []


def test_a_sentence_within_a_sentence_is_said_too_and_figures_as_the_language_writes_them() -> None:
    inner = "the closing balance stated is 1234.50, the lines before it make -3.00"
    reason = f"this statement does not add up, its amounts are not used for deals: {inner}"

    said = Language("id").tell(reason)

    assert "rekening koran ini tidak cocok" in said
    assert "saldo akhir tertulis 1.234,5, sedangkan baris sebelumnya menghasilkan -3" in said
    assert Language("en").tell(reason) == reason


def test_what_a_library_says_stays_in_english() -> None:
    assert Language("id").told("the decoder says: unknown marker") == (
        Part("dekoder menyatakan: ", known=True),
        Part("unknown marker", known=False),
    )
    assert Language("id").told("something new") == (Part("something new", known=False),)


def test_a_page_marks_what_it_cannot_say_as_english(masked: Mapping[str, Answer]) -> None:
    unknown = '<bdi lang="en">no reader knows this text</bdi>'

    assert unknown in masked["/id/files"].text
    assert unknown.replace(' lang="en"', "") in masked["/en/files"].text


ACTS = (
    *(f"acts/{name}" for name in ("decide", "release", "packing", "hands", "intake", "worklist", "layouts", "sample")),
    *(f"typed/{name}" for name in ("apart", "checks", "enter", "fields", "forms", "kinds", "locked", "named", "law")),
    *("typed/order", "typed/untold", "typed/vault", "rights", "gate/known", "gate/viewer", "line/due", "trying"),
)
"""Files whose refusals an officer reads on pages of the desk."""


def refusals() -> Iterator[tuple[str, str]]:
    """Every sentence by which one of these files refuses, with what stands in it as a word."""
    tree = vars(errors)
    for name in ACTS:
        path = Path(errors.__file__).parents[1] / "case" / f"{name}.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
                kind, said = getattr(node.exc.func, "id", ""), node.exc.args[0]
                if kind in tree and isinstance(said, ast.JoinedStr | ast.Constant):
                    parts = said.values if isinstance(said, ast.JoinedStr) else [said]
                    yield name, "".join(str(one.value) if isinstance(one, ast.Constant) else "7" for one in parts)


def test_what_an_act_of_the_desk_refuses_is_said_in_indonesian() -> None:
    found = list(refusals())

    unknown = [(name, said) for name, said in found if Language("id").tell(said) == said]

    assert len(found) > 100
    assert unknown == []


def test_what_a_refusal_names_is_called_as_the_language_does() -> None:
    said = Language("id").tell("the case has no paper paper-9: name another; see `suluh show CASE papers`")

    assert said.startswith("perkara ini tidak memuat surat paper-9: ")
    assert set(NOUNS) >= {kind_of(kind) for kind in TYPED}
