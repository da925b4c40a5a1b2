"""The schema of the first day."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "owners",
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("owner", name=op.f("pk_owners")),
    )
    op.create_table(
        "choices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.Column("food_id", sa.Text(), nullable=True),
        sa.Column("grams", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["owner"], ["owners.owner"], name=op.f("fk_choices_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_choices")),
        sa.UniqueConstraint("owner", "name", "unit", "locale", name=op.f("uq_choices")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_choices_owner"), "choices", ["owner"], unique=False)
    op.create_table(
        "edits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["owners.owner"], name=op.f("fk_edits_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edits")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_edits_owner", "edits", ["owner", "person_id"], unique=False)
    op.create_table(
        "favourites",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("food", sa.Text(), nullable=False),
        sa.Column("food_id", sa.Text(), nullable=False),
        sa.Column("amount", sa.Float(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["owners.owner"], name=op.f("fk_favourites_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_favourites")),
        sa.UniqueConstraint("owner", "food", "food_id", "unit", name=op.f("uq_favourites")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_favourites_owner"), "favourites", ["owner"], unique=False)
    op.create_table(
        "own_foods",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("food_id", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.Column("food_group", sa.Text(), nullable=False),
        sa.Column("calcium_mg", sa.Float(), nullable=True),
        sa.Column("calcium_mg_low", sa.Float(), nullable=True),
        sa.Column("calcium_mg_high", sa.Float(), nullable=True),
        sa.Column("magnesium_mg", sa.Float(), nullable=True),
        sa.Column("magnesium_mg_low", sa.Float(), nullable=True),
        sa.Column("magnesium_mg_high", sa.Float(), nullable=True),
        sa.Column("energy_kcal", sa.Float(), nullable=True),
        sa.Column("caffeine_mg", sa.Float(), nullable=True),
        sa.Column("vitamin_d_ug", sa.Float(), nullable=True),
        sa.Column("vitamin_b12_ug", sa.Float(), nullable=True),
        sa.Column("water_g", sa.Float(), nullable=True),
        sa.Column("fortified", sa.Boolean(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("measures", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["owners.owner"], name=op.f("fk_own_foods_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_foods")),
        sa.UniqueConstraint("owner", "food_id", name=op.f("uq_own_foods")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_own_foods_owner"), "own_foods", ["owner"], unique=False)
    op.create_table(
        "persons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Text(), nullable=True),
        sa.Column("age_years", sa.Float(), nullable=True),
        sa.Column("age_as_of", sa.Text(), nullable=True),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("condition", sa.Text(), nullable=False),
        sa.Column("trimester", sa.Integer(), nullable=True),
        sa.Column("weight_kg", sa.Float(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("medicines", sa.Text(), nullable=False),
        sa.Column("contexts", sa.Text(), nullable=False),
        sa.Column("filters", sa.Text(), nullable=False),
        sa.Column("disliked", sa.Text(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["owners.owner"], name=op.f("fk_persons_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_persons_owner"), "persons", ["owner"], unique=False)
    op.create_index(
        "uq_persons_self", "persons", ["owner"], unique=True, sqlite_where=sa.text("kind = 'self'")
    )
    op.create_table(
        "recipes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("food_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("servings", sa.Float(), nullable=True),
        sa.Column("cooked_grams", sa.Float(), nullable=True),
        sa.Column("ingredients", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["owners.owner"], name=op.f("fk_recipes_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recipes")),
        sa.UniqueConstraint("owner", "food_id", name=op.f("uq_recipes")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_recipes_owner"), "recipes", ["owner"], unique=False)
    op.create_table(
        "settings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["owners.owner"], name=op.f("fk_settings_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settings")),
        sa.UniqueConstraint("owner", "key", name=op.f("uq_settings")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_settings_owner"), "settings", ["owner"], unique=False)
    op.create_table(
        "days",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("typical", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["owners.owner"], name=op.f("fk_days_owner")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_days_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_days")),
        sa.UniqueConstraint("person_id", "day", name=op.f("uq_days")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_days_owner"), "days", ["owner"], unique=False)
    op.create_index("ix_days_person", "days", ["person_id"], unique=False)
    op.create_table(
        "entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("food", sa.Text(), nullable=False),
        sa.Column("amount_text", sa.Text(), nullable=False),
        sa.Column("amount", sa.Float(), nullable=True),
        sa.Column("amount_low", sa.Float(), nullable=True),
        sa.Column("amount_high", sa.Float(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("food_id", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("grams", sa.Float(), nullable=True),
        sa.Column("carried", sa.Text(), nullable=False),
        sa.Column("calcium_mg", sa.Float(), nullable=True),
        sa.Column("magnesium_mg", sa.Float(), nullable=True),
        sa.Column("energy_kcal", sa.Float(), nullable=True),
        sa.Column("caffeine_mg", sa.Float(), nullable=True),
        sa.Column("vitamin_d_ug", sa.Float(), nullable=True),
        sa.Column("vitamin_b12_ug", sa.Float(), nullable=True),
        sa.Column("water_g", sa.Float(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("source_file", sa.Text(), nullable=True),
        sa.Column("source_row", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["owner"], ["owners.owner"], name=op.f("fk_entries_owner")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_entries_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_entries_owner"), "entries", ["owner"], unique=False)
    op.create_index("ix_entries_person_day", "entries", ["person_id", "day"], unique=False)
    op.create_table(
        "frequencies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("filled", sa.Text(), nullable=False),
        sa.Column("food", sa.Text(), nullable=False),
        sa.Column("times", sa.Float(), nullable=True),
        sa.Column("per", sa.Text(), nullable=False),
        sa.Column("portion", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["owners.owner"], name=op.f("fk_frequencies_owner")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_frequencies_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_frequencies")),
        sa.UniqueConstraint("person_id", "filled", "food", name=op.f("uq_frequencies")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_frequencies_owner"), "frequencies", ["owner"], unique=False)
    op.create_index("ix_frequencies_person", "frequencies", ["person_id"], unique=False)
    op.create_table(
        "red_flags",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("flag", sa.Text(), nullable=False),
        sa.Column("ticked", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["owner"], ["owners.owner"], name=op.f("fk_red_flags_owner")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_red_flags_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_red_flags")),
        sa.UniqueConstraint("person_id", "flag", name=op.f("uq_red_flags")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_red_flags_owner"), "red_flags", ["owner"], unique=False)
    op.create_index("ix_red_flags_person", "red_flags", ["person_id"], unique=False)
    op.create_table(
        "screenings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["owner"], ["owners.owner"], name=op.f("fk_screenings_owner")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_screenings_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_screenings")),
        sa.UniqueConstraint("person_id", "question", name=op.f("uq_screenings")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_screenings_owner"), "screenings", ["owner"], unique=False)
    op.create_index("ix_screenings_person", "screenings", ["person_id"], unique=False)
    op.create_table(
        "supplements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("compound", sa.Text(), nullable=True),
        sa.Column("stated_as", sa.Text(), nullable=False),
        sa.Column("calcium_mg", sa.Float(), nullable=True),
        sa.Column("magnesium_mg", sa.Float(), nullable=True),
        sa.Column("compound_mg", sa.Float(), nullable=True),
        sa.Column("times_per_day", sa.Float(), nullable=True),
        sa.Column("days_per_week", sa.Float(), nullable=True),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["owners.owner"], name=op.f("fk_supplements_owner")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_supplements_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplements")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_supplements_owner"), "supplements", ["owner"], unique=False)
    op.create_index("ix_supplements_person", "supplements", ["person_id"], unique=False)
    op.create_table(
        "waters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("calcium_mg_l", sa.Float(), nullable=True),
        sa.Column("magnesium_mg_l", sa.Float(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["owners.owner"], name=op.f("fk_waters_owner")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_waters_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waters")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_waters_owner"), "waters", ["owner"], unique=False)
    op.create_index("ix_waters_person", "waters", ["person_id"], unique=False)
