# SPDX-License-Identifier: Apache-2.0
"""Verifies what lies on the media: files digested and read again."""
