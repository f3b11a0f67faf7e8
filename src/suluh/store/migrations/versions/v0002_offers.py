# SPDX-License-Identifier: Apache-2.0
"""Offers have a table of their own."""

from alembic import op
from sqlalchemy import Column, Integer, LargeBinary, Text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table and its indexes."""
    fields = (Column("seller", Text), Column("conversation", Text))
    key, batch = Column("id", Text, primary_key=True), Column("batch", Integer, nullable=False)
    op.create_table("offer", key, batch, *fields, Column("body", LargeBinary, nullable=False), sqlite_strict=True)
    for name in ("batch", "seller", "conversation"):
        op.create_index(f"ix_offer_{name}", "offer", [name])
