# SPDX-License-Identifier: Apache-2.0
"""Commands on a whole dossier: check it, list it, propose facts, freeze and release its papers."""
