# SPDX-License-Identifier: Apache-2.0
"""Conversations that people wrote, which made-up cases play; nothing in `suluh.deals` was learned from them."""
