### Die Seite der Klientinnen und Klienten und die Seite einer Person. Ids: pages-clients-<part>.

pages-clients-title = Klienten
pages-clients-line = Wer zuerst Aufmerksamkeit braucht und warum; dann eine Person nach der anderen. Alles bleibt auf diesem Computer.
pages-clients-unnamed = Klient { $number }
pages-clients-none = Noch niemand. Fügen Sie unten jemanden hinzu oder bringen Sie viele aus einer Tabelle mit.
pages-clients-none-archived = Im Archiv ist niemand.
pages-clients-too-long = { $field }: { $length } Zeichen sind zu viele; { $limit } können aufbewahrt werden. Nichts wurde geändert, und was Sie getippt haben, steht noch im Feld.
pages-clients-changed = Ein anderes Fenster hat diese Person geändert, seit Sie sie geöffnet haben. Von Ihnen wurde nichts geschrieben; es steht noch in den Feldern.
pages-clients-gone = Ein anderes Fenster hat diese Person gelöscht.
pages-clients-changed-field = Feld
pages-clients-changed-mine = Von Ihnen
pages-clients-changed-theirs = Jetzt in der Akte
pages-clients-keep-mine = Meines darüberschreiben
pages-clients-take-theirs = Nehmen, was in der Akte steht

pages-clients-need-title = Wer zuerst Aufmerksamkeit braucht
pages-clients-need-caption = Warnzeichen, Umstände und Obergrenzen kommen zuerst, dann die Zufuhr. Wer zu dünne Aufzeichnungen hat, steht nicht als schlechtester Fall da: Es braucht bessere Aufzeichnungen.
pages-clients-need-alt = Klienten nach Dringlichkeit, mit den Gründen
pages-clients-need-filter = Nur zeigen
pages-clients-need-filter-hint = alle
pages-clients-need-search = Name oder Grund suchen
pages-clients-need-group = Gruppieren nach
pages-clients-need-group-none = nichts
pages-clients-need-group-level = Dringlichkeit
pages-clients-need-group-sex = Geschlecht
pages-clients-need-group-stage = Lebensphase
pages-clients-need-last = Letztes Mal: Aufzeichnungen bis
pages-clients-need-last-help = Wer Tage nach diesem Datum hat, wird nach diesen beurteilt, und es wird gesagt, was sich seither geändert hat. Leer zählen alle Tage.
pages-clients-need-count = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
}
pages-clients-need-more = { $count ->
    [one] { $count } weitere Person steht im Download.
   *[other] { $count } weitere Personen stehen im Download.
}
pages-clients-need-nobody = Auf niemanden trifft das zu.
pages-clients-need-download = Diese Tabelle herunterladen (CSV)
pages-clients-column-priority = Nr.
pages-clients-column-name = Person
pages-clients-column-level = Dringlichkeit
pages-clients-column-reasons = Gründe
pages-clients-column-days = Vollständige Tage
pages-clients-column-calcium = Calcium am Tag
pages-clients-column-magnesium = Magnesium am Tag
pages-clients-column-quality = Zur Aufzeichnung selbst
pages-clients-column-changed = Seit dem letzten Mal
pages-clients-group-female = weiblich
pages-clients-group-male = männlich
pages-clients-group-unknown = Geschlecht nicht bekannt
pages-clients-group-child = unter 18
pages-clients-group-adult = 18 bis 64
pages-clients-group-older = 65 und älter
pages-clients-group-pregnant = schwanger
pages-clients-group-lactating = stillend
pages-clients-group-no-age = Alter nicht bekannt
pages-clients-open = Person
pages-clients-open-hint = Person wählen
pages-clients-open-button = Öffnen

