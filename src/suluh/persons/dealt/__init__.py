# SPDX-License-Identifier: Apache-2.0
"""Links that rest on deals: who paid for whom, and into what."""
