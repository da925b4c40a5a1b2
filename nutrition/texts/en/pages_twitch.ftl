### “Why does it twitch?”: the page, and the section in a client’s page. Ids: pages-twitch-<part>.
### What is said about causes and findings stands in twitch.ftl and red_flags.ftl.

pages-twitch-line = First the warning signs, then what is common, then what the food record shows.
pages-twitch-signs-save = Done: these and no others
pages-twitch-signs-none = Gone through: none of these
pages-twitch-signs-again = Go through the signs again
pages-twitch-signs-saved = Kept. You can change the ticks at any time.
pages-twitch-signs-both = Kept. Another window ticked meanwhile: { $signs }. That stands too.
pages-twitch-questions = A few questions
pages-twitch-questions-caption = Leave out what you would rather not say. Answers stay on this computer, and no answer changes an intake figure.
pages-twitch-sleep-hours = Sleep, hours a night
pages-twitch-stress = Stress at present
pages-twitch-stress-little = little
pages-twitch-stress-some = some
pages-twitch-stress-much = much
pages-twitch-screen-hours = Screens, hours a day
pages-twitch-tired-eyes = Tired or dry eyes
pages-twitch-nicotine = Nicotine (smoking, vaping, snus, patches)
pages-twitch-vegan = Vegan diet
pages-twitch-metformin = Metformin
pages-twitch-acid-blockers = Acid blockers
pages-twitch-not-said = not said
pages-twitch-yes = yes
pages-twitch-no = no
pages-twitch-save = Keep the answers
pages-twitch-saved = Answers kept.
pages-twitch-needs-age = Age and sex are not known yet. Enter them on the page “Today”; caffeine, sleep and B12 are compared by age.
pages-twitch-no-diary = No day is in the diary yet, so there is nothing to set beside the answers. Record a few days on “Today” first.
pages-twitch-sources = Sources
pages-twitch-changed = Another window answered otherwise meanwhile. Nothing of yours was written; it still stands in the fields.
pages-twitch-reload = Take what is in the record
