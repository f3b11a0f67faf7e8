# SPDX-License-Identifier: Apache-2.0
"""A made-up case comes out the same, lies apart from its truth, and is fit for the line."""

import csv
import hashlib
import json
import os
import subprocess
import sys
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from suluh.model.errors import Misuse
from suluh.simulator import truth as truths
from suluh.simulator.simulate import simulate
from suluh.simulator.world.world import World


def sums(folder):
    """SHA-256 of every file of a folder by its path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {os.fsencode(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def test_the_same_seed_gives_the_same_bytes_in_another_process_zone_and_hash_seed(made, small, tmp_path):
    folder, _ = made
    load = "from pathlib import Path; from suluh.simulator.simulate import simulate"
    code = f"{load}; simulate(Path({str(tmp_path)!r}), 7, **{small!r})"
    environment = {**os.environ, "TZ": "America/New_York", "PYTHONHASHSEED": "99", "LC_ALL": "C"}

    subprocess.run([sys.executable, "-c", code], env=environment, check=True)  # our own code

    assert sums(tmp_path) == sums(folder)


def test_another_seed_gives_another_case(made, small, tmp_path):
    folder, _ = made

    simulate(tmp_path, 8, **small)

    assert sums(tmp_path).keys() != sums(folder).keys()


def test_a_folder_of_other_files_is_refused_and_left_as_it_was(tmp_path):
    seized = tmp_path / "exhibits" / "seized.txt"
    seized.parent.mkdir()
    seized.write_text("not made up", "utf-8")

    with pytest.raises(Misuse, match="holds files and no made-up case"):
        simulate(tmp_path, 1)

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [seized]


def test_a_made_up_case_may_be_written_anew(tmp_path):
    sizes = {"sellers": 1, "buyers": 1, "deals": 2, "days": 1, "pictures": 1, "picture_side": 16}
    simulate(tmp_path, 1, **sizes)
    first = sums(tmp_path)

    simulate(tmp_path, 1, **sizes)

    assert sums(tmp_path) == first


def test_the_truth_lies_beside_the_exhibits_and_never_inside(made):
    folder, truth = made

    assert truths.load(folder) == truth
    assert list((folder / "exhibits").rglob("truth*")) == []


def test_every_file_is_in_the_truth_with_its_digest(made):
    folder, truth = made

    told = {file.sha256 for file in truth.files if file.inside is None}

    assert set(sums(folder / "exhibits").values()) == told
    assert sum(file.inside is None for file in truth.files) == len(sums(folder / "exhibits"))


def test_a_later_copy_names_the_first_file_with_its_bytes(made):
    _, truth = made
    by_key = {file.key: file for file in truth.files}

    copies = [file for file in truth.files if file.same_as]

    assert copies
    assert all(by_key[file.same_as].sha256 == file.sha256 for file in copies)


def test_the_list_of_exhibits_names_folders_and_papers_that_exist(made):
    folder, _ = made
    papers = {paper["number"] for paper in json.loads((folder / "case.json").read_text())["authorities"]}

    rows = list(csv.DictReader((folder / "exhibits.csv").read_text().splitlines()))

    assert all((folder / row["path"]).is_dir() for row in rows)
    assert {row["authority"] for row in rows} == papers


def test_known_material_is_a_share_of_the_traded_pictures_and_no_near_duplicate(made):
    folder, truth = made
    traded = {digest for deal in truth.deals for digest in deal.pictures}

    known = {row["sha256"] for row in csv.DictReader((folder / "known.csv").read_text().splitlines())}

    assert known
    assert 0.5 < len(known & traded) / len(traded) < 1


def test_every_statement_adds_up(made):
    _, truth = made
    for key in {entry.file for entry in truth.entries}:
        lines = [entry for entry in truth.entries if entry.file == key and entry.balance_minor is not None]
        for before, entry in pairwise(lines):
            sign = 1 if entry.incoming else -1
            assert before.balance_minor + sign * entry.amount_minor == entry.balance_minor


def test_a_deleted_chat_and_an_unseized_seller_stay_unseen(made):
    _, truth = made
    deleted = {room.key for room in truth.rooms if room.deleted}

    assert not any(record.conversation in deleted for record in truth.records)
    assert truth.population.pictures_seen < truth.population.pictures


@pytest.mark.parametrize("sellers", [1, 2, 5])
def test_small_and_odd_sizes_can_be_made(sellers, tmp_path):
    truth = simulate(tmp_path, 1, sellers=sellers, buyers=1, deals=2, days=1, pictures=1, picture_side=16)

    assert len(truth.exhibits) == sellers + 1
    assert len(truth.deals) >= 2


def test_the_example_of_the_docs_runs(tmp_path):
    page = Path(__file__).parents[2] / "docs" / "simulator.md"
    code = page.read_text("utf-8").partition("```python\n")[2].partition("```")[0]
    names = {"World": World, "tmp_path": tmp_path}

    exec(code, names)  # noqa: S102 # our own page

    assert [deal.state for deal in names["truth"].deals] == ["delivered", "paid-not-delivered"]


def test_mt940_goes_on_where_the_table_ends(world, tmp_path):
    ani, budi = world.seller(), world.buyer()
    for day in range(20):
        world.pay(budi, ani, 25_000, at=world.start + timedelta(days=day))
    world.now += timedelta(days=20)
    world.reply("B-1", (ani, "bca"), (ani, "mt940"))

    truth = world.write(tmp_path)

    assert len({entry.payment for entry in truth.entries}) == len(truth.entries) == 20
    assert len({entry.file for entry in truth.entries}) == 2
    assert [entry.balance_minor for entry in truth.entries] == [500_000_000 + 2_500_000 * (n + 1) for n in range(20)]
