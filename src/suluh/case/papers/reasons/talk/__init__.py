# SPDX-License-Identifier: Apache-2.0
"""What is printed of messages, and what stands beside them."""
