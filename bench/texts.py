# SPDX-License-Identifier: Apache-2.0
"""What the worst messages cost: seconds for one of 65,536 characters to be read, traded, shown, masked and exported."""

import base64
import random
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.readers.folder_source import FolderSource

from suluh.case.gate.mask import Mask
from suluh.case.gate.seal import Seal
from suluh.deals.facts.parties import parties
from suluh.deals.words.signals import signals
from suluh.desk.web.visible import on_one_line, visible
from suluh.model.body import body
from suluh.model.place import Place
from suluh.model.rules.lost import Lost
from suluh.model.talk import Message
from suluh.model.times import Dated
from suluh.model.trade import Payment, Statement
from suluh.readers.whatsapp_text import WhatsAppText
from suluh.referral.cells import table
from suluh.workers.child.plain import plain

SIZE, GOAL = 65_536, 0.2
ROUNDS = 3
"""How often each is measured where nothing else is asked for; the best counts."""

PLACE = Place(exhibit="B-1", acquisition="1", path="a", file="f")
SEAL = Seal(b"a secret that this bench made up")
NOISE = random.Random(1).randbytes(SIZE)  # noqa: S311 # bytes that nothing can be guessed from

WORST: Mapping[str, str] = {
    "digits": "0123456789",
    "digits and underscores": "0899_0000_",
    "digits in groups": "999.000.",
    "digits and blanks": "0 8 9 ",
    "amounts": "50rb ",
    "letters of an amount": "rb",
    "offers": "paket 40 file 50rb, ",
    "number words": "dua puluh ",
    "parentheses": "(",
    "digits in parentheses": "(0) ",
    "colons": "a:",
    "times": "18:00 ",
    "at signs": "a@",
    "hyphens": "a-",
    "emoji": "\U0001f600",
    "marks that turn text": "\u202e",
    "invisible digits": "0\u200b",
    "letters for digits": "o0l1",
    "addresses": "https://example.org/a ",
    "one address": "https://a",
    "blanks": " ",
    "line ends": "\n",
    "words of trade": "jual beli transfer bayar ",
    "hashes": "0123456789abcdef0123456789abcdef ",
    "accounts": "whatsapp:+62899000000 ",
    "pairs of hex": "8f ",
    "a file in base64": base64.b64encode(NOISE).decode(),
    "bytes of a picture": NOISE.decode("utf-8", "backslashreplace").replace("\n", " "),
}
"""What each message repeats until it is full."""


def main() -> int:
    """Every message through every stage, the best of a few rounds."""
    slow, worst, rounds = 0, 0.0, int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    for name, piece in WORST.items():
        text = f"5 {piece * (SIZE // len(piece) + 1)}"[:SIZE]
        seconds = {stage: _best(work, text, rounds) for stage, work in STAGES.items()}
        slow += max(seconds.values()) > GOAL
        worst = max(worst, *seconds.values())
        print(f"{name:24}" + "".join(f"  {stage} {1000 * one:6.1f} ms" for stage, one in seconds.items()))
    print(f"{slow} of {len(WORST)} over {GOAL} s in some stage; at most {worst:.3f} s")
    return min(slow, 1)


def _best(work: Callable[[str], object], text: str, rounds: int) -> float:
    found = 1e9
    for _ in range(rounds):
        start = time.process_time()
        work(text)
        found = min(found, time.process_time() - start)
    return found


def _read(text: str) -> None:
    """The reader and what a worker does with its records."""
    shown = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    lines = f"30/08/25 18.00 - Ani: halo\n30/08/25 18.01 - Budi: {shown}\n30/08/25 18.02 - Ani: ok\n"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "chat.txt").write_text(lines, "utf-8")
        source = FolderSource(Path(folder), "chat.txt")
        assert WhatsAppText().claims(source)
        records = [plain(one) for one in WhatsAppText().read(source)]
    assert sum(isinstance(one, Message) for one in records) == 3
    assert all(map(body, records))


def _deals(text: str) -> None:
    """What the step `deals` reads in one message."""
    statement = Statement(id="s", account="bca:0123456789", place=PLACE, holder="ANI")
    paid = Payment(
        id="p", statement="s", amount_minor=5_000_100, amount_as_written="50001", currency="IDR", channel="bank",
        incoming=True, place=PLACE, payer="bca:9876543210", payer_name="BUDI CONTOH", reference="12345678901",
    )  # fmt: skip
    sides = parties([], [], [statement], [paid], {})
    one = Message(id="m", conversation="whatsapp:chat/a", kind="text", place=PLACE, sender="whatsapp:+62811", text=text)
    lost = Lost("deals")
    for signal in signals([[Dated(one, None)]], sides, lost):
        signal.options()
    assert not list(lost.flaws)


def _masked(text: str) -> None:
    numbers = [f"whatsapp:+62{'8123456789012'[:length]}" for length in range(6, 14)]
    Mask(SEAL, ["Citra Lestari", "Budi"], numbers).text(text)


def _shown(text: str) -> None:
    visible(text)
    on_one_line(text, 200)


def _exported(text: str) -> None:
    table(["text"], [[text]])


STAGES: Mapping[str, Callable[[str], object]] = {
    "read": _read,
    "deals": _deals,
    "mask": _masked,
    "show": _shown,
    "export": _exported,
}


if __name__ == "__main__":
    raise SystemExit(main())