pages-clients-add-title = Jemanden hinzufügen
pages-clients-many-title = Viele aus Tabellen
pages-clients-many-help = Eine Tabelle der Personen (CSV mit person_id, sex, age_years oder birth_date; dazu name, notes, medicines, contexts, filters und red_flags, wo vorhanden) und Aufzeichnungen in einem beliebigen Tagebuchformat mit derselben person_id. Eine einzige CSV, die Geschlecht und Alter in ihren Zeilen nennt, dient als beides.
pages-clients-many-people = Tabelle der Personen
pages-clients-many-records = Aufzeichnungen
pages-clients-many-run = Hereinholen
pages-clients-many-needs-people = Die Aufzeichnungen sagen nicht, wer die Personen sind. Geben Sie eine Tabelle der Personen dazu oder legen Sie zuerst Personen mit diesen Kürzeln an.
pages-clients-enrolled = { $added ->
    [one] { $added } Person wurde hinzugefügt
   *[other] { $added } Personen wurden hinzugefügt
}; { $known ->
    [0] vorher war niemand davon bekannt.
    [one] eine stand schon in der Liste und bleibt, wie sie ist.
   *[other] { $known } standen schon in der Liste und bleiben, wie sie sind.
}
pages-clients-enrolled-signs = Neue Warnzeichen aus der Datei wurden angekreuzt. { $signs }
pages-clients-unlike = { $count ->
    [one] Die Datei sagt { $count } Sache anders als die Liste; sie wurde nicht übernommen:
   *[other] Die Datei sagt { $count } Sachen anders als die Liste; sie wurden nicht übernommen:
}
pages-clients-unlike-client = Person
pages-clients-unlike-field = Was
pages-clients-unlike-file = In der Datei
pages-clients-many-close = Diese Meldungen wegräumen
pages-clients-roster-title = Liste
pages-clients-roster-name = Person
pages-clients-roster-age = Alter
pages-clients-roster-sex = Geschlecht
pages-clients-roster-condition = Lebensphase
pages-clients-roster-contexts = Erkrankungen
pages-clients-roster-medicines = Medikamente
pages-clients-roster-filters = Isst nicht
pages-clients-roster-red-flags = Warnzeichen
pages-clients-roster-notes = Notizen
pages-clients-roster-alt = Die Personen der Liste
pages-clients-roster-download = Liste herunterladen (CSV)
pages-clients-archived = Archiv zeigen

pages-clients-field-name = Name oder Kürzel
pages-clients-field-name-help = Ein Kürzel genügt; ein Name ist nicht nötig.
pages-clients-field-birth-date = Geburtsdatum
pages-clients-field-age-years = oder Alter heute, in Jahren
pages-clients-field-age-as-of = Tag dieses Alters
pages-clients-field-sex = Geschlecht
pages-clients-field-condition = Lebensphase
pages-clients-field-trimester = Trimester
pages-clients-field-weight-kg = Körpergewicht in kg
pages-clients-field-notes = Notizen
pages-clients-field-medicines = Medikamente, eines je Zeile
pages-clients-field-contexts = Erkrankungen und Umstände
pages-clients-field-filters = Isst nicht
pages-clients-field-disliked = Mag nicht, eines je Zeile
pages-clients-field-red-flags = Angekreuzte Warnzeichen
pages-clients-field-archived = Im Archiv
pages-clients-not-said = nicht gesagt
pages-clients-choose = wählen
pages-clients-condition-none = nichts davon
pages-clients-condition-pregnant = schwanger
pages-clients-condition-lactating = stillend
pages-clients-filter-vegan = nichts vom Tier (vegan)
pages-clients-filter-lactose-free = Laktose
pages-clients-filter-without-nuts = Nüsse und Erdnüsse
pages-clients-filter-without-gluten = Gluten
pages-clients-add = Diese Person hinzufügen
pages-clients-save = Speichern
pages-clients-saved = Gespeichert.
pages-clients-added = Hinzugefügt: { $name }
pages-clients-name-taken = Diesen Namen oder dieses Kürzel gibt es schon. Wählen Sie etwas anderes, damit Aufzeichnungen die richtige Person finden.

