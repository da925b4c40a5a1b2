### Das Blatt für die Klientin oder den Klienten und der Vergleich zweier Zeiträume. Nur berichtete Zufuhr: kein Urteil über die Gesundheit, keine Dosis.
### Kennungen: sheet-<Teil>; sheet-none-<Grund>; sheet-note-<Hinweis von suggest>; sheet-limit-<Grenze>.

sheet-title = Calcium und Magnesium im Ernährungsprotokoll
sheet-calcium = Calcium
sheet-magnesium = Magnesium
sheet-sex-female = weiblich
sheet-sex-male = männlich
sheet-age-years = { $years ->
    [one] { $years } Jahr
   *[other] { $years } Jahre
}
sheet-age-months = { $months ->
    [one] { $months } Monat
   *[other] { $months } Monate
}
sheet-age-unknown = Alter nicht bekannt
sheet-sex-unknown = Geschlecht nicht bekannt
sheet-condition-pregnant = schwanger
sheet-condition-pregnant-trimester = schwanger, { $trimester }. Trimester
sheet-condition-lactating = stillend
sheet-period = Protokoll: { $first } bis { $last }
sheet-period-one = Protokoll: { $first }
sheet-period-none = Protokoll: kein vollständiger Tag
sheet-period-habits = Protokoll: übliche Gewohnheiten, aus einem Fragebogen
sheet-made = Erstellt am { $date }

sheet-figures-title = Berichtete Zufuhr neben Referenzwerten
sheet-row-days = Gezählte vollständige Tage
sheet-row-intake = Berichtete Zufuhr am Tag
sheet-row-range = Mit Mengen, die als Spanne angegeben sind
sheet-row-usual = Die übliche Zufuhr liegt wahrscheinlich zwischen
sheet-row-ear = Durchschnittlicher Bedarf
sheet-row-ear-gap = Bis zum durchschnittlichen Bedarf fehlen
sheet-row-aim = Empfohlene Zufuhr (für die Planung)
sheet-row-ai = Angemessene Zufuhr (für die Planung)
sheet-row-aim-gap = Bis dahin fehlen
sheet-row-chance = Chance, dass die übliche Zufuhr den Bedarf deckt
sheet-row-verdict = In Worten
sheet-row-ul = Obergrenze
sheet-row-ul-beside = Zufuhr, die dort zählt
sheet-amount = { $amount } mg
sheet-amount-at-least = mindestens { $amount } mg
sheet-amount-at-most = höchstens { $amount } mg
sheet-food-alone = { $said }, aus Lebensmitteln allein
sheet-between = { $low } bis { $high } mg
sheet-reached = nichts: erreicht
sheet-not-set = nicht festgelegt
sheet-no-figure = –
sheet-days-habits = übliche Gewohnheiten
sheet-chance-tenths = { $tenths } von 10
sheet-chance-tenths-at-least = mindestens { $tenths } von 10
sheet-chance-more = mehr als 9 von 10
sheet-chance-less = weniger als 1 von 10
sheet-chance-range = von { $low } bis { $high }
sheet-chance-ai = { $chance }, dass sie die angemessene Zufuhr überschreitet
sheet-chance-none = lässt sich nicht angeben
sheet-verdict-meets = deckt den Bedarf sehr wahrscheinlich
sheet-verdict-likely-meets = deckt den Bedarf wahrscheinlich
sheet-verdict-cannot-tell = lässt sich aus diesem Protokoll nicht sagen
sheet-verdict-likely-below = wahrscheinlich unter dem Bedarf
sheet-verdict-below = sehr wahrscheinlich unter dem Bedarf
sheet-verdict-ai-meets = sehr wahrscheinlich über der angemessenen Zufuhr
sheet-verdict-ai-likely-meets = wahrscheinlich über der angemessenen Zufuhr
sheet-verdict-ai-cannot-tell = nur angemessene Zufuhr festgelegt: lässt sich nicht sagen
sheet-reason-no-person = nicht bestimmbar: Geschlecht oder Alter ist nicht bekannt
sheet-reason-no-day = es ist kein Tag eingetragen
sheet-reason-needs-trimester = nicht bestimmbar: Bitte geben Sie das Trimester an
sheet-reason-not-set = nicht bestimmbar: für diese Person ist kein Wert festgelegt
sheet-reason-no-complete-day = noch kein vollständiger Tag
sheet-reason-no-value = kein Lebensmittel mit bekanntem Wert
sheet-reason-habitual = ein Fragebogen zu Gewohnheiten ergibt keine Wahrscheinlichkeit
sheet-reason-no-average-requirement = kein durchschnittlicher Bedarf festgelegt: lässt sich nicht sagen
sheet-reason-values-missing = lässt sich nicht sagen: es fehlen Werte
sheet-ul-all = alle Quellen: { $level } mg
sheet-ul-supplements = nur Präparate und Medikamente: { $level } mg
sheet-ul-salts = Präparate, Medikamente und zugesetzte Salze: { $level } mg
sheet-ul-below = { $amount }: nicht darüber
sheet-ul-likely-below = { $amount }: wahrscheinlich nicht darüber
sheet-ul-cannot-tell = { $amount }: lässt sich nicht sagen
sheet-ul-likely-above = { $amount }: wahrscheinlich darüber, bitte fachlich prüfen
sheet-ul-above = { $amount }: darüber, bitte fachlich prüfen
sheet-ul-not-stated = Präparate sind nicht getrennt eingetragen
sheet-ul-supplements-unknown = bei einem Präparat fehlt der Wert: lässt sich nicht sagen
sheet-ul-none-entered = nichts davon eingetragen
sheet-bar = { $mineral }: berichtete Zufuhr { $intake } mg am Tag. { $marks }
sheet-bar-key = Balken: berichtete Zufuhr. Rot: Bedarf, empfohlene (angemessene) Zufuhr, Calcium-Obergrenze. Schwarz: wahrscheinliche Zufuhr.
sheet-bar-mark = { $name }: { $amount } mg.

