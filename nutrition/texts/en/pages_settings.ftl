### Texts of the page Settings.

pages-settings-title = Settings
pages-settings-line = How the pages speak and count, what they remember, and where everything lies. Choices are kept as soon as they are made.
pages-settings-how = How the pages speak and count
pages-settings-language = Language
pages-settings-locale = Sizes of cups, pints and spoons
pages-settings-locale-help = A US cup is 237 ml, a metric one 250 ml; an imperial pint is 568 ml, a US one 473 ml.
pages-settings-locale-us = US cups and pints
pages-settings-locale-uk = UK pints and spoons
pages-settings-locale-metric = Metric cups
pages-settings-references = Reference intakes
pages-settings-references-help = Whose average requirements, recommended intakes and upper levels stand beside the totals.
pages-settings-sd-source = Source of day-to-day variation
pages-settings-sd-source-help = How much intake differs from one day to the next decides what a few days can tell.
pages-settings-foods = Food table
pages-settings-foods-bundled = The one that came with the program
pages-settings-foods-help = Other releases are installed with: mgca foods install
pages-settings-tour = Show the tour again
pages-settings-waters = Waters
pages-settings-waters-why = Tap and bottled waters differ a great deal. The supplier’s report or the bottle gives calcium and magnesium in a litre. A diary line keeps the water it was entered with.
pages-settings-water-add = Add a water
pages-settings-water-name = Name
pages-settings-water-example = Tap water at home
pages-settings-water-calcium = Calcium, mg in a litre
pages-settings-water-magnesium = Magnesium, mg in a litre
pages-settings-water-hardness = Or total hardness
pages-settings-water-hardness-help = Hardness counts both minerals together; alone it does not tell how much is calcium and how much magnesium.
pages-settings-water-unit = Unit of the hardness
pages-settings-water-source = Where the figures are from
pages-settings-water-source-example = Supplier’s report 2026
pages-settings-water-make-default = Mean this one by “water” from now on
pages-settings-water-keep = Keep this water
pages-settings-water-is-default = — meant by “water”
pages-settings-water-holds = Calcium { $calcium }, magnesium { $magnesium } in a litre. Source: { $source }.
pages-settings-water-default = Mean this one by “water” from now on
pages-settings-water-remove = Remove
pages-settings-water-source-own = from the supplier or the bottle, as entered
pages-settings-water-source-hardness = { $said }; hardness { $hardness } { $unit }
pages-settings-water-calcium-beyond-bottled = More than { $richest } mg calcium in a litre: none of 1,903 bottled waters of Europe holds so much. Is it milligrams in one litre, or a comma out of place?
pages-settings-water-magnesium-beyond-bottled = More than { $richest } mg magnesium in a litre: none of 1,903 bottled waters of Europe holds so much. Is it milligrams in one litre, or a comma out of place?
pages-settings-water-hardness-beyond-bottled = No bottled water is so hard. Check the unit of the hardness.
pages-settings-water-checked = I looked again; these are the figures.
pages-settings-water-removed = { $count ->
    [0] { $name } is removed. No line of your diary had it.
    [one] { $name } is no longer offered. One line of your diary keeps it, with its minerals.
   *[other] { $name } is no longer offered. { $count } lines of your diary keep it, with its minerals.
}
pages-settings-water-hardness-does-not-split = Hardness alone does not split into calcium and magnesium, so both stay unknown. Ask the supplier for the two figures.
pages-settings-water-hardness-disagrees = The two minerals make another hardness than the one given. Check the unit and the figures.
pages-settings-water-hardness-below-mineral = The one mineral alone makes more than the hardness given, so the other stays unknown. Check the unit and the figures.
pages-settings-water-hardness-reached = The one mineral alone makes about all of the hardness given, so the other is only known to lie in a range, and counts as unknown. Ask the supplier for both figures.
pages-settings-glass = One of your glasses holds, ml
pages-settings-glass-help = Used where “a glass of water” is written; without it the page asks.
pages-settings-memory = Remembered answers
pages-settings-memory-why = What you answered once is not asked again. Changed or forgotten here, it is so for lines to come; lines that are there keep it. It is the same table that the command line takes with --answers.
pages-settings-memory-empty = Nothing is remembered yet. When the page Today asks what a name or a measure means, the answer appears here.
pages-settings-memory-name = As written
pages-settings-memory-unit = Unit
pages-settings-memory-food = Food id
pages-settings-memory-meant = Food meant
pages-settings-memory-grams = Grams of one
pages-settings-memory-forget = Forget
pages-settings-memory-save = Save these changes
pages-settings-memory-export = Download the answers (CSV)
pages-settings-memory-file = Answers to add (a questions.csv, filled in)
pages-settings-memory-import = Remember these answers
pages-settings-memory-imported = { $count ->
    [one] 1 answer is new or different.
   *[other] { $count } answers are new or different.
}
pages-settings-memory-no-food = The food table has no { $food }.
pages-settings-memory-no-food-hint = Look up the id on the page Foods, or leave the cell as it was.
pages-settings-files = Your records
pages-settings-where = Everything lies in this one file on this computer and is sent nowhere:
pages-settings-export = Download everything (CSV and JSON in a zip)
pages-settings-import = Bring an export back
pages-settings-import-file = The zip, or its diary.json
pages-settings-import-warning = It takes the place of everything that is here now. Download that first.
pages-settings-import-sure = Replace everything that is here
pages-settings-import-do = Bring it back
pages-settings-imported = { $count ->
    [one] 1 record is back.
   *[other] { $count } records are back.
}
pages-settings-delete = Delete everything
pages-settings-delete-warning = Diary, supplements, waters, own foods, recipes, clients, answers and settings are deleted for good; there is no undo. Download everything first if you may want it again.
pages-settings-delete-sure = Yes, delete everything for good
pages-settings-delete-do = Delete everything now
pages-settings-deleted = Everything was deleted. The diary is empty.
