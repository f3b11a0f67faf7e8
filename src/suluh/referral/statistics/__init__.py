# SPDX-License-Identifier: Apache-2.0
"""Statistics of many cases: what is counted, what is hidden outside the unit, and how sure a share or a change is."""
