# SPDX-License-Identifier: Apache-2.0
"""The compiler of numeric functions is loaded by whoever calls one, and by nobody else."""

import subprocess
import sys

LOAD = """
import sys
from suluh.desk.main import build, command_names
build(command_names())
assert "numba" not in sys.modules
import numpy
from suluh.hashing.kernels.bits import distance
ones, none = numpy.full(4, 2**64 - 1, numpy.uint64), numpy.zeros(4, numpy.uint64)
assert distance(ones, none) == 256
assert "numba" in sys.modules
"""


def test_no_command_loads_the_compiler_before_a_function_is_called() -> None:
    done = subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
