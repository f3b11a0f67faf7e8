# SPDX-License-Identifier: Apache-2.0
"""What the reader of a mobile forensic report is made of: its models as a stream, and who its parties are."""
