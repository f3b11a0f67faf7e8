# SPDX-License-Identifier: Apache-2.0
"""The weights that `make weights` learns from the corpus, each file with the digest of what it was learned from."""
