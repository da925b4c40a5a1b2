### The page Foods: the table, own foods from a label, recipes.

pages-foods-title = Foods
pages-foods-line = Which foods hold most, where each number comes from, and foods of your own.
pages-foods-section = Part of this page
pages-foods-section-table = Food table
pages-foods-section-own = Own foods
pages-foods-section-recipes = Recipes

## The table

pages-foods-richest = Richest foods
pages-foods-richest-alt = Foods richest in { $mineral }
pages-foods-mineral = Mineral
pages-foods-per = Per
pages-foods-per-100-g = per 100 g
pages-foods-per-serving = per serving
pages-foods-per-100-kcal = per 100 kcal
pages-foods-group = Group
pages-foods-group-all = all groups
pages-foods-food = Food
pages-foods-source = Source
pages-foods-ca-mg = Ca mg
pages-foods-mg-mg = Mg mg
pages-foods-kcal = kcal
pages-foods-compared = { $count } foods compared.
pages-foods-without-value = { $count } have no { $mineral } value: not known, not zero.
pages-foods-without-measure = { $count } have no household measure.
pages-foods-low-energy = { $count } have less than { $kcal } kcal in 100 g and are left out.
pages-foods-serving-is = A serving is the first household measure that the source lists.
pages-foods-download = Download this list (CSV)

## One food

pages-foods-one = One food
pages-foods-name = Name of the food
pages-foods-name-example = kale, raw
pages-foods-none = No food of that name. Try a plainer word, or enter it under Own foods.
pages-foods-found = Foods found
pages-foods-favourites = Your favourites
pages-foods-about = { $source }, { $release } · id { $id } · group { $group } · calcium or magnesium added: { $added }
pages-foods-added-yes = yes
pages-foods-added-no = no
pages-foods-added-unknown = cannot be told
pages-foods-mark = Make it a favourite
pages-foods-unmark = No longer a favourite
pages-foods-nutrient = Nutrient
pages-foods-unit = Unit
pages-foods-samples = Samples (n)
pages-foods-error = Standard error
pages-foods-derivation = How it was come by
pages-foods-values-alt = Nutrients of { $food } per 100 g with samples, standard error and derivation
pages-foods-nutrient-calcium-mg = Calcium
pages-foods-nutrient-magnesium-mg = Magnesium
pages-foods-nutrient-energy-kcal = Energy
pages-foods-nutrient-caffeine-mg = Caffeine
pages-foods-nutrient-vitamin-d-ug = Vitamin D
pages-foods-nutrient-vitamin-b12-ug = Vitamin B12
pages-foods-nutrient-water-g = Water
pages-foods-range = The label allows { $low } to { $high } mg { $mineral } in 100 g.
pages-foods-measures = Household measures
pages-foods-measures-alt = What one measure of { $food } holds
pages-foods-measure = One
pages-foods-grams = Grams
pages-foods-no-measure = The source states no household measure; enter grams.
pages-foods-density = Density { $density } g/ml: { $source }
pages-foods-absorbed = Absorbable calcium
pages-foods-absorbed-measured = Of { $calcium } mg in 100 g, about { $absorbed } mg is absorbed: measured. That is { $ratio } times the share absorbed from milk.
pages-foods-absorbed-analogy = Of { $calcium } mg in 100 g, about { $absorbed } mg is absorbed: by analogy with { $study }. That is { $ratio } times the share absorbed from milk.
pages-foods-absorbed-unknown = No study speaks for this food: how much of its calcium is absorbed is not known.
pages-foods-absorbed-source = Source: { $source }
pages-foods-absorbed-is = For information. Reference intakes already assume the absorption of a mixed diet, so totals and assessments do not use it. Of large amounts a smaller share is absorbed.
pages-foods-replaced = Values that a newer release replaced
pages-foods-replaced-alt = Values before and now, each with its source
pages-foods-before = Before
pages-foods-source-before = Source before
pages-foods-now = Now
pages-foods-source-now = Source now

## Own foods

