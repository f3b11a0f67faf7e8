# SPDX-License-Identifier: Apache-2.0
"""The dossier: from links to papers."""