sheet-sources-title = Woher { $mineral } kommt
sheet-sources-food = Lebensmittel
sheet-sources-amount = mg am Tag
sheet-sources-share = vom Bekannten
sheet-sources-others = { $count ->
    [one] { $count } weiteres Lebensmittel
   *[other] { $count } weitere Lebensmittel
}
sheet-sources-none = Das Protokoll nennt kein Lebensmittel mit bekanntem Wert.
sheet-percent = { $percent } %

sheet-unknown-title = Was nicht bekannt ist
sheet-unknown-foods = Kein Wert für { $mineral }: { $foods }.
sheet-unknown-foods-more = Kein Wert für { $mineral }: { $foods }; und { $count } weitere.
sheet-unknown-uncounted = Das Protokoll sagt nicht, bei welchen Lebensmitteln der Wert für { $mineral } fehlt; die Summe ist eine Untergrenze.
sheet-unknown-share = Für { $percent } % des gegessenen Gewichts ist der Wert für { $mineral } bekannt.
sheet-unknown-none = Für jedes Lebensmittel dieser Tage sind beide Werte bekannt.
sheet-unknown-no-foods = Das Protokoll enthält nur Summen; einzelne Lebensmittel lassen sich nicht nennen.
sheet-energy-low = Die berichtete Energie ist niedriger, als eine übliche Ernährung wahrscheinlich ist; vielleicht wurde nicht alles aufgeschrieben.
sheet-energy-high = Die berichtete Energie ist höher, als eine übliche Ernährung wahrscheinlich ist; vielleicht wurden Mengen überschätzt.

