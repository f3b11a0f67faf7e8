# SPDX-License-Identifier: Apache-2.0
"""Formats of work lists for the unit's own viewer: one file each, found by its suffix; none holds media."""
