### The clients' page and the page of one client. Ids: pages-clients-<part>.

pages-clients-title = Clients
pages-clients-line = Who needs attention first, and why; then one client at a time. Everything stays on this computer.
pages-clients-unnamed = Client { $number }
pages-clients-none = No client yet. Add one below, or bring many from a table.
pages-clients-none-archived = Nobody is in the archive.
pages-clients-too-long = { $field }: { $length } characters are too many; { $limit } can be kept. Nothing was changed, and what you typed still stands in its field.
pages-clients-changed = Another window changed this client since you opened them. Nothing of yours was written; it still stands in the fields.
pages-clients-gone = Another window deleted this client.
pages-clients-changed-field = Field
pages-clients-changed-mine = Yours
pages-clients-changed-theirs = Now in the record
pages-clients-keep-mine = Write mine over it
pages-clients-take-theirs = Take what is in the record

pages-clients-need-title = Who needs attention first
pages-clients-need-caption = Warning signs, circumstances and upper levels come first, then intake. A client whose records are too thin is not ranked as worst: they need better records.
pages-clients-need-alt = Clients sorted by need, with the reasons
pages-clients-need-filter = Show only
pages-clients-need-filter-hint = all
pages-clients-need-search = Find a name or reason
pages-clients-need-group = Group by
pages-clients-need-group-none = nothing
pages-clients-need-group-level = need
pages-clients-need-group-sex = sex
pages-clients-need-group-stage = life stage
pages-clients-need-last = Last time: records up to
pages-clients-need-last-help = Clients with days after this date are judged by these days, and what changed since is said. Leave it empty to use all days.
pages-clients-need-count = { $count ->
    [one] { $count } client
   *[other] { $count } clients
}
pages-clients-need-more = { $count ->
    [one] { $count } more client stands in the download.
   *[other] { $count } more clients stand in the download.
}
pages-clients-need-nobody = Nobody fits.
pages-clients-need-download = Download this table (CSV)
pages-clients-column-priority = No.
pages-clients-column-name = Client
pages-clients-column-level = Need
pages-clients-column-reasons = Reasons
pages-clients-column-days = Complete days
pages-clients-column-calcium = Calcium a day
pages-clients-column-magnesium = Magnesium a day
pages-clients-column-quality = The record itself
pages-clients-column-changed = Since last time
pages-clients-group-female = female
pages-clients-group-male = male
pages-clients-group-unknown = sex not known
pages-clients-group-child = under 18
pages-clients-group-adult = 18 to 64
pages-clients-group-older = 65 and older
pages-clients-group-pregnant = pregnant
pages-clients-group-lactating = breastfeeding
pages-clients-group-no-age = age not known
pages-clients-open = Client
pages-clients-open-hint = choose a client
pages-clients-open-button = Open

pages-clients-add-title = Add a client
pages-clients-many-title = Many clients from tables
pages-clients-many-help = A table of people (CSV with person_id, sex, age_years or birth_date; name, notes, medicines, contexts, filters and red_flags where you have them) and records in any diary format with the same person_id. A single CSV that states sex and age on its rows serves as both.
pages-clients-many-people = Table of people
pages-clients-many-records = Records
pages-clients-many-run = Bring them in
pages-clients-many-needs-people = The records do not say who the people are. Give a table of people, or clients with these codes first.
pages-clients-enrolled = { $added ->
    [one] { $added } client was added
   *[other] { $added } clients were added
}; { $known ->
    [0] nobody was known before.
    [one] one was in the roster already and stays as they are.
   *[other] { $known } were in the roster already and stay as they are.
}
pages-clients-enrolled-signs = New warning signs from the file were ticked. { $signs }
pages-clients-unlike = { $count ->
    [one] The file says { $count } thing otherwise of clients in the roster; it was not taken:
   *[other] The file says { $count } things otherwise of clients in the roster; they were not taken:
}
pages-clients-unlike-client = Client
pages-clients-unlike-field = What
pages-clients-unlike-file = In the file
pages-clients-many-close = Put these messages away
pages-clients-roster-title = Roster
pages-clients-roster-name = Client
pages-clients-roster-age = Age
pages-clients-roster-sex = Sex
pages-clients-roster-condition = Life stage
pages-clients-roster-contexts = Conditions
pages-clients-roster-medicines = Medicines
pages-clients-roster-filters = Does not eat
pages-clients-roster-red-flags = Warning signs
pages-clients-roster-notes = Notes
pages-clients-roster-alt = The clients in the roster
pages-clients-roster-download = Download the roster (CSV)
pages-clients-archived = Show the archive

