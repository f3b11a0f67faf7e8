# SPDX-License-Identifier: Apache-2.0
"""How likely what was put together is a deal and the right one: learned from the corpus, by marks that can be read."""
