# SPDX-License-Identifier: Apache-2.0
"""What comes into a case: authorities, exhibits with their acquisitions, officers."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from suluh.case.acts.overlaps import Lying, check_apart, lying
from suluh.case.case import Case
from suluh.case.corrections.falling import fall
from suluh.case.corrections.standing_papers import acquisitions, authorities, exhibits, first_id, sealed, typed
from suluh.case.keep import Act
from suluh.case.lease import lease, turn
from suluh.case.location import written
from suluh.case.rights import ADD, WITHDRAW, need
from suluh.exhibits import manifest
from suluh.model.body import Noun
from suluh.model.dossier import papers
from suluh.model.dossier.papers import INTELLIGENCE
from suluh.model.errors import Misuse, NoAuthority
from suluh.model.ids import make_id
from suluh.model.intake import Acquisition, Authority, Exhibit
from suluh.model.times import utc

KINDS_OF_PAPER = ("court", "urgent", "handover", "reply")
KINDS_OF_DATA = ("media", "chat", "money", "contacts")
EARLIEST_ZONE = timedelta(hours=14)
"""How far the first clocks on earth are ahead of UTC."""

ACCOUNT = re.compile(
    r"(whatsapp|gopay|phone-credit):\+\d{6,15}|whatsapp:\d+@lid"
    r"|(?!(whatsapp|gopay|phone-credit):|.*(\.\.\.|…))[a-z][a-z0-9-]*:\S+"
)
"""A service and an identifier; a phone number is written with its country, in digits alone, and nothing is left out."""

LONGEST = 100
"""Characters of a label or a number of a paper."""


@dataclass(frozen=True)
class Paper:
    """An authority as the officer states it."""

    kind: str
    number: str
    issuer: str
    date: str
    end: str | None = None
    scope: str | None = None
    covers_from: str | None = None
    covers_to: str | None = None
    kinds: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
    approves: str | None = None
    refuses: str | None = None


@dataclass(frozen=True)
class Bag:
    """An exhibit as the officer states it."""

    path: Path
    label: str
    authority: str
    acquisition: str = "1"
    holder: str | None = None
    accounts: tuple[str, ...] = ()
    timezone: str | None = None
    stated: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    """Whether the hashes are of every file there was."""


def record_authority(case: Case, paper: Paper) -> Authority:
    """Enter the paper that allows the work, or that refuses it: then what rests on the other falls. Raises `Misuse`.

    Raises `CaseIsLocked` for a refusal while a run goes on.
    """
    need(case, ADD)
    if paper.refuses is None:
        return _record(case, paper)
    need(case, WITHDRAW)
    with lease(case.folder):
        authority = _record(case, paper)
        fall(case)
    return authority


def _record(case: Case, paper: Paper) -> Authority:
    check_paper(case, paper)
    authority = as_entered(case, paper, first_id(case.rows, Authority, "authority", paper.number))
    detail = {} if paper.refuses is None else {"refuses": paper.refuses}
    case.keep(Act("authority", paper.number, detail), [authority])
    return authority


def check_paper(case: Case, paper: Paper, instead: str | None = None) -> None:
    """Raise `Misuse` for a paper that cannot be meant so, beside all others than the one of a number."""
    if any(one.kind == INTELLIGENCE and one.number == paper.number for one in typed(case.rows, papers.Paper)):
        raise Misuse(
            f"{paper.number} is a report of financial intelligence: nothing is added under it; type its rows with "
            "`suluh paper CASE intelligence`"
        )
    if paper.kind not in KINDS_OF_PAPER:
        raise Misuse(f"{paper.kind!r} is no kind of authority: use {', '.join(KINDS_OF_PAPER)}")
    check_named("an authority's number", paper.number)
    check_named("who issued it", paper.issuer)
    _check_days(case, paper)
    unknown = sorted(set(paper.kinds) - set(KINDS_OF_DATA))
    if unknown:
        raise Misuse(f"{unknown[0]!r} is no kind of data: use {', '.join(KINDS_OF_DATA)}")
    others = [known for known in authorities(case.rows) if known.number != instead]
    if any(known.number == paper.number for known in others):
        raise Misuse(f"the case has an authority {paper.number} already: each number is entered once")
    if paper.approves is not None:
        if paper.kind != "court":
            raise Misuse(f"{paper.number} is no court permission: an urgent seizure is approved by --kind court only")
        urgent = _urgent(others, paper.approves)
        if paper.date < urgent.date:
            raise Misuse(f"{paper.number} is of {paper.date}, before the seizure it approves ({urgent.date}): see both")
    if paper.refuses is not None:
        _check_refusal(paper, others)


def _check_refusal(paper: Paper, others: Iterable[Authority]) -> None:
    """Raise `Misuse` for a paper that cannot be a court's refusal of another one."""
    if paper.kind != "court" or paper.approves is not None:
        raise Misuse(
            f"{paper.number} cannot refuse {paper.refuses}: a paper of --kind court does, that approves nothing"
        )
    refused = next((one for one in others if one.number == paper.refuses), None)
    if refused is None:
        raise Misuse(
            f"the case has no paper {paper.refuses} to refuse: `suluh show CASE authorities` lists what it has"
        )
    if paper.date < refused.date:
        raise Misuse(f"{paper.number} is of {paper.date}, before the paper it refuses ({refused.date}): see both")


