# SPDX-License-Identifier: Apache-2.0
"""What officers decide: each decision is kept for ever, and says what the officer saw."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from typing import Literal, NamedTuple

from suluh.case.acts.intake import check_day, check_zone
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import exhibits
from suluh.case.gate.cited import Cited
from suluh.case.gate.seal import Seal, is_id
from suluh.case.gate.viewer import views
from suluh.case.keep import Act, Check, nothing
from suluh.case.lease import turn
from suluh.case.rights import ADD, CATEGORISE, DECIDE, need
from suluh.case.views.conversations import names_of
from suluh.case.views.records import joined_talks
from suluh.deals.decided import held_by, words_on
from suluh.deals.words.same_as import by_word, pair
from suluh.model.body import Noun, body, kind_of
from suluh.model.errors import Changed, Misuse, UnknownObject
from suluh.model.ids import make_id
from suluh.model.intake import Content, Exhibit, Standing
from suluh.model.people import ONE_CONVERSATION, Decision, Link, Person
from suluh.model.rules.conduct import role_named, status_named
from suluh.model.rules.holders import own_accounts
from suluh.model.rules.spoken import standing
from suluh.model.talk import Account, Conversation, Message
from suluh.model.times import utc
from suluh.model.trade import Deal
from suluh.persons.decided import by_talks
from suluh.readers.copies.bounds.two import SAYS, Shows, shows, two
from suluh.readers.copies.proposed import link_id
from suluh.readers.copies.talks import known_talks

LinkAct = Literal["confirm", "reject", "dispute", "retract"]


def decide_link(case: Case, link: str, act: LinkAct, reason: str, seen: str | None = None) -> Decision:
    """Confirm, reject, dispute or retract a link. Raises `Changed` when it is not what the officer saw.

    Link and `seen` are given as lists show them; the reason, which is kept, allows them as the case file has them.
    """
    need(case, DECIDE)
    name = Cited(case, views(), plain=True).one("links", link)
    found = next(case.rows.by_column(Link, "id", [name]))
    now = digest_of(found)
    if seen is not None and seen not in {now, Seal(case.secret).of(now)}:
        raise Changed(
            f"link {link} changed since it was shown; {_now(found)}: look at it again and give its new `seen`"
        )
    if act == "confirm" and found.rule == ONE_CONVERSATION:
        _check_one(case, found.left, found.right)
    if act == "retract" and found.rule == ONE_CONVERSATION:
        _check_own_word(case, name)
    rests = _Rests(still=_still(case, Link, name, now))
    pairs = [(found.left, found.right)]
    return _keep_all(case, act, pairs, rests, link=name, rule=found.rule, reason=reason, seen=now)[0]


def _still(case: Case, kind: type[Link | Deal], name: str, seen: str) -> Check:
    """What raises `Changed` where a link or a deal is not the same any more when the word on it is written."""

    def check() -> None:
        found = next(iter(case.rows.by_column(kind, "id", [name])), None)
        if found is None or digest_of(found) != seen:
            raise Changed(f"a run changed this {kind_of(kind)} just now: look at it again, then decide")

    return check


def _now(link: Link) -> str:
    """What a link says now, without a word that could name anybody."""
    score = "none" if link.score is None else f"{link.score / 1_000_000:.6f}"
    reasons = (
        ", ".join(sorted(one.rule for one in side)) or "none" for side in (link.reasons_for, link.reasons_against)
    )
    return f"it is now {link.judgement} by {link.rule}, score {score}, for: {next(reasons)}, against: {next(reasons)}"


def digest_of(seen: Noun) -> str:
    """The digest of what an officer sees of a link, a deal or a statement."""
    return hashlib.sha256(body(seen)).hexdigest()


def decide_deal(case: Case, deal: str, act: LinkAct, reason: str, seen: str | None = None) -> Decision:
    """Confirm, reject, dispute or retract a deal. Raises `Changed` when it is not what the officer saw.

    The word is kept with the messages and payments of the deal: on another set it does not stand.
    """
    need(case, DECIDE)
    name = Cited(case, views(), plain=True).one("deals", deal)
    found = next(case.rows.by_column(Deal, "id", [name]))
    now = digest_of(found)
    if seen is not None and seen not in {now, Seal(case.secret).of(now)}:
        raise Changed(
            f"deal {deal} changed since it was shown; it is now {found.kind}, {found.state}, {found.tier}, "
            f"{found.judgement or 'suggested'}, on {len(found.messages)} messages and {len(found.payments)} payments: "
            "look at it again and give its new `seen`"
        )
    if act == "retract" and not words_on(found, case.nouns(Decision)):
        raise Misuse(f"no word stands on deal {deal} as it is now: there is nothing to take back")
    rests = _Rests(held_by(found), _still(case, Deal, name, now))
    return _keep_all(case, f"{act}-deal", [(name, None)], rests, reason=reason, seen=now)[0]


def decide_pair(case: Case, act: Literal["join", "part"], left: str, right: str, reason: str) -> list[Decision]:
    """Say that two accounts are one person, or are not; a person's id stands for its accounts at this moment.

    Of two conversations, named by their keys, the same says that they are one, or are not.
    """
    need(case, DECIDE)
    talks = [_talk(case, name) for name in (left, right)]
    if any(talks):
        return [_decide_talks(case, act, (talks[0], talks[1]), reason)]
    pairs = [sorted((one, two)) for one in accounts_of(case, left) for two in accounts_of(case, right)]
    if any(one == two for one, two in pairs):
        raise Misuse(f"{left} and {right} share an account: name two different ones")
    return _keep_all(case, act, sorted({(one, two) for one, two in pairs}), reason=reason)


def _decide_talks(
    case: Case, act: Literal["join", "part"], pair: tuple[str | None, str | None], reason: str
) -> Decision:
    """Say that two conversations are one, or are not: a word on their link, whether anything proposed it or not."""
    one, other = pair
    if one is None or other is None or one == other:
        raise Misuse(
            "two different conversations are joined or parted, or two accounts: name two keys that "
            "`suluh show CASE conversations` lists; of two that are one already decide on their link"
        )
    left, right = sorted((one, other))
    if act == "join":
        _check_one(case, left, right)
    word = "confirm" if act == "join" else "reject"
    link = link_id((left, right))
    return keep_decision(case, word, left, right, link=link, rule=ONE_CONVERSATION, reason=reason)


def _talk(case: Case, name: str) -> str | None:
    """The conversation of a key, or of the id that the case file has; null where it is none, or an account."""
    if not is_id(name):
        is_talk = case.rows.count(Conversation, {"conversation": name}) and not _is_account(case, name)
        return name if is_talk else None
    with suppress(UnknownObject):
        return names_of(case).get(Cited(case, views(), plain=True).one("conversations", name))
    return None


def _check_own_word(case: Case, link: str) -> None:
    """Raise `Misuse` where no word of the acting officer stands on a link of two conversations."""
    words, _, _ = standing(by_talks(case.nouns(Decision)).get(link, ()))
    if case.acting.key.code not in {one.by for one in words}:
        raise Misuse(
            "no word of yours stands on this link: there is nothing to take back. To keep apart two conversations that "
            "the program joined, reject the link; to speak against another officer's word, reject or dispute it"
        )


def _check_one(case: Case, left: str, right: str) -> None:
    """Raise `Misuse` where two conversations, with those that are one with them, can never be one."""
    joints = [one for one in joined_talks(case) if not {left, right}.isdisjoint(one.members)]
    names = sorted({left, right}.union(*(one.members for one in joints)))
    own = {label: one.stated for label, one in own_accounts(exhibits(case.rows), case.nouns(Account)).items()}
    why = two([_shown(case, name, own) for name in names], (same for one in joints for same in one.same))
    if why is not None:
        raise Misuse(
            f"these and all that are one with them are no one conversation: {SAYS[why][0]}; no word joins them. If "
            "an account of an exhibit is missing or wrong, correct that first; if others were joined wrongly, part "
            "these first"
        )


def _shown(case: Case, name: str, own: Mapping[str, AbstractSet[str]]) -> Shows:
    """What a conversation shows of who is in it."""
    order = {one.file: (one.position, one.file) for one in _standings(case, name)}
    known = known_talks(case.nouns(Conversation, {"conversation": name}), order)
    wrote = {one.sender for one in case.nouns(Message, {"conversation": name}) if one.sender is not None}
    return shows(name, known[name], wrote, own)


def _standings(case: Case, name: str) -> Iterator[Standing]:
    """Where each file that tells of a conversation stands in the order of `add`."""
    for file in sorted({one.place.file for one in case.nouns(Conversation, {"conversation": name})}):
        yield from case.nouns(Standing, {"file": file})


def accounts_of(case: Case, name: str) -> tuple[str, ...]:
    """The account of this name, or those that the person of this id has at this moment. Raises `UnknownObject`."""
    if is_id(name):
        person = Cited(case, views(), plain=True).one("persons", name)
        return next(case.rows.by_column(Person, "id", [person])).accounts
    if _is_account(case, name):
        return (name,)
    raise UnknownObject(f"the case has no account {name}: `suluh show CASE accounts --purpose ...` lists them")


def _is_account(case: Case, name: str) -> bool:
    held = case.rows.count(Account, {"account": name})
    return bool(held) or any(name in person.accounts for person in case.nouns(Person))


def digest_of_accounts(case: Case, name: str) -> str:
    """The digest of the accounts that a name stands for at this moment, as an officer sees it."""
    return Seal(case.secret).of(_digest(accounts_of(case, name)))


def _digest(accounts: tuple[str, ...]) -> str:
    return hashlib.sha256("\n".join(sorted(accounts)).encode()).hexdigest()


def decide_role(
    case: Case, account: str, role: str, reason: str, days: tuple[str, str | None], seen: str | None = None
) -> list[Decision]:
    """Give an account's holder a role in the case, dated and sourced: all of its accounts, or none.

    Raises `Changed` when `seen`, of `digest_of_accounts`, is not of the accounts that the holder has now.
    """
    need(case, DECIDE)
    code = role_named(role)
    start, end = days
    check_day(start)
    check_day(end)
    if start > (end or "~"):
        raise Misuse(f"the role is from {start} to {end}: the first day comes first")
    pairs = [(one, code) for one in _as_seen(case, account, seen)]
    return _keep_all(case, "role", pairs, reason=reason, valid_from=start, valid_to=end)


def _as_seen(case: Case, name: str, seen: str | None) -> tuple[str, ...]:
    """The accounts that a name stands for. Raises `Changed` when an officer saw others."""
    accounts = accounts_of(case, name)
    if seen is not None and seen != Seal(case.secret).of(_digest(accounts)):
        raise Changed(
            f"the accounts of this holder changed since they were shown; there are {len(accounts):,} by now: "
            "look at them again, then decide"
        )
    return accounts


def decide_status(
    case: Case, account: str, status: str, document: str, day: str, seen: str | None = None
) -> list[Decision]:
    """Record a legal status; only a document gives one. Raises `Changed` as `decide_role` does."""
    need(case, DECIDE)
    code = status_named(status)
    check_day(day)
    if not document.strip():
        raise Misuse("only a paper gives a legal status: name its number with --document")
    pairs = [(one, code) for one in _as_seen(case, account, seen)]
    return _keep_all(case, "status", pairs, document=document, valid_from=day)


def decide_category(case: Case, sha256: str, category: str) -> Decision:
    """Record a category that a person gave to a content, as ``SCHEME:CODE``."""
    need(case, CATEGORISE)
    scheme, mark, code = category.partition(":")
    if not (scheme and mark and code):
        raise Misuse(f"{category!r} is no category: write it as SCHEME:CODE")
    if not case.rows.count(Content, {"sha256": sha256.lower()}):
        raise UnknownObject(f"the case has no content {sha256}: `suluh show CASE files` lists them")
    return keep_decision(case, "category", sha256.lower(), right=category)


def decide_zone(case: Case, exhibit: str, zone: str, reason: str) -> Decision:
    """State the time zone of an exhibit's clocks; only derived steps run again."""
    need(case, ADD)
    check_zone(zone)
    if not case.rows.count(Exhibit, {"label": exhibit}):
        raise UnknownObject(f"the case has no exhibit {exhibit}: `suluh show CASE exhibits` lists them")
    return keep_decision(case, "zone", exhibit, right=zone, reason=reason)