pages-clients-back = Alle Klienten
pages-clients-view = Teil der Seite
pages-clients-view-results = Ergebnisse
pages-clients-view-records = Aufzeichnungen
pages-clients-view-before = Vorher und nachher
pages-clients-view-twitch = Zucken
pages-clients-view-details = Angaben
pages-clients-no-records = Noch keine Aufzeichnungen. Fügen Sie sie unter „Aufzeichnungen“ hinzu.
pages-clients-missing = Diese Person steht nicht mehr in der Liste.
pages-clients-signs-none = Warnzeichen: durchgegangen, keines angekreuzt.
pages-clients-signs-open = Warnzeichen: noch nicht durchgegangen. Sie kommen zuerst: Die ganze Liste steht unter „Ergebnisse“.
pages-clients-signs-keep = Angekreuztes speichern
pages-clients-signs-none-present = Durchgegangen: nichts davon liegt vor
pages-clients-signs-nothing = Es ist nichts angekreuzt. Wenn nach jedem Zeichen gefragt wurde und keines vorliegt, sagen Sie es mit dem anderen Knopf.
pages-clients-signs-contradict = Es sind Zeichen angekreuzt. Speichern Sie sie, oder nehmen Sie die Kreuze zuerst weg. Es wurde nichts geändert.
pages-clients-signs-behind = Die Ergebnisse stehen hinter dieser Liste. Was immer sie zeigen: Ein Zeichen, das vorliegt, kommt zuerst.
pages-clients-signs-later = Noch nicht gefragt: die Ergebnisse trotzdem darunter zeigen
pages-clients-look-title = Gemeinsam anzusehen
pages-clients-sheet-title = Das Blatt
pages-clients-sheet-language = Sprache des Blatts
pages-clients-sheet-paper = Papier
pages-clients-paper-a4 = A4
pages-clients-paper-letter = Letter
pages-clients-sheet-make = Blatt erstellen
pages-clients-sheet-pdf = PDF herunterladen
pages-clients-sheet-html = HTML herunterladen
pages-clients-sheet-json = JSON herunterladen
pages-clients-sheet-no-pdf = PDFs brauchen das Paket typst, das hier nicht installiert ist. HTML und JSON gibt es daneben; der Browser druckt das HTML gut. So installieren Sie es: pip install "mgca[report]"
pages-clients-first = Von
pages-clients-last = Bis
pages-clients-before-title = Früherer Zeitraum
pages-clients-after-title = Späterer Zeitraum
pages-clients-before-help = Wählen Sie zwei Zeiträume, die sich nicht überschneiden; jeder braucht einen vollständigen Tag.
pages-clients-before-overlap = Der frühere Zeitraum muss enden, bevor der spätere beginnt.
pages-clients-before-empty = Einer der beiden Zeiträume hat keine Aufzeichnung.
pages-clients-before-two-days = Für einen Vergleich braucht es zwei aufgezeichnete Tage.

