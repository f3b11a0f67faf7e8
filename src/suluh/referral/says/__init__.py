# SPDX-License-Identifier: Apache-2.0
"""What a package says: each file works out some of its tables from the nouns of a case."""
