# SPDX-License-Identifier: Apache-2.0
"""The vault: opened by two keys, sealed anew for officers who came later, and what of it goes on paper."""
