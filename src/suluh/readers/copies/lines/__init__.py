# SPDX-License-Identifier: Apache-2.0
"""Single messages: by what a conversation is told, when it was said, and which is which in two copies."""
