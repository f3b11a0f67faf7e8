# SPDX-License-Identifier: Apache-2.0
"""Lines a second of one core of the reader of exported WhatsApp chats, alone in one process: the median of five."""

import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.readers.folder_source import FolderSource

from suluh.model.talk import Message
from suluh.readers.whatsapp_text import WhatsAppText

LINES = 200_000
GOAL = 60_000
BLOCK = (
    "{day} {hour:02}.{minute:02} - Ani: paket 40 file 50rb ya kak\n"
    "{day} {hour:02}.{minute:02} - Budi: oke kak, saya transfer sekarang\n"
    "ke rekening yang kemarin ya: sudah\n"
    "{day} {hour:02}.{minute:02} - Ani: \u200eIMG-20250830-WA{minute:04}.jpg (file terlampir)\n"
    "{day} {hour:02}.{minute:02} - Budi: <Media tidak disertakan>\n"
    "{day} {hour:02}.{minute:02} - +62 812-3456-7890: siap, terima kasih\n"
)


def main() -> None:
    """Write a chat, read it five times, print the median."""
    blocks = (
        BLOCK.format(
            day=f"{1 + number // 2400 % 28:02}/{1 + number // 67200 % 12:02}/25",
            hour=number // 60 % 24,
            minute=number % 60,
        )
        for number in range(LINES // 6)
    )
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "chat.txt").write_text("".join(blocks), "utf-8")
        rates = [_rate(FolderSource(Path(folder), "chat.txt")) for _ in range(5)]
    rate = statistics.median(rates)
    print(f"whatsapp-text {rate:,.0f} lines/s (goal {GOAL:,}) {'pass' if rate >= GOAL else 'short'}")


def _rate(source: FolderSource) -> float:
    start = time.process_time()
    messages = sum(1 for record in WhatsAppText().read(source) if isinstance(record, Message))
    assert messages == LINES // 6 * 5
    return (LINES // 6 * 6) / (time.process_time() - start)


if __name__ == "__main__":
    main()