pages-foods-own-line = Copy a label as it is printed. What it does not say stays unknown; what it rounds is kept as a range.
pages-foods-own-empty = No own foods yet. Enter the first below; Today then finds it by its name.
pages-foods-own-alt = Your own foods with calcium and magnesium per 100 g
pages-foods-ca-100 = Calcium per 100 g
pages-foods-mg-100 = Magnesium per 100 g
pages-foods-own-choose = Own food
pages-foods-own-used = { $count ->
    [one] One diary line has this food: a change here changes that line too.
   *[other] { $count } diary lines have this food: a change here changes them too.
}
pages-foods-own-new = New food
pages-foods-own-edit = Change this food
pages-foods-own-name = What you call it
pages-foods-own-name-example = Oat drink with calcium, my brand
pages-foods-own-begin = Give it a name, then copy what the label states.
pages-foods-own-moved = Another window has changed or deleted this since you opened it. Nothing was overwritten.
pages-foods-basis = The label's amounts are for
pages-foods-basis-100-g = 100 g of it
pages-foods-basis-100-ml = 100 ml of it
pages-foods-basis-serving = one serving
pages-foods-serving-g = Weight of a serving (g)
pages-foods-serving-ml = Volume of a serving (ml)
pages-foods-as-printed = { $mineral ->
    [calcium] Calcium
   *[other] Magnesium
} as printed
pages-foods-stated-as = { $mineral ->
    [calcium] Calcium
   *[other] Magnesium
} stated as
pages-foods-stated-mg = mg (milligrams)
pages-foods-stated-percent = % of the daily value
pages-foods-silent = empty: the label does not say
pages-foods-era = Which label
pages-foods-era-help = The same percentage means different amounts on labels of different times and countries.
pages-foods-era-unknown = not sure
pages-foods-era-fda-new = US, new label ({ $calcium } and { $magnesium } mg)
pages-foods-era-fda-old = US, label before about 2020 ({ $calcium } and { $magnesium } mg)
pages-foods-era-eu-nrv = EU and UK, NRV ({ $calcium } and { $magnesium } mg)
pages-foods-energy = Energy (kcal)
pages-foods-amount-range = { $amount } mg ({ $low } to { $high })
pages-foods-amount-least = at least { $low } mg
pages-foods-amount-between = not known exactly: { $low } to { $high } mg
pages-foods-reason-declared = as entered
pages-foods-reason-declared-mg = milligrams on the label
pages-foods-reason-declared-percent = percentage on the label
pages-foods-reason-declared-zero = the label says zero; labels round small amounts to zero
pages-foods-reason-which-era = the percentage could be of several labels: choose which label
pages-foods-reason-mg-and-percent-disagree = milligrams and percentage disagree
pages-foods-reason-not-declared = the label does not say
pages-foods-in-100-g = What 100 g holds
pages-foods-origin = Copied from: { $origin }. Check it against the package in your hand.
pages-foods-question-calcium-implausible = More than 3,000 mg calcium in 100 g: only baking agents and the like hold so much. Is the amount for a serving, or a comma out of place?
pages-foods-question-magnesium-implausible = More than 1,000 mg magnesium in 100 g: no food of the table holds so much. Is the amount for a serving, or a comma out of place?
pages-foods-question-energy-implausible = More than 902 kcal in 100 g: pure fat has that. Are these kilojoules, or is the amount for more than 100 g?
pages-foods-question-macros-over-100-g = The parts weigh more than 100 g together. Look at the label again.
pages-foods-question-which-era = Which label is it? Until you choose, the percentage has no value, only a range.
pages-foods-question-mg-and-percent-disagree = Milligrams and percentage disagree. Look at both again.
pages-foods-checked = I looked at the label again; it says so.
pages-foods-save = Save
pages-foods-save-change = Save the change
pages-foods-cancel = Leave it as it was
pages-foods-edit = Edit
pages-foods-delete = Delete
pages-foods-deleted = Deleted: { $food }
pages-foods-delete-lines = { $count ->
    [0] No diary line has { $food }.
    [one] One diary line has { $food }.
   *[other] { $count } diary lines have { $food }.
}
pages-foods-delete-dishes = { $count ->
    [one] One dish has it too: { $dishes }.
   *[other] { $count } dishes have it too: { $dishes }.
}
pages-foods-delete-keeps = Deleted, it is no longer offered and its name no longer means it; whatever uses it keeps its values. It can be undone.
pages-foods-delete-do = Delete { $food }
pages-foods-delete-not = Keep it
pages-foods-undo = Undo
pages-foods-reload = Load what is stored

## Look-up

