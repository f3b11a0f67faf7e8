# SPDX-License-Identifier: Apache-2.0
"""The parts of a CASE/UCO graph of a package."""