def as_entered(case: Case, paper: Paper, identity: str) -> Authority:
    """A paper as the acting officer enters it now."""
    return Authority(id=identity, **_fields(paper), by=case.acting.key.code, at=utc(case.acting.now()))


def _check_days(case: Case, paper: Paper) -> None:
    """Raise `Misuse` for days that are none, that have not come anywhere on earth, or that are the wrong way round."""
    for day in (paper.date, paper.end, paper.covers_from, paper.covers_to):
        check_day(day)
    number, day = paper.number, paper.date
    if (paper.covers_from or "") > (paper.covers_to or "~"):
        raise Misuse(f"{number} covers from {paper.covers_from} to {paper.covers_to}: the first day comes first")
    if day > (paper.end or "~"):
        raise Misuse(f"{number} is of {day} and ends {paper.end}: write the day of the paper, then its end")
    if day > (case.acting.now().astimezone(UTC) + EARLIEST_ZONE).date().isoformat():
        raise Misuse(f"{number} is of {day}, which is after today: see its date and this machine's clock")


def _fields(paper: Paper) -> dict[str, Any]:
    """The paper's fields as the noun takes them; its kind was checked before."""
    return {name: getattr(paper, name) for name in Paper.__dataclass_fields__}


def check_named(what: str, text: str) -> None:
    """Raise `Misuse` for what cannot be read, printed or found again."""
    if not text.strip() or text != text.strip() or not text.isprintable() or len(text) > LONGEST:
        raise Misuse(f"{text!r} is no name for {what}: write it on one line of at most {LONGEST} characters")


def check_day(day: str | None) -> None:
    """Raise `Misuse` for what is no date."""
    if day is None:
        return
    try:
        is_written_so = date.fromisoformat(day).isoformat() == day
    except ValueError:
        is_written_so = False
    if not is_written_so:
        raise Misuse(f"{day!r} is no date: write it as 2026-09-30")


def _urgent(papers: Iterable[Authority], number: str) -> Authority:
    """The urgent seizure of this number."""
    for authority in papers:
        if (authority.number, authority.kind) == (number, "urgent"):
            return authority
    raise Misuse(f"the case has no urgent seizure {number}: `suluh show CASE authorities` lists what it has")


def add_exhibits(case: Case, bags: Sequence[Bag]) -> Iterator[Exhibit]:
    """Enter every acquisition of a list, or none. Raises `NoAuthority`, `Misuse` before the first is entered."""
    names = Counter((bag.label, bag.acquisition) for bag in bags)
    for (label, name), times in names.items():
        if times > 1:
            raise Misuse(f"acquisition {name} of {label} stands {times} times in the list: nothing was added")
    places: list[Lying] = []
    first: dict[str, Bag] = {}
    for bag in bags:
        check_exhibit(case, bag)
        _check_stated(bag, first.setdefault(bag.label, bag))
        check_apart(_lying(bag), places)
        places.append(_lying(bag))
    for bag in bags:
        yield add_exhibit(case, bag)


def check_exhibit(case: Case, bag: Bag) -> Authority:
    """The authority of what could be entered. Raises `NoAuthority`, `Misuse`."""
    need(case, ADD)
    check_named("an exhibit", bag.label)
    check_named("an acquisition", bag.acquisition)
    for account in bag.accounts:
        check_account(account)
    authority = authority_for(case, bag.authority, bag.label)
    if not bag.path.exists():
        raise Misuse(f"nothing lies at {bag.path}: name the folder or file of the extraction")
    check_zone(bag.timezone)
    _check_label(case, bag)
    check_apart(_lying(bag), lying(case))
    return authority


def _lying(bag: Bag) -> Lying:
    return Lying(bag.label, bag.acquisition, bag.path.absolute())


def _check_label(case: Case, bag: Bag) -> None:
    """Raise for a label that another device has already, as far as one can tell, or that is stated otherwise."""
    seal = sealed(case.rows).get(bag.label)
    if seal is not None and seal.removal is not None:
        raise Misuse(f"{bag.label} was removed under {seal.number}, and its label is not given again: use another one")
    key = bag.label, bag.acquisition
    if any((one.exhibit, one.name) == key for one in case.rows.nouns(Acquisition)):
        stands = any((one.exhibit, one.name) == key for one in acquisitions(case.rows))
        raise Misuse(
            f"if this is another device than {bag.label}, give it its own label: {bag.label} is in the case already, "
            f"with acquisition {bag.acquisition}{'' if stands else ', taken out again'}. If it is one more acquisition "
            "of the same device, name it with --acquisition; if something of the first was mistyped, correct it with "
            f"`suluh add CASE --corrects {bag.label} --reason TEXT`"
        )
    for exhibit in exhibits(case.rows):
        if exhibit.label == bag.label:
            _check_stated(bag, exhibit)


