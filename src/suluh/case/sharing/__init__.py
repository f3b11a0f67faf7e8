# SPDX-License-Identifier: Apache-2.0
"""What leaves a case beside its packages: other forms of these, and papers for those who care and for the end."""
