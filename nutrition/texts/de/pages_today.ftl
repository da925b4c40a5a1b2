### Texte der Seite Heute.

pages-today-title = Heute
pages-today-line = Calcium und Magnesium in dem, was an einem Tag gegessen, getrunken und eingenommen wurde. Jede Änderung wird sofort auf diesem Rechner gespeichert.
pages-today-tour = Schritt { $step } von { $steps }
pages-today-tour-1 = Öffnen Sie „Person“ und geben Sie Geschlecht und Alter an: danach richten sich die Referenzwerte. Nichts verlässt diesen Rechner.
pages-today-tour-2 = Schreiben Sie auf, was Sie gegessen haben, so wie Sie es sagen würden, ein Lebensmittel je Zeile, und drücken Sie Hinzufügen. Was unklar ist, wird gefragt; Ihre Antwort wird gemerkt.
pages-today-tour-3 = Wenn alles vom Tag eingetragen ist, markieren Sie ihn als vollständig. Erst dann wird er als ganzer Tag neben die Referenzwerte gestellt.
pages-today-tour-next = Weiter
pages-today-tour-skip = Überspringen
pages-today-tour-done = Los geht’s
pages-today-before = Tag davor
pages-today-after = Tag danach
pages-today-day = Tag
pages-today-to-today = Zu heute
pages-today-undo = { $rows ->
    [one] Rückgängig: { $what } (1 Eintrag)
   *[other] Rückgängig: { $what } ({ $rows } Einträge)
}
pages-today-redo = Wiederholen
pages-today-done-added = hinzugefügt
pages-today-done-changed = geändert
pages-today-done-removed = entfernt
pages-today-done-copied = kopiert
pages-today-done-marked = Tag markiert
pages-today-done-person = Person
pages-today-done-edit = letzte Änderung
pages-today-complete = Der Tag ist vollständig
pages-today-complete-help = Alles Gegessene, Getrunkene und Eingenommene steht da. Ein unfertiger Tag hat Summen und kein Urteil.
pages-today-typical = War es ein üblicher Tag?
pages-today-typical-yes = Üblich
pages-today-typical-no = Nicht üblich
pages-today-copy = Von einem anderen Tag kopieren
pages-today-copy-from = Von
pages-today-copy-empty = Am { $day } ist nichts eingetragen. Wählen Sie einen anderen Tag.
pages-today-copy-what = Was
pages-today-copy-day = { $rows ->
    [one] Den ganzen Tag (1 Zeile)
   *[other] Den ganzen Tag ({ $rows } Zeilen)
}
pages-today-copy-do = Auf den { $day } kopieren
pages-today-occasion = Mahlzeit
pages-today-occasion-none = Nicht gesagt
pages-today-occasion-breakfast = Frühstück
pages-today-occasion-lunch = Mittagessen
pages-today-occasion-dinner = Abendessen
pages-today-occasion-snack = Zwischendurch
pages-today-who = Person
pages-today-who-known = Person: { $sex }, { $age } Jahre
pages-today-who-why = Geschlecht und Alter bestimmen die Referenzwerte. Sie bleiben auf diesem Rechner.
pages-today-choose = Wählen
pages-today-sex = Geschlecht
pages-today-sex-female = Weiblich
pages-today-sex-male = Männlich
pages-today-age = Alter in Jahren
pages-today-birth = Oder Geburtsdatum
pages-today-condition = Schwanger oder stillend
pages-today-condition-none = Keines von beiden
pages-today-condition-pregnant = Schwanger
pages-today-condition-lactating = Stillend
pages-today-trimester = Trimester
pages-today-weight = Gewicht in kg, wenn Sie mögen
pages-today-eaten = Was gegessen und getrunken wurde
pages-today-quick = Ein Lebensmittel je Zeile, oder eine ganze Mahlzeit
pages-today-quick-example = 2 cups cooked spinach{"\u000A"}250 ml oat milk and a banana
pages-today-quick-help = Schreiben Sie, wie Sie es sagen würden; die Lebensmitteltabelle spricht Englisch. Strg und Eingabe fügen hinzu.
pages-today-add = Hinzufügen
pages-today-refused = Nicht hinzugefügt: { $text } — { $reason }
pages-today-recent = Favoriten und zuletzt Gegessenes, ein Tipp fügt hinzu
pages-today-recent-help = Mit der Menge vom letzten Mal; ändern Sie sie unten in der Tabelle.
pages-today-favourites = Favoriten wählen
pages-today-favourites-choose = Zuerst angebotene Lebensmittel, mit ★
pages-today-find = Ein Lebensmittel in der Tabelle suchen
pages-today-find-name = Name des Lebensmittels
pages-today-find-example = Tippen Sie einen Namen, etwa kale
pages-today-find-none = Kein Lebensmittel dieses Namens. Versuchen Sie ein einfacheres Wort, oder legen Sie es auf der Seite Lebensmittel an.
pages-today-found = { $count ->
    [one] Gefunden: 1
   *[other] Gefunden: { $count }
}
pages-today-amount = Menge
pages-today-measure = Maß
pages-today-find-add = Dieses Lebensmittel hinzufügen
pages-today-lines = Eingetragen am { $day }
pages-today-nothing = Noch nichts eingetragen. Schreiben Sie oben eine Zeile, tippen Sie auf ein früheres Lebensmittel, oder kopieren Sie unten einen anderen Tag.
pages-today-table = Die Zeilen des Tages: Lebensmittel, Menge, Einheit, Mahlzeit, und was jede ergibt
pages-today-table-help = Lebensmittel, Menge, Einheit und Mahlzeit lassen sich überschreiben und sind gespeichert, sobald die Zelle verlassen wird. Enter geht zur nächsten Zeile, Esc holt zurück, was dastand; ✕ entfernt eine Zeile. ? bei einem Mineralstoff heißt nicht bekannt, ≥ mindestens. ✓ geklärt · ≈ Gewicht geschätzt · ? Frage unten · ! Menge prüfen
pages-today-as-label = eigene Angaben, wie eingetragen
pages-today-as-open = noch nicht geklärt: siehe die Frage unten
pages-today-as-weight = Gewicht
pages-today-as-calcium = Ca
pages-today-as-magnesium = Mg
pages-today-state-food = ? Was
pages-today-state-amount = ? Menge
pages-today-state-check = ! Menge
pages-today-food = Lebensmittel
pages-today-unit = Einheit
pages-today-remove = Entfernen
pages-today-table-skip = Zeilen überspringen
pages-today-table-total = Summe der Zeilen
pages-today-changed = Diese Zeile wurde in einem anderen Fenster geändert. Nichts wurde überschrieben; wählen Sie, was gilt.
pages-today-changed-mine = Hier: { $row }
pages-today-changed-theirs = Im Tagebuch: { $row }
pages-today-changed-removed = entfernt
pages-today-changed-keep = Behalten, was im Tagebuch steht
pages-today-changed-use = Nehmen, was hier eingegeben wurde
pages-today-questions = { $count ->
    [one] 1 Zeile hat eine Frage
   *[other] { $count } Zeilen haben eine Frage
}
pages-today-remembered = Antworten werden auf diesem Rechner gemerkt; die Seite Einstellungen zeigt und vergisst sie.
pages-today-ask-which-food = Welches ist gemeint?
pages-today-ask-no-food = Die Tabelle hat kein solches Lebensmittel.
pages-today-ask-which-measure = Wie viel wiegt eines davon?
pages-today-ask-how-much = Wie viel war es?
pages-today-which = Was ist { $food }?
pages-today-none-of-these = Nichts davon? Ändern Sie den Namen in der Tabelle, oder suchen Sie das Lebensmittel oben und entfernen Sie diese Zeile.
pages-today-per-100 = Calcium { $calcium }, Magnesium { $magnesium } in 100 g
pages-today-which-measure = Welches Maß von { $food }?
pages-today-piece = Stück
pages-today-grams-of = Oder Gramm je { $unit }
pages-today-use-grams = Diese Gramm nehmen
pages-today-settle = Übernehmen
pages-today-take-daily = { $count ->
    [one] Täglich Eingenommenes hinzufügen: { $names }
   *[other] { $count } täglich Eingenommene hinzufügen: { $names }
}
pages-today-supplement = Ein Präparat oder Medikament hinzufügen
pages-today-supplement-name = Name
pages-today-supplement-example = Magnesium-Tabletten
pages-today-supplement-kind = Art
pages-today-kind-supplement = Nahrungsergänzung
pages-today-kind-medicine = Medikament
pages-today-kind-help = Mittel gegen Sodbrennen und Abführmittel mit Calcium oder Magnesium sind Medikamente; sie zählen mit.
pages-today-stated = Was auf der Packung steht
pages-today-stated-elemental = Das Mineral selbst (elementar, wie meist üblich)
pages-today-stated-compound = Die Masse einer Verbindung, etwa Magnesiumcitrat
pages-today-stated-help = „Magnesium 300 mg“ ist elementar. „Magnesiumcitrat 1.000 mg“ ohne eigene Zeile für Magnesium ist die Verbindung, von der nur ein Teil Magnesium ist.
pages-today-compound = Verbindung
pages-today-compound-mg = Verbindung je Einnahme, mg
pages-today-form = Welche Form von { $compound } nennt das Etikett?
pages-today-form-share = { $form }: { $share } % { $mineral }
pages-today-form-unsaid = Das Etikett sagt es nicht; wie viel es bringt, bleibt unbekannt
pages-today-is-it-compound-mass = So viel { $mineral } ergäbe eine Tablette von mehr als 3 g. Ist das die Masse der Verbindung?
pages-today-beyond-daily-maximum = Die Dosen eines Tages ergeben mehr als { $most } mg { $mineral }, das Höchste, was Etiketten von Arzneimitteln erlauben. Ist ein Komma verrutscht, oder ist es die Masse der Verbindung?
pages-today-is-compound = Es ist die Masse der Verbindung
pages-today-label-says-so = Ich habe noch einmal auf das Etikett gesehen: Es ist der Mineralstoff selbst, und so viele Dosen am Tag.
pages-today-label-magnesium = Magnesium laut Packung, mg
pages-today-label-calcium = Calcium laut Packung, mg
pages-today-times = Einnahmen am Einnahmetag
pages-today-days = Tage in der Woche
pages-today-blank = Mengen je Einnahme. Leer heißt, die Packung sagt es nicht, und zählt als nicht bekannt; 0 heißt, es ist keines darin.
pages-today-regular = Zählen
pages-today-regular-day = Nur an diesem Tag
pages-today-regular-regular = An diesem Tag, und an anderen Tagen anbieten
pages-today-supplement-add = Präparat hinzufügen
pages-today-often = { $times } am Tag an { $days } Tagen in der Woche
pages-today-take = Diesem Tag hinzufügen
pages-today-forget = Von der Liste nehmen
pages-today-form-open = offen: { $low } bis { $high } mg je Einnahme, nach Form
pages-today-water = Welches Wasser gezählt wird
pages-today-water-none = Es ist kein Wasser hinterlegt, darum wird „a glass of water“ aus der Lebensmitteltabelle gelesen. Geben Sie Ihr Leitungs- oder Mineralwasser auf der Seite Einstellungen ein.
pages-today-water-is = „Water“ bedeutet { $name }: Calcium { $calcium }, Magnesium { $magnesium } mg je Liter.
pages-today-water-rule = Tee, Kaffee, Suppen und gekochtes Getreide enthalten ihr Wasser schon: tragen Sie nur Wasser ein, das als solches getrunken wird.
pages-today-water-dry = Trocken oder konzentriert, darum wird, womit sie angerührt werden, eigens eingetragen: { $foods }.
pages-today-result = Was zusammenkommt
pages-today-result-empty = Summen erscheinen, sobald etwas eingetragen ist.
pages-today-no-profile = Geben Sie auf dieser Seite Geschlecht und Alter an, um Referenzwerte und die Lücke zu sehen.
pages-today-download = Diesen Tag herunterladen (CSV)
pages-today-print = Diesen Tag drucken: die Abschnitte aufklappen, die aufs Papier gehören, dann die Seite drucken. Eingabefelder und Knöpfe bleiben weg, die Farben werden für Papier gewählt.
pages-today-total = { $amount } mg { $mineral }.
pages-today-total-range = { $amount } mg { $mineral } ({ $low } bis { $high } mg).
pages-today-total-at-least = { $unknown ->
    [one] Mindestens { $amount } mg { $mineral }; 1 von { $items } Lebensmitteln hat keinen Wert für { $mineral } ({ $foods }).
   *[other] Mindestens { $amount } mg { $mineral }; { $unknown } von { $items } Lebensmitteln haben keinen Wert für { $mineral } ({ $foods }).
}
pages-today-total-unknown = { $unknown ->
    [one] Die Summe an { $mineral } ist nicht bekannt: 1 von { $items } Lebensmitteln hat keinen Wert ({ $foods }).
   *[other] Die Summe an { $mineral } ist nicht bekannt: { $unknown } von { $items } Lebensmitteln haben keinen Wert ({ $foods }).
}
pages-today-title-known = { $mineral }: { $amount } mg
pages-today-title-at-least = { $mineral }: mindestens { $amount } mg
pages-today-title-unknown = { $mineral }: nicht bekannt
pages-today-hatched = schraffiert: nicht bekannt, { $unknown } von { $items } ohne Wert
pages-today-nothing-unknown = nichts unbekannt
pages-today-mark-average = mittlerer Bedarf
pages-today-mark-adequate = Schätzwert
pages-today-mark-recommended = empfohlen
pages-today-tenths-is = { $tenths } von 10
pages-today-tenths-more = mehr als { $tenths } von 10
pages-today-tenths-less = weniger als { $tenths } von 10
pages-today-no-day = Kein Tag ist eingetragen.
pages-today-no-value = Für diesen Tag ist kein Wert für { $mineral } bekannt.
pages-today-not-set = Nicht bestimmt: die Fachgesellschaft gibt für diese Person keinen Wert für { $mineral } an.
pages-today-needs-trimester = Nicht bestimmt: Werte für { $mineral } gelten je Trimester; geben Sie das Trimester an.
pages-today-no-person = Nicht bestimmt: Geschlecht und Alter sind nicht bekannt.
pages-today-habitual = Ein Fragebogen zu Gewohnheiten gibt für { $mineral } keine Wahrscheinlichkeit; tragen Sie dafür einige Tage ein.
pages-today-so-far = Bisher: { $amount } mg { $mineral }; der Tag ist nicht vollständig, darum gibt es kein Urteil.
pages-today-so-far-at-least = Bisher: mindestens { $amount } mg { $mineral }, es fehlen Werte; der Tag ist nicht vollständig, darum gibt es kein Urteil.
pages-today-no-average = { $days ->
    [one] { $body } gibt keinen mittleren Bedarf an { $mineral } an; ob die übliche Zufuhr den Bedarf deckt, lässt sich nicht sagen, aus 1 Tag.
   *[other] { $body } gibt keinen mittleren Bedarf an { $mineral } an; ob die übliche Zufuhr den Bedarf deckt, lässt sich nicht sagen, aus { $days } Tagen.
}
pages-today-food-alone = Gezählt sind Lebensmittel und Wasser allein: Über Präparate sagt das Protokoll nichts.
pages-today-average-chance = { $days ->
    [one] { $chance }, dass die übliche Zufuhr an { $mineral } den Bedarf deckt, aus 1 Tag.
   *[other] { $chance }, dass die übliche Zufuhr an { $mineral } den Bedarf deckt, aus { $days } Tagen.
}
pages-today-average-chance-at-least = { $days ->
    [one] Mindestens { $chance }, dass die übliche Zufuhr an { $mineral } den Bedarf deckt, aus 1 Tag.
   *[other] Mindestens { $chance }, dass die übliche Zufuhr an { $mineral } den Bedarf deckt, aus { $days } Tagen.
}
pages-today-average-unknown = { $days ->
    [one] Weil Werte für { $mineral } fehlen, lässt sich nicht sagen, wie wahrscheinlich die übliche Zufuhr den Bedarf deckt, aus 1 Tag.
   *[other] Weil Werte für { $mineral } fehlen, lässt sich nicht sagen, wie wahrscheinlich die übliche Zufuhr den Bedarf deckt, aus { $days } Tagen.
}
pages-today-average-below = { $days ->
    [one] Die angegebene Zufuhr an { $mineral } liegt unter dem mittleren Bedarf; wie wahrscheinlich die übliche Zufuhr den Bedarf deckt, lässt sich hier nicht berechnen, aus 1 Tag.
   *[other] Die angegebene Zufuhr an { $mineral } liegt unter dem mittleren Bedarf; wie wahrscheinlich die übliche Zufuhr den Bedarf deckt, lässt sich hier nicht berechnen, aus { $days } Tagen.
}
pages-today-average-above = { $days ->
    [one] Die angegebene Zufuhr an { $mineral } erreicht den mittleren Bedarf; wie wahrscheinlich die übliche Zufuhr den Bedarf deckt, lässt sich hier nicht berechnen, aus 1 Tag.
   *[other] Die angegebene Zufuhr an { $mineral } erreicht den mittleren Bedarf; wie wahrscheinlich die übliche Zufuhr den Bedarf deckt, lässt sich hier nicht berechnen, aus { $days } Tagen.
}
pages-today-adequate-chance = { $days ->
    [one] { $chance }, dass die übliche Zufuhr an { $mineral } über dem Schätzwert liegt, aus 1 Tag.
   *[other] { $chance }, dass die übliche Zufuhr an { $mineral } über dem Schätzwert liegt, aus { $days } Tagen.
}
pages-today-adequate-chance-at-least = { $days ->
    [one] Mindestens { $chance }, dass die übliche Zufuhr an { $mineral } über dem Schätzwert liegt, aus 1 Tag.
   *[other] Mindestens { $chance }, dass die übliche Zufuhr an { $mineral } über dem Schätzwert liegt, aus { $days } Tagen.
}
pages-today-adequate-unknown = { $days ->
    [one] Weil Werte für { $mineral } fehlen, lässt sich nicht sagen, ob die Zufuhr über dem Schätzwert liegt, aus 1 Tag.
   *[other] Weil Werte für { $mineral } fehlen, lässt sich nicht sagen, ob die Zufuhr über dem Schätzwert liegt, aus { $days } Tagen.
}
pages-today-adequate-above = { $days ->
    [one] Die angegebene Zufuhr an { $mineral } erreicht den Schätzwert, aus 1 Tag.
   *[other] Die angegebene Zufuhr an { $mineral } erreicht den Schätzwert, aus { $days } Tagen.
}
pages-today-adequate-below = { $days ->
    [one] Die angegebene Zufuhr an { $mineral } liegt unter dem Schätzwert; ob sie den Bedarf deckt, lässt sich nicht sagen, aus 1 Tag.
   *[other] Die angegebene Zufuhr an { $mineral } liegt unter dem Schätzwert; ob sie den Bedarf deckt, lässt sich nicht sagen, aus { $days } Tagen.
}
pages-today-chance-range = Über die Spanne der Mengen: von { $low } bis { $high }.
pages-today-more-days = { $days ->
    [one] Bei diesem Mittel würde etwa 1 Tag es klären; Tage im Abstand, darunter ein Wochenendtag, sagen mehr.
   *[other] Bei diesem Mittel würden etwa { $days } Tage es klären; Tage im Abstand, darunter ein Wochenendtag, sagen mehr.
}
pages-today-find-values = Mit den fehlenden Werten für { $mineral } würde das genauer.
pages-today-gap-average = Der mittlere Bedarf ist { $level } mg, { $gap } mg mehr als die angegebene Zufuhr.
pages-today-gap-average-at-most = Der mittlere Bedarf ist { $level } mg, höchstens { $gap } mg mehr als die angegebene Zufuhr.
pages-today-gap-recommended = Zum Planen: empfohlen sind { $level } mg, { $gap } mg mehr als die angegebene Zufuhr.
pages-today-gap-recommended-at-most = Zum Planen: empfohlen sind { $level } mg, höchstens { $gap } mg mehr als die angegebene Zufuhr.
pages-today-reached-average = Die angegebene Zufuhr erreicht den mittleren Bedarf von { $level } mg.
pages-today-reached-recommended = Zum Planen: die angegebene Zufuhr erreicht die empfohlenen { $level } mg.
pages-today-upper-level = obere Zufuhrgrenze
pages-today-guidance-level = Richtwert
pages-today-upper-total-above = Die Summe an { $mineral } liegt über { $level } mg am Tag ({ $name }); bitte fachlich prüfen lassen.
pages-today-upper-total-likely-above = Die übliche Zufuhr an { $mineral } liegt wahrscheinlich über { $level } mg am Tag ({ $name }); bitte fachlich prüfen lassen.
pages-today-upper-total-below = Die Summe an { $mineral } liegt unter { $level } mg am Tag ({ $name }).
pages-today-upper-total-likely-below = Die übliche Zufuhr an { $mineral } liegt wahrscheinlich unter { $level } mg am Tag ({ $name }).
pages-today-upper-total-unknown = Ob die Zufuhr an { $mineral } über { $level } mg am Tag ({ $name }) liegt, lässt sich nicht sagen.
pages-today-upper-taken-above = Präparate und Medikamente bringen { $amount } mg { $mineral }: mehr als { $level } mg am Tag ({ $name }, nur diese zählen); bitte fachlich oder in der Apotheke prüfen lassen.
pages-today-upper-taken-below = Präparate und Medikamente bringen { $amount } mg { $mineral }: nicht mehr als { $level } mg am Tag ({ $name }, nur diese zählen).
pages-today-upper-taken-none = Kein { $mineral } aus Präparaten oder Medikamenten ist eingetragen; nur diese zählen für { $level } mg am Tag ({ $name }).
pages-today-upper-taken-unknown = Wie viel { $mineral } Präparate und Medikamente bringen, ist nicht ganz bekannt; darum lässt es sich nicht neben { $level } mg am Tag ({ $name }, nur diese zählen) stellen.
pages-today-upper-salts = Dabei zählen auch Salze, die Lebensmitteln zugesetzt sind; Tabellen weisen sie nicht eigens aus.
pages-today-upper-note = { $reference }. Es zählen nur Präparate und Medikamente; Magnesium aus Lebensmitteln zählt hier nicht.
pages-today-taken-title-known = { $mineral } eingenommen: { $amount } mg
pages-today-taken-title-at-least = { $mineral } eingenommen: mindestens { $amount } mg
pages-today-taken-title-unknown = { $mineral } eingenommen: nicht bekannt
pages-today-taken-above = über der oberen Zufuhrgrenze, für die nur diese zählen
pages-today-taken-below = nicht über der oberen Zufuhrgrenze, für die nur diese zählen
pages-today-taken-alt-unknown = { $mineral } aus Präparaten und Medikamenten: nicht bekannt; obere Zufuhrgrenze { $level } mg, für die nur diese zählen.
pages-today-taken-open = ob es über der oberen Zufuhrgrenze liegt, lässt sich nicht sagen; nur diese zählen
pages-today-taken-alt-known = { $mineral } aus Präparaten und Medikamenten: { $amount } mg; obere Zufuhrgrenze { $level } mg, für die nur diese zählen.
pages-today-taken-alt-at-least = { $mineral } aus Präparaten und Medikamenten: mindestens { $amount } mg; obere Zufuhrgrenze { $level } mg, für die nur diese zählen.
pages-today-curve-title-known = Wahrscheinlichkeit: { $chance }
pages-today-curve-title-at-least = Wahrscheinlichkeit: mindestens { $chance }
pages-today-curve-title-unknown = Wahrscheinlichkeit: keine Angabe
pages-today-curve-note = gefüllt: erreicht die Marke „{ $reference }“
pages-today-curve-axis = übliche Zufuhr an { $mineral }, mg am Tag
pages-today-curve-alt-known = { $days ->
    [one] Übliche Zufuhr an { $mineral }, soweit 1 Tag es sagt: eine Glockenkurve um { $amount } mg; { $chance } liegen bei oder über { $level } mg ({ $reference }).
   *[other] Übliche Zufuhr an { $mineral }, soweit { $days } Tage es sagen: eine Glockenkurve um { $amount } mg; { $chance } liegen bei oder über { $level } mg ({ $reference }).
}
pages-today-curve-alt-at-least = { $days ->
    [one] Übliche Zufuhr an { $mineral }, soweit 1 Tag es sagt: eine Glockenkurve um mindestens { $amount } mg; mindestens { $chance } liegen bei oder über { $level } mg ({ $reference }).
   *[other] Übliche Zufuhr an { $mineral }, soweit { $days } Tage es sagen: eine Glockenkurve um mindestens { $amount } mg; mindestens { $chance } liegen bei oder über { $level } mg ({ $reference }).
}
pages-today-curve-alt-unknown = { $days ->
    [one] Übliche Zufuhr an { $mineral }, soweit 1 Tag es sagt: eine Glockenkurve um mindestens { $amount } mg, neben { $level } mg ({ $reference }); keine Wahrscheinlichkeit lässt sich angeben.
   *[other] Übliche Zufuhr an { $mineral }, soweit { $days } Tage es sagen: eine Glockenkurve um mindestens { $amount } mg, neben { $level } mg ({ $reference }); keine Wahrscheinlichkeit lässt sich angeben.
}
pages-today-gives = Was am meisten { $mineral } bringt
pages-today-gives-none = Nichts bringt { $mineral }, soweit bekannt.
pages-today-beside = Neben der Summe: aufnehmbares Calcium, und Calcium zu Magnesium
pages-today-absorb = Aufnehmbares Calcium
pages-today-absorb-note = Nur zur Information: Referenzwerte berücksichtigen die Aufnahme schon, oben ändert sich nichts. Jedes Lebensmittel wurde für sich gemessen; eine Mahlzeit kann abweichen.
pages-today-absorb-measured = Gemessene Lebensmittel: etwa { $absorbed } von { $calcium } mg
pages-today-absorb-analogy = Lebensmittel, die gemessenen gleichen: etwa { $absorbed } von { $calcium } mg
pages-today-absorb-unknown = Für { $calcium } mg sagt es keine Studie
pages-today-absorb-column = aufnehmbar mg
pages-today-absorb-milk = neben Milch
pages-today-absorb-evidence = Beleg
pages-today-absorb-calcium = Calcium mg
pages-today-absorb-evidence-measured = gemessen
pages-today-absorb-evidence-analogy = wie ein gemessenes
pages-today-absorb-evidence-unknown = keine Studie
pages-today-absorb-above = über der untersuchten Menge
pages-today-absorb-above-note = Über der untersuchten Menge, also bei mehr Calcium als in der gemessenen Portion, ist der Anteil kleiner als hier gezeigt.
pages-today-absorb-sources = Quellen: { $sources }.
pages-today-load = Calcium je Mahlzeit
pages-today-load-note = Je mehr Calcium eine Mahlzeit enthält, desto kleiner ist der aufgenommene Anteil: { $source }. Nur zur Information, und nicht zu den Zahlen oben zu zählen: es ist eine andere Anpassung. Jede Angabe „Mahlzeit“ gilt als eine Mahlzeit; unter { $low } und über { $high } mg wird nichts angegeben.
pages-today-load-within-range = { $occasion }: { $calcium } mg, davon werden etwa { $share } % aufgenommen ({ $absorbed } mg)
pages-today-load-above-studied = { $occasion }: { $calcium } mg, mehr als die untersuchten { $high } mg: kein Anteil angegeben
pages-today-load-above-studied-at-least = { $occasion }: mindestens { $calcium } mg, mehr als die untersuchten { $high } mg: kein Anteil angegeben
pages-today-load-below-studied = { $occasion }: { $calcium } mg, weniger als die untersuchten { $low } mg: kein Anteil angegeben
pages-today-load-lower-bound = { $occasion }: mindestens { $calcium } mg; es fehlen Werte, deshalb kein Anteil
pages-today-load-unknown = { $occasion }: Calcium nicht bekannt
pages-today-load-no-occasion = Ohne Mahlzeit: { $calcium } mg. Geben Sie in der Tabelle an, zu welcher Mahlzeit, dann steht der Anteil hier.
pages-today-ratio = Calcium zu Magnesium
pages-today-ratio-is = { $value } mg Calcium je mg Magnesium an diesem Tag.
pages-today-ratio-unknown = Nicht bekannt: eine der beiden Summen ist nicht bekannt.
pages-today-ratio-lower-bound = Keine Angabe: es fehlen Werte, eine Summe ist nur eine Untergrenze.
pages-today-ratio-no-magnesium = Keine Angabe: kein Magnesium ist eingetragen.
pages-today-ratio-note = Eine beschreibende Zahl ohne Zielwert; keine Fachgesellschaft setzt einen. Studien teilten bei { $low } bis { $high } und widersprechen sich ({ $source }).
pages-today-sources = Woher diese Zahlen kommen
pages-today-sources-table = Quelle der Mineralstoffe und des Gewichts jedes Lebensmittels
pages-today-sources-method = Wahrscheinlichkeit: Institute of Medicine (2000), Dietary Reference Intakes: Applications in Dietary Assessment, Kapitel 3, doi 10.17226/9956.
pages-today-source = Quelle
pages-today-source-food = Lebensmittel
pages-today-source-source = Quelle
pages-today-source-release = Ausgabe
pages-today-source-food-id = Kennung
pages-today-source-weight = Gewicht aus
pages-today-source-label = die Packung, wie eingegeben
pages-today-source-answered = wie beantwortet
pages-today-rests-on-reference = { $mineral }, mittlerer Bedarf oder Schätzwert: { $source }.
pages-today-rests-on-upper = { $mineral }, obere Zufuhrgrenze: { $source }.
pages-today-rests-on-sd = { $mineral }, Schwankung von Tag zu Tag: { $source }.
pages-today-recalled = Dieser Referenzwert stammt aus dem Gedächtnis und ist noch nicht am Original geprüft.
