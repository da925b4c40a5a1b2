### Who needs attention first, and why. Order and words, no verdict on health.
### Ids: triage-level-<level>, triage-reason-<kind>, triage-quality-<id>, triage-changed-<id>.

triage-level-emergency-sign = Warning sign: emergency services
triage-level-doctor-sign = Warning sign: doctor
triage-level-context-first = Circumstance that comes before any figure
triage-level-above-upper-level = Above an upper level
triage-level-likely-above-upper-level = Probably above an upper level
triage-level-context = Circumstance to look at
triage-level-below = Intake very likely below the requirement
triage-level-likely-below = Intake likely below the requirement
triage-level-cannot-tell = Cannot tell
triage-level-needs-better-records = Cannot tell: needs better records
triage-level-not-defined = No reference for this person
triage-level-likely-meets = Intake likely meets the requirement
triage-level-meets = Intake very likely meets the requirement

triage-reason-sign = warning sign ticked: { $sign }
triage-reason-above-upper-level = { $mineral } above its upper level
triage-reason-likely-above-upper-level = { $mineral } probably above its upper level
triage-reason-below = reported { $mineral } intake of { $amount } mg a day very likely below the requirement
triage-reason-likely-below = reported { $mineral } intake of { $amount } mg a day likely below the requirement
triage-reason-cannot-tell = whether { $mineral } intake meets the requirement cannot be told
triage-reason-needs-better-records = the { $mineral } record is too incomplete or doubtful to tell
triage-reason-not-defined = no { $mineral } reference for this person
triage-reason-likely-meets = { $mineral } intake likely meets the requirement
triage-reason-meets = { $mineral } intake very likely meets the requirement

triage-quality-no-complete-day = no complete day
triage-quality-one-day = one day only
triage-quality-many-values-missing = many foods without a value
triage-quality-values-missing = some foods without a value
triage-quality-supplements-unknown = a supplement’s content is unknown
triage-quality-days-left-out = days that are not complete were left out
triage-quality-habitual = a questionnaire on habits, not days
triage-quality-amounts = a day with more than anyone eats: check amounts and units
triage-quality-energy-low = reported energy lower than a usual diet is likely to be
triage-quality-energy-high = reported energy higher than a usual diet is likely to be

triage-changed-new = not in the records of last time
triage-changed-calcium-up = calcium higher than last time, by more than days differ
triage-changed-calcium-down = calcium lower than last time, by more than days differ
triage-changed-calcium-verdict = another reading of calcium than last time
triage-changed-magnesium-up = magnesium higher than last time, by more than days differ
triage-changed-magnesium-down = magnesium lower than last time, by more than days differ
triage-changed-magnesium-verdict = another reading of magnesium than last time
