# SPDX-License-Identifier: Apache-2.0
"""Writes pages in one language; whatever comes from the case is escaped and made visible."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple, Self, cast
from urllib.parse import unquote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from starlette.requests import Request

from suluh.case.rights import DECIDE, READ
from suluh.case.views.view import Row
from suluh.desk.charts.weeks import way
from suluh.desk.deciding import DecidingPage
from suluh.desk.lacking import lacking, next_step
from suluh.desk.languages import LANGUAGES, Language
from suluh.desk.pages.page import GROUPS, DeskPage
from suluh.desk.sentences import Part
from suluh.desk.web.reading import Reading
from suluh.desk.web.session import NOTHING, Session
from suluh.desk.web.unmasking import PURPOSES
from suluh.desk.web.visible import visible
from suluh.desk.words import N_, any_state, state_of

SINGLE = {"messages": N_("the message"), "payments": N_("the payment"), "statements": N_("the statement")}
_KEY = re.compile(r"[a-z2-7]{26}")
_OURS, _ENGLISH = Markup("<bdi>{}</bdi>"), Markup('<bdi lang="en">{}</bdi>')
SHORT = 24
"""Characters of a name in a picture."""

LONGEST = 4000
"""Characters of a text that a page shows; the rest is counted."""


class Writer:
    """Pages in one language, with the menu of one officer."""

    def __init__(self, language: Language, reading: Reading, pages: Sequence[DeskPage], session: Session) -> None:
        self._language, self._reading, self._session = language, reading, session
        self.code = language.code
        self._paths = frozenset(page.path for page in pages)
        self._menu = [(group, _part(group, pages)) for group in GROUPS if _part(group, pages)]
        self._templates = templates(language.code)

    def say(self, message: str) -> str:
        """A message in this language."""
        return self._language.say(message)

    def page(self, page: DeskPage, content: Mapping[str, object], request: Request, **more: object) -> str:
        """One page; what can be shown in full on it, or is, stands beside its content."""
        thing = page.name, str(request.path_params.get("key", ""))
        decides = page.decides if isinstance(page, DecidingPage) else DECIDE
        own = {
            "may_decide": self._reading.may(decides),
            "up": self._up(page),
            "opens": bool(page.opens) and self._reading.purpose is None,
            "opened_for": self._session.unmasking.purpose(thing),
            "opened_left": self._session.unmasking.left(thing),
        }
        return self._write(page.template, request, title=page.title, here=page.name, **own, **content, **more)

    def _up(self, page: DeskPage) -> DeskPage | None:
        """The list in the menu to which a page of one thing belongs."""
        first = f"/{page.path.split('/')[1]}"
        return next((one for _, some in self._menu for one in some if one.path == first != page.path), None)

    def nothing(self, request: Request) -> str:
        """The page for what is not there, or not for this officer."""
        return self._write("nothing.html", request, title=N_("Not found"), here="")

    def bad_form(self, request: Request, *, is_long: bool = False) -> str:
        """The page for what was sent and is no form of this session, or too long for one."""
        return self._write("badform.html", request, title=N_("Nothing was done"), here="", is_long=is_long)

    def trouble(self, sentence: str, request: Request) -> str:
        """The page that says why nothing is shown."""
        return self._write("trouble.html", request, title=N_("Nothing can be shown"), here="", sentence=sentence)

    def _write(self, template: str, request: Request, **content: object) -> str:
        path = "/" + request.url.path.strip("/").partition("/")[2]
        return self._templates.get_template(template).render(
            language=self._language,
            languages=languages_of(path, request),
            menu=self._menu,
            paths=self._paths,
            paper=self._reading.paper,
            officer=self._reading.officer,
            purpose=self._reading.purpose,
            zone=self._reading.zone(),
            zones=self._reading.zones(),
            witnessed=self._reading.witnessed(),
            counted_since=self._reading.counted_since(),
            withheld=self._reading.withheld(),
            may_search=self._reading.may(READ),
            token=self._session.token,
            key_left=self._session.signing.left,
            kept=self._session.kept(request.url.path) if request.method == "GET" else NOTHING,
            purposes=PURPOSES,
            path=f"/{self._language.code}{path}",
            query=dict(request.query_params),
            **{"may_decide": self._reading.may(DECIDE), "up": None, **content},
        )


def _part(group: str, pages: Sequence[DeskPage]) -> list[DeskPage]:
    """The pages of one part of the menu, in their order."""
    own = [page for page in pages if page.menu is not None and page.menu[0] == group]
    return sorted(own, key=lambda page: page.menu or ("", 0))


def languages_of(path: str, request: Request) -> list[tuple[str, str, str]]:
    """Each language with its own name, and the address of a page in it."""
    asked = f"?{request.url.query}" if request.url.query else ""
    return [(code, name, f"/{code}{path}{asked}") for code, name in LANGUAGES.items()]


_OF_LANGUAGE = (
    *("word", "row_named", "number", "percent", "chance", "decimal", "money", "minor"),
    *("day", "month", "moment", "country", "say", "step", "status"),
)
"""What a language says, as filters."""


@cache
def templates(code: str) -> Environment:
    """Templates that escape everything and say what they say in one language."""
    language = Language(code)
    made = Environment(
        loader=PackageLoader("suluh.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.install_gettext_translations(language.translations, newstyle=True)  # type: ignore[attr-defined] # the extension adds it
    made.filters.update({name: getattr(language, name) for name in _OF_LANGUAGE})
    made.filters["next_step"] = lambda row: next_step(row, language)
    made.filters["lacking"] = lambda row: lacking(row, language)
    made.filters["single"] = lambda name: language.say(SINGLE[name])
    made.filters["deal_state"] = lambda deal: language.word(state_of(deal))
    made.filters["any_state"] = lambda state: language.word(any_state(state))
    made.filters["told"] = lambda sentence: _told(language.told(sentence))
    made.filters.update(
        {
            "numbered": _numbered,
            "cut": lambda text: text[:LONGEST],
            "account": Known.of,
            "coded": _coded,
            "command": _command,
            "short": _short,
            "path": _path,
            "week_of": way,
        }
    )
    made.globals["longest"] = LONGEST
    made.globals["address"] = lambda path, **query: path + (f"?{urlencode(query)}" if query else "")
    made.globals["asking"] = _asking
    return made


def _asking(path: str, query: Mapping[str, str], **changes: object) -> str:
    """The address of a view that differs in some things; what is null is left out."""
    kept = {name: value for name, value in {**query, **changes}.items() if value not in (None, "")}
    return path + (f"?{urlencode(kept)}" if kept else "")


class Known(NamedTuple):
    """An account or conversation id in its parts."""

    service: str
    name: str
    bound: bool
    """Whether it is known by name only, bound to its exhibit and conversation."""

    @classmethod
    def of(cls, identifier: str) -> Self:
        """The parts of an id: numbers of a direct talk beside each other, long keys cut."""
        service, _, rest = identifier.partition(":")
        first, *parts = (unquote(part) for part in rest.split("/"))
        if first == "name" and parts:
            return cls(service, parts[-1], bound=True)
        if first == "direct" and parts:
            return cls(service, " ↔ ".join(parts), bound=False)
        words = [f"{part[:8]}…" if _KEY.fullmatch(part) else part for part in (first, *parts)]
        return cls(service if rest else "", "/".join(words) or service, bound=False)


def _short(text: str) -> str:
    """A name of an account as far as a picture has room for it."""
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"


def _path(text: str) -> Markup:
    """A path that may break after each of its folders."""
    return Markup("/<wbr>").join(escape(visible(part)) for part in text.split("/"))


def _numbered(row: Mapping[str, object]) -> Mapping[str, int]:
    """Each message and payment that reasons name by the number of its line, else in the order in which it is named."""
    if "numbers" in row:
        return cast("Mapping[str, int]", row["numbers"])
    terms = [term for side in ("reasons_for", "reasons_against") for term in cast("list[Row]", row[side])]
    found: dict[str, int] = {}
    for kind in ("messages", "payments"):
        names = dict.fromkeys(name for term in terms for name in cast("Sequence[str]", term.get(kind, ())))
        found |= {name: number for number, name in enumerate(names, 1)}
    return found


_SHOWN = re.compile(r"suluh show CASE (?P<list>[a-z]+)(?: --exhibit (?P<exhibit>\S+))?")
"""A command that shows a list, as messages and the list of what is missing name it."""


@pass_context
def _coded(context: Context, text: str) -> Markup:
    """A message of ours with its commands set as code; one that a page of this officer does leads to that page."""
    return Markup("").join(
        _command(context, part) if number % 2 else escape(part) for number, part in enumerate(text.split("`"))
    )


@pass_context
def _command(context: Context, command: str) -> Markup:
    """A command as code, with the way to the page that does the same."""
    code, found = Markup("<code>{}</code>").format(command), _SHOWN.fullmatch(command)
    path = "/work" if command == "suluh run" else f"/{found['list']}" if found else ""
    if path not in context.get("paths", ()):
        return code
    asked = f"?{urlencode({'exhibit': found['exhibit']})}" if found and found["exhibit"] else ""
    return Markup('<a href="/{}{}">{}</a>').format(context["language"].code, path + asked, code)


def _told(parts: Sequence[Part]) -> Markup:
    """A sentence of the case; what stays in English is marked as such."""
    return Markup("").join((_OURS if part.known else _ENGLISH).format(visible(part.text)) for part in parts)


def _shown(value: object) -> object:
    """What stands for a value: text from the case shows its hidden characters."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
