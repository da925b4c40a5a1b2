### Wörter, die jedes Thema braucht.
### Dateien: common, red_flags, screening, twitch; dazu sheet, triage, pages.

value-not-known = nicht bekannt
language-name = Deutsch
mineral-calcium = Calcium
mineral-magnesium = Magnesium
list-and = { $first } und { $last }
