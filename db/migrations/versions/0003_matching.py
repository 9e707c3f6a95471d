"""Matching: subcategories, the index of texts, partners' records; plans of the whole network."""

from pathlib import Path

from alembic import op

from db.matching.taxonomy import begin
from db.migrate import run_script

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables and rules, then give every subdistrict the subcategories."""
    for name in ("0003_tables.sql", "0003_rules.sql", "0003_plans.sql"):
        run_script(op.get_bind(), Path(__file__).with_name(name))
    begin(op.get_bind())
