# SPDX-License-Identifier: Apache-2.0
"""What bears out a deal or a link on paper: messages, chance by its parts, clocks, what repeats, what is not there."""
