### The client's sheet and its before and after. Reported intake only: no verdict on health, no dose.
### Ids: sheet-<part>; sheet-none-<reason>; sheet-note-<note of suggest>; sheet-limit-<limit>.

sheet-title = Calcium and magnesium in the food record
sheet-calcium = Calcium
sheet-magnesium = Magnesium
sheet-sex-female = female
sheet-sex-male = male
sheet-age-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
sheet-age-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
sheet-age-unknown = age not known
sheet-sex-unknown = sex not known
sheet-condition-pregnant = pregnant
sheet-condition-pregnant-trimester = pregnant, trimester { $trimester }
sheet-condition-lactating = breastfeeding
sheet-period = Record: { $first } to { $last }
sheet-period-one = Record: { $first }
sheet-period-none = Record: no complete day
sheet-period-habits = Record: usual habits, from a questionnaire
sheet-made = Made on { $date }

sheet-figures-title = Reported intake beside reference values
sheet-row-days = Complete days counted
sheet-row-intake = Reported intake a day
sheet-row-range = Amounts given as ranges put it at
sheet-row-usual = Usual intake is likely to lie between
sheet-row-ear = Average requirement
sheet-row-ear-gap = Missing to the average requirement
sheet-row-aim = Recommended intake (for planning)
sheet-row-ai = Adequate intake (for planning)
sheet-row-aim-gap = Missing to it
sheet-row-chance = Chance that usual intake meets the requirement
sheet-row-verdict = In words
sheet-row-ul = Upper level
sheet-row-ul-beside = Intake that it counts
sheet-amount = { $amount } mg
sheet-amount-at-least = at least { $amount } mg
sheet-amount-at-most = at most { $amount } mg
sheet-food-alone = { $said }, from food alone
sheet-between = { $low } to { $high } mg
sheet-reached = none: reached
sheet-not-set = not set
sheet-no-figure = –
sheet-days-habits = usual habits
sheet-chance-tenths = { $tenths } in 10
sheet-chance-tenths-at-least = at least { $tenths } in 10
sheet-chance-more = more than 9 in 10
sheet-chance-less = less than 1 in 10
sheet-chance-range = from { $low } to { $high }
sheet-chance-ai = { $chance } that it exceeds the adequate intake
sheet-chance-none = cannot be stated
sheet-verdict-meets = very likely meets the requirement
sheet-verdict-likely-meets = likely meets the requirement
sheet-verdict-cannot-tell = cannot be told from this record
sheet-verdict-likely-below = likely below the requirement
sheet-verdict-below = very likely below the requirement
sheet-verdict-ai-meets = very likely exceeds the adequate intake
sheet-verdict-ai-likely-meets = likely exceeds the adequate intake
sheet-verdict-ai-cannot-tell = adequate intake only: cannot be told
sheet-reason-no-person = not defined: sex or age is not known
sheet-reason-no-day = no day is recorded
sheet-reason-needs-trimester = not defined: state the trimester
sheet-reason-not-set = not defined: no value is set for this person
sheet-reason-no-complete-day = no complete day yet
sheet-reason-no-value = no food with a known value
sheet-reason-habitual = a questionnaire on habits gives no probability
sheet-reason-no-average-requirement = no average requirement is set: cannot be told
sheet-reason-values-missing = cannot be told: values are missing
sheet-ul-all = all sources: { $level } mg
sheet-ul-supplements = supplements and medicines only: { $level } mg
sheet-ul-salts = supplements, medicines and added salts: { $level } mg
sheet-ul-below = { $amount }: not above
sheet-ul-likely-below = { $amount }: probably not above
sheet-ul-cannot-tell = { $amount }: cannot be told
sheet-ul-likely-above = { $amount }: probably above, for review by a dietitian
sheet-ul-above = { $amount }: above, for review by a dietitian
sheet-ul-not-stated = supplements are not recorded apart
sheet-ul-supplements-unknown = a supplement has no known value: cannot be told
sheet-ul-none-entered = no supplement or medicine entered
sheet-bar = { $mineral }: reported intake { $intake } mg a day. { $marks }
sheet-bar-key = Bar: reported intake. Red: average requirement, recommended (adequate) intake, calcium’s upper level. Black: likely usual intake.
sheet-bar-mark = { $name }: { $amount } mg.

