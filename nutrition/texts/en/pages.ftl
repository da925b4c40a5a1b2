### Texts that every page shows.

pages-flags-with = With any of these, now or new: { $signs }. This comes before any number on this page.
pages-flags-more = All warning signs, and what this page is not
pages-what-this-is = This page adds up the calcium and magnesium in what was reported and sets it beside reference intakes. It does not examine anybody, names no disease and advises no amount to take. Intake below a reference says nothing certain about the body: that takes blood tests and a doctor. Ask a doctor or pharmacist before changing what you take, above all with kidney disease, in pregnancy or with regular medicines.

pages-name = Calcium and magnesium intake
pages-batch-title = Batch
pages-groups-title = Groups
pages-number-ambiguous = “{ $typed }” can be read in two ways: write { $one } or { $two }.
pages-number-below = “{ $typed }” is less than { $min }, which is the least here.
pages-number-outside = “{ $typed }” is not within { $min } to { $max }.
