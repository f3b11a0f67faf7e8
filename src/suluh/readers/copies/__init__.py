# SPDX-License-Identifier: Apache-2.0
"""Which conversations are copies of one: two exports of a chat, an export and a database, the two phones of a chat."""