sheet-absorb-title = Aufnehmbares Calcium, zur Information
sheet-absorb-known = Etwa { $absorbed } von { $calcium } mg am Tag, aus Lebensmitteln, die in Studien gemessen wurden.
sheet-absorb-analogy = Etwa { $absorbed } von { $calcium } mg am Tag, aus Lebensmitteln, die in Studien gemessen wurden oder solchen ähneln.
sheet-absorb-unstudied = Bei { $calcium } mg am Tag sagt keine Studie, wie viel aufgenommen wird.
sheet-absorb-note = Die Referenzwerte berücksichtigen die Aufnahme bereits; oben ändert sich dadurch nichts.

sheet-offers-title = Lebensmittel, die die Lücke schließen
sheet-offers-gap = Bis zur empfohlenen oder angemessenen Zufuhr fehlen { $gap }. Jede der folgenden Möglichkeiten schließt die Lücke, wenn sie zu einem Tag wie diesen hinzukommt.
sheet-offers-gap-at-most = Bis zur empfohlenen oder angemessenen Zufuhr fehlen höchstens { $gap }, weil Werte fehlen. Jede der folgenden Möglichkeiten schließt die Lücke, wenn sie zu einem Tag wie diesen hinzukommt.
sheet-offers-need = { $amount } mg { $mineral }
sheet-offers-choice = Möglichkeit { $number }
sheet-offers-portion = { $grams } g { $food } ({ $measures } { $measure })
sheet-offers-brings = bringt { $calcium } mg Calcium, { $magnesium } mg Magnesium, { $energy } kcal
sheet-none-title = Alltägliche Lebensmittel
sheet-none-already-met = Die berichtete Zufuhr erreicht bei beiden Mineralstoffen die empfohlene oder angemessene Zufuhr: Es ist keine Lücke zu schließen.
sheet-none-not-defined = Für diese Person ist keine empfohlene oder angemessene Zufuhr festgelegt; deshalb wird kein Lebensmittel vorgeschlagen.
sheet-none-no-record = Ohne vollständigen Protokolltag wird kein Lebensmittel vorgeschlagen.
sheet-none-needs-better-records = Über diese Tage ist zu wenig bekannt, um Lebensmittel vorzuschlagen: Suchen Sie zuerst die fehlenden Werte.
sheet-none-kidney-disease = Bei einer Nierenerkrankung wird hier kein Lebensmittel vorgeschlagen: Das entscheidet das nephrologische Team.
sheet-none-kidney-stones = Bei Nierensteinen wird hier kein Lebensmittel vorgeschlagen: Fragen Sie das behandelnde Team.
sheet-none-eating-disorder = Hier wird kein Lebensmittel vorgeschlagen: Planen Sie Mahlzeiten mit dem behandelnden Team.
sheet-none-refeeding-risk = Hier wird kein Lebensmittel vorgeschlagen: Die ersten Tage mit Essen werden ärztlich geplant.
sheet-none-under-two = Unter zwei Jahren wird kein Lebensmittel vorgeschlagen: Fragen Sie in der kinderärztlichen Praxis.
sheet-none-age-unknown = Das Alter ist nicht bekannt; deshalb wird kein Lebensmittel vorgeschlagen.
sheet-none-infeasible = Keine Auswahl alltäglicher Lebensmittel schließt die Lücke innerhalb dieser Grenzen: { $limits }.
sheet-none-infeasible-foods = Keine Auswahl der vorhandenen alltäglichen Lebensmittel schließt die Lücke.
sheet-limit-energy = Energie
sheet-limit-upper-level = die Obergrenze für Calcium
sheet-limit-filters = was nicht gegessen wird
sheet-limit-portions = übliche Portionen
sheet-note-vitamin-k-warfarin = Grünes Gemüse ist reich an Vitamin K: Bei Warfarin oder Phenprocoumon bleiben Sie bei gleichmäßigen Mengen und fragen Sie zuerst in der Praxis.
sheet-note-calcium-levothyroxine = Bei Schilddrüsenhormonen fragen Sie in der Apotheke nach dem Abstand zu calciumreichen Lebensmitteln.
sheet-note-oxalate-calcium-not-counted = Das Calcium aus Spinat, Mangold und Rübenblättern wird kaum aufgenommen und ist nicht mitgerechnet.
sheet-note-fortified-check-label = Angereicherte Lebensmittel unterscheiden sich: Prüfen Sie auf dem Etikett, ob Calcium zugesetzt ist.
sheet-note-filters-by-name-check-label = Die Lebensmittel wurden nach ihren Namen ausgewählt: Prüfen Sie auf dem Etikett, was Sie meiden müssen.

