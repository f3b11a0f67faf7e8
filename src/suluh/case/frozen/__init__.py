# SPDX-License-Identifier: Apache-2.0
"""Papers of a dossier as they are written, frozen by their author, and released by another officer."""
