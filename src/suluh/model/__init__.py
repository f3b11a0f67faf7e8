# SPDX-License-Identifier: Apache-2.0
"""The nouns that all rooms share, and the errors."""
