# SPDX-License-Identifier: Apache-2.0
"""What is promised of talk: chats as they really come, and copies of one conversation."""
