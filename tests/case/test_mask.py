# SPDX-License-Identifier: Apache-2.0
"""Masks hide what finds a person and keep what tells rows apart."""

import pytest

from suluh.case.gate import mask
from suluh.case.gate.mask import DOTS, Mask
from suluh.case.gate.seal import Seal

SEAL = Seal(b"a made-up secret")
KNOWN = Mask(
    SEAL, names=["Citra Lestari", "Yo", "WhatsApp"], accounts=["telegram:user1234567", "whatsapp:+62812345678"]
)


@pytest.mark.parametrize(
    ("account", "shown"),
    [
        ("whatsapp:+6281234567789", "whatsapp:+62 812••••789"),
        ("telegram:user1234567", "telegram:user1••••"),
        ("telegram:channel1234567890", "telegram:channel123••••890"),
        ("x:44196397/posts", "x:4••••/posts"),
        ("whatsapp:name/B-1/chat/Citra%20Lestari", "whatsapp:name/B••••/chat/C••••"),
        ("whatsapp:6281234567890-1600000000@g.us", "whatsapp:628••••000@g.us"),
        ("bca:0123456789", "bca:012••••789"),
        ("budi1990", "b••••"),
        ("x:@budi_h", "x:b••••"),
        ("email:budi@example.org", "email:b••••"),
    ],
)
def test_an_account_keeps_its_service_and_its_ends(account: str, shown: str) -> None:
    assert mask.account(account) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Halo CITRA, ini yo", "Halo C••••, ini y••••"),
        ("WhatsApp Chat with Citra Lestari.txt", "WhatsApp Chat with C•••• L••••.txt"),
        ("hubungi 0812-3456-7890", "hubungi 081••••890"),
        ("balasan memuat otomax:MU0042.", "balasan memuat otomax:M••••"),
        ("paper:paper-4, B-1, deal:ID", "paper:paper-4, B-1, deal:ID"),
        ("akun 1234567", "akun 1••••"),
        ("paket 40 file 50rb, total 1.500.000", "paket 40 file 50rb, total 1.500.000"),
        ("IMG_20250830_180000.jpg", "IMG_20250830_180000.jpg"),
        ("paid 2025-08-30T11:00:00Z or 2025-08-30 11:00", "paid 2025-08-30T11:00:00Z or 2025-08-30 11:00"),
        ("mail to citra@example.org, see https://t.me/citra and @citra_l", "mail to c••••, see h•••• and @••••"),
        ("of whatsapp:+6285711112222 at line:12", "of whatsapp:+62 857••••222 at line:12"),
        ("content " + "0123456789abcdef" * 4, "content " + "0123456789abcdef" * 4),
    ],
)
def test_words_keep_dates_amounts_and_hashes_and_lose_names_and_numbers(words: str, shown: str) -> None:
    assert KNOWN.text(words) == shown


@pytest.mark.parametrize(
    "path",
    [
        "recup_dir.12/f0123456789_foto.jpg",
        "img_ufed/$CarvedFiles/1/f1234567890.jpg",
        "Carved [1234567890].jpeg",
        "gambar/Carved-12345678901.jpg",
        "Unalloc_1234_0_53687091200",
    ],
)
def test_where_a_carved_file_began_stays_in_its_name(path: str) -> None:
    assert KNOWN.path(path) == path


def test_a_carved_name_that_is_a_number_of_the_case_is_masked() -> None:
    assert "0812345678" not in KNOWN.path("recup_dir.1/f0812345678.jpg")
    assert "081234567890" not in KNOWN.path("foto/f081234567890.jpg")


def test_words_of_ours_before_a_text_make_no_account_of_it() -> None:
    row = {"note": "unit:2 dan catatan", "who": "bca:0123456789"}

    masked = Mask(SEAL).row(row, dict.fromkeys(row, "object"))

    assert masked == {"note": "unit:2 dan catatan", "who": "bca:012••••789"}


def test_raw_bytes_of_a_path_are_left_out() -> None:
    masked = Mask(SEAL).row({"place": {"path": "a", "path_b64": "YQ=="}}, {"path": "path", "path_b64": "secret"})

    assert masked == {"place": {"path": "a", "path_b64": None}}


@pytest.mark.parametrize(
    "written",
    [
        "+62\u00a0812\u20113456\u20117890",
        "\u202a+62 812\u20103456\u20107890\u202c",
        "0812\u200b3456\u200b7890",
        "2025-08-30-081234567890",
    ],
)
def test_a_number_is_masked_whatever_stands_between_its_digits(written: str) -> None:
    assert "3456" not in Mask(SEAL).text(f"hub {written} ya")


@pytest.mark.parametrize("written", ["tgl 2025-08-30 18.00.05 ya", "30/08/2025 jam 18"])
def test_a_date_with_its_time_stays(written: str) -> None:
    assert Mask(SEAL).text(written) == written


@pytest.mark.parametrize("written", ["Bu\u200bdi", "Budi", "BUDI"])
def test_a_name_is_found_whatever_is_hidden_between_its_letters(written: str) -> None:
    assert Mask(SEAL, ["Bu\u2060di Santoso"]).text(f"kata {written} ya") == f"kata B{mask.DOTS} ya"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("WhatsApp Chat with Jual Beli Sepeda.txt", f"WhatsApp Chat with J{DOTS} B{DOTS} S{DOTS}.txt"),
        ("chat/JUAL_BELI-sepeda (2)/x.jpg", f"chat/J{DOTS}_B{DOTS}-s{DOTS} (2)/x.jpg"),
        ("Jual Beli/sepeda biru.txt", f"J{DOTS} B{DOTS}/s{DOTS} biru.txt"),
        ("jual beli mobil.txt", "jual beli mobil.txt"),
        ("Media/WhatsApp/Arisan 24.zip", f"Media/WhatsApp/A{DOTS} 2{DOTS}.zip"),
    ],
)
def test_titles_of_groups_are_masked_in_paths_where_they_stand_whole(path, shown):
    mask = Mask(SEAL, titles=["Jual Beli Sepeda", "Arisan 24", "Media", "\U0001f6b2"])

    assert mask.row({"path": path, "text": path}, {"path": "path", "text": "text"}) == {"path": shown, "text": path}