def add_exhibit(case: Case, bag: Bag) -> Exhibit:
    """Enter one acquisition of an exhibit. Raises `NoAuthority`, `Misuse`."""
    with turn(case.folder):
        authority = check_exhibit(case, bag)
        exhibit, new = _exhibit(case, bag, authority)
        acquisition = Acquisition(
            id=make_id("acquisition", bag.label, bag.acquisition),
            exhibit=bag.label,
            name=bag.acquisition,
            order=1 + max((one.order for one in case.rows.nouns(Acquisition)), default=0),
            single=bag.path.is_file(),
            stated=tuple(sorted(bag.stated)),
            whole=bag.whole,
            by=case.acting.key.code,
            at=utc(case.acting.now()),
        )
        values: list[Noun] = [*new, acquisition]
        case.keep(Act("add", bag.label, {"authority": authority.number, **written(bag.path)}), values)
    return exhibit


def _exhibit(case: Case, bag: Bag, authority: Authority) -> tuple[Exhibit, list[Exhibit]]:
    """The exhibit of this label, and the same again in a list if it is new."""
    known = {exhibit.label: exhibit for exhibit in exhibits(case.rows, with_sealed=True)}
    if bag.label in known:
        return known[bag.label], []
    exhibit = Exhibit(
        id=make_id("exhibit", bag.label),
        label=bag.label,
        authority=authority.number,
        order=1 + max((one.order for one in known.values()), default=0),
        holder=bag.holder,
        accounts=bag.accounts,
        timezone=bag.timezone,
        by=case.acting.key.code,
        at=utc(case.acting.now()),
    )
    return exhibit, [exhibit]


def _check_stated(bag: Bag, known: Exhibit | Bag) -> None:
    """Raise for what a further acquisition says otherwise of its exhibit: it would be left out."""
    if bag.authority != known.authority:
        raise NoAuthority(
            f"{bag.label} stands under {known.authority}: name that paper, for its limits hold for all "
            f"of {bag.label}; what only {bag.authority} covers gets a label of its own"
        )
    said = (
        ("--holder", bag.holder, known.holder),
        ("--account", bag.accounts, known.accounts),
        ("--timezone", bag.timezone, known.timezone),
    )
    for name, new, old in said:
        if new and new != old:
            raise Misuse(
                f"{bag.label} stands with another {name}: what is stated of an exhibit holds for all its acquisitions; "
                f"correct it with `suluh add CASE --corrects {bag.label} {name} ... --reason TEXT`, or give another "
                "device its own label"
            )


def authority_for(case: Case, number: str, label: str) -> Authority:
    """The authority of this number that covers an exhibit; a paper that names exhibits covers no other."""
    papers = authorities(case.rows)
    for authority in papers:
        if authority.number != number:
            continue
        for other in papers:
            if other.refuses == number:
                raise NoAuthority(f"{other.number} refuses {number}: {label} cannot rest on it, name another paper")
        if authority.exhibits and label not in authority.exhibits:
            raise NoAuthority(
                f"{number} names {', '.join(authority.exhibits)} and not {label}: "
                "enter the paper that covers it with `suluh authority`"
            )
        return authority
    raise NoAuthority(
        f"{label} has no authority: the case knows no paper {number}; enter it with `suluh authority` first"
    )


def check_account(account: str) -> None:
    """Raise `Misuse` for what is no account id, for such an account would quietly be nobody's."""
    if not ACCOUNT.fullmatch(account):
        raise Misuse(f"{account!r} is no account: write the service and the number, as whatsapp:+6281234567890")


def check_zone(zone: str | None) -> None:
    """Raise `Misuse` for what is no time zone, and for what each machine has otherwise: `localtime`, `right/...`."""
    if zone is None:
        return
    try:
        ZoneInfo(zone if zone[:1].isupper() else "")
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # a folder of zones, or a name too long for a file
        raise Misuse(f"{zone!r} is no time zone: use Asia/Jakarta, Asia/Makassar or Asia/Jayapura, say") from error


class Digests(NamedTuple):
    """The hashes of an examiner's list, by path."""

    stated: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    """Whether they are of every file there was."""


def stated_digests(file: Path, tell: Callable[[str], None]) -> Digests:
    """The hashes that an examiner's list states; lines that state none are told. Raises `Misuse`."""
    if not file.is_file():
        raise Misuse(f"no file lies at {file}: name the examiner's list of hashes")
    raw = file.read_bytes()
    found = manifest.stated(raw)
    if found.form == "cut":
        raise Misuse(f"{file} is a manifest that was changed or cut off: compare it with the seizure record")
    if found.form == "whole":
        sha256 = hashlib.sha256(raw).hexdigest()
        tell(
            f"{file.name} lists {len(found.hashes)} files; its SHA-256 is {sha256}: compare it with the seizure record"
        )
    elif not found.hashes:
        raise Misuse(f"{file} states no hash: a line holds a hash and a path, as sha256sum writes it")
    if found.unread:
        tell(f"{len(found.unread)} lines of {file.name} state no hash, the first is line {found.unread[0]}")
    return Digests(found.hashes, found.form == "whole")
