# SPDX-License-Identifier: Apache-2.0
"""A tool's own name for an app is a service by whole words alone."""

import pytest

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
