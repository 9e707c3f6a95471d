"""The network: places, parties, needs, resources, projects, claims, transitions, accounts; and their rules."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, then the rules that hold the invariants."""
    for name in ("0001_tables.sql", "0001_rules.sql"):
        script = Path(__file__).with_name(name).read_text(encoding="utf-8")
        op.get_bind().connection.dbapi_connection.run_async(lambda driver, script=script: driver.execute(script))
