### The page Usual week: how often the main sources are eaten, and what that comes to.
### Ids: pages-usual-week-<part>; -food- and -portion-<line of usual_week_foods.csv>;
### -study-<study of usual_week_limits.csv>.

pages-usual-week-title = Usual week
pages-usual-week-line = Two minutes: how often you eat the main sources of calcium and magnesium.
pages-usual-week-lead = Choose how many portions in the weeks behind you, as an average. Two cups at once are two portions. Leave a line open if you do not know: it then counts as unknown, not as zero. Every answer is kept at once.
pages-usual-week-apart = This is a habit, not a diary. It is never mixed with the days of your diary.

pages-usual-week-filling = Answers of
pages-usual-week-today = today, { $day }
pages-usual-week-earlier = { $day }
pages-usual-week-begin = Begin with the answers of { $day }
pages-usual-week-answered = { $answered } of { $lines } lines answered.

pages-usual-week-section-dairy = Milk, yogurt and cheese
pages-usual-week-section-fortified = With added calcium
pages-usual-week-section-vegetables = Vegetables and pulses
pages-usual-week-section-nuts = Nuts and seeds
pages-usual-week-section-grains = Bread and grains
pages-usual-week-section-fish = Fish, meat and eggs
pages-usual-week-section-fruit = Fruit, chocolate and cocoa
pages-usual-week-section-drinks = Drinks
pages-usual-week-section-supplements = Supplements and medicines

pages-usual-week-open = not answered
pages-usual-week-never = never
pages-usual-week-often = { $times } { $per ->
    [day] a day
    [week] a week
   *[month] a month
}
pages-usual-week-supplements = With calcium or magnesium
pages-usual-week-supplements-none = I take none
pages-usual-week-supplements-listed = Those I keep on the page Today ({ $count })

pages-usual-week-result = What it comes to
pages-usual-week-nothing = An estimate appears with the first answer.
pages-usual-week-amount = { $mineral }: about { $amount } mg a day
pages-usual-week-amount-at-least = { $mineral }: at least { $amount } mg a day
pages-usual-week-supplements-part = Supplements and medicines bring { $amount } mg of it.
pages-usual-week-unknown-lines = { $unknown ->
    [one] { $unknown } line is
   *[other] { $unknown } lines are
} not known for { $mineral }, so it may be more.
pages-usual-week-supplements-unknown = Supplements and medicines are not answered, so they are not counted.
pages-usual-week-partial-list = Foods that are not on the list are not counted.
pages-usual-week-reference = Average requirement { $ear } mg, recommended { $rda } mg a day.
pages-usual-week-reference-ai = Adequate intake { $level } mg a day.
pages-usual-week-habitual = Whether usual intake meets the requirement cannot be told from habits: there is no number of days, and short lists are too far off for one person. A few diary days tell more.
pages-usual-week-person-missing = Sex and age are not told yet, so no reference intakes are shown. Tell them on the page Today or Settings.
pages-usual-week-most = Most { $mineral } comes from: { $foods }.
pages-usual-week-most-one = { $food } { $amount } mg

pages-usual-week-limits = How far such lists are off
pages-usual-week-limits-lead = In published studies, short lists beside better methods, list minus method:
pages-usual-week-limit-mean = mean difference { $mean } mg
pages-usual-week-limit-agreement = 95 of 100 people between { $low } and { $high } mg off
pages-usual-week-limit-far = about { $share } in 100 people off by more than { $far } mg, differences taken as normal
pages-usual-week-limit-correlation = correlation { $correlation }
pages-usual-week-limit-people = { $people } people
pages-usual-week-limits-own = This list itself has not been tested against a better method.

pages-usual-week-lines = Every line and its source
pages-usual-week-lines-alt = Every line of the list with its weight, calcium, magnesium and source
pages-usual-week-column-line = Line
pages-usual-week-column-often = How often
pages-usual-week-column-grams = Grams a day
pages-usual-week-column-calcium = Calcium [mg a day]
pages-usual-week-column-magnesium = Magnesium [mg a day]
pages-usual-week-column-source = Source

pages-usual-week-fillings = Earlier answers
pages-usual-week-fillings-alt = Each day on which answers were given, with both minerals
pages-usual-week-column-filled = Answered on
pages-usual-week-column-answered = Lines answered
pages-usual-week-compare = Compare with
pages-usual-week-compare-alt = Lines that the two days answer differently
pages-usual-week-same = Both days answer every line alike.
pages-usual-week-at-least-short = at least { $amount }

pages-usual-week-study-ong-2017 = Ong 2017: a calcium questionnaire beside four 24-hour recalls, women from 50 years, Montreal
pages-usual-week-study-australian-women-2000 = Australian women, 2000: a calcium questionnaire beside four days of weighed records, 20 to 92 years
pages-usual-week-study-plawecki-2009 = Plawecki 2009: a calcium questionnaire beside one 24-hour recall, postmenopausal women, United States
pages-usual-week-study-online-quiz-and-printed-questionnaire-2009 = Calcium quiz and questionnaire, 2009: beside a three-day diet record, women 23 to 90 years, United States
pages-usual-week-study-magnesium-questionnaire-drexel = Magnesium questionnaire, Drexel: beside a 14-day food diary, adults; 5 of 23 left out for disagreeing by over 50 %

