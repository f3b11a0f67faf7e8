# SPDX-License-Identifier: Apache-2.0
"""What the reader of X archives is made of: the archive, posts and direct messages."""
