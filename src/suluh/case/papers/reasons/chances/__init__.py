# SPDX-License-Identifier: Apache-2.0
"""Chance by its parts, and the lines over which it was counted."""
