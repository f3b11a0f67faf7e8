# SPDX-License-Identifier: Apache-2.0
"""Ten questions that an officer brings to a case, each with the clicks from the first page that answer it."""

import re

import pytest
from tests.desk.browser import links

ID = r"\w{26}"
QUESTIONS = [
    ("how much a person took or paid, and by what proof", ["persons", f"persons/{ID}"], "Uang, dalam angka"),
    ("by what booked line", ["deals", f"deals/{ID}", f"payments/{ID}"], "50.000,00"),
    ("why two accounts are one", ["waiting", f"links/{ID}"], "Alasan mendukung"),
    ("which group fed most sales", ["sources", f"conversations/{ID}"], "Saluran"),
    ("what was not processed, and what can be done", ["unprocessed"], "Yang dapat dilakukan"),
    ("where a figure stands", ["payments", f"payments/{ID}", f"files/{ID}"], "SHA256"),
    ("where a number occurs", ["search"], "satu nomor"),
    ("who it is, for a purpose", ["persons", f"persons/{ID}"], "Tampilkan ini utuh untuk suatu keperluan"),
    ("what waits for a decision", ["waiting"], "Benar: konfirmasi"),
    ("what was decided", ["decisions"], "Akun digabungkan"),
    ("what is to be done next", ["leads"], "bertransaksi dengan"),
]


@pytest.mark.parametrize(("question", "clicks", "answer"), QUESTIONS, ids=[one[0] for one in QUESTIONS])
def test_a_question_is_answered_in_three_clicks(desk, question, clicks, answer):
    browser = desk.enter()
    text = browser.get("/id/").text

    for click in clicks:
        address = next(one for one in links(text) if re.fullmatch(f"/id/{click}", one))
        text = browser.get(address).text

    assert question
    assert len(clicks) <= 3
    assert answer in text.replace("\xa0", " ")
