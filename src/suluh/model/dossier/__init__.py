# SPDX-License-Identifier: Apache-2.0
"""What officers type: papers, what was done with exhibits, persons, charges, letters, requests, law."""
