# SPDX-License-Identifier: Apache-2.0
"""Rules that several rooms share: whose accounts, who is a child, which words, what may be a file, what is lost."""
