"""Handling: topics, deliberations, whistles, deliveries, ratings, alliances by consent, deadlines; and their rules."""

from pathlib import Path

from alembic import op

from db.migrate import run_script

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables, then the rules, which also say what was delivered before there were fulfilments."""
    for name in ("0002_tables.sql", "0002_rules.sql"):
        run_script(op.get_bind(), Path(__file__).with_name(name))
