"""What attackers, real clients and strangers found: each mend of the stored data has a file of its own."""

from pathlib import Path

from alembic import op

from db.migrate import run_script

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Run the scripts, in the order of their names."""
    for path in sorted(Path(__file__).parent.glob("0004_*.sql")):
        run_script(op.get_bind(), path)
