# SPDX-License-Identifier: Apache-2.0
"""Made-up cases play scripts that people wrote: with the world's own identities, files, money and truth."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from itertools import combinations

import msgspec
import pypdfium2
import pytest
from tests.simulator.shown import perfect
from tests.simulator.test_simulate import sums
from training.corpus import apart, writers

from suluh.simulator.score import score
from suluh.simulator.scripts.drawn import drawn
from suluh.simulator.scripts.performance import Performance
from suluh.simulator.scripts.script import Script, scripts, words
from suluh.simulator.scripts.slots import nick
from suluh.simulator.simulate import live, simulate
from suluh.simulator.world.trade import Size
from suluh.simulator.world.world import World

SMALL = {"buyers": 8, "deals": 25, "days": 30, "pictures": 60, "picture_side": 32, "played": 0.6}
SIZE = Size(sellers=2, buyers=8, deals=25, days=30, pictures=30, played=0.6)
FORMATS = ("msgstore", "text", "telegram")

TURNS = (
    {"wait": 0, "by": "B", "text": "bang Sarno, 40 wallpaper brp", "acts": ["ask"]},
    {"wait": 2, "by": "S", "text": "50\n{bank} {acct} an {holder}", "acts": ["price", "payhow"]},
    {"wait": 3, "pay": {"from": "B", "to": "S", "amount": 50_000, "channel": "bank", "payer": "own", "text": "wp, 40"}},
    {"wait": 1, "by": "B", "text": "udh", "acts": ["paid"], "media": ["proof"]},
    {"wait": 1, "by": "B", "text": "eh salah", "acts": ["chat"], "deleted": True},
    {"wait": 9, "by": "S", "text": "ini ya", "acts": ["deliver"], "items": 3, "media": ["voice"]},
    {"wait": 1, "by": "B", "acts": ["thanks"], "media": ["sticker", "document"]},
    {"wait": 60, "pay": {"from": "S", "to": "B", "amount": 20_000, "channel": "wallet", "payer": "own"}},
    {"wait": 5, "pay": {"from": "S", "to": "B", "amount": 5_000, "channel": "cash", "payer": "own"}},
)
DEAL = {"kind": "sale", "state": "delivered", "seller": "S", "buyer": "B", "price": 50_000, "promised": 40}
DEAL |= {"pays": [2, 7, 8], "delivers": [5], "turns": [0, 1, 3, 4, 5, 6]}


def script(app="whatsapp", turns=TURNS, deals=(DEAL,)):
    people = {"S": {"nick": "Bang Sarno"}, "B": {"nick": "Dolis"}}
    fields = {"id": "t-1", "app": app, "people": people, "turns": turns, "deals": deals}
    return msgspec.convert(fields, Script)


def performed(world, one):
    """The script by a seller and a buyer, and the two."""
    ani, budi = world.seller("Ani Zolka"), world.buyer("Budi Vekren")
    Performance(world, one, {"S": ani, "B": budi}, world.start).run()
    return ani, budi


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """A small case with scripts: its folder and its truth."""
    folder = tmp_path_factory.mktemp("played")
    return folder, simulate(folder, 7, **SMALL)


def test_nothing_is_learned_from_those_who_wrote_what_is_played():
    voices = {one.writer for one in scripts()}

    assert len(voices) >= 5
    assert not voices & set(writers())
    assert {one.id for one in scripts()} <= {one.id for one in apart()}


def test_a_case_with_scripts_can_score_one(played):
    _, truth = played

    result = score(truth, perfect(truth))

    assert (result.messages.f1, result.payments.f1, result.deals.f1, result.edges.f1) == (1, 1, 1, 1)
    assert (result.items_error, result.money_error, result.faults) == (0, 0, {})


def test_the_same_seed_plays_the_same_bytes_in_another_process_zone_and_hash_seed(played, tmp_path):
    load = "from pathlib import Path; from suluh.simulator.simulate import simulate"
    code = f"{load}; simulate(Path({str(tmp_path)!r}), 7, **{SMALL!r})"
    environment = {**os.environ, "TZ": "America/New_York", "PYTHONHASHSEED": "99", "LC_ALL": "C"}

    subprocess.run([sys.executable, "-c", code], env=environment, check=True)  # our own code

    assert sums(tmp_path) == sums(played[0])


def test_the_share_says_how_many_deals_people_wrote():
    for share, scripted in ((0, 0), (0.6, 15), (1, 25)):
        world = World(3, side=16)
        trade, _ = live(world, replace(SIZE, played=share))

        assert sum(len(part.script.deals) for part in trade.parts) == scripted
        assert len(world.deals) >= SIZE.deals


def test_no_script_is_played_twice_and_no_two_at_once_by_the_same_people():
    world = World(3, side=16)
    trade, lives = live(world, SIZE)
    parts = trade.parts

    assert len({part.script.id for part in parts}) == len(parts)
    assert not [pair for pair in combinations(parts, 2) if pair[0].meets(pair[1])]
    assert all(part.at + timedelta(days=part.script.days) < world.start + timedelta(days=SIZE.days) for part in parts)
    assert any(life.met for life in lives)


def test_as_much_ordinary_life_is_drawn_as_lies_between_the_trades():
    chosen = drawn(World(5, side=16).dice, 40, 60)

    assert sum(len(one.deals) for one in chosen.trades) == 40
    assert not any(one.deals for one in chosen.ordinary)
    assert 10 <= len(chosen.ordinary) <= 40


def test_no_slot_stays_open_and_payments_outside_deals_are_decoys(played):
    _, truth = played
    ordinary = {one.key for one in truth.persons if one.role == "friend"}

    assert not [one.text for one in truth.messages if re.search(r"[{}]", one.text)]
    decoys = [one for one in truth.payments if {one.payer, one.beneficiary} & ordinary]
    assert decoys
    assert not any(one.deals for one in decoys)


def test_identities_of_the_script_become_those_of_the_world(world):
    ani, _ = performed(world, script())
    asked, told, *_ = world.said

    assert asked.text == "bang Ani, 40 wallpaper brp"
    assert told.text == f"50\nBCA {ani.bank_account} an Ani Zolka"
    assert world.paid[0].remark == "WP  40"


def test_money_given_back_is_taken_off_and_cash_in_the_hand_stands_nowhere(world):
    performed(world, script())

    [deal] = world.deals

    assert [one.amount for one in deal.paid] == [50_000, 20_000]
    assert deal.money == 30_000


@pytest.mark.parametrize("talk", FORMATS)
@pytest.mark.parametrize("app", ["whatsapp", "telegram"])
def test_files_of_every_kind_are_written_and_goods_alone_are_delivered(world, tmp_path, talk, app):
    ani, _ = performed(world, script(app))
    world.seize(ani, "B-1", talk=talk)

    truth = world.write(tmp_path)

    [deal] = truth.deals
    written = {file.sha256: file.kind for file in truth.files}
    sent = [one for record in truth.records for one in record.attachments]
    assert deal.delivered == 3
    beside = [one.sha256 for one in sent if one.sha256 not in deal.pictures]
    assert [written[one] for one in beside] == ["picture", "voice", "sticker", "document"]
    listed = (tmp_path / "known.csv").read_text() + (tmp_path / "benign.csv").read_text()
    assert not [one for one in beside if one in listed]


def test_what_was_deleted_leaves_its_trace_where_the_app_keeps_one(world, tmp_path):
    ani, budi = world.seller("Ani Zolka"), world.buyer("Budi Vekren")
    for app in ("whatsapp", "telegram"):
        Performance(world, script(app), {"S": ani, "B": budi}, world.start).run()
    world.seize(ani, "B-1")

    truth = world.write(tmp_path)

    kinds = [(one.conversation.partition("/")[0], one.kind) for one in truth.records]
    assert (kinds.count(("whatsapp", "revoked")), kinds.count(("telegram", "revoked"))) == (1, 0)
    assert not [one.text for one in truth.messages if "salah" in one.text]


def test_phone_credit_stands_with_the_dealer_of_who_got_it_alone(world, tmp_path):
    pay = {"from": "S", "to": "B", "amount": 25_000, "channel": "phone-credit", "payer": "own"}
    ani, budi = performed(world, script(turns=[{"wait": 0, "by": "S", "text": "isi ya"}, {"pay": pay}], deals=[]))
    world.reply("B-1", (ani, "phone-credit"), (budi, "phone-credit"))

    truth = world.write(tmp_path)

    assert {one.counterparty for one in truth.entries} == {budi.credit}


def test_a_document_is_a_page_and_a_voice_note_is_whole(world):
    paper, note = world.props.one("document"), world.props.one("voice")

    with pypdfium2.PdfDocument(BytesIO(paper.data)) as opened:
        assert opened[0].get_textpage().get_text_range().split("\r\n")[1] == "Document document-0001"
    assert note.data.count(b"OggS") == 3
    assert (paper.width, note.width) == (0, 0)


def test_nicknames_keep_what_somebody_is_and_take_the_name_of_who_plays(world):
    person = world.person("Zolvek Ruxka")

    assert nick(script(), "S", person) == "Bang Zolvek"
    assert nick(script(), "B", person) == "Zolvek"


def test_a_talk_begins_at_the_hour_at_which_it_greets():
    greeted = [one for one in scripts() if one.hour is not None]

    assert len(greeted) > 20
    assert all(5 <= one.hour <= 21 for one in greeted)
    assert "pagi" in words("Selamat PAGI bu")
