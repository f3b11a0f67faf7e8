# SPDX-License-Identifier: Apache-2.0
"""Digests and perceptual hashes of contents, and what they match: the only room that decodes media."""