pages-clients-field-name = Name or code
pages-clients-field-name-help = A code is enough; no name is needed.
pages-clients-field-birth-date = Date of birth
pages-clients-field-age-years = or age today, in years
pages-clients-field-age-as-of = Day of that age
pages-clients-field-sex = Sex
pages-clients-field-condition = Life stage
pages-clients-field-trimester = Trimester
pages-clients-field-weight-kg = Body weight in kg
pages-clients-field-notes = Notes
pages-clients-field-medicines = Medicines, one a line
pages-clients-field-contexts = Conditions and circumstances
pages-clients-field-filters = Does not eat
pages-clients-field-disliked = Dislikes, one a line
pages-clients-field-red-flags = Warning signs ticked
pages-clients-field-archived = In the archive
pages-clients-not-said = not said
pages-clients-choose = choose
pages-clients-condition-none = none of these
pages-clients-condition-pregnant = pregnant
pages-clients-condition-lactating = breastfeeding
pages-clients-filter-vegan = anything of animals (vegan)
pages-clients-filter-lactose-free = lactose
pages-clients-filter-without-nuts = nuts and peanuts
pages-clients-filter-without-gluten = gluten
pages-clients-add = Add this client
pages-clients-save = Save
pages-clients-saved = Saved.
pages-clients-added = Added: { $name }
pages-clients-name-taken = There is a client of this name or code already. Choose another, so that records find the right one.

pages-clients-back = All clients
pages-clients-view = Part of the client’s page
pages-clients-view-results = Results
pages-clients-view-records = Records
pages-clients-view-before = Before and after
pages-clients-view-twitch = Twitching
pages-clients-view-details = Details
pages-clients-no-records = No records yet. Add them under “Records”.
pages-clients-missing = This client is not in the roster any more.
pages-clients-signs-none = Warning signs: gone through, none ticked.
pages-clients-signs-open = Warning signs: not gone through yet. They come first: the full list stands under “Results”.
pages-clients-signs-keep = Keep what is ticked
pages-clients-signs-none-present = Gone through: none of these is present
pages-clients-signs-nothing = Nothing is ticked. If every sign was asked and none is present, say so with the other button.
pages-clients-signs-contradict = Some signs are ticked. Keep them, or take the ticks away first. Nothing was changed.
pages-clients-signs-behind = The results stand behind this list. Whatever they show, a sign that is present comes first.
pages-clients-signs-later = Not asked yet: show the results below all the same
pages-clients-look-title = Things to look at together
pages-clients-sheet-title = The sheet
pages-clients-sheet-language = Language of the sheet
pages-clients-sheet-paper = Paper
pages-clients-paper-a4 = A4
pages-clients-paper-letter = Letter
pages-clients-sheet-make = Make the sheet
pages-clients-sheet-pdf = Download PDF
pages-clients-sheet-html = Download HTML
pages-clients-sheet-json = Download JSON
pages-clients-sheet-no-pdf = PDFs need the package typst, which is not installed here. HTML and JSON are below; a browser prints the HTML well. To install it: pip install "mgca[report]"
pages-clients-first = From
pages-clients-last = To
pages-clients-before-title = Earlier period
pages-clients-after-title = Later period
pages-clients-before-help = Choose two periods that do not overlap; each needs a complete day.
pages-clients-before-overlap = The earlier period has to end before the later one begins.
pages-clients-before-empty = One of the two periods has no record.
pages-clients-before-two-days = Two days of record are needed for a comparison.

