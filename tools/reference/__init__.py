# SPDX-License-Identifier: Apache-2.0
"""The reference case: 750,000 small files, the whole line on them, and what it took."""
