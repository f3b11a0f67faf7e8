# SPDX-License-Identifier: Apache-2.0
"""Officers at one desk: each with their own key, session, rights and pages."""