pages-clients-type-title = Type a day
pages-clients-type-day = Day
pages-clients-type-meal = Meal
pages-clients-type-meal-none = not said
pages-clients-meal-breakfast = breakfast
pages-clients-meal-lunch = lunch
pages-clients-meal-dinner = dinner
pages-clients-meal-snack = in between
pages-clients-type-text = What was eaten and drunk, one food a line
pages-clients-type-whole = With these lines the day is complete
pages-clients-type-add = Add to the record
pages-clients-supplement-title = Supplement or medicine with minerals
pages-clients-supplement-name = Name as on the label
pages-clients-supplement-calcium = Calcium taken on that day, mg
pages-clients-supplement-magnesium = Magnesium taken on that day, mg
pages-clients-supplement-blank = Leave blank what the label does not state: unknown is not zero.
pages-clients-supplement-medicine = It is a medicine
pages-clients-supplement-add = Add supplement
pages-clients-upload-title = Upload records
pages-clients-upload-file = Records in any diary format (CSV, gz, zip, Parquet)
pages-clients-upload-first = First day, if the file only numbers its days
pages-clients-upload-whole = Days of the file are complete where it does not say
pages-clients-upload-run = Read into the record
pages-clients-kept = { $lines ->
    [0] No new line was kept.
    [one] { $lines } line was kept.
   *[other] { $lines } lines were kept.
}
pages-clients-kept-again = { $count ->
    [one] { $count } line stood in the record already and was not kept twice.
   *[other] { $count } lines stood in the record already and were not kept twice.
}
pages-clients-kept-totals = { $count ->
    [one] For { $count } day the file states totals only: kept as one line each for food, supplements and what the file does not say.
   *[other] For { $count } days the file states totals only: kept as one line each for food, supplements and what the file does not say.
} No foods can be named from them.
pages-clients-kept-habits = A questionnaire on habits is of no day, so the record cannot keep it: { $people }. Use “Usual week” or the batch page for it.
pages-clients-kept-strangers = No client has this code, or several share this name, so these rows were not kept: { $people }.
pages-clients-kept-renamed = Days that are no dates were kept as: { $days }.
pages-clients-kept-day = { $word } → { $day }
pages-clients-refused = { $count ->
    [one] { $count } row was not kept:
   *[other] { $count } rows were not kept:
}
pages-clients-refused-alt = Rows that were not kept, with the reasons
pages-clients-refused-file = File or words
pages-clients-refused-row = Line
pages-clients-refused-reason = Reason
pages-clients-days-title = Days in the record
pages-clients-days-alt = Days in the record with their state
pages-clients-days-day = Day
pages-clients-days-state = State
pages-clients-days-lines = Lines
pages-clients-state-complete = complete
pages-clients-state-partial = not complete
pages-clients-state-empty = nothing eaten or not recorded
pages-clients-day-choose = Change a day
pages-clients-day-complete = Mark as complete
pages-clients-day-partial = Mark as not complete
pages-clients-day-remove = Remove its records
pages-clients-day-removed = The records of { $day } were removed.
pages-clients-undo = Bring them back
pages-clients-lines-alt = Lines of { $day }
pages-clients-lines-food = Food as written
pages-clients-lines-amount = Amount
pages-clients-lines-unit = Unit
pages-clients-lines-meal = Meal
pages-clients-lines-source = From
pages-clients-open-title = { $count ->
    [one] { $count } food has no value yet
   *[other] { $count } foods have no value yet
}
pages-clients-open-caption = Choose which food is meant, or what one unit weighs. The choice is remembered for all diaries.
pages-clients-open-food = Which food is “{ $food }”?
pages-clients-open-grams = What does one { $unit } of “{ $food }” weigh, in grams?
pages-clients-open-grams-plain = What does one “{ $food }” weigh, in grams?
pages-clients-open-save = Remember
pages-clients-open-more = { $count ->
    [one] One more follows.
   *[other] { $count } more follow.
}

pages-clients-export = Take everything along (ZIP)
pages-clients-export-make = Export this client
pages-clients-archive = Move to the archive
pages-clients-unarchive = Back to the roster
pages-clients-delete = Delete for good …
pages-clients-delete-ask = This deletes { $name } and every record of theirs for good. Nothing can bring them back; export first if in doubt.
pages-clients-delete-yes = Yes, delete for good
pages-clients-delete-no = No, keep
pages-clients-deleted = Deleted for good.
