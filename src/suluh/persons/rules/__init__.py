# SPDX-License-Identifier: Apache-2.0
"""Rules that join accounts: one file each, found by itself."""
