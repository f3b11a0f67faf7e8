# SPDX-License-Identifier: Apache-2.0
"""A job of tests that dies before it is ready."""

import os


def warm():
    os._exit(7)


def work(_source):
    yield from ()
