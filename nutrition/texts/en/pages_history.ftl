### The page History: the calendar, and many days in charts.
### Ids: pages-history-<part>; chart titles and their sentences for screen readers too.

pages-history-title = History
pages-history-line = Days you have recorded, and what they say together.

pages-history-empty-title = No days yet
pages-history-empty = Enter what you eat on the page Today. When a whole day is in, mark it complete, here or there. Then this page shows:
pages-history-empty-calendar = a calendar of your days, to open, mark and copy them
pages-history-empty-charts = calcium and magnesium by day beside the reference intakes, with means over 7 and 28 days
pages-history-empty-chance = how the chance that usual intake meets the requirement firms up as days come in
pages-history-empty-why = Days on which something is missing would make every mean too low. So only complete days count, and partial days are drawn hollow.
pages-history-to-today = Enter a day

pages-history-range = Which days
pages-history-range-28 = 28 days
pages-history-range-90 = 90 days
pages-history-range-365 = A year
pages-history-range-own = Own dates
pages-history-from = From
pages-history-to = To
pages-history-backwards = The first day comes after the last one. Choose an earlier first day.
pages-history-too-long = That is { $days } days; charts show up to { $most }. Choose a later first day.
pages-history-none-in-range = No entries from { $first } to { $last }. Your diary runs from { $start } to { $end }.
pages-history-counts = { $first } to { $last }: { $complete ->
    [0] no complete day
    [one] { $complete } complete day
   *[other] { $complete } complete days
}, { $partial ->
    [0] no partial day
    [one] { $partial } partial day
   *[other] { $partial } partial days
}.
pages-history-no-complete = No day of these is marked complete, so there is no mean and no comparison yet. Choose a day in the calendar whose entries are all there and mark it complete.
pages-history-download = Download these days (CSV)

pages-history-calendar = Calendar
pages-history-month = Month
pages-history-choose-day = Choose a day of { $month }
pages-history-legend = ● complete   ◐ partial   ○ empty   ≠ not a typical day
pages-history-state-complete = Complete
pages-history-state-partial = Partial
pages-history-state-empty = Empty
pages-history-day-amount = { $mineral }: { $amount } mg
pages-history-day-amount-at-least = { $mineral }: at least { $amount } mg ({ $unknown ->
    [one] { $unknown } entry without a value
   *[other] { $unknown } entries without a value
})
pages-history-day-amount-unknown = { $mineral }: not known
pages-history-day-entries = { $entries ->
    [0] No entries
    [one] { $entries } entry
   *[other] { $entries } entries
}
pages-history-complete-without-entries = This day is marked complete and has no entries, so it enters no mean.
pages-history-state = How much of the day is entered
pages-history-state-help = Complete: everything eaten, drunk and taken is there. Only complete days enter means.
pages-history-typical = A typical day?
pages-history-typical-yes = Yes
pages-history-typical-no = No
pages-history-typical-unsaid = Not said
pages-history-note = Note
pages-history-save = Save
pages-history-open = Open this day
pages-history-copy-to = Copy its entries to
pages-history-copy = Copy
pages-history-copied = { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
} copied to { $day }.
pages-history-undo = Undo
pages-history-undone = Taken back.

pages-history-view = Show
pages-history-view-days = Day by day
pages-history-view-chance = Chance
pages-history-view-week = Weekend
pages-history-view-foods = Foods

pages-history-person-missing = Sex and age are not told yet, so no reference intakes are drawn. Tell them on the page Today or Settings.
pages-history-mean = Mean of the last { $window } days, { $first } to { $last }: { $amount } mg a day, from { $days ->
    [one] { $days } complete day
   *[other] { $days } complete days
}.
pages-history-mean-at-least = Mean of the last { $window } days, { $first } to { $last }: at least { $amount } mg a day, from { $days ->
    [one] { $days } complete day
   *[other] { $days } complete days
}; some values are not known.
pages-history-mean-none = Mean of the last { $window } days, { $first } to { $last }: none, because no complete day lies in them.

