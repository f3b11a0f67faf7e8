# SPDX-License-Identifier: Apache-2.0
"""Several machines give what one gives, also when one of them goes away; they stand here as nodes of this machine."""

import os
import secrets
from importlib.util import find_spec

import pytest
from tools.made_up import made_up
from tools.unit import Unit

from suluh.model.errors import Misuse, WorkerCannotStart, WorkersLost
from suluh.model.evidence.work import Target
from suluh.simulator.simulate import simulate
from suluh.workers.engines.batch import FILES
from suluh.workers.pool import Pool

pytestmark = pytest.mark.skipif(find_spec("ray") is None, reason="suluh[cluster] is not installed: make test-cluster")

NODE = {"num_cpus": 1, "object_store_memory": 80 << 20, "include_dashboard": False}
SETTINGS = ("RAY_ADDRESS", "RAY_AUTH_MODE", "RAY_AUTH_TOKEN", "SULUH_SCRATCH", "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER")
SHOWN = ("files", "facts", "matches", "flaws", "messages", "payments", "deals", "persons", "leads", "counts")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """Two nodes of one processor each, on loopback, closed by a token."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0")
        patch.setenv("RAY_AUTH_MODE", "token")
        patch.setenv("RAY_AUTH_TOKEN", secrets.token_hex(32))
        patch.setenv("SULUH_SCRATCH", str(tmp_path_factory.mktemp("node")))
        from ray.cluster_utils import Cluster  # noqa: PLC0415 # it reads the settings above

        patch.setenv("SULUH_SHARED", str(tmp_path_factory.mktemp("empty")))
        nodes = Cluster(initialize_head=True, head_node_args=NODE)
        nodes.add_node(**NODE)
        patch.delenv("SULUH_SHARED")
        patch.setenv("RAY_ADDRESS", nodes.address)
        yield nodes
        import ray  # noqa: PLC0415 # as above

        ray.shutdown()
        nodes.shutdown()


@pytest.fixture
def afar(bench, cluster):  # noqa: ARG001 # it must stand
    bench.engine = "ray"
    return bench


def gist(answers):
    """Every file's nouns in their order, and how it ended."""
    found = {}
    for answer in answers:
        nouns, ends = found.setdefault(answer.target.file.path, ([], []))
        nouns.extend(answer.nouns)
        ends.extend([answer.failure] if answer.last else [])
    return found


def test_a_cluster_answers_as_the_local_pool(afar):
    targets = afar.write_all_kinds()
    expected = gist(afar.run("behave", *targets))
    afar.engine = "local"

    assert gist(afar.run("behave", *targets)) == expected


def test_a_case_on_a_cluster_is_the_same_byte_for_byte(cluster, tmp_path):  # noqa: ARG001 # it must stand
    local = Unit(tmp_path / "home")
    afar = Unit(tmp_path / "home", more={"SULUH_ENGINE": "ray"} | {name: os.environ[name] for name in SETTINGS})
    simulate(tmp_path / "world-7", 7, buyers=8, deals=25, days=20, pictures=120, picture_side=64)
    (tmp_path / "afar").mkdir()
    (tmp_path / "afar" / "world-7").symlink_to(tmp_path / "world-7")
    pictures = []
    for unit, folder in ((local, tmp_path), (afar, tmp_path / "afar")):
        _, case = made_up(unit, folder, 7)
        unit.must("run", str(case))
        pictures.append({what: local.must("show", str(case), what, "--json", "--purpose", "test") for what in SHOWN})

    assert pictures[0] == pictures[1]


def test_jobs_that_no_machine_can_start_are_one_sentence(afar):
    afar.write("0", "say hello")

    with pytest.raises(WorkerCannotStart, match=r"on .*No module named"):
        afar.run("no_such_job", "0")


def test_machines_that_do_not_see_the_exhibits_stop_the_run(afar, monkeypatch):
    afar.write("0", "say hello")
    monkeypatch.setenv("SULUH_SHARED", str(afar.root.parent))

    with pytest.raises(WorkersLost, match="the machine's own: not opened"):
        afar.run("behave", "0")


def test_a_cluster_that_is_open_to_all_is_refused(afar, monkeypatch):
    afar.write("0", "say hello")
    monkeypatch.delenv("RAY_AUTH_MODE")

    with pytest.raises(Misuse, match="RAY_AUTH_MODE=token"):
        afar.run("behave", "0")


@pytest.mark.parametrize("address", ["auto", "ray://127.0.0.1:6379", "127.0.0.1:1"])
def test_an_address_where_no_cluster_answers_is_misuse(afar, monkeypatch, address):
    afar.write("0", "say hello")
    monkeypatch.setenv("RAY_ADDRESS", address)

    with pytest.raises(Misuse, match=f"RAY_ADDRESS (is )?{address}"):
        afar.run("behave", "0")


def test_a_lost_machine_loses_at_most_its_batch(afar, cluster):
    """This test comes last: it takes one of the two nodes away."""
    names = [f"{number:04}" for number in range(8 * FILES)]
    for name in names:
        afar.write(name, "slow 0.005")
    targets = [Target(file=afar.file(name)) for name in names]
    answers, away = [], None

    with Pool(1, afar.arrangement().roots, afar.scratch, job_paths=afar.arrangement().job_paths, engine="ray") as pool:
        for answer in pool.run("behave", targets):
            answers.append(answer)
            if away is None and [len(post.given) > 0 for post in pool._engine._runs[0]._posts] == [True, True]:
                [away] = cluster.worker_nodes
                cluster.remove_node(away, allow_graceful=False)

    assert 0 < pool._engine.again <= FILES
    assert sorted(answer.target.file.path.decode() for answer in answers) == names
    assert {(len(answer.nouns), answer.last, answer.failure) for answer in answers} == {(1, True, None)}
