# SPDX-License-Identifier: Apache-2.0
"""What a case hints of other explanations."""
