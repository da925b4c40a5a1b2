"""What a person eats and takes, kept: SQLite in the user's data folder.

``open_store()`` gives the diary; every function saves before it returns. Names are imported
when they are first used, so that this package costs nothing until a diary is opened.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nutrition.store.basic import add, change, get, records, remove
    from nutrition.store.database import default_path
    from nutrition.store.days import calendar, mark_day, marked_day
    from nutrition.store.dishes import Dishes, dishes_of
    from nutrition.store.erase import delete_everything, delete_person
    from nutrition.store.errors import (
        Changed,
        DamagedError,
        ForeignError,
        MissingError,
        NewerError,
        RecordError,
        StoreError,
    )
    from nutrition.store.frames import diaries, diary, items
    from nutrition.store.kinds import (
        Choice,
        Day,
        Entry,
        Favourite,
        Frequency,
        Ingredient,
        OwnFood,
        OwnMeasure,
        Person,
        Recipe,
        RedFlag,
        Screening,
        Setting,
        Supplement,
        Water,
    )
    from nutrition.store.lines import (
        Recent,
        add_entries,
        change_entry,
        copy_day,
        copy_meal,
        entries,
        recents,
        remove_entries,
        settle_entries,
    )
    from nutrition.store.owned import (
        add_own_food,
        add_recipe,
        as_food,
        as_record,
        change_own,
        favourites,
        food_table,
        keep_setting,
        new_food_id,
        own_foods,
        settings_of,
    )
    from nutrition.store.people import (
        add_person,
        archive_person,
        people_frame,
        persons,
        self_person,
    )
    from nutrition.store.remembered import (
        answers_of,
        choice_of,
        choices,
        export_choices,
        import_choices,
        remember_answers,
        remember_choice,
    )
    from nutrition.store.store import Store, open_store
    from nutrition.store.transfer import export_all, export_files, import_all
    from nutrition.store.undoing import Done, done, last_removed, undo

_ROOMS = {
    "basic": "add change get records remove",
    "remembered": "answers_of choice_of choices export_choices import_choices remember_answers "
    "remember_choice",
    "database": "default_path",
    "days": "calendar mark_day marked_day",
    "lines": "Recent add_entries change_entry copy_day copy_meal entries recents remove_entries "
    "settle_entries",
    "erase": "delete_everything delete_person",
    "errors": "Changed DamagedError ForeignError MissingError NewerError RecordError StoreError",
    "frames": "diaries diary items",
    "dishes": "Dishes dishes_of",
    "owned": "add_own_food add_recipe as_food as_record change_own favourites food_table "
    "keep_setting new_food_id own_foods settings_of",
    "people": "add_person archive_person people_frame persons self_person",
    "kinds": "Choice Day Entry Favourite Frequency Ingredient OwnFood OwnMeasure Person Recipe "
    "RedFlag Screening Setting Supplement Water",
    "store": "Store open_store",
    "transfer": "export_all export_files import_all",
    "undoing": "Done done last_removed undo",
}
_WHERE = {name: room for room, names in _ROOMS.items() for name in names.split()}

__all__ = [
    "Changed",
    "Choice",
    "DamagedError",
    "Day",
    "Dishes",
    "Done",
    "Entry",
    "Favourite",
    "ForeignError",
    "Frequency",
    "Ingredient",
    "MissingError",
    "NewerError",
    "OwnFood",
    "OwnMeasure",
    "Person",
    "Recent",
    "Recipe",
    "RecordError",
    "RedFlag",
    "Screening",
    "Setting",
    "Store",
    "StoreError",
    "Supplement",
    "Water",
    "add",
    "add_entries",
    "add_own_food",
    "add_person",
    "add_recipe",
    "answers_of",
    "archive_person",
    "as_food",
    "as_record",
    "calendar",
    "change",
    "change_entry",
    "change_own",
    "choice_of",
    "choices",
    "copy_day",
    "copy_meal",
    "default_path",
    "delete_everything",
    "delete_person",
    "diaries",
    "diary",
    "dishes_of",
    "done",
    "entries",
    "export_all",
    "export_choices",
    "export_files",
    "favourites",
    "food_table",
    "get",
    "import_all",
    "import_choices",
    "items",
    "keep_setting",
    "last_removed",
    "mark_day",
    "marked_day",
    "new_food_id",
    "open_store",
    "own_foods",
    "people_frame",
    "persons",
    "recents",
    "records",
    "remember_answers",
    "remember_choice",
    "remove",
    "remove_entries",
    "self_person",
    "settings_of",
    "settle_entries",
    "undo",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    globals()[name] = found
    return found