sheet-days-title = Tag für Tag
sheet-days-day = Tag
sheet-days-without = Ohne Wert
sheet-days-energy = kcal
sheet-days-unknown-count = { $calcium } / { $magnesium }
sheet-days-partial = { $day } (nicht vollständig, nicht gezählt)
sheet-days-empty = { $day } (nichts eingetragen, nicht gezählt)
sheet-days-more = { $count ->
    [one] Ein weiterer Tag steht im Protokoll.
   *[other] { $count } weitere Tage stehen im Protokoll.
}
sheet-days-key = Ohne Wert: Zahl der Lebensmittel bei Calcium / Magnesium.
sheet-days-none = Es ist kein Tag eingetragen.

sheet-before-title = Vorher und nachher
sheet-before = Vorher
sheet-after = Jetzt
sheet-before-period = Vorher: { $first } bis { $last }
sheet-after-period = Jetzt: { $first } bis { $last }
sheet-difference = Unterschied
sheet-before-intake = { $mineral }, mg am Tag
sheet-before-days = { $mineral }, vollständige Tage
sheet-before-chance = { $mineral }, Chance, den Bedarf zu decken
sheet-before-within = { $mineral }: Der Unterschied ist nicht größer, als sich einzelne Tage ohnehin unterscheiden.
sheet-before-beyond = { $mineral }: Der Unterschied ist größer, als sich einzelne Tage ohnehin unterscheiden (95 %).
sheet-before-unknown = { $mineral }: Ob der Unterschied mehr als Zufall ist, lässt sich nicht sagen.

