# SPDX-License-Identifier: Apache-2.0
"""How officers type papers, persons, charges, letters and law at the command line."""
