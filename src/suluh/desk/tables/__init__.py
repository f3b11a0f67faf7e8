# SPDX-License-Identifier: Apache-2.0
"""The one table of the desk: what of a list is wanted, sorted, counted, shown and given as CSV."""
