# SPDX-License-Identifier: Apache-2.0
"""What the reader of Telegram's JSON is made of: ids, chats and messages."""