def decide_words(case: Case, words: Mapping[str, str], reason: str) -> list[Decision]:
    """Say that words are read as known ones, or one as itself again; what is a word is told by `same_as.pair`.

    Raises `Misuse` for what is no word or not known, and for a word that is read as one that is read as another.
    """
    need(case, DECIDE)
    pairs = [pair(word, known) for word, known in sorted(words.items())]
    standing = by_word(case.nouns(Decision)) | dict(pairs)
    for word, known in pairs:
        if word != known and standing.get(known, known) != known:
            raise Misuse(
                f"{word!r} would be read as {known!r}, which is itself read as {standing[known]!r}: name that word"
            )
    if not pairs:
        raise Misuse("no word was named: write the word and the known one as which it is read")
    return _keep_all(case, "word", pairs, reason=reason)


class _Rests(NamedTuple):
    """On what a word rests: the messages and payments of a deal, and that it is still what the officer saw."""

    holds: tuple[str, ...] = ()
    still: Check = nothing


def keep_decision(case: Case, act: str, left: str, right: str | None = None, **fields: str | None) -> Decision:
    """Number, sign and keep a decision."""
    return _keep_all(case, act, [(left, right)], None, **fields)[0]


def _keep_all(
    case: Case,
    act: str,
    pairs: Sequence[tuple[str, str | None]],
    rests: _Rests | None = None,
    **fields: str | None,
) -> list[Decision]:
    """Number and sign one decision for each left and right, and keep all of them in one entry or none."""
    if not ((fields.get("reason") or "").strip() or fields.get("document") or act == "category"):
        raise Misuse("a decision needs its reason in words: give it with --reason")
    holds, still = rests or _Rests()
    with turn(case.folder):
        first = 1 + max((one.order for one in case.nouns(Decision)), default=0)
        decisions = [
            Decision(
                id=make_id("decision", order, act, left, right or ""),
                act=act,  # type: ignore[arg-type] # callers name the acts of the model
                left=left,
                right=right,
                holds=holds,
                order=order,
                by=case.acting.key.code,
                at=utc(case.acting.now()),
                **fields,
            )
            for order, (left, right) in enumerate(pairs, first)
        ]
        case.keep(Act("decide", pairs[0][0], {"act": act}), decisions, still)
    return decisions
