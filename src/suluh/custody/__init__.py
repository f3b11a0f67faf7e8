# SPDX-License-Identifier: Apache-2.0
"""The append-only signed ledger over what happened and over the rows, its checkpoints and proofs."""