pages-foods-lookup = Look it up at FoodData Central (goes online)
pages-foods-lookup-line = Nothing is sent until you press the button. What comes back goes into the form below, for you to check.
pages-foods-lookup-text = Name, or the number under the barcode
pages-foods-lookup-example = 0123456789012 or oat drink
pages-foods-lookup-digits = This is no complete barcode number: its digits do not fit together. Type all digits under the bars.
pages-foods-lookup-sent = This would be sent to { $host }, and nothing else:
pages-foods-lookup-key = Your own key from FDC_API_KEY goes along in a header of its own and is shown nowhere. Answers are kept on this computer for 30 days.
pages-foods-lookup-send = Send
pages-foods-lookup-offline = Nothing was changed. Everything else works without a network; you can copy the label by hand.
pages-foods-lookup-none = Nothing found there. Copy the label by hand.
pages-foods-lookup-found = { $count ->
    [one] One food found
   *[other] { $count } foods found
}
pages-foods-lookup-by-volume = It is stated there per 100 ml without a weight, so its minerals stay empty: copy them from the package.
pages-foods-lookup-fill = Put it into the form

## Recipes

pages-foods-recipes-line = A dish from its ingredients. Each serving says what is known of it; Today then finds the dish by its name.
pages-foods-recipes-empty = No recipes yet. Type the first below.
pages-foods-recipes-alt = Your recipes with calcium and magnesium of a serving
pages-foods-ca-serving = Calcium in a serving
pages-foods-mg-serving = Magnesium in a serving
pages-foods-state = State
pages-foods-recipes-choose = Recipe
pages-foods-recipes-new = New recipe
pages-foods-recipes-edit = Change this recipe
pages-foods-recipes-name = Name of the dish
pages-foods-recipes-lines = Ingredients, one a line
pages-foods-recipes-example = 200 g boiled spinach
    2 tbsp olive oil
    1 cup milk
pages-foods-recipes-servings = Servings it makes
pages-foods-recipes-cooked = Weight of all of it when ready (g)
pages-foods-recipes-cooked-help = Put the full pot on a scale and take off the pot's weight. Empty: the ingredients' weight stands for it.
pages-foods-recipes-cooked-as = Ingredients weighed when cooked
pages-foods-recipes-cooked-as-help = Cooking water that is poured away takes minerals along. Where you weighed an ingredient drained and cooked, its cooked record counts instead of the raw one.
pages-foods-recipes-cooked-record = { $food }, counted as
pages-foods-recipes-cooked-raw = raw, nothing taken off (estimated)
pages-foods-recipes-cooked-grams = { $food }, cooked (g)
pages-foods-recipes-checked = I weighed it again; it is so.
pages-foods-recipes-begin = Type what goes in, water that is eaten included. Boiled ingredients by their boiled name.
pages-foods-recipes-refused = Not read: { $text } ({ $reason })
pages-foods-recipes-open = It can be saved once every line is a food with an amount.
pages-foods-recipes-serving = One serving, { $grams } g
pages-foods-recipes-without = { $mineral } is not known of: { $foods }
pages-foods-recipes-use = Saved, it is a food: write “1 serving” and its name in Today.
pages-foods-ask-which-food = Which food is { $food }?
pages-foods-ask-no-food = { $food } is not in the table: use a plainer name, or enter it under Own foods.
pages-foods-ask-which-measure = How heavy is one measure of { $food }?
pages-foods-ask-how-much = How much { $food }?
pages-foods-ask-grams = Grams of one { $unit }
pages-foods-ask-amount-hint = Write the amount before its name in the line above.
pages-foods-state-exact = from its ingredients
pages-foods-state-estimated = estimated
pages-foods-state-at-least = at least: an ingredient has no value
pages-foods-state-unknown = not known
pages-foods-dish-no-mineral-loss-applied = Estimated: raw ingredients are counted whole; what goes into cooking water that is poured away is not taken off.
pages-foods-dish-not-weighed-when-ready = Estimated: not weighed when ready, so the ingredients' weight stands for it.
pages-foods-dish-values-missing = An ingredient has no value: the total is a lower bound. In your diary this dish counts by its ingredients, so nothing known is lost.
pages-foods-dish-grams-missing = The weight of an ingredient is not known: its minerals are not known either.
pages-foods-dish-cooked-weight-missing = Estimated: the cooked weight of an ingredient is missing.
pages-foods-dish-inside-estimated = Estimated: a dish inside this one is estimated.
pages-foods-dish-heavier-than-its-ingredients = It is heavier than what went in. List the water too, or check the weight.
pages-foods-dish-lighter-than-its-solids = It is lighter than its dry parts. Check the weight.
pages-foods-dish-far-lighter-than-its-ingredients = It weighs less than a quarter of what went in. Check the weight.
