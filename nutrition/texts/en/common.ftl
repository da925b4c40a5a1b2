### Words that every subject needs.
### Files: common, red_flags, screening, twitch; others add sheet, triage, pages.

value-not-known = not known
language-name = English
mineral-calcium = calcium
mineral-magnesium = magnesium
list-and = { $first } and { $last }
