"""What attackers, real clients and strangers found: each mend of the stored data has a file of its own."""

from pathlib import Path

from alembic import op

from db.migrate import execute, run_script
from db.texts.functions import script

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the functions that compare texts, then run the scripts, in the order of their names."""
    execute(op.get_bind(), script())
    for path in sorted(Path(__file__).parent.glob("0004_*.sql")):
        run_script(op.get_bind(), path)
