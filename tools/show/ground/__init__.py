# SPDX-License-Identifier: Apache-2.0
"""What a case rests on, measured: one file for each way of measuring."""
