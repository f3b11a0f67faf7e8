# SPDX-License-Identifier: Apache-2.0
"""The made-up world: people, talk, trade, noise."""
