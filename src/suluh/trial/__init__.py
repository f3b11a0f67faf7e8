# SPDX-License-Identifier: Apache-2.0
"""A machine and a version on trial: what is measured here and now, and what was measured before this version left."""
