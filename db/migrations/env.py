"""Alembic's entry: runs on the connection that `db.migrate` hands over."""

from alembic import context
from sqlalchemy.dialects.postgresql.base import ischema_names

from db.models import Base
from db.models.matching import SparseVector

ischema_names["sparsevec"] = SparseVector  # so that it is recognised in the database
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
