# SPDX-License-Identifier: Apache-2.0
"""Removal by law: one officer proposes it with its document, another carries it out, and nothing of it is left."""
