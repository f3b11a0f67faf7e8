# SPDX-License-Identifier: Apache-2.0
"""Tables of messages and calls of no known program: told by what their columns are called and hold."""
