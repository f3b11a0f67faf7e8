# SPDX-License-Identifier: Apache-2.0
"""What the readers of WhatsApp for iOS are made of: chats, senders, files and answers."""
