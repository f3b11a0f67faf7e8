# SPDX-License-Identifier: Apache-2.0
"""Search over what a case says: terms, an index that is made again from its sources, and what is found."""
