"""What intake means: diary, totals, references, adequacy.

The road is four functions, each noun one table:

    read → Diary → resolve → Items → total → Days → assess → Assessment
"""

from typing import Any

__all__ = ["assess", "read", "resolve", "total"]

_HOME = {
    "assess": "nutrition.adequacy",
    "read": "nutrition.in_memory",
    "resolve": "nutrition.items",
    "total": "nutrition.intake",
}


def __getattr__(name: str) -> Any:
    # Imported on first use: `import nutrition` costs nothing, the command answers at once.
    if name not in _HOME:
        raise AttributeError(f"module 'nutrition' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
