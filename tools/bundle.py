# SPDX-License-Identifier: Apache-2.0
"""Writes one folder that installs Suluh on a box without any network: wheels, sums, install.sh, documentation."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from tools.site.build import build

ROOT = Path(__file__).parent.parent
INSTALL = """#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs Suluh from this folder alone: sh install.sh [FOLDER]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-$HOME/suluh}
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (PYTHON_VERSION))' || {
  echo "This bundle needs Python DOTTED_VERSION with its venv module (Debian: python3-venv)." >&2
  exit 1
}
(cd "$here" && sha256sum --check --quiet SHA256SUMS) || {
  echo "A file of this bundle is not what it was: copy the bundle again and compare SHA256SUMS." >&2
  exit 1
}
python3 -m venv "$target"
"$target/bin/python" -m pip install --quiet --disable-pip-version-check --no-index --find-links "$here/wheels" \\
  --require-hashes --only-binary :all: -r "$here/requirements.lock"
"$target/bin/python" -m pip install --quiet --disable-pip-version-check --no-index --no-deps "$here"/wheels/suluh-*.whl
echo "Suluh is installed: $target/bin/suluh demo"
"""


def main(folder: Path) -> None:
    """Fill the folder anew."""
    shutil.rmtree(folder, ignore_errors=True)
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    lock = ROOT / "requirements.lock"
    _pip("download", "--require-hashes", "--only-binary", ":all:", "--dest", str(wheels), "-r", str(lock))
    _pip("wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", str(wheels), str(ROOT))
    for name in ("requirements.lock", "LICENSE", "NOTICE", "README.md"):
        shutil.copy(ROOT / name, folder / name)
    build(ROOT, folder / "docs")
    major, minor = sys.version_info[:2]
    script = INSTALL.replace("PYTHON_VERSION", f"{major}, {minor}").replace("DOTTED_VERSION", f"{major}.{minor}")
    (folder / "install.sh").write_text(script, "utf-8")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder)}" for path in files]
    (folder / "SHA256SUMS").write_text("\n".join(sums) + "\n", "utf-8")
    print(f"{len(files)} files in {folder}: carry the folder over and run `sh install.sh`")


def _pip(*arguments: str) -> None:
    """Run pip of this very environment."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    subprocess.run(command, check=True)  # our own words only


if __name__ == "__main__":
    main(Path(sys.argv[1]))
