# SPDX-License-Identifier: Apache-2.0
"""Every decision of a case as a paper says it: accounts by code, a child by theirs, deals by R-1."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import pairwise

from suluh.case.gate.seal import Seal
from suluh.case.line.line import LINE
from suluh.case.papers.examined.decisions_now import Standing
from suluh.case.papers.grounded import grounded
from suluh.case.papers.material import Material
from suluh.case.papers.parties import NOBODY, identifier
from suluh.case.papers.places import TO
from suluh.case.views.view import Keys
from suluh.model.people import ONE_CONVERSATION, Decision
from suluh.model.rules.conduct import ROLES, STATUSES
from suluh.model.talk import Conversation
from suluh.referral.papers.report import Rows
from suluh.referral.papers.values import Both, Cell, Language
from suluh.referral.papers.words import done, many, told

LANGUAGES: tuple[Language, Language] = ("en", "id")
"""In the order of `Both`."""

JUDGED: Mapping[str, str] = {"confirm-deal": "confirmed", "reject-deal": "rejected", "dispute-deal": "disputed"}
"""How a deal stands after a decision."""

DIGEST = 64
"""Characters of the digest of a layout: the id of a single statement has fewer."""

SHORT = 16
"""Characters of a digest that a paper prints."""

PAIRS: Mapping[str, Both] = {
    "confirm": Both("Confirmed that {one} and {other} go together", "Mengonfirmasi kaitan {one} dengan {other}"),
    "reject": Both("Rejected that {one} and {other} go together", "Menolak kaitan {one} dengan {other}"),
    "dispute": Both("Disputed that {one} and {other} go together", "Memperselisihkan kaitan {one} dengan {other}"),
    "retract": Both(
        "Took back what was decided of {one} and {other}", "Menarik kembali keputusan atas {one} dan {other}"
    ),
    "join": Both("Joined {one} and {other} as one person", "Menggabungkan {one} dan {other} sebagai satu orang"),
    "part": Both("Parted {one} from {other}: two persons", "Memisahkan {one} dari {other}: dua orang"),
}
"""Decisions on two accounts."""

TALKS: Mapping[str, Both] = {
    "confirm": Both("Joined {one} and {other} as one", "Menggabungkan {one} dan {other} sebagai satu percakapan"),
    "reject": Both("Kept {one} and {other} apart", "Memisahkan {one} dan {other}"),
    "dispute": Both("Disputed that {one} and {other} are one", "Memperselisihkan bahwa {one} dan {other} itu satu"),
    "retract": PAIRS["retract"],
}
"""Decisions on two conversations."""

SINGLE: Mapping[str, Both] = {
    "confirm-deal": Both("Confirmed the deal {one}", "Mengonfirmasi rangkaian {one}"),
    "reject-deal": Both("Rejected the deal {one}", "Menolak rangkaian {one}"),
    "dispute-deal": Both("Disputed the deal {one}", "Memperselisihkan rangkaian {one}"),
    "retract-deal": Both(
        "Took back what was decided of the deal {one}", "Menarik kembali keputusan atas rangkaian {one}"
    ),
    "role": Both("Gave {one} the role: {other}", "Memberi {one} peran: {other}"),
    "status": Both("Entered the legal status of {one}: {other}", "Mencatat status hukum {one}: {other}"),
    "category": Both("Gave the content {one} the category {other}", "Memberi isi {one} kategori {other}"),
    "zone": Both("Set the time zone of exhibit {one}: {other}", "Menetapkan zona waktu barang bukti {one}: {other}"),
    "layout": Both("Accepted how the statement {one} is read", "Menerima cara membaca rekening koran {one}"),
    "word": Both("Had the word \u201c{one}\u201d read as {other}", "Membaca kata \u201c{one}\u201d sebagai {other}"),
}
"""Decisions on one thing."""


@dataclass(frozen=True)
class Decided:
    """The decisions of a case."""

    material: Material

    def rows(self) -> Rows:
        """All of them, in their order."""
        return tuple(self._row(number, one) for number, one in enumerate(self._made, 1))

    @cached_property
    def _standing(self) -> Standing:
        """What decisions are about now."""
        return Standing(self.material)

    @cached_property
    def _made(self) -> list[Decision]:
        """Those that a paper says, in their order."""
        hidden = self.material.parties.hidden
        return sorted(
            (one for one in self.material.case.nouns(Decision) if not hidden.is_decision(one)),
            key=lambda one: one.order,
        )

    def _hidden(self) -> Iterator[Both]:
        """How many decisions are left out, as of protected accounts."""
        hidden = self.material.parties.hidden
        size = sum(map(hidden.is_decision, self.material.case.nouns(Decision)))
        if size:
            begins = "1 decision is" if size == 1 else f"{size} decisions are"
            yield Both(
                f"{begins} withheld: protected accounts. What is counted here does not hold them, and the numbers here "
                "are of those that stand here, without a gap.",
                f"{size} keputusan ditahan: akun terlindungi. Tidak termasuk dalam hitungan di sini, dan nomornya "
                "hanya menghitung yang tercantum di sini, tanpa celah.",
            )

    def facts(self) -> Iterator[Both]:
        """Who decided, how fast, with which words, and what still stands: facts alone, for a reader to weigh."""
        made = self._made
        yield from self._hidden()
        if not made:
            return
        by = Counter(one.by for one in made)
        who = ", ".join(f"{code} {size}" for code, size in sorted(by.items()))
        yield Both(f"Decisions by officer: {who}.", f"Keputusan menurut petugas: {who}.")
        gaps = [gap for code in by for gap in _gaps(one.at for one in made if one.by == code)]
        if gaps:
            seconds = int(min(gaps))
            yield Both(
                f"The shortest time between two decisions of one officer was {seconds} seconds.",
                f"Waktu terpendek antara dua keputusan petugas yang sama: {seconds} detik.",
            )
        same = max(Counter(one.reason for one in made if one.reason).values(), default=0)
        if same > 1:
            yield Both(
                f"The reason that came most often was entered {same} times in the same words.",
                f"Alasan yang paling sering dimasukkan {same} kali dengan kata yang sama.",
            )
        yield from self._unpaid()
        yield from self.rejected()
        yield from self._alone(made)
        yield from self._after(made[-1].at)
        yield from self._still(made)

    def _unpaid(self) -> Iterator[Both]:
        """Confirmed deals in which no booked line is: words of a decision on statements can be of none of theirs."""
        parties = self.material.parties
        confirmed = [one for one in parties.deals if one.judgement == "confirmed"]
        bare = ", ".join(parties.deal_codes[one.id] for one in confirmed if not one.payments)
        if bare:
            yield Both(
                f"Confirmed deals without any booked line: {bare}. Where the words of their decisions speak of a "
                "statement, no line of it is in the deal.",
                f"Rangkaian yang dikonfirmasi tanpa baris rekening: {bare}. Bila kata-kata keputusannya menyebut "
                "mutasi rekening, tidak ada barisnya dalam rangkaian itu.",
            )

    def rejected(self) -> Iterator[Both]:
        """How many deals that the program called supported officers rejected: measured rates do not hold them."""
        parties = self.material.parties
        found: dict[str | None, list[str]] = defaultdict(list)
        for one in parties.deals:
            if one.tier == "recorded":
                found[one.judgement].append(parties.deal_codes[one.id])
        left, size, whole = ", ".join(found["rejected"]), len(found["rejected"]), sum(map(len, found.values()))
        parts = [len(found[one]) for one in ("confirmed", "disputed", None)]
        open_ = f" ({', '.join(found[None])})" if found[None] else ""
        if left:
            yield Both(
                f"Of {many(whole - parts[2], 'deal')} of this case that the program called supported by a payment "
                f"record and on which an officer decided, officers rejected {size} ({left}), confirmed {parts[0]} and "
                f"dispute {parts[1]}; on {parts[2]} more that it called so nobody decided{open_}. "
                "The rates of D2, part 6, were measured on other data and do not hold this. The "
                "reasons and messages of what was rejected stand on no paper, only in the unit's own "
                "list.",
                f"Dari {whole - parts[2]} rangkaian perkara ini yang disebut program didukung catatan pembayaran dan "
                f"diputuskan petugas, {size} ditolak ({left}), {parts[0]} dikonfirmasi, dan {parts[1]} "
                f"diperselisihkan; {parts[2]} lagi yang juga disebut demikian belum diputuskan siapa pun{open_}. "
                "Tingkat kesalahan pada D2, bagian 6, diukur pada data lain dan tidak "
                "memuatnya; alasan dan pesannya tidak tercantum pada lembar mana pun, hanya dalam daftar satuan.",
            )

    def _alone(self, made: Sequence[Decision]) -> Iterator[Both]:
        """On what one officer alone decided: nobody else signed anything on the same."""
        signed: dict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
        for one in made:
            kind = "deal" if one.act.endswith("-deal") else "link" if one.act in PAIRS else "other"
            about = {one.left, one.right or ""} if kind == "link" else {one.left}
            signed[kind, frozenset(about)].add(one.by)
        codes = self.material.parties.deal_codes
        alone = [key for key, by in signed.items() if len(by) == 1]
        deals = [codes[name] for kind, about in alone if kind == "deal" for name in about if name in codes]
        links, others = (sum(kind == each for kind, _ in alone) for each in ("link", "other"))
        if alone:
            told = f" ({', '.join(sorted(deals, key=lambda code: (len(code), code)))})" if deals else ""
            yield Both(
                "Signed by one officer alone, with no decision of another on the same: "
                f"{many(len(deals), 'deal')}{told}, {many(links, 'link')}, {many(others, 'other thing')}.",
                f"Ditandatangani satu petugas saja, tanpa keputusan petugas lain tentang hal yang sama: {len(deals)} "
                f"rangkaian{told}, {links} kaitan, {others} hal lain.",
            )

    def _after(self, last: str) -> Iterator[Both]:
        """Which steps ended after the last decision."""
        moment = datetime.fromisoformat(last)
        finished = self.material.case.book.finished.items()
        names = {word for (word, _), entry in finished if datetime.fromisoformat(entry.at) > moment}
        steps = [step.deed.called for step in LINE if step.name in names and step.deed.called]
        if steps:
            english, indonesian = ("; ".join(one[place] for one in steps) for place in (0, 1))
            yield Both(
                f"Steps that ended after the last decision: {english}.",
                f"Langkah yang selesai sesudah keputusan terakhir: {indonesian}.",
            )

    def _still(self, made: Sequence[Decision]) -> Iterator[Both]:
        """How many of the decisions on deals stand on the deals as they are now."""
        latest = {one.left: one for one in made if one.act.endswith("-deal")}
        latest = {name: one for name, one in latest.items() if one.act in JUDGED}
        now = {one.id: one.judgement for one in self.material.parties.deals}
        if latest:
            still = sum(now.get(name) == JUDGED[one.act] for name, one in latest.items())
            yield Both(
                f"Of {many(len(latest), 'deal')} that were decided {still} stand so now: a decision holds as long as "
                "the messages and payments of its deal are those that it was made on.",
                f"Dari {len(latest)} rangkaian yang diputuskan, {still} sekarang masih berlaku: keputusan berlaku "
                "selama pesan dan pembayaran rangkaiannya sama dengan saat diputuskan.",
            )

    def _row(self, number: int, one: Decision) -> tuple[Cell, ...]:
        reason = self._ground(one)
        return number, told(one.act), self._about(one), self._sentence(one), reason, done(one.by, one.at)

    def _ground(self, one: Decision) -> Both | str | None:
        """Why, and by which paper; of a role or status that no paper of that number is entered, where none is."""
        reason = "; ".join(filter(None, (one.reason, one.document))) or None
        return reason if one.act not in {"role", "status"} else grounded(self.material.case, reason)

    def _sentence(self, one: Decision) -> Both:
        """What was decided, in words."""
        words, about, other = (
            self._words(one),
            self._about(one),
            self._with(one),
        )
        english, indonesian = (
            words.say(language).format(one=about.say(language), other=other.say(language)) for language in LANGUAGES
        )
        rule = told(one.rule) if one.act in PAIRS and one.rule and one.rule != ONE_CONVERSATION else None
        more = self._standing.told(one) if one.act in JUDGED else Both("", "")
        if rule is None:
            return Both(f"{english}.{more.english}", f"{indonesian}.{more.indonesian}")
        more = self._standing.link(one)
        return Both(f"{english}: {rule.english}.{more.english}", f"{indonesian}: {rule.indonesian}.{more.indonesian}")

    def _words(self, one: Decision) -> Both:
        if one.rule == ONE_CONVERSATION:
            return TALKS[one.act]
        return PAIRS[one.act] if one.act in PAIRS else SINGLE[one.act]

    def _about(self, one: Decision) -> Both:
        parties = self.material.parties
        if one.rule == ONE_CONVERSATION:
            return self._talk(one.left)
        if one.act.endswith("-deal"):
            code = self._standing.deal(one)[0]
            return _plain(code) if code else Both("that is no more", "yang tidak ada lagi")
        if one.act == "layout":
            statement = self.material.statements.get(one.left)
            if len(one.left) == DIGEST:
                return _plain(one.left[:SHORT])
            return self.account(statement.account) if statement and statement.account else _plain(NOBODY)
        if one.act in {"role", "status"} and parties.is_child(one.left):
            return _plain(parties.person(one.left))
        return _plain(one.left) if one.act in {"zone", "category", "word"} else self.account(one.left)

    def _with(self, one: Decision) -> Both:
        """What it is decided as, or with which account."""
        if one.right is None:
            return _plain(NOBODY)
        if one.rule == ONE_CONVERSATION:
            return self._talk(one.right)
        if one.act in PAIRS:
            return self.account(one.right)
        if one.act in {"role", "status"}:
            days = f" ({one.valid_from or '…'} {TO} {one.valid_to or '…'})" if one.valid_from or one.valid_to else ""
            word = (ROLES if one.act == "role" else STATUSES).get(one.right)
            english, indonesian = (word.english, word.indonesian) if word else (one.right, one.right)
            return Both(english + days, indonesian + days)
        return _plain(one.right)

    def _talk(self, name: str) -> Both:
        """A conversation by the key that lists show and by its exhibits: its id may name a child."""
        case = self.material.case
        key = Seal(case.secret).of(Keys(case, "conversation").of(name))
        held = sorted({one.place.exhibit for one in case.nouns(Conversation, {"conversation": name})})
        where = ", ".join(held) or NOBODY
        return Both(f"conversation {key} ({where})", f"percakapan {key} ({where})")

    def account(self, account: str) -> Both:
        """An account by person and code, in full where it is no child's; of a child's the service alone."""
        parties, service = self.material.parties, told(account.partition(":")[0])
        person = parties.person(account)
        if parties.is_child(account):
            return Both(
                f"an account of {person} ({service.english})", f"sebuah akun milik {person} ({service.indonesian})"
            )
        english, indonesian = (
            f"{parties.account(account)} ({person}, {service.say(language)} {identifier(account)})"
            for language in LANGUAGES
        )
        return Both(english, indonesian)


def _gaps(moments: Iterable[str]) -> Iterator[float]:
    """The seconds between each moment and the next."""
    times = sorted(map(datetime.fromisoformat, moments))
    return ((later - sooner).total_seconds() for sooner, later in pairwise(times))


def _plain(text: str) -> Both:
    """What is the same in both languages."""
    return Both(text, text)
