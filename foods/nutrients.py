"""The nutrients of this program: column, unit, INFOODS tagname, FoodData Central ids."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Nutrient:
    """One nutrient.

    Attributes:
        column: Column name in every table; its suffix states the unit.
        name: The word a dietitian writes.
        unit: Unit of the column, as pint reads it.
        infoods: INFOODS tagname.
        sr_number: Nutrient number in USDA SR and FNDDS.
        fdc_ids: Nutrient ids in FoodData Central, preferred first.
    """

    column: str
    name: str
    unit: str
    infoods: str
    sr_number: int
    fdc_ids: tuple[int, ...]


NUTRIENTS = (
    Nutrient("calcium_mg", "calcium", "mg", "CA", 301, (1087,)),
    Nutrient("magnesium_mg", "magnesium", "mg", "MG", 304, (1090,)),
    Nutrient("energy_kcal", "energy", "kcal", "ENERC", 208, (1008, 2048, 2047)),
    Nutrient("caffeine_mg", "caffeine", "mg", "CAFFN", 262, (1057,)),
    Nutrient("vitamin_d_ug", "vitamin D", "ug", "VITD", 328, (1114,)),
    Nutrient("vitamin_b12_ug", "vitamin B12", "ug", "VITB12", 418, (1178,)),
    Nutrient("water_g", "water", "g", "WATER", 255, (1051,)),
)

BY_COLUMN = {nutrient.column: nutrient for nutrient in NUTRIENTS}
COLUMNS = tuple(BY_COLUMN)
MINERALS = ("calcium_mg", "magnesium_mg")
"""The two minerals that carry ranges, provenance and reference intakes."""
