# SPDX-License-Identifier: Apache-2.0
"""What a case hints of accounts and names: shared, sold, used anew, taken over, borne by others."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from suluh.case.papers.hints.subject import Subject, lines_of, words_of
from suluh.case.papers.reasons.against.apart import of_names
from suluh.case.papers.remark import Remark, hint, on
from suluh.model.rules.holders import called_own
from suluh.model.talk import Contact, Message
from suluh.referral.papers.values import Both

GAP_DAYS = 180
_TAKEN = re.compile(r"\b(dibajak|diretas|kena hack|di-?hack|hacked|akun.{0,12}diambil)\b", re.IGNORECASE)
UNSAID = Both(
    "not said on this paper: who bears the same name tells the name",
    "tidak disebut pada lembar ini: pemakai nama yang sama menunjukkan namanya",
)


def shared(one: Subject) -> Iterator[Remark]:
    """Several own names or numbers on one exhibit."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    numbers: dict[str, set[str]] = defaultdict(set)
    for sighting in called_own(one.material.accounts):
        label, digits = sighting.place.exhibit, sighting.account.partition(":")[2]
        if label in one.exhibits:
            names[label] |= {name.casefold(): f"“{one.material.whole(name)}”" for name in sighting.names}
            numbers[label] |= {digits} if digits.startswith("+") else set()
    for label in sorted({*names, *numbers}):
        if max(len(names[label]), len(numbers[label])) > 1:
            listed = ", ".join(sorted((*numbers[label], *names[label].values())))
            yield hint(
                f"{label} calls several names or numbers its own: {listed}",
                f"{label} menyebut beberapa nama atau nomor sebagai miliknya: {listed}",
            )


def sold(one: Subject) -> Iterator[Remark]:
    """The holder of an account goes by no name of the person."""
    words = {word for name in one.names for word in words_of(name)}
    holders = {(s.account, s.holder) for s in one.material.statements.values() if s.account and s.holder}
    ends = {
        line.beneficiary if deal.seller in one.held else line.payer
        for deal in one.deals
        for line in lines_of(one, deal)
    }
    for account, holder in sorted((account, holder or "") for account, holder in holders):
        if (account in ends or account in one.held) and words and words.isdisjoint(words_of(holder)):
            who = one.trade.lines.side(account, holder)
            yield hint(
                f"no word of the holder's name is one of theirs: {who.english}",
                f"tidak ada kata nama pemilik yang sama dengan namanya: {who.indonesian}",
            )
    seen: set[tuple[str | None, str]] = {(account, holder or "") for account, holder in holders}
    for line in one.lines:
        sells = line.beneficiary in one.held
        name = line.beneficiary_name if sells else line.payer_name
        end = line.beneficiary if sells else line.payer
        if name and words and words.isdisjoint(words_of(name)) and (end, name) not in seen:
            seen.add((end, name))
            who = one.trade.lines.side(end, name)
            yield hint(
                f"a booked line names another: {who.english}",
                f"satu baris rekening menyebut nama lain: {who.indonesian}",
            )


def recycled(one: Subject) -> Iterator[Remark]:
    """A long silence of a number, or another name for it on another exhibit."""
    numbers = {account for account in one.held if account.partition(":")[2].startswith("+")}
    for account in sorted(numbers):
        code = one.material.parties.account(account)
        days = sorted(
            {
                (m.sent.at or m.sent.local or "")[:10]
                for m in one.material.case.nouns(Message, {"sender": account})
                if m.sent
            }
            - {""}
        )
        for before, after in pairwise(days):
            gap = (datetime.fromisoformat(after) - datetime.fromisoformat(before)).days
            if gap > GAP_DAYS:
                yield hint(
                    f"{code}: silent for {gap} days, {before} to {after}",
                    f"{code}: diam selama {gap} hari, {before} sampai {after}",
                )
        called: dict[str, set[str]] = defaultdict(set)
        for contact in one.material.case.nouns(Contact, {"account": account}):
            called[contact.place.exhibit].add(one.material.whole(contact.name))
        for left, right in pairwise(sorted(called)):
            if {w for n in called[left] for w in words_of(n)}.isdisjoint(w for n in called[right] for w in words_of(n)):
                listed = f"{left}: {', '.join(sorted(called[left]))}; {right}: {', '.join(sorted(called[right]))}"
                yield hint(
                    f"{code} goes by other names elsewhere: {listed}", f"{code} disebut dengan nama lain: {listed}"
                )


def namesake(one: Subject) -> Iterator[Remark]:
    """How many bear a name of theirs here, and under which codes: of a child none, and of a buyer on D3 alone."""
    bearers: dict[str, set[str]] = defaultdict(set)
    parties = one.material.parties
    if any(map(parties.is_child, one.held)):
        yield Remark(UNSAID, "none")
        return
    held = {parties.person(name) for name in parties.children}
    if not one.is_seller:
        held |= {parties.person(deal.buyer) for deal in parties.deals}
    for account, names in one.material.names.items():
        for name in names:
            bearers[" ".join(words_of(name))].add(parties.person(account))
    for name in sorted({" ".join(words_of(name)) for name in one.names} - {""}):
        told = one.material.whole(name)
        others = bearers[name] - {parties.person(min(one.held))}
        if others:
            shown = sorted(others - held, key=lambda code: (len(code), code))
            left = len(others) - len(shown)
            english = [*shown, f"{left} whose code does not stand on this paper"] if left else shown
            indonesian = [*shown, f"{left} yang kodenya tidak tercantum pada lembar ini"] if left else shown
            yield hint(
                f"“{told}”: others in this case who go by it, {len(others)}: {', '.join(english)}",
                f"“{told}”: {len(others)} orang lain dalam perkara ini memakainya: {', '.join(indonesian)}",
            )
        if " " not in name:
            yield hint(f"“{told}” is a name of one word", f"“{told}” adalah nama satu kata")
    for deal in one.deals:
        for said in of_names(one.material, deal):
            yield on(parties.deal_codes[deal.id], said)


def taken_over(one: Subject) -> Iterator[Remark]:
    """An account in use on several devices, or words that say it was taken."""
    seen: dict[str, set[str]] = defaultdict(set)
    for sighting in called_own(one.material.accounts):
        if sighting.account in one.held:
            seen[sighting.account].add(sighting.place.exhibit)
    for account, labels in sorted(seen.items()):
        if len(labels) > 1:
            code, listed = one.material.parties.account(account), ", ".join(sorted(labels))
            yield hint(f"{code} is in use on {listed}", f"{code} dipakai pada {listed}")
    said = sum(
        bool(_TAKEN.search(m.text))
        for account in sorted(one.held)
        for m in one.material.case.nouns(Message, {"sender": account})
        if m.text
    )
    if said:
        yield hint(
            f"{said} of their messages {'speaks' if said == 1 else 'speak'} of an account that was taken",
            f"{said} pesannya menyebut akun yang diambil alih",
        )
