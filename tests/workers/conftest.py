# SPDX-License-Identifier: Apache-2.0
"""An exhibit in a folder, and a pool that runs the jobs of tests over it."""

import hashlib
import io
import os
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.forked import Forked

from suluh.model.evidence.work import Target
from suluh.model.ids import file_id
from suluh.model.intake import File
from suluh.workers.engines.engine import Arrangement
from suluh.workers.parent import worker
from suluh.workers.pool import Pool
from suluh.workers.wire.limits import Limits

JOBS = str(Path(__file__).parent / "jobs")
DATABASE = "application/vnd.sqlite3"


@dataclass
class Bench:
    """A folder of evidence with scratch beside it."""

    root: Path
    scratch: Path
    limits: Limits = field(default_factory=Limits)
    slots: int = 1
    engine: str = "local"

    def write(self, path, data):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data if isinstance(data, bytes) else data.encode())

    def file(self, path, *containers):
        raw = path if isinstance(path, bytes) else path.encode()
        chain = tuple(one.encode() for one in containers)
        on_disk = Path(os.fsdecode(self.root / os.fsdecode(chain[0] if chain else raw)))
        size = on_disk.stat().st_size if on_disk.is_file() else None
        identity = file_id("B-1", "1", chain, raw)
        return File(id=identity, exhibit="B-1", acquisition="1", path=raw, order=1, containers=chain, size=size)

    def run(self, job, *targets):
        """Every answer about files, given as paths or targets."""
        wanted = [one if isinstance(one, Target) else Target(file=self.file(one)) for one in targets]
        roots = {("B-1", "1"): os.fsencode(self.root)}
        packages = {"containers": "suluh.exhibits.containers", "job_paths": (JOBS,), "limits": self.limits}
        with Pool(self.slots, roots, self.scratch, engine=self.engine, **packages) as pool:
            return list(pool.run(job, wanted))

    def target(self, path, media_type=""):
        """A file by its path, with its media type."""
        return Target(file=self.file(path), type=media_type)

    def digested(self, path, media_type=""):
        """A file that was digested as it lies there: what a reader gets."""
        digest = hashlib.sha256((self.root / path).read_bytes()).hexdigest()
        return Target(file=self.file(path), type=media_type, content=digest)

    def arrangement(self):
        """What an engine is told about this folder."""
        roots = {("B-1", "1"): os.fsencode(self.root)}
        return Arrangement(1, roots, self.scratch, "suluh.exhibits.containers", self.limits, (JOBS,))

    def write_all_kinds(self):
        """Files that answer in each way there is, as targets; what each says is the same on every machine."""
        acts = ["say hello", "many 1500", "fail at line 3", "leave 9", "look", "about_another"]
        for number, act in enumerate(acts):
            self.write(f"acts/{number}", act)
        self.write("sub/a", "beside b")
        self.write("sub/b", "say sibling")
        member = io.BytesIO()
        with zipfile.ZipFile(member, "w") as archive:
            archive.writestr("x/a", "beside b")
            archive.writestr("x/b", "deep")
        self.write("outer.zip", member.getvalue())
        names = [*(f"acts/{number}" for number in range(len(acts))), "sub/a", "sub/b", "missing"]
        targets = [Target(file=self.file(name), names=(name,), kinds=("s",)) for name in names]
        return [*targets, Target(file=self.file("x/a", "outer.zip"))]

    def says(self, job, *targets):
        """What each file was answered, by path: reasons of flaws, then the failure if there is one."""
        found = {}
        for answer in self.run(job, *targets):
            said = found.setdefault(answer.target.file.path.decode(), [])
            said += [noun.reason for noun in answer.nouns]
            said += [f"! {answer.failure.reason}"] if answer.failure else []
        return found


@pytest.fixture
def forked(monkeypatch):
    """Workers begin as forks of the tests' process: for tests of what files do to them, and not of how they begin."""
    monkeypatch.setattr(worker, "begin", Forked)
    monkeypatch.syspath_prepend(JOBS)


@pytest.fixture
def bench(tmp_path):
    (tmp_path / "exhibit").mkdir()
    (tmp_path / "work").mkdir()
    return Bench(tmp_path / "exhibit", tmp_path / "work")
