# SPDX-License-Identifier: Apache-2.0
"""Estimates of what has not been found yet: floors that say "at least", for planning only."""
