# SPDX-License-Identifier: Apache-2.0
"""What the weights of the deals are learned from, how they are fitted, and how what was learned is measured."""
