# SPDX-License-Identifier: Apache-2.0
"""Formats of hash sets, one file each."""
