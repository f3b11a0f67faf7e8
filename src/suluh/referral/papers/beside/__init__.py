# SPDX-License-Identifier: Apache-2.0
"""Papers that stand beside the packages: for those who support a child, and for the end of a case."""
