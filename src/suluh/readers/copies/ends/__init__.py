# SPDX-License-Identifier: Apache-2.0
"""What holds in the end: what was found and what officers said, with what is known beside."""
