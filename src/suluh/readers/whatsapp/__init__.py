# SPDX-License-Identifier: Apache-2.0
"""What the readers of WhatsApp share: headers, dates, phrases and authors."""
