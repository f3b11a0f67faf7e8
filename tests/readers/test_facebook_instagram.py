# SPDX-License-Identifier: Apache-2.0
"""What the reader of Facebook's and Instagram's downloads promises beyond the contract of all readers."""

import json
from pathlib import Path

import pytest
from tests.readers.fixtures import DATA, Fixture, records
from tests.readers.folder_source import FolderSource

from suluh.model.talk import Message
from suluh.readers.apps.mended import Mender
from suluh.readers.facebook_instagram import FacebookInstagram


@pytest.mark.parametrize("text", ["paket 🔥", "Rp50.000", "é", "naïve", "日本", ""])
def test_a_text_is_mended_where_it_was_broken_and_kept_where_it_was_not(text: str) -> None:
    broken = text.encode().decode("latin-1")

    assert (Mender().text(broken), Mender().text(text)) == (text, text)


def test_several_files_of_a_conversation_are_one(tmp_path: Path) -> None:
    sources = Fixture("facebook-instagram", DATA / "facebook-instagram" / "instagram").sources(tmp_path)

    assert len({one.conversation for source in sources for one in records(source) if isinstance(one, Message)}) == 1


@pytest.mark.parametrize("written", [{"messages": []}, {"messages": [{"id": 1}]}, {"participants": [], "x": 1}, []])
def test_other_files_are_claimed_by_nobody(written: object, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(written), "utf-8")

    assert FacebookInstagram().claims(FolderSource(tmp_path, "a.json")) is None
