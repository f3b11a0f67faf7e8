# SPDX-License-Identifier: Apache-2.0
"""Formats that give booked lines directly: MT940 and MT942, CAMT, OFX."""
