# SPDX-License-Identifier: Apache-2.0
"""Words of trade by language: one file each, found by itself."""
