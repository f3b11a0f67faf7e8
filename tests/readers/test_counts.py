# SPDX-License-Identifier: Apache-2.0
"""Messages per sample file equal counts that were made by hand.

How each count was made, without any code of ours:

- exported chats: ``grep -cE '^\\[?[0-9]+/[0-9]+/[0-9]+,? [0-9]+:[0-9]+' FILE`` counts lines that begin with a date
  and a time, then the file was read by eye: 9, 9 and 13;
- Telegram: ``grep -cE '"type": "(message|service|unsupported)"' FILE``: each message has one such line of its own,
  and no other object bears one of the three words: 50, 3 and 6.
"""

from pathlib import Path

import pytest
from tests.readers.fixtures import DATA, Fixture, claimed, records

from suluh.model.talk import Message

COUNTS = {
    "whatsapp-text/chatminer_test_ddmmyy_24hrs": 9,
    "whatsapp-text/chatminer_test_mmddyy_24hrs": 9,
    "whatsapp-text/chm_en_mixed_2023-10": 13,
    "telegram-json/telegram_2020-01": 50,
    "telegram-json/telegram_2021-05": 3,
    "telegram-json/telegram_2025-12": 6,
}


@pytest.mark.parametrize("name", sorted(COUNTS))
def test_messages_per_file_equal_a_count_made_by_hand(name: str, tmp_path: Path) -> None:
    [source] = claimed(Fixture(name.partition("/")[0], DATA / name).sources(tmp_path))

    found = sum(1 for record in records(source) if isinstance(record, Message))

    assert found == COUNTS[name]
