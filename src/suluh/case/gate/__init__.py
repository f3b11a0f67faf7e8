# SPDX-License-Identifier: Apache-2.0
"""What leaves for a reader: access, masking and the ledger of reads."""
