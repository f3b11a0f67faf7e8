# SPDX-License-Identifier: Apache-2.0
"""What speaks against a deal beside the reasons that the line finds."""
