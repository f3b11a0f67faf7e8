# SPDX-License-Identifier: Apache-2.0
"""Tells Alembic which connection to use: the one that `upgrade` opened."""

from alembic import context

from suluh.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
