"""What to look at with the client: warning signs first, then circumstances, medicines, twitching.

Everything here returns facts: ids, tiers, figures and sources. The words stand in
`nutrition.texts`; `Notice.say(language)` speaks one. The lists are data files in `nutrition/data`
that a dietitian can read and edit. No symptom changes an intake figure, and no intake figure
softens a warning sign.
"""

from __future__ import annotations

from nutrition.screening.emergency import EmergencyNumber, emergency_number
from nutrition.screening.lifestyle import Limit, limit
from nutrition.screening.medicines import Medicine, MedicineMatch, all_medicines, find_medicines
from nutrition.screening.notices import Figure, Notice, ScreeningError, Words
from nutrition.screening.prompts import Context, all_contexts, prompts
from nutrition.screening.red_flags import RedFlag, all_red_flags, red_flags
from nutrition.screening.twitch import Answers, Cause, Twitch, TwitchPerson, all_causes, twitch

__all__ = [
    "Answers",
    "Cause",
    "Context",
    "EmergencyNumber",
    "Figure",
    "Limit",
    "Medicine",
    "MedicineMatch",
    "Notice",
    "RedFlag",
    "ScreeningError",
    "Twitch",
    "TwitchPerson",
    "Words",
    "all_causes",
    "all_contexts",
    "all_medicines",
    "all_red_flags",
    "emergency_number",
    "find_medicines",
    "limit",
    "prompts",
    "red_flags",
    "twitch",
]