pages-clients-type-title = Einen Tag eintippen
pages-clients-type-day = Tag
pages-clients-type-meal = Mahlzeit
pages-clients-type-meal-none = nicht gesagt
pages-clients-meal-breakfast = Frühstück
pages-clients-meal-lunch = Mittagessen
pages-clients-meal-dinner = Abendessen
pages-clients-meal-snack = zwischendurch
pages-clients-type-text = Was gegessen und getrunken wurde, eines je Zeile (englische Namen)
pages-clients-type-whole = Mit diesen Zeilen ist der Tag vollständig
pages-clients-type-add = Zur Aufzeichnung hinzufügen
pages-clients-supplement-title = Nahrungsergänzung oder Medikament mit Mineralstoffen
pages-clients-supplement-name = Name wie auf dem Etikett
pages-clients-supplement-calcium = Calcium an diesem Tag, mg
pages-clients-supplement-magnesium = Magnesium an diesem Tag, mg
pages-clients-supplement-blank = Lassen Sie frei, was das Etikett nicht nennt: Unbekannt ist nicht null.
pages-clients-supplement-medicine = Es ist ein Medikament
pages-clients-supplement-add = Ergänzung hinzufügen
pages-clients-upload-title = Aufzeichnungen hochladen
pages-clients-upload-file = Aufzeichnungen in einem beliebigen Tagebuchformat (CSV, gz, zip, Parquet)
pages-clients-upload-first = Erster Tag, wenn die Datei ihre Tage nur zählt
pages-clients-upload-whole = Tage der Datei sind vollständig, wo sie nichts anderes sagt
pages-clients-upload-run = In die Aufzeichnung übernehmen
pages-clients-kept = { $lines ->
    [0] Keine neue Zeile wurde aufbewahrt.
    [one] { $lines } Zeile wurde aufbewahrt.
   *[other] { $lines } Zeilen wurden aufbewahrt.
}
pages-clients-kept-again = { $count ->
    [one] { $count } Zeile stand schon in der Aufzeichnung und wurde nicht doppelt aufbewahrt.
   *[other] { $count } Zeilen standen schon in der Aufzeichnung und wurden nicht doppelt aufbewahrt.
}
pages-clients-kept-totals = { $count ->
    [one] Für { $count } Tag nennt die Datei nur Summen: aufbewahrt als je eine Zeile für Lebensmittel, Ergänzungen und das, was die Datei nicht sagt.
   *[other] Für { $count } Tage nennt die Datei nur Summen: aufbewahrt als je eine Zeile für Lebensmittel, Ergänzungen und das, was die Datei nicht sagt.
} Einzelne Lebensmittel lassen sich daraus nicht nennen.
pages-clients-kept-habits = Ein Fragebogen zu Gewohnheiten gehört zu keinem Tag, die Aufzeichnung kann ihn also nicht aufbewahren: { $people }. Nutzen Sie dafür „Übliche Woche“ oder die Stapelseite.
pages-clients-kept-strangers = Niemand in der Liste hat dieses Kürzel, oder mehrere heißen so; diese Zeilen wurden also nicht aufbewahrt: { $people }.
pages-clients-kept-renamed = Tage, die kein Datum sind, wurden aufbewahrt als: { $days }.
pages-clients-kept-day = { $word } → { $day }
pages-clients-refused = { $count ->
    [one] { $count } Zeile wurde nicht aufbewahrt:
   *[other] { $count } Zeilen wurden nicht aufbewahrt:
}
pages-clients-refused-alt = Zeilen, die nicht aufbewahrt wurden, mit den Gründen
pages-clients-refused-file = Datei oder Worte
pages-clients-refused-row = Zeile Nr.
pages-clients-refused-reason = Grund
pages-clients-days-title = Tage der Aufzeichnung
pages-clients-days-alt = Tage der Aufzeichnung mit ihrem Stand
pages-clients-days-day = Tag
pages-clients-days-state = Stand
pages-clients-days-lines = Zeilen
pages-clients-state-complete = vollständig
pages-clients-state-partial = nicht vollständig
pages-clients-state-empty = nichts gegessen oder nicht aufgezeichnet
pages-clients-day-choose = Einen Tag ändern
pages-clients-day-complete = Als vollständig kennzeichnen
pages-clients-day-partial = Als nicht vollständig kennzeichnen
pages-clients-day-remove = Seine Aufzeichnungen entfernen
pages-clients-day-removed = Die Aufzeichnungen vom { $day } wurden entfernt.
pages-clients-undo = Zurückholen
pages-clients-lines-alt = Zeilen vom { $day }
pages-clients-lines-food = Lebensmittel wie geschrieben
pages-clients-lines-amount = Menge
pages-clients-lines-unit = Einheit
pages-clients-lines-meal = Mahlzeit
pages-clients-lines-source = Aus
pages-clients-open-title = { $count ->
    [one] { $count } Lebensmittel hat noch keinen Wert
   *[other] { $count } Lebensmittel haben noch keinen Wert
}
pages-clients-open-caption = Wählen Sie, welches Lebensmittel gemeint ist oder was eine Einheit wiegt. Die Wahl wird für alle Tagebücher gemerkt.
pages-clients-open-food = Welches Lebensmittel ist „{ $food }“?
pages-clients-open-grams = Was wiegt eine Einheit ({ $unit }) von „{ $food }“, in Gramm?
pages-clients-open-grams-plain = Was wiegt ein Stück „{ $food }“, in Gramm?
pages-clients-open-save = Merken
pages-clients-open-more = { $count ->
    [one] Eine weitere Frage folgt.
   *[other] { $count } weitere Fragen folgen.
}

pages-clients-export = Alles mitnehmen (ZIP)
pages-clients-export-make = Diese Person exportieren
pages-clients-archive = Ins Archiv legen
pages-clients-unarchive = Zurück in die Liste
pages-clients-delete = Endgültig löschen …
pages-clients-delete-ask = Das löscht { $name } und alle Aufzeichnungen dazu endgültig. Nichts bringt sie zurück; exportieren Sie vorher, wenn Sie unsicher sind.
pages-clients-delete-yes = Ja, endgültig löschen
pages-clients-delete-no = Nein, behalten
pages-clients-deleted = Endgültig gelöscht.
