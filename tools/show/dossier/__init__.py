# SPDX-License-Identifier: Apache-2.0
"""The dossier: checks, papers, clocks, and what leaves by recipient."""
