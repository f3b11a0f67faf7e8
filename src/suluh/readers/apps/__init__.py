# SPDX-License-Identifier: Apache-2.0
"""What the readers of app databases and archives share: tables, times, and the nouns that a place gives."""
