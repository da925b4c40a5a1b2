"""What lines of the diary still have is put out of sight instead of deleted; hardness of a water.

No record is changed: every line keeps the value that it had.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; all that is kept is in sight."""
    for table in ("waters", "own_foods", "recipes"):
        op.add_column(
            table,
            sa.Column("archived", sa.Boolean(), nullable=False, server_default=sa.false()),
        )
    op.add_column("waters", sa.Column("hardness", sa.Float(), nullable=True))
    op.add_column(
        "waters", sa.Column("hardness_unit", sa.Text(), nullable=False, server_default="")
    )
