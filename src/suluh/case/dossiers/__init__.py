# SPDX-License-Identifier: Apache-2.0
"""The dossier of a case: what it holds, what it lacks, what was frozen and released of it."""
