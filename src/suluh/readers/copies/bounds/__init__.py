# SPDX-License-Identifier: Apache-2.0
"""What bounds the joining of conversations: which are known to be two, and the sentences that say so."""
