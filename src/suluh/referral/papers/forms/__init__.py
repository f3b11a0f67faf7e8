# SPDX-License-Identifier: Apache-2.0
"""Papers that are made, one a file: its sections and tables, each figure from the facts that it is given."""