sheet-sources-title = Where { $mineral } comes from
sheet-sources-food = Food
sheet-sources-amount = mg a day
sheet-sources-share = of what is known
sheet-sources-others = { $count ->
    [one] { $count } other food
   *[other] { $count } other foods
}
sheet-sources-none = The record names no food with a known value.
sheet-percent = { $percent } %

sheet-unknown-title = What is not known
sheet-unknown-foods = No { $mineral } value for: { $foods }.
sheet-unknown-foods-more = No { $mineral } value for: { $foods }; and { $count } more.
sheet-unknown-uncounted = The record does not say which foods lack a { $mineral } value, so the sum is a lower bound.
sheet-unknown-share = Of the weight eaten, { $percent } % has a known { $mineral } value.
sheet-unknown-none = Every food of these days has a value for both minerals.
sheet-unknown-no-foods = The record holds totals only, so no food can be named.
sheet-energy-low = The reported energy is lower than a usual diet is likely to be; some food may not have been written down.
sheet-energy-high = The reported energy is higher than a usual diet is likely to be; amounts may have been overstated.

sheet-absorb-title = Absorbable calcium, as information
sheet-absorb-known = About { $absorbed } of { $calcium } mg a day, from foods that studies measured.
sheet-absorb-analogy = About { $absorbed } of { $calcium } mg a day, from foods that studies measured or that are like them.
sheet-absorb-unstudied = For { $calcium } mg a day no study tells how much is absorbed.
sheet-absorb-note = Reference values already allow for absorption, so nothing above changes.

sheet-offers-title = Everyday foods that would close the gap
sheet-offers-gap = Missing to the recommended or adequate intake: { $gap }. Each choice below, added to a day like these, closes it.
sheet-offers-gap-at-most = Missing to the recommended or adequate intake: { $gap }, at most, because values are missing. Each choice below, added to a day like these, closes it.
sheet-offers-need = { $amount } mg { $mineral }
sheet-offers-choice = Choice { $number }
sheet-offers-portion = { $grams } g { $food } ({ $measures } { $measure })
sheet-offers-brings = adds { $calcium } mg calcium, { $magnesium } mg magnesium, { $energy } kcal
sheet-none-title = Everyday foods
sheet-none-already-met = The reported intake reaches the recommended or adequate intake of both minerals: nothing to close.
sheet-none-not-defined = No recommended or adequate intake is set for this person, so no food is suggested.
sheet-none-no-record = Without a complete day of record no food is suggested.
sheet-none-needs-better-records = Too little is known of these days to suggest foods: find the missing values first.
sheet-none-kidney-disease = With kidney disease no food is suggested here: the kidney team decides.
sheet-none-kidney-stones = With kidney stones no food is suggested here: ask the treating team.
sheet-none-eating-disorder = No food is suggested here: plan meals with the treating team.
sheet-none-refeeding-risk = No food is suggested here: a doctor plans the first days of eating.
sheet-none-under-two = Under two years no food is suggested here: ask the paediatric team.
sheet-none-age-unknown = The age is not known, so no food is suggested.
sheet-none-infeasible = No choice of everyday foods closes the gap within these limits: { $limits }.
sheet-none-infeasible-foods = No choice of the everyday foods at hand closes the gap.
sheet-limit-energy = energy
sheet-limit-upper-level = the upper level of calcium
sheet-limit-filters = what the client does not eat
sheet-limit-portions = ordinary portions
sheet-note-vitamin-k-warfarin = Greens are rich in vitamin K: with warfarin, keep the amount steady and ask the prescriber first.
sheet-note-calcium-levothyroxine = With thyroid hormones, ask the pharmacist how far apart to eat foods rich in calcium.
sheet-note-oxalate-calcium-not-counted = The calcium of spinach, chard and beet greens is hardly absorbed and not counted on.
sheet-note-fortified-check-label = Fortified foods differ: check the label for added calcium.
sheet-note-filters-by-name-check-label = Foods were chosen by their names: check labels for what must be avoided.

sheet-days-title = Day by day
sheet-days-day = Day
sheet-days-without = Without a value
sheet-days-energy = kcal
sheet-days-unknown-count = { $calcium } / { $magnesium }
sheet-days-partial = { $day } (not complete, left out)
sheet-days-empty = { $day } (nothing entered, left out)
sheet-days-more = { $count ->
    [one] One more day is in the record.
   *[other] { $count } more days are in the record.
}
sheet-days-key = Without a value: number of foods for calcium / magnesium.
sheet-days-none = No day is recorded.

