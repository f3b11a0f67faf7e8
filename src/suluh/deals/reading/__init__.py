# SPDX-License-Identifier: Apache-2.0
"""What a message does, and which sums it names: read by weights that were learned from the corpus."""
