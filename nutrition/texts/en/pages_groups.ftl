### Texts of the page Groups.

pages-groups-line = Usual intake of a group from a few days a person, against the EAR.
pages-groups-files = Diaries or day totals (CSV)
pages-groups-people = People (CSV: person_id, sex, age_years; or NHANES DEMO)
pages-groups-by = Groups by (people columns)
pages-groups-by-help = Columns of the people file with commas between. age_group is made from the age; none puts everyone together.
pages-groups-method = Method
pages-groups-method-nrc = NRC, best power
pages-groups-method-nci = NCI, amount only
pages-groups-replicates = Bootstrap replicates for the intervals (0: none)
pages-groups-seed = Seed
pages-groups-design = One day a person, survey weights and design
pages-groups-ratio = Variance ratio of another survey (within over between persons)
pages-groups-ratio-empty = only for one day a person
pages-groups-ratio-help = The result is then a range, from a quarter to twice this ratio.
pages-groups-survey-weight = Column of survey weights
pages-groups-stratum = Column of strata
pages-groups-psu = Column of sampling units (PSU)
pages-groups-column-empty = { $column }, where the file has it
pages-groups-replicate-weights = Replicate weights: how their columns begin
pages-groups-fay = Fay’s constant of these
pages-groups-estimate = Estimate
pages-groups-running = Adding up days and estimating usual intake …
pages-groups-empty = Two or more days for at least some of the people let the day-to-day variation be told apart from the differences between people. Files stay on this computer.
pages-groups-mineral = Mineral
pages-groups-group = Group
pages-groups-everyone = everyone
pages-groups-sex-female = female
pages-groups-sex-male = male
pages-groups-all = all
pages-groups-unknown = unknown
pages-groups-chart = Usual { $mineral } intake, { $group }
pages-groups-chart-axis = usual { $mineral } intake [mg a day]
pages-groups-curve = The curve describes the group and says nothing certain about one person in it. Days that are not complete, or that have unknown items, are left out and counted.
pages-groups-counts = { $people ->
    [one] 1 person
   *[other] { $people } people
}, { $days ->
    [one] 1 day
   *[other] { $days } days
}
pages-groups-not-stated = No share below the average requirement for { $mineral } can be stated ({ $counts }).
pages-groups-share = { $share } % have a usual { $mineral } intake below their average requirement ({ $cut }; { $counts }; mean { $mean } mg a day).
pages-groups-share-interval = { $share } % have a usual { $mineral } intake below their average requirement, 95 % interval { $low } to { $high } % ({ $cut }; { $counts }; mean { $mean } mg a day).
pages-groups-reporters = Without implausible reporters of energy:
pages-groups-doubt = Too uncertain to rely on.
pages-groups-ratio-range = With a quarter to twice the variance ratio given: { $low } to { $high } %.
pages-groups-cut-ear-cut-point = EAR cut-point
pages-groups-cut-full-probability = full probability
pages-groups-all-groups = All groups
pages-groups-table-words = Usual { $mineral } intake and share below the EAR by group
pages-groups-column-sex = Sex
pages-groups-column-age = Age
pages-groups-column-energy = Energy reporters
pages-groups-column-people = People
pages-groups-column-days = Days
pages-groups-column-mean = Mean mg
pages-groups-column-below = Below EAR %
pages-groups-column-from = from %
pages-groups-column-to = to %
pages-groups-column-ratio-from = ratio: from %
pages-groups-column-ratio-to = ratio: to %
pages-groups-column-cut = Method of the share
pages-groups-column-above = Above UL %
pages-groups-column-unknowns = People with unknowns
pages-groups-column-direct = Reported mean mg
pages-groups-column-direct-se = ± SE mg
pages-groups-column-reliable = Reliable
pages-groups-column-reference = Reference
pages-groups-download-groups = groups.csv: all groups
pages-groups-download-people = assessment.csv: each person
pages-groups-people-rejects = { $rows ->
    [one] 1 row of the people file cannot be used
   *[other] { $rows } rows of the people file cannot be used
}
pages-groups-people-rejected = Rejected people
