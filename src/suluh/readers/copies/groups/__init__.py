# SPDX-License-Identifier: Apache-2.0
"""Groups: copies of one title, of one that went on, and who of one copy is who of another."""
