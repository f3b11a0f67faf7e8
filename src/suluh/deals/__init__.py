# SPDX-License-Identifier: Apache-2.0
"""Offer, payment and delivery put together."""
