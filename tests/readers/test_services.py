# SPDX-License-Identifier: Apache-2.0
"""A tool's own name for an app is a service by whole words alone."""

from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.talk import Message
from suluh.readers.apps.phones import account_of
from suluh.readers.claim import claimants
from suluh.readers.leapp.tables import _service
from suluh.readers.ufdr.parties import service_of


@pytest.mark.parametrize(
    ("source", "service"),
    [
        ("Kik Messenger", "kik"),
        ("Viber Messenger", "viber"),
        ("Messenger", "facebook"),
        ("Facebook Messenger", "facebook"),
        ("Online Dating", "online-dating"),
        ("Skyline", "skyline"),
        ("LINE", "line"),
        ("WhatsApp Business", "whatsapp"),
        ("TikTok", "tiktok"),
        ("Native Messages", "phone"),
    ],
)
def test_a_service_is_known_by_whole_words(source: str, service: str) -> None:
    assert service_of(source) == service


@pytest.mark.parametrize(
    ("texts", "service"),
    [
        (("Simobi", "simobiTransfers", "Simobi Transfers", "simobi_transfers"), "simobi"),
        (("Kik Messenger", "kikMessages", "Kik", "kik_messages"), "kik"),
        (("IMO", "imoHD", "IMO HD", "imo_hd"), "imo"),
        (("Call Logs", "callLogs", "Calls", "call_logs"), "phone"),
    ],
)
def test_a_table_is_of_a_service_by_whole_words(texts: tuple[str, ...], service: str) -> None:
    assert _service(*texts) == service


def test_a_mail_address_is_one_account_whatever_wrote_it(tmp_path: Path) -> None:
    """iMessage's own database and a program that exports it name an address alike."""
    lines = "Jan 01, 2026  7:00:00 AM\nuji@contoh.invalid\nhalo\n\nJan 01, 2026  7:01:00 AM\nMe\nya\n\n"
    (tmp_path / "uji@contoh.invalid.txt").write_text(lines, "utf-8")
    source = FolderSource(tmp_path, "uji@contoh.invalid.txt")
    [(reader, _)] = claimants(source)

    senders = {one.sender for one in reader.read(source) if isinstance(one, Message)}

    assert account_of("UJI@contoh.invalid", "B-1") in senders
