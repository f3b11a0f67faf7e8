# SPDX-License-Identifier: Apache-2.0
"""What belongs to the unit and not to one case: officers' keys, hash sets, profiles, registry of cases."""