pages-usual-week-food-milk = Milk
pages-usual-week-portion-milk = 1 cup ({ $grams } g): milk of any fat, also in coffee and cereal
pages-usual-week-food-yogurt = Yogurt
pages-usual-week-portion-yogurt = 1 pot ({ $grams } g): plain yogurt, kefir
pages-usual-week-food-hard-cheese = Hard cheese
pages-usual-week-portion-hard-cheese = 1 slice ({ $grams } g): cheddar, gouda, parmesan, emmental
pages-usual-week-food-soft-cheese = Soft cheese
pages-usual-week-portion-soft-cheese = 1 piece ({ $grams } g): brie, camembert
pages-usual-week-food-fresh-cheese = Fresh cheese
pages-usual-week-portion-fresh-cheese = ½ cup ({ $grams } g): cottage cheese, quark
pages-usual-week-food-fortified-plant-drink = Fortified plant drink
pages-usual-week-portion-fortified-plant-drink = 1 cup ({ $grams } g): soy, oat or almond drink with added calcium
pages-usual-week-food-fortified-juice = Fortified juice
pages-usual-week-portion-fortified-juice = 1 cup ({ $grams } g): juice with added calcium
pages-usual-week-food-leafy-greens-cooked = Leafy greens, cooked
pages-usual-week-portion-leafy-greens-cooked = ½ cup ({ $grams } g): kale, collards, bok choy
pages-usual-week-food-spinach-cooked = Spinach, cooked
pages-usual-week-portion-spinach-cooked = ½ cup ({ $grams } g): spinach or chard
pages-usual-week-food-broccoli = Broccoli, cabbage
pages-usual-week-portion-broccoli = ½ cup ({ $grams } g): cooked
pages-usual-week-food-nuts = Nuts
pages-usual-week-portion-nuts = 1 handful ({ $grams } g): mixed nuts, almonds, walnuts, hazelnuts
pages-usual-week-food-peanut-butter = Peanut butter
pages-usual-week-portion-peanut-butter = 1 tablespoon ({ $grams } g): peanut butter, peanuts
pages-usual-week-food-seeds = Seeds
pages-usual-week-portion-seeds = 1 handful ({ $grams } g): pumpkin, sunflower and other seeds
pages-usual-week-food-tahini = Tahini
pages-usual-week-portion-tahini = 1 tablespoon ({ $grams } g): tahini, sesame
pages-usual-week-food-wholegrain-bread = Whole-grain bread
pages-usual-week-portion-wholegrain-bread = 1 slice ({ $grams } g): wholemeal and whole-grain bread
pages-usual-week-food-white-bread = White bread
pages-usual-week-portion-white-bread = 1 large slice ({ $grams } g): white bread, rolls
pages-usual-week-food-oatmeal = Porridge
pages-usual-week-portion-oatmeal = 1 cup ({ $grams } g): oats, cooked
pages-usual-week-food-bran-cereal = Bran cereal
pages-usual-week-portion-bran-cereal = 1 bowl ({ $grams } g): bran flakes and other whole-grain flakes
pages-usual-week-food-whole-grains = Whole grains, cooked
pages-usual-week-portion-whole-grains = 1 cup ({ $grams } g): brown rice, quinoa, bulgur
pages-usual-week-food-pasta-or-rice = Pasta or rice
pages-usual-week-portion-pasta-or-rice = 1 cup ({ $grams } g): white, cooked
pages-usual-week-food-pulses = Beans, lentils
pages-usual-week-portion-pulses = ½ cup ({ $grams } g): beans, lentils, chickpeas, cooked
pages-usual-week-food-tofu-calcium-set = Tofu set with calcium
pages-usual-week-portion-tofu-calcium-set = ½ cup ({ $grams } g): the label names calcium sulphate or chloride
pages-usual-week-food-fish-with-bones = Fish with bones
pages-usual-week-portion-fish-with-bones = 1 can ({ $grams } g): sardines, canned salmon with bones
pages-usual-week-food-fish = Other fish
pages-usual-week-portion-fish = 1 portion ({ $grams } g): cooked
pages-usual-week-food-meat = Meat, poultry
pages-usual-week-portion-meat = 1 portion ({ $grams } g): cooked
pages-usual-week-food-eggs = Eggs
pages-usual-week-portion-eggs = 1 large egg ({ $grams } g): of any kind
pages-usual-week-food-potatoes = Potatoes
pages-usual-week-portion-potatoes = 1 medium ({ $grams } g): boiled
pages-usual-week-food-banana = Bananas
pages-usual-week-portion-banana = 1 medium ({ $grams } g): of any size
pages-usual-week-food-orange = Oranges
pages-usual-week-portion-orange = 1 fruit ({ $grams } g): oranges, other citrus
pages-usual-week-food-dried-figs = Dried figs
pages-usual-week-portion-dried-figs = 2 figs ({ $grams } g): dried figs, dates
pages-usual-week-food-avocado = Avocado
pages-usual-week-portion-avocado = ½ fruit ({ $grams } g): raw, without skin and stone
pages-usual-week-food-chocolate = Dark chocolate
pages-usual-week-portion-chocolate = 1 piece ({ $grams } g): dark chocolate
pages-usual-week-food-cocoa = Cocoa powder
pages-usual-week-portion-cocoa = 1 tablespoon ({ $grams } g): unsweetened
pages-usual-week-food-coffee = Coffee
pages-usual-week-portion-coffee = 1 cup ({ $grams } g): black; its milk counts as milk
pages-usual-week-food-tea = Tea
pages-usual-week-portion-tea = 1 cup ({ $grams } g): black or green
pages-usual-week-food-tap-water = Tap water
pages-usual-week-portion-tap-water = 1 glass ({ $grams } g): not what is in coffee, tea or soup
pages-usual-week-food-bottled-water = Bottled water
pages-usual-week-portion-bottled-water = 1 cup ({ $grams } g): of any brand
pages-usual-week-food-beer = Beer
pages-usual-week-portion-beer = 1 bottle or can ({ $grams } g): of any kind
