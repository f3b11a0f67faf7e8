# SPDX-License-Identifier: Apache-2.0
"""The parts of a trial: each is one file, found by itself."""
