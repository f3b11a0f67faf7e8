# SPDX-License-Identifier: Apache-2.0
"""Rules that say what kind of trade a message speaks of: one file each, found by itself."""
