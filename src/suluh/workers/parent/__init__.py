# SPDX-License-Identifier: Apache-2.0
"""What the parent does: opens evidence, hands it over, holds workers."""
