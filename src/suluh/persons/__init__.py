# SPDX-License-Identifier: Apache-2.0
"""Which accounts are one person, and who decided so."""