pages-history-chart-days-calcium = Calcium by day [mg]
pages-history-chart-days-magnesium = Magnesium by day [mg]
pages-history-chart-days-note = ● complete ○ partial ▲ △ at least
pages-history-chart-days-lines = lines: means, 7 days solid, 28 days dashed
pages-history-chart-days-alt = { $mineral } on { $days ->
    [one] { $days } day
   *[other] { $days } days
} from { $first } to { $last }, { $complete } of them complete, between { $low } and { $high } mg. { $open } of them are at least so much because something is not known.
pages-history-chart-ear = average requirement
pages-history-chart-rda = recommended
pages-history-chart-ai = adequate intake
pages-history-chart-ul = upper level
pages-history-chart-mean = { $window } days
pages-history-chart-band = The band runs from the average requirement ({ $low } mg) to the recommended intake ({ $high } mg).
pages-history-chart-ul-total = The upper level is { $level } mg and counts everything eaten and taken.
pages-history-point = { $day }: { $amount } mg, { $state }
pages-history-point-at-least = { $day }: at least { $amount } mg, { $state }
pages-history-state-word-complete = complete
pages-history-state-word-partial = partial

pages-history-chart-supplements-calcium = Calcium supplements [mg]
pages-history-chart-supplements-magnesium = Magnesium supplements [mg]
pages-history-chart-supplements-note = and medicines; the upper level counts only these
pages-history-chart-supplements-alt = { $mineral } from supplements and medicines by day, up to { $high } mg; the upper level of { $level } mg counts only these.

pages-history-chance-lead = Each point takes all complete days of this range up to that day. It moves much at first and firms up as days come in.
pages-history-chart-chance-calcium = Calcium: chance, day by day
pages-history-chart-chance-magnesium = Magnesium: chance, day by day
pages-history-chart-chance-average = that usual intake meets the requirement
pages-history-chart-chance-adequate = that usual intake exceeds the adequate intake
pages-history-chart-chance-open = ▲ at least: something is not known
pages-history-chart-chance-axis = in 10
pages-history-chart-chance-point = { $day }: { $chance }, from { $days ->
    [one] { $days } complete day
   *[other] { $days } complete days
}
pages-history-chart-chance-alt = Chance of { $mineral } as { $days ->
    [one] { $days } complete day comes
   *[other] { $days } complete days come
} in; at the end { $chance }.
pages-history-chance-about = { $tenths } in 10
pages-history-chance-at-least = at least { $tenths } in 10
pages-history-chance-more = more than { $tenths } in 10
pages-history-chance-less = less than { $tenths } in 10
pages-history-chance-unknown = cannot be stated
pages-history-chance-none-calcium = For calcium no chance can be stated from these days: the method gives none here, or too much is not known.
pages-history-chance-none-magnesium = For magnesium no chance can be stated from these days: the method gives none here, or too much is not known.
pages-history-chance-sources = Rests on: { $sources }; day-to-day variation: { $sd }.

pages-history-chart-week-calcium = Calcium, week and weekend
pages-history-chart-week-magnesium = Magnesium, week and weekend
pages-history-chart-week-note = mg; line: a complete day, diamond: mean
pages-history-weekday = Monday to Friday
pages-history-weekend = Saturday and Sunday
pages-history-week-said = { $part }: { $amount } mg a day, from { $days ->
    [one] { $days } day
   *[other] { $days } days
}
pages-history-week-said-at-least = { $part }: at least { $amount } mg a day, from { $days ->
    [one] { $days } day
   *[other] { $days } days
}
pages-history-week-none = { $part }: no complete day
pages-history-week-few = Means of fewer than four days swing by chance; read the difference with care.

pages-history-chart-foods-calcium = What brings calcium
pages-history-chart-foods-magnesium = What brings magnesium
pages-history-chart-foods-weeks = mg a complete day, by week from Monday on
pages-history-chart-foods-months = mg a complete day, by month
pages-history-chart-foods-alt = The { $foods } foods that bring most { $mineral }, over { $periods } weeks or months; most comes from { $first }.
pages-history-foods-others = all others
pages-history-foods-none = None of the complete days has a food with a known value.
pages-history-cell = { $food }, { $period }: { $amount } mg a day, { $share } % of what is known; complete days: { $days }

pages-history-table = These days as a table
pages-history-table-alt = Every day of the range with its state, calcium and magnesium
pages-history-column-day = Day
pages-history-column-state = State
pages-history-column-entries = Entries
pages-history-column-calcium = Calcium [mg]
pages-history-column-magnesium = Magnesium [mg]
pages-history-column-calcium-unknown = Without calcium value
pages-history-column-magnesium-unknown = Without magnesium value
pages-history-column-note = Note