sheet-before-title = Before and after
sheet-before = Before
sheet-after = Now
sheet-before-period = Before: { $first } to { $last }
sheet-after-period = Now: { $first } to { $last }
sheet-difference = Difference
sheet-before-intake = { $mineral }, mg a day
sheet-before-days = { $mineral }, complete days
sheet-before-chance = { $mineral }, chance of meeting the requirement
sheet-before-within = { $mineral }: the difference is no larger than single days differ by themselves.
sheet-before-beyond = { $mineral }: the difference is larger than single days differ by themselves (95 %).
sheet-before-unknown = { $mineral }: whether the difference is more than chance cannot be told.

sheet-doctor-title = When to see a doctor
sheet-doctor = Symptoms belong to a doctor, whatever these figures show.
sheet-doctor-none-ticked = No warning sign was ticked. Should one appear, act on it at once.
sheet-doctor-not-asked = The warning signs have not been asked yet. Please go through both lists first: they come before every figure.
sheet-doctor-now = Call the emergency services now ({ $number }) with any of these
sheet-doctor-now-local = Call the emergency services now (your local number, or { $number }) with any of these
sheet-doctor-promptly = See a doctor promptly with any of these
# Every warning sign in short, to stand in a row: sheet-sign-<flag of red_flags.csv>.
sheet-sign-breathing = trouble breathing
sheet-sign-swallowing = trouble swallowing or choking
sheet-sign-stridor = noisy breathing or a tight throat
sheet-sign-seizure = a seizure
sheet-sign-fainting = fainting
sheet-sign-chest-pain = chest pain or pressure
sheet-sign-pulse = a racing or irregular heartbeat
sheet-sign-confusion = confusion or unusual drowsiness
sheet-sign-locked-cramp = hands or feet locked in a cramp
sheet-sign-one-sided-weakness = sudden weakness of one side, arm or leg
sheet-sign-slurred-speech = sudden slurred speech or missing words
sheet-sign-facial-droop = one side of the face drooping
sheet-sign-serotonin-fever = fever with stiff muscles, shaking or agitation on medicines that act on serotonin
sheet-sign-withdrawal = shaking, agitation or seeing things after stopping or cutting down alcohol or benzodiazepines
sheet-sign-pregnancy-headache = in pregnancy or the weeks after birth: severe headache, blurred or flashing vision
sheet-sign-weakness = muscle weakness or stiffness
sheet-sign-wasting = a muscle getting thinner
sheet-sign-foot-drop = a foot that drops or trips you
sheet-sign-spreading = twitching in several places or spreading
sheet-sign-progressive = twitching or weakness that gets worse over weeks
sheet-sign-persistent = twitching for more than two weeks
sheet-sign-speech-change = a slow change in speech or voice
sheet-sign-numbness = numbness or tingling that stays
sheet-sign-weight-loss = weight loss without meaning to
sheet-sign-new-medicine = twitching after a new medicine or dose
sheet-sign-family-history = motor neurone disease (ALS) in the family
sheet-sign-mouth-tingling = tingling round the mouth after an operation on the neck or thyroid

sheet-medicines-title = To check with the prescriber or pharmacist

sheet-method-title = How this was worked out
sheet-method-probability = Probability by the method of the Institute of Medicine (Dietary Reference Intakes: Applications in Dietary Assessment, 2000), from reported intake, its days and the day-to-day variation of the life-stage group.
sheet-method-by-eye = The day-to-day variation of this age group is not known well enough for a probability (Institute of Medicine, Dietary Reference Intakes: Applications in Dietary Assessment, 2000); intake is shown beside the reference values.
sheet-method-reference = Reference values: { $references }.
sheet-method-upper = Upper levels: { $references }.
sheet-method-sd = Day-to-day variation (SD of one day): { $source }; { $values }.
sheet-method-sd-value = { $mineral } { $sd } mg
sheet-method-interval = The range of usual intake is the mean ± 1.96 SD / √days.
sheet-method-foods = Food values: { $foods }.
sheet-method-stated = Food values: as the record states them.
sheet-method-recalled = A reference value was recalled and not yet checked against the original.
sheet-method-days = To know the mean within 20 %, about { $calcium } days are needed for calcium and { $magnesium } for magnesium.
sheet-method-limits = A few days are not usual intake. Reported intake shows nothing about blood or bones, and no amount of any supplement follows from it.

sheet-notes-title = Notes
sheet-notes-cut = … the notes go on in the record.
sheet-letters = The name or a food holds letters that this page cannot print; they are shown as □ and stand whole in the record.
