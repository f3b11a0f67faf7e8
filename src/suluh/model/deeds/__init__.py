# SPDX-License-Identifier: Apache-2.0
"""Every word of the ledger: acts, looks and steps, and whose right each is."""
