# SPDX-License-Identifier: Apache-2.0
"""What bears a deal from outside the talk: booked lines, parties, chance."""
