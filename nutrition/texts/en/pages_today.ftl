### Texts of the page Today.

pages-today-title = Today
pages-today-line = Calcium and magnesium in what was eaten, drunk and taken on one day. Every change is saved at once on this computer.
pages-today-tour = Step { $step } of { $steps }
pages-today-tour-1 = Open “Who” and tell sex and age: they choose the reference intakes. Nothing leaves this computer.
pages-today-tour-2 = Write what you ate as you would say it, one food a line, and press Add. What is unclear becomes a question; your answer is remembered.
pages-today-tour-3 = When everything of the day is there, mark the day complete. Only then is it set beside the references as a whole day.
pages-today-tour-next = Next
pages-today-tour-skip = Skip the tour
pages-today-tour-done = Start
pages-today-before = Day before
pages-today-after = Day after
pages-today-day = Day
pages-today-to-today = To today
pages-today-undo = { $rows ->
    [one] Undo: { $what } (1 record)
   *[other] Undo: { $what } ({ $rows } records)
}
pages-today-redo = Redo
pages-today-done-added = added
pages-today-done-changed = changed
pages-today-done-removed = removed
pages-today-done-copied = copied
pages-today-done-marked = day marked
pages-today-done-person = person
pages-today-done-edit = last change
pages-today-complete = The day is complete
pages-today-complete-help = Everything eaten, drunk and taken is here. An unfinished day has totals and no verdict.
pages-today-typical = Was it a usual day?
pages-today-typical-yes = Usual
pages-today-typical-no = Not usual
pages-today-copy = Copy from another day
pages-today-copy-from = From
pages-today-copy-empty = Nothing is recorded on { $day }. Choose another day.
pages-today-copy-what = What
pages-today-copy-day = { $rows ->
    [one] The whole day (1 row)
   *[other] The whole day ({ $rows } rows)
}
pages-today-copy-do = Copy to { $day }
pages-today-occasion = Occasion
pages-today-occasion-none = Not said
pages-today-occasion-breakfast = Breakfast
pages-today-occasion-lunch = Lunch
pages-today-occasion-dinner = Dinner
pages-today-occasion-snack = Snack
pages-today-who = Who
pages-today-who-known = Who: { $sex }, { $age } years
pages-today-who-why = Sex and age choose the reference intakes. They are kept on this computer only.
pages-today-choose = Choose
pages-today-sex = Sex
pages-today-sex-female = Female
pages-today-sex-male = Male
pages-today-age = Age in years
pages-today-birth = Or date of birth
pages-today-condition = Pregnant or breastfeeding
pages-today-condition-none = Neither
pages-today-condition-pregnant = Pregnant
pages-today-condition-lactating = Breastfeeding
pages-today-trimester = Trimester
pages-today-weight = Weight in kg, if you like
pages-today-eaten = What was eaten and drunk
pages-today-quick = A food a line, or a whole meal
pages-today-quick-example = 2 cups cooked spinach{"\u000A"}250 ml oat milk and a banana
pages-today-quick-help = Write it as you would say it; the food table speaks English. Ctrl and Enter add it.
pages-today-add = Add
pages-today-refused = Not added: { $text } — { $reason }
pages-today-recent = Favourites and recent foods, one tap adds
pages-today-recent-help = With the amount of the last time; change it in the table below.
pages-today-favourites = Choose favourites
pages-today-favourites-choose = Foods offered first, marked ★
pages-today-find = Find a food in the table
pages-today-find-name = Name of the food
pages-today-find-example = Type a name, such as kale
pages-today-find-none = No food of that name. Try a plainer word, or add it on the page Foods.
pages-today-found = { $count ->
    [one] Foods found: 1
   *[other] Foods found: { $count }
}
pages-today-amount = Amount
pages-today-measure = Measure
pages-today-find-add = Add this food
pages-today-lines = Entered for { $day }
pages-today-nothing = Nothing entered yet. Write a line above, tap a recent food, or copy another day below.
pages-today-table = The lines of the day: food, amount, unit, occasion, and what each comes to
pages-today-table-help = Type over food, amount, unit or occasion: it is saved as you leave the cell. Enter goes to the line below, Esc puts back what was there; ✕ removes a line. ? for a mineral is not known, ≥ is at least. ✓ settled · ≈ weight estimated · ? asks below · ! an amount to check
pages-today-as-label = its own figures, as entered
pages-today-as-open = not settled yet: see the question below
pages-today-as-weight = Weight
pages-today-as-calcium = Ca
pages-today-as-magnesium = Mg
pages-today-state-food = ? food
pages-today-state-amount = ? amount
pages-today-state-check = ! amount
pages-today-food = Food
pages-today-unit = Unit
pages-today-remove = Remove
pages-today-table-skip = Skip the lines
pages-today-table-total = Total of the lines
pages-today-changed = This row was changed in another window. Nothing was overwritten; choose what stands.
pages-today-changed-mine = Here: { $row }
pages-today-changed-theirs = In the diary: { $row }
pages-today-changed-removed = removed
pages-today-changed-keep = Keep what is in the diary
pages-today-changed-use = Use what was entered here
pages-today-questions = { $count ->
    [one] 1 row has a question
   *[other] { $count } rows have a question
}
pages-today-remembered = Answers are remembered on this computer; the page Settings shows them and forgets them.
pages-today-ask-which-food = Which one is meant?
pages-today-ask-no-food = The table has no such food.
pages-today-ask-which-measure = How much does one weigh?
pages-today-ask-how-much = How much was it?
pages-today-which = Which food is { $food }?
pages-today-none-of-these = None of these? Change the name in the table, or find the food above and remove this row.
pages-today-per-100 = calcium { $calcium }, magnesium { $magnesium } in 100 g
pages-today-which-measure = Which measure of { $food }?
pages-today-piece = piece
pages-today-grams-of = Or grams of one { $unit }
pages-today-use-grams = Use these grams
pages-today-settle = Settle
pages-today-take-daily = { $count ->
    [one] Add what is taken daily: { $names }
   *[other] Add { $count } taken daily: { $names }
}
pages-today-supplement = Add a supplement or a medicine
pages-today-supplement-name = Name
pages-today-supplement-example = Magnesium tablets
pages-today-supplement-kind = Kind
pages-today-kind-supplement = Supplement
pages-today-kind-medicine = Medicine
pages-today-kind-help = Antacids and laxatives with calcium or magnesium are medicines; they count too.
pages-today-stated = What the label states
pages-today-stated-elemental = The mineral itself (elemental, as most labels do)
pages-today-stated-compound = The mass of a compound, such as magnesium citrate
pages-today-stated-help = “Magnesium 300 mg” is elemental. “Magnesium citrate 1,000 mg” without a line for magnesium is the compound, of which only a part is magnesium.
pages-today-compound = Compound
pages-today-compound-mg = Compound in one dose, mg
pages-today-form = Which form of { $compound } does the label name?
pages-today-form-share = { $form }: { $share } % { $mineral }
pages-today-form-unsaid = The label does not say; how much it brings stays unknown
pages-today-is-it-compound-mass = So much { $mineral } would make a tablet of more than 3 g. Is this the mass of the compound?
pages-today-beyond-daily-maximum = The doses of a day come to more than { $most } mg { $mineral }, the most that labels of medicines allow. Is a decimal point out of place, or is this the mass of the compound?
pages-today-is-compound = It is the mass of the compound
pages-today-label-says-so = I looked at the label again: it is the mineral itself, and so many doses a day.
pages-today-label-magnesium = Magnesium on the label, mg
pages-today-label-calcium = Calcium on the label, mg
pages-today-times = Doses on a day it is taken
pages-today-days = Days a week
pages-today-blank = Amounts of one dose. Blank means the label does not say, which counts as unknown; 0 means there is none in it.
pages-today-regular = Count it
pages-today-regular-day = On this day only
pages-today-regular-regular = On this day, and offer it on other days
pages-today-supplement-add = Add supplement
pages-today-often = { $times } a day on { $days } days a week
pages-today-take = Add to this day
pages-today-forget = Take off the list
pages-today-form-open = open: { $low } to { $high } mg a dose, by form
pages-today-water = Which water is counted
pages-today-water-none = No water is set, so “a glass of water” is read from the food table. Enter your tap or bottled water on the page Settings.
pages-today-water-is = “Water” means { $name }: calcium { $calcium }, magnesium { $magnesium } mg in a litre.
pages-today-water-rule = Tea, coffee, soups and cooked grains hold their water already: enter only water that is drunk as such.
pages-today-water-dry = Dry or concentrated, so what they are mixed with is entered apart: { $foods }.
pages-today-result = What it comes to
pages-today-result-empty = Totals appear as soon as a food is entered.
pages-today-no-profile = Choose sex and age on this page to see reference intakes and the gap.
pages-today-download = Download this day (CSV)
pages-today-print = To print this day: open the folds that belong on paper, then print the page. Entry fields and buttons are left out, and colours are made for paper.
pages-today-total = { $amount } mg { $mineral }.
pages-today-total-range = { $amount } mg { $mineral } ({ $low } to { $high } mg).
pages-today-total-at-least = { $unknown ->
    [one] At least { $amount } mg { $mineral }; 1 of { $items } foods has no { $mineral } value ({ $foods }).
   *[other] At least { $amount } mg { $mineral }; { $unknown } of { $items } foods have no { $mineral } value ({ $foods }).
}
pages-today-total-unknown = { $unknown ->
    [one] The total of { $mineral } is not known: 1 of { $items } foods has no value ({ $foods }).
   *[other] The total of { $mineral } is not known: { $unknown } of { $items } foods have no value ({ $foods }).
}
pages-today-title-known = { $mineral }: { $amount } mg
pages-today-title-at-least = { $mineral }: at least { $amount } mg
pages-today-title-unknown = { $mineral }: not known
pages-today-hatched = hatched: not known, { $unknown } of { $items } without a value
pages-today-nothing-unknown = nothing unknown
pages-today-mark-average = average requirement
pages-today-mark-adequate = adequate intake
pages-today-mark-recommended = recommended
pages-today-tenths-is = { $tenths } in 10
pages-today-tenths-more = more than { $tenths } in 10
pages-today-tenths-less = less than { $tenths } in 10
pages-today-no-day = No day is recorded.
pages-today-no-value = No { $mineral } value is known for this day.
pages-today-not-set = Not defined: the reference body sets no { $mineral } value for this person.
pages-today-needs-trimester = Not defined: { $mineral } values go by trimester; state the trimester.
pages-today-no-person = Not defined: sex and age of this person are not known.
pages-today-habitual = A questionnaire on habits gives no probability for { $mineral }; record a few days to have one.
pages-today-so-far = So far: { $amount } mg { $mineral }; the day is not complete, so there is no verdict.
pages-today-so-far-at-least = So far: at least { $amount } mg { $mineral }, with values missing; the day is not complete, so there is no verdict.
pages-today-no-average = { $days ->
    [one] { $body } sets no average requirement for { $mineral }, so whether usual intake meets the requirement cannot be told, from 1 day.
   *[other] { $body } sets no average requirement for { $mineral }, so whether usual intake meets the requirement cannot be told, from { $days } days.
}
pages-today-food-alone = This counts food and water alone: the record says nothing of supplements.
pages-today-average-chance = { $days ->
    [one] { $chance } that usual { $mineral } intake meets the requirement, from 1 day.
   *[other] { $chance } that usual { $mineral } intake meets the requirement, from { $days } days.
}
pages-today-average-chance-at-least = { $days ->
    [one] At least { $chance } that usual { $mineral } intake meets the requirement, from 1 day.
   *[other] At least { $chance } that usual { $mineral } intake meets the requirement, from { $days } days.
}
pages-today-average-unknown = { $days ->
    [one] With { $mineral } values missing, the probability that usual intake meets the requirement cannot be stated, from 1 day.
   *[other] With { $mineral } values missing, the probability that usual intake meets the requirement cannot be stated, from { $days } days.
}
pages-today-average-below = { $days ->
    [one] Reported { $mineral } intake is below the average requirement; how likely usual intake meets the requirement cannot be calculated here, from 1 day.
   *[other] Reported { $mineral } intake is below the average requirement; how likely usual intake meets the requirement cannot be calculated here, from { $days } days.
}
pages-today-average-above = { $days ->
    [one] Reported { $mineral } intake is at or above the average requirement; how likely usual intake meets the requirement cannot be calculated here, from 1 day.
   *[other] Reported { $mineral } intake is at or above the average requirement; how likely usual intake meets the requirement cannot be calculated here, from { $days } days.
}
pages-today-adequate-chance = { $days ->
    [one] { $chance } that usual { $mineral } intake exceeds the adequate intake, from 1 day.
   *[other] { $chance } that usual { $mineral } intake exceeds the adequate intake, from { $days } days.
}
pages-today-adequate-chance-at-least = { $days ->
    [one] At least { $chance } that usual { $mineral } intake exceeds the adequate intake, from 1 day.
   *[other] At least { $chance } that usual { $mineral } intake exceeds the adequate intake, from { $days } days.
}
pages-today-adequate-unknown = { $days ->
    [one] With { $mineral } values missing, whether intake exceeds the adequate intake cannot be told, from 1 day.
   *[other] With { $mineral } values missing, whether intake exceeds the adequate intake cannot be told, from { $days } days.
}
pages-today-adequate-above = { $days ->
    [one] Reported { $mineral } intake is at or above the adequate intake, from 1 day.
   *[other] Reported { $mineral } intake is at or above the adequate intake, from { $days } days.
}
pages-today-adequate-below = { $days ->
    [one] Reported { $mineral } intake is below the adequate intake; whether it meets the requirement cannot be told, from 1 day.
   *[other] Reported { $mineral } intake is below the adequate intake; whether it meets the requirement cannot be told, from { $days } days.
}
pages-today-chance-range = Over the range of amounts: from { $low } to { $high }.
pages-today-more-days = { $days ->
    [one] With this average, about 1 day would settle it; days apart, with a weekend day among them, tell more.
   *[other] With this average, about { $days } days would settle it; days apart, with a weekend day among them, tell more.
}
pages-today-find-values = Finding the missing { $mineral } values would sharpen this.
pages-today-gap-average = The average requirement is { $level } mg, { $gap } mg above the reported intake.
pages-today-gap-average-at-most = The average requirement is { $level } mg, at most { $gap } mg above the reported intake.
pages-today-gap-recommended = For planning: the recommended intake is { $level } mg, { $gap } mg above the reported intake.
pages-today-gap-recommended-at-most = For planning: the recommended intake is { $level } mg, at most { $gap } mg above the reported intake.
pages-today-reached-average = The reported intake reaches the average requirement of { $level } mg.
pages-today-reached-recommended = For planning: the reported intake reaches the recommended intake of { $level } mg.
pages-today-upper-level = upper level
pages-today-guidance-level = guidance level
pages-today-upper-total-above = The total of { $mineral } is above the { $name } of { $level } mg a day; for review by a dietitian.
pages-today-upper-total-likely-above = Usual { $mineral } intake is probably above the { $name } of { $level } mg a day; for review by a dietitian.
pages-today-upper-total-below = The total of { $mineral } is below the { $name } of { $level } mg a day.
pages-today-upper-total-likely-below = Usual { $mineral } intake is probably below the { $name } of { $level } mg a day.
pages-today-upper-total-unknown = Whether { $mineral } intake is above the { $name } of { $level } mg a day cannot be told.
pages-today-upper-taken-above = Supplements and medicines bring { $amount } mg { $mineral }: above the { $name } of { $level } mg a day, which counts only these; for review by a dietitian or pharmacist.
pages-today-upper-taken-below = Supplements and medicines bring { $amount } mg { $mineral }: not above the { $name } of { $level } mg a day, which counts only these.
pages-today-upper-taken-none = No { $mineral } from supplements or medicines is entered; the { $name } of { $level } mg a day counts only these.
pages-today-upper-taken-unknown = How much { $mineral } supplements and medicines bring is not fully known, so it cannot be set beside the { $name } of { $level } mg a day, which counts only these.
pages-today-upper-salts = This level counts salts added to food as well; food tables do not show them apart.
pages-today-upper-note = { $reference }. It counts supplements and medicines only; magnesium in food does not count toward it.
pages-today-taken-title-known = { $mineral } taken: { $amount } mg
pages-today-taken-title-at-least = { $mineral } taken: at least { $amount } mg
pages-today-taken-title-unknown = { $mineral } taken: not known
pages-today-taken-above = above the upper level, which counts only these
pages-today-taken-below = not above the upper level, which counts only these
pages-today-taken-alt-unknown = { $mineral } from supplements and medicines: not known; upper level { $level } mg, which counts only these.
pages-today-taken-open = whether it is above the upper level cannot be told; the level counts only these
pages-today-taken-alt-known = { $mineral } from supplements and medicines: { $amount } mg; upper level { $level } mg, which counts only these.
pages-today-taken-alt-at-least = { $mineral } from supplements and medicines: at least { $amount } mg; upper level { $level } mg, which counts only these.
pages-today-curve-title-known = Chance: { $chance }
pages-today-curve-title-at-least = Chance: at least { $chance }
pages-today-curve-title-unknown = Chance: not stated
pages-today-curve-note = shaded: reaches the mark “{ $reference }”
pages-today-curve-axis = usual { $mineral } intake, mg a day
pages-today-curve-alt-known = { $days ->
    [one] Usual { $mineral } intake as far as 1 day tells: a bell curve about { $amount } mg; { $chance } lies at or above { $level } mg ({ $reference }).
   *[other] Usual { $mineral } intake as far as { $days } days tell: a bell curve about { $amount } mg; { $chance } lies at or above { $level } mg ({ $reference }).
}
pages-today-curve-alt-at-least = { $days ->
    [one] Usual { $mineral } intake as far as 1 day tells: a bell curve about at least { $amount } mg; at least { $chance } lies at or above { $level } mg ({ $reference }).
   *[other] Usual { $mineral } intake as far as { $days } days tell: a bell curve about at least { $amount } mg; at least { $chance } lies at or above { $level } mg ({ $reference }).
}
pages-today-curve-alt-unknown = { $days ->
    [one] Usual { $mineral } intake as far as 1 day tells: a bell curve about at least { $amount } mg, beside { $level } mg ({ $reference }); no probability can be stated.
   *[other] Usual { $mineral } intake as far as { $days } days tell: a bell curve about at least { $amount } mg, beside { $level } mg ({ $reference }); no probability can be stated.
}
pages-today-gives = What gives most { $mineral }
pages-today-gives-none = No item gives { $mineral }, as far as is known.
pages-today-beside = Beside the total: absorbable calcium, and calcium to magnesium
pages-today-absorb = Absorbable calcium
pages-today-absorb-note = Information only: reference intakes already allow for absorption, so nothing above changes. Each food was measured alone; a meal may differ.
pages-today-absorb-measured = Measured foods: about { $absorbed } of { $calcium } mg
pages-today-absorb-analogy = Foods like measured ones: about { $absorbed } of { $calcium } mg
pages-today-absorb-unknown = No study tells for { $calcium } mg
pages-today-absorb-column = absorbable mg
pages-today-absorb-milk = beside milk
pages-today-absorb-evidence = Evidence
pages-today-absorb-calcium = Calcium mg
pages-today-absorb-evidence-measured = measured
pages-today-absorb-evidence-analogy = like a measured one
pages-today-absorb-evidence-unknown = no study
pages-today-absorb-above = above the studied amount
pages-today-absorb-above-note = Above the studied amount, meaning more calcium than in the serving that was measured, the share is lower than shown.
pages-today-absorb-sources = Sources: { $sources }.
pages-today-load = Calcium of one meal at a time
pages-today-load-note = The more calcium one meal holds, the smaller the share absorbed: { $source }. Information only, and not to be added to the figures above: it is another fit. An occasion is read as one meal; nothing is stated below { $low } or above { $high } mg.
pages-today-load-within-range = { $occasion }: { $calcium } mg, about { $share } % of it absorbed ({ $absorbed } mg)
pages-today-load-above-studied = { $occasion }: { $calcium } mg, above the { $high } mg that were studied: no share is stated
pages-today-load-above-studied-at-least = { $occasion }: at least { $calcium } mg, above the { $high } mg that were studied: no share is stated
pages-today-load-below-studied = { $occasion }: { $calcium } mg, below the { $low } mg that were studied: no share is stated
pages-today-load-lower-bound = { $occasion }: at least { $calcium } mg; values are missing, so no share is stated
pages-today-load-unknown = { $occasion }: calcium not known
pages-today-load-no-occasion = Without an occasion: { $calcium } mg. Say in the table at which meal, and its share is shown here.
pages-today-ratio = Calcium to magnesium
pages-today-ratio-is = { $value } mg calcium for each mg magnesium on this day.
pages-today-ratio-unknown = Not known: one of the two totals is not known.
pages-today-ratio-lower-bound = Not stated: values are missing, so one total is a lower bound.
pages-today-ratio-no-magnesium = Not stated: no magnesium was recorded.
pages-today-ratio-note = A descriptive figure without a target; no body sets one. Studies divided people at { $low } to { $high } and disagree ({ $source }).
pages-today-sources = Where these numbers come from
pages-today-sources-table = Source of each food’s minerals and weight
pages-today-sources-method = Probability: Institute of Medicine (2000), Dietary Reference Intakes: Applications in Dietary Assessment, chapter 3, doi 10.17226/9956.
pages-today-source = Source
pages-today-source-food = Food
pages-today-source-source = Source
pages-today-source-release = Release
pages-today-source-food-id = Food id
pages-today-source-weight = Weight from
pages-today-source-label = the label, as entered
pages-today-source-answered = as answered
pages-today-rests-on-reference = { $mineral }, average requirement or adequate intake: { $source }.
pages-today-rests-on-upper = { $mineral }, upper level: { $source }.
pages-today-rests-on-sd = { $mineral }, day-to-day variation: { $source }.
pages-today-recalled = This reference value was recalled and not yet checked against the original.
