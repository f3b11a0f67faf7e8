# SPDX-License-Identifier: Apache-2.0
"""Statistics over many cases: what is counted of each, and how the tables are written."""
