# SPDX-License-Identifier: Apache-2.0
"""How a worker locks itself for good."""
