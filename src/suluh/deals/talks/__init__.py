# SPDX-License-Identifier: Apache-2.0
"""Talks cut into episodes, and what was handed over in them."""
