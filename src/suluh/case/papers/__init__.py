# SPDX-License-Identifier: Apache-2.0
"""Papers that are made of a case: what each may say is gathered here, and written by `referral/papers`."""
