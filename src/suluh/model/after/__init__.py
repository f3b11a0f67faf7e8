# SPDX-License-Identifier: Apache-2.0
"""Nouns that come after the facts: what is worked out from all of them, and what leaves the case."""
