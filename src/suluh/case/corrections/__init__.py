# SPDX-License-Identifier: Apache-2.0
"""What officers corrected: entering it, what stands since, and what falls until it is read again."""