sheet-doctor-title = Wann Sie ärztliche Hilfe brauchen
sheet-doctor = Beschwerden gehören in ärztliche Hand, gleich was hier steht.
sheet-doctor-none-ticked = Es wurde kein Warnzeichen angekreuzt. Tritt eines auf, handeln Sie sofort.
sheet-doctor-not-asked = Die Warnzeichen wurden noch nicht abgefragt. Bitte gehen Sie zuerst beide Listen durch: Sie kommen vor jeder Zahl.
sheet-doctor-now = Rufen Sie sofort den Rettungsdienst ({ $number }) bei einem dieser Zeichen
sheet-doctor-now-local = Rufen Sie sofort den Rettungsdienst (die örtliche Notrufnummer oder { $number }) bei einem dieser Zeichen
sheet-doctor-promptly = Lassen Sie sich bald ärztlich untersuchen bei einem dieser Zeichen
# Jedes Warnzeichen in Kürze, in einer Reihe: sheet-sign-<flag aus red_flags.csv>.
sheet-sign-breathing = Atemnot
sheet-sign-swallowing = Probleme beim Schlucken, Erstickungsgefühl
sheet-sign-stridor = pfeifendes Atmen oder Enge im Hals
sheet-sign-seizure = Krampfanfall
sheet-sign-fainting = Ohnmacht
sheet-sign-chest-pain = Schmerz oder Druck in der Brust
sheet-sign-pulse = Herzrasen oder unregelmäßiger Puls
sheet-sign-confusion = Verwirrtheit oder Benommenheit
sheet-sign-locked-cramp = Hände oder Füße im Krampf feststehend
sheet-sign-one-sided-weakness = plötzliche Schwäche einer Seite, eines Arms oder Beins
sheet-sign-slurred-speech = plötzlich verwaschene Sprache oder fehlende Worte
sheet-sign-facial-droop = hängende Gesichtshälfte
sheet-sign-serotonin-fever = Fieber mit steifen Muskeln, Zittern oder Unruhe unter Medikamenten mit Wirkung auf Serotonin
sheet-sign-withdrawal = Zittern, Unruhe oder Trugbilder nach Absetzen oder Verringern von Alkohol oder Benzodiazepinen
sheet-sign-pregnancy-headache = in der Schwangerschaft oder den Wochen nach der Geburt: starke Kopfschmerzen, verschwommenes Sehen, Lichtblitze
sheet-sign-weakness = Muskelschwäche oder Steifheit
sheet-sign-wasting = ein Muskel, der dünner wird
sheet-sign-foot-drop = ein Fuß, der hängt oder stolpern lässt
sheet-sign-spreading = Zucken an mehreren Stellen oder sich ausbreitend
sheet-sign-progressive = Zucken oder Schwäche, über Wochen zunehmend
sheet-sign-persistent = Zucken seit mehr als zwei Wochen
sheet-sign-speech-change = langsam veränderte Sprache oder Stimme
sheet-sign-numbness = Taubheit oder Kribbeln, das bleibt
sheet-sign-weight-loss = ungewollter Gewichtsverlust
sheet-sign-new-medicine = Zucken nach neuem Medikament oder neuer Dosis
sheet-sign-family-history = Motoneuronerkrankung (ALS) in der Familie
sheet-sign-mouth-tingling = Kribbeln um den Mund nach einer Operation an Hals oder Schilddrüse

sheet-medicines-title = In Praxis oder Apotheke ansprechen

sheet-method-title = Wie gerechnet wurde
sheet-method-probability = Wahrscheinlichkeit nach dem Verfahren des Institute of Medicine (Dietary Reference Intakes: Applications in Dietary Assessment, 2000), aus der berichteten Zufuhr, der Zahl ihrer Tage und der Schwankung von Tag zu Tag in der Altersgruppe.
sheet-method-by-eye = Die Schwankung von Tag zu Tag ist für diese Altersgruppe nicht gut genug bekannt, um eine Wahrscheinlichkeit anzugeben (Institute of Medicine, Dietary Reference Intakes: Applications in Dietary Assessment, 2000); die Zufuhr steht neben den Referenzwerten.
sheet-method-reference = Referenzwerte: { $references }.
sheet-method-upper = Obergrenzen: { $references }.
sheet-method-sd = Schwankung von Tag zu Tag (Standardabweichung eines Tages): { $source }; { $values }.
sheet-method-sd-value = { $mineral } { $sd } mg
sheet-method-interval = Die Spanne der üblichen Zufuhr ist der Mittelwert ± 1,96 Standardabweichungen / √Tage.
sheet-method-foods = Nährwerte: { $foods }.
sheet-method-stated = Nährwerte: wie das Protokoll sie angibt.
sheet-method-recalled = Ein Referenzwert wurde aus dem Gedächtnis eingetragen und noch nicht am Original geprüft.
sheet-method-days = Um den Mittelwert auf 20 % genau zu kennen, sind bei Calcium etwa { $calcium } und bei Magnesium etwa { $magnesium } Tage nötig.
sheet-method-limits = Wenige Tage sind nicht die übliche Zufuhr. Die berichtete Zufuhr zeigt nichts über Blut oder Knochen, und aus ihr folgt keine Menge irgendeines Präparats.

sheet-notes-title = Notizen
sheet-notes-cut = … die Notizen gehen in den Unterlagen weiter.
sheet-letters = Der Name oder ein Lebensmittel enthält Zeichen, die diese Seite nicht drucken kann; sie stehen hier als □ und vollständig in den Unterlagen.
