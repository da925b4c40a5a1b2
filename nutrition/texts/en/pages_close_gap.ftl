### The page Close the gap: everyday foods for what is missing, for review, never a diet.

pages-close-gap-title = Close the gap
pages-close-gap-line = Everyday foods, in household portions, that bring what is missing of calcium and magnesium.
pages-close-gap-who-first = Sex and age choose the reference intakes. Enter them here once.
pages-close-gap-who = Who eats
pages-close-gap-sex = Sex
pages-close-gap-sex-female = Female
pages-close-gap-sex-male = Male
pages-close-gap-choose = Choose
pages-close-gap-age = Age in years
pages-close-gap-condition = Pregnant or breastfeeding
pages-close-gap-condition-none = Neither
pages-close-gap-condition-pregnant = Pregnant
pages-close-gap-condition-lactating = Breastfeeding
pages-close-gap-keep = Keep
pages-close-gap-eaten = What was eaten so far
pages-close-gap-from = Take it from
pages-close-gap-from-day = a day of the diary
pages-close-gap-from-typed = figures I type
pages-close-gap-day = Day
pages-close-gap-empty-day = Nothing is entered on this day; an empty day says nothing about what was eaten. Enter it in Today, choose another day, or type figures.
pages-close-gap-typed = { $mineral ->
    [calcium] Calcium
   *[other] Magnesium
} eaten, mg a day
pages-close-gap-typed-both = Type both figures: a blank one is unknown, not zero.
pages-close-gap-contexts = Does one of these apply?
pages-close-gap-filters = What is not eaten
pages-close-gap-filter-vegan = Nothing of animals (vegan)
pages-close-gap-filter-lactose-free = No lactose
pages-close-gap-filter-without-nuts = No nuts, by name
pages-close-gap-filter-without-gluten = No gluten, by name
pages-close-gap-by-name = Filters go by the names of foods only. With an allergy or coeliac disease, check the label every time.
pages-close-gap-disliked = Foods you do not like, one a line
pages-close-gap-disliked-example = kale
    tofu
pages-close-gap-apply = Keep and show
pages-close-gap-wait = Suggestions appear here once it is known what was eaten.
pages-close-gap-no-aim = No recommended or adequate intake of { $mineral } is set for this person.
pages-close-gap-missing = { $missing } mg { $mineral } missing: { $known } mg known so far, aim { $aim } mg ({ $statistic }, { $body }).
pages-close-gap-there = Nothing missing of { $mineral }: { $known } mg known so far, aim { $aim } mg ({ $statistic }, { $body }).
pages-close-gap-without = No { $mineral } value for: { $foods }. What is missing may be less than said here, and there may be less room under the upper level.
pages-close-gap-allowance = Energy the additions may bring, kcal
pages-close-gap-no-limit = no limit
pages-close-gap-energy = Show energy
pages-close-gap-answers = { $count ->
    [one] One way to close it
   *[other] { $count } different ways to close it
}
pages-close-gap-order-energy = Eaten on top of the day, each way by itself. The one with least energy first.
pages-close-gap-order-hidden = Eaten on top of the day, each way by itself.
pages-close-gap-answer = { $place ->
    [0] Nearest
   *[other] Way { $place }
}
pages-close-gap-portion = { $food }: { $measures } { $measure } ({ $grams } g) · calcium +{ $calcium } mg, magnesium +{ $magnesium } mg
pages-close-gap-portion-energy = { $food }: { $measures } { $measure } ({ $grams } g) · calcium +{ $calcium } mg, magnesium +{ $magnesium } mg, { $kcal } kcal
pages-close-gap-effect = { $mineral }: from { $before } to { $after } mg (+{ $added })
pages-close-gap-aim = · aim { $aim } mg ({ $statistic })
pages-close-gap-not-counted = · of this, { $amount } mg is hardly absorbed and not counted on
pages-close-gap-short = · still missing: { $missing } mg
pages-close-gap-kcal = { $kcal } kcal together
pages-close-gap-already-met = Nothing is missing of what is defined for this person. No foods are named.
pages-close-gap-not-defined = No recommended or adequate intake is set for this person: there is nothing to aim at.
pages-close-gap-none = No choice from the list closes both gaps
pages-close-gap-none-at-all = The foods of the list cannot do it, whatever the limits. Please talk to a dietitian.
pages-close-gap-binds = It would be possible without this limit: { $limits }
pages-close-gap-limit-energy = the energy allowance
pages-close-gap-limit-upper-level = the upper level of calcium
pages-close-gap-limit-filters = what is not eaten
pages-close-gap-limit-portions = sensible portions (four foods, six portions, one food of a group)
pages-close-gap-nearest = The choice that comes nearest within all limits
pages-close-gap-swaps = Swaps for foods of this day
pages-close-gap-swap = { $grams } g { $towards } for { $away }: calcium { $calcium } mg, magnesium { $magnesium } mg
pages-close-gap-swap-energy = { $grams } g { $towards } for { $away }: calcium { $calcium } mg, magnesium { $magnesium } mg, { $kcal } kcal
pages-close-gap-what = Facts about foods, to think over: neither a diet nor advice for a condition. One day is not usual intake.
pages-close-gap-note-vitamin-k-warfarin = Rich in vitamin K. With warfarin and related medicines: keep the amount steady from day to day, and ask your clinic before you change it.
pages-close-gap-note-calcium-levothyroxine = With levothyroxine: calcium hinders its uptake; leave hours between, as your pharmacist says.
pages-close-gap-note-oxalate-calcium-not-counted = Oxalate binds the calcium of some of these greens: it is shown and not counted on.
pages-close-gap-note-fortified-check-label = Only a fortified kind holds this much calcium: check the label.
pages-close-gap-note-filters-by-name-check-label = Chosen by name: check the label.
pages-close-gap-not-offered = No foods are suggested here
pages-close-gap-refused-kidney-disease = With kidney disease, calcium, magnesium, phosphate and potassium belong together and with your kidney team.
pages-close-gap-refused-kidney-stones = With kidney stones, what suits depends on the kind of stone.
pages-close-gap-refused-eating-disorder = With an eating disorder, figures about food can do harm.
pages-close-gap-refused-refeeding-risk = After very little food for days, eating more needs a doctor's plan first.
pages-close-gap-refused-under-two = Under 2 years, food for growing belongs with a paediatrician.
pages-close-gap-refused-age-unknown = The age is not known, and it decides what suits.
pages-close-gap-ask = Please ask your doctor or a registered dietitian. Totals and reference intakes in Today stay as they are.
