"""The network: places, parties, needs, resources, projects, claims, transitions, accounts; and their rules."""

from pathlib import Path

from alembic import op

from db.migrate import run_script

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, then the rules that hold the invariants."""
    for name in ("0001_tables.sql", "0001_rules.sql"):
        run_script(op.get_bind(), Path(__file__).with_name(name))
