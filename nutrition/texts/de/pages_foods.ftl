### Die Seite Lebensmittel: Tabelle, eigene Lebensmittel vom Etikett, Rezepte.

pages-foods-title = Lebensmittel
pages-foods-line = Welche Lebensmittel am meisten enthalten, woher jede Zahl kommt, und Ihre eigenen.
pages-foods-section = Teil dieser Seite
pages-foods-section-table = Tabelle
pages-foods-section-own = Eigene Lebensmittel
pages-foods-section-recipes = Rezepte

## Die Tabelle

pages-foods-richest = Gehaltreichste Lebensmittel
pages-foods-richest-alt = Lebensmittel mit am meisten { $mineral }
pages-foods-mineral = Mineralstoff
pages-foods-per = Je
pages-foods-per-100-g = je 100 g
pages-foods-per-serving = je Portion
pages-foods-per-100-kcal = je 100 kcal
pages-foods-group = Gruppe
pages-foods-group-all = alle Gruppen
pages-foods-food = Lebensmittel
pages-foods-source = Quelle
pages-foods-ca-mg = mg Ca
pages-foods-mg-mg = mg Mg
pages-foods-kcal = kcal (Energie)
pages-foods-compared = { $count } Lebensmittel verglichen.
pages-foods-without-value = { $count } haben keinen Wert für { $mineral }: nicht bekannt, nicht null.
pages-foods-without-measure = { $count } haben kein Haushaltsmaß.
pages-foods-low-energy = { $count } haben weniger als { $kcal } kcal in 100 g und sind ausgelassen.
pages-foods-serving-is = Eine Portion ist das erste Haushaltsmaß, das die Quelle nennt.
pages-foods-download = Diese Liste herunterladen (CSV)

## Ein Lebensmittel

pages-foods-one = Ein Lebensmittel
pages-foods-name = Name des Lebensmittels
pages-foods-name-example = kale, raw (die Tabelle ist englisch)
pages-foods-none = Kein Lebensmittel dieses Namens. Versuchen Sie ein einfacheres Wort, oder tragen Sie es unter „Eigene Lebensmittel“ ein.
pages-foods-found = Gefunden
pages-foods-favourites = Ihre Favoriten
pages-foods-about = { $source }, { $release } · Kennung { $id } · Gruppe { $group } · Calcium oder Magnesium zugesetzt: { $added }
pages-foods-added-yes = ja
pages-foods-added-no = nein
pages-foods-added-unknown = nicht zu sagen
pages-foods-mark = Zum Favoriten machen
pages-foods-unmark = Kein Favorit mehr
pages-foods-nutrient = Nährstoff
pages-foods-unit = Einheit
pages-foods-samples = Proben (n)
pages-foods-error = Standardfehler
pages-foods-derivation = Wie der Wert zustande kam
pages-foods-values-alt = Nährstoffe von { $food } je 100 g mit Proben, Standardfehler und Herkunft
pages-foods-nutrient-calcium-mg = Calciumgehalt
pages-foods-nutrient-magnesium-mg = Magnesiumgehalt
pages-foods-nutrient-energy-kcal = Energie
pages-foods-nutrient-caffeine-mg = Koffein
pages-foods-nutrient-vitamin-d-ug = Vitamin-D-Gehalt
pages-foods-nutrient-vitamin-b12-ug = Vitamin-B12-Gehalt
pages-foods-nutrient-water-g = Wasser
pages-foods-range = Das Etikett lässt { $low } bis { $high } mg { $mineral } in 100 g zu.
pages-foods-measures = Haushaltsmaße
pages-foods-measures-alt = Was ein Maß von { $food } enthält
pages-foods-measure = Eines
pages-foods-grams = Gramm
pages-foods-no-measure = Die Quelle nennt kein Haushaltsmaß; geben Sie Gramm an.
pages-foods-density = Dichte { $density } g/ml: { $source }
pages-foods-absorbed = Aufnehmbares Calcium
pages-foods-absorbed-measured = Von { $calcium } mg in 100 g werden etwa { $absorbed } mg aufgenommen: gemessen. Das ist das { $ratio }-Fache des Anteils, der aus Milch aufgenommen wird.
pages-foods-absorbed-analogy = Von { $calcium } mg in 100 g werden etwa { $absorbed } mg aufgenommen: nach Analogie zu { $study }. Das ist das { $ratio }-Fache des Anteils, der aus Milch aufgenommen wird.
pages-foods-absorbed-unknown = Keine Studie spricht für dieses Lebensmittel: Wie viel seines Calciums aufgenommen wird, ist nicht bekannt.
pages-foods-absorbed-source = Quelle: { $source }
pages-foods-absorbed-is = Zur Information. Referenzwerte setzen die Aufnahme aus gemischter Kost schon voraus; Summen und Bewertungen verwenden sie daher nicht. Von großen Mengen wird ein kleinerer Anteil aufgenommen.
pages-foods-replaced = Werte, die eine neuere Ausgabe ersetzt hat
pages-foods-replaced-alt = Werte vorher und jetzt, jeder mit seiner Quelle
pages-foods-before = Vorher
pages-foods-source-before = Quelle vorher
pages-foods-now = Jetzt
pages-foods-source-now = Quelle jetzt

## Eigene Lebensmittel

pages-foods-own-line = Schreiben Sie ein Etikett ab, wie es gedruckt ist. Was es nicht sagt, bleibt unbekannt; was es rundet, bleibt ein Bereich.
pages-foods-own-empty = Noch keine eigenen Lebensmittel. Tragen Sie unten das erste ein; „Heute“ findet es dann unter seinem Namen.
pages-foods-own-alt = Ihre eigenen Lebensmittel mit Calcium und Magnesium je 100 g
pages-foods-ca-100 = Calcium je 100 g
pages-foods-mg-100 = Magnesium je 100 g
pages-foods-own-choose = Eigenes Lebensmittel
pages-foods-own-used = { $count ->
    [one] Eine Zeile im Tagebuch hat dieses Lebensmittel: Eine Änderung hier ändert auch sie.
   *[other] { $count } Zeilen im Tagebuch haben dieses Lebensmittel: Eine Änderung hier ändert auch sie.
}
pages-foods-own-new = Neues Lebensmittel
pages-foods-own-edit = Dieses Lebensmittel ändern
pages-foods-own-name = Wie Sie es nennen
pages-foods-own-name-example = Haferdrink mit Calcium, meine Marke
pages-foods-own-begin = Geben Sie ihm einen Namen und schreiben Sie dann ab, was das Etikett angibt.
pages-foods-own-moved = Ein anderes Fenster hat es geändert oder gelöscht, seit Sie es geöffnet haben. Nichts wurde überschrieben.
pages-foods-basis = Die Mengen des Etiketts gelten für
pages-foods-basis-100-g = 100 g davon
pages-foods-basis-100-ml = 100 ml davon
pages-foods-basis-serving = eine Portion
pages-foods-serving-g = Gewicht einer Portion (g)
pages-foods-serving-ml = Volumen einer Portion (ml)
pages-foods-as-printed = { $mineral }, wie gedruckt
pages-foods-stated-as = { $mineral } angegeben in
pages-foods-stated-mg = mg (Milligramm)
pages-foods-stated-percent = % des Tageswerts
pages-foods-silent = leer: Das Etikett sagt es nicht
pages-foods-era = Welches Etikett
pages-foods-era-help = Derselbe Prozentsatz bedeutet auf Etiketten verschiedener Zeiten und Länder verschiedene Mengen.
pages-foods-era-unknown = weiß ich nicht
pages-foods-era-fda-new = USA, neues Etikett ({ $calcium } und { $magnesium } mg)
pages-foods-era-fda-old = USA, Etikett vor etwa 2020 ({ $calcium } und { $magnesium } mg)
pages-foods-era-eu-nrv = EU und Großbritannien, NRV ({ $calcium } und { $magnesium } mg)
pages-foods-energy = Energie (kcal)
pages-foods-amount-range = { $amount } mg ({ $low } bis { $high })
pages-foods-amount-least = mindestens { $low } mg
pages-foods-amount-between = nicht genau bekannt: { $low } bis { $high } mg
pages-foods-reason-declared = wie eingetragen
pages-foods-reason-declared-mg = Milligramm auf dem Etikett
pages-foods-reason-declared-percent = Prozentsatz auf dem Etikett
pages-foods-reason-declared-zero = Das Etikett sagt null; Etiketten runden kleine Mengen auf null
pages-foods-reason-which-era = Der Prozentsatz kann von mehreren Etiketten stammen: Wählen Sie, welches es ist
pages-foods-reason-mg-and-percent-disagree = Milligramm und Prozentsatz widersprechen sich
pages-foods-reason-not-declared = Das Etikett sagt es nicht
pages-foods-in-100-g = Was 100 g enthalten
pages-foods-origin = Übernommen aus: { $origin }. Vergleichen Sie es mit der Packung in Ihrer Hand.
pages-foods-question-calcium-implausible = Mehr als 3.000 mg Calcium in 100 g: So viel enthalten nur Backtriebmittel und Ähnliches. Gilt die Menge für eine Portion, oder ist ein Komma verrutscht?
pages-foods-question-magnesium-implausible = Mehr als 1.000 mg Magnesium in 100 g: So viel enthält kein Lebensmittel der Tabelle. Gilt die Menge für eine Portion, oder ist ein Komma verrutscht?
pages-foods-question-energy-implausible = Mehr als 902 kcal in 100 g: So viel hat reines Fett. Sind es Kilojoule, oder gilt die Menge für mehr als 100 g?
pages-foods-question-macros-over-100-g = Die Teile wiegen zusammen mehr als 100 g. Sehen Sie noch einmal auf das Etikett.
pages-foods-question-which-era = Welches Etikett ist es? Bis Sie wählen, hat der Prozentsatz keinen Wert, nur einen Bereich.
pages-foods-question-mg-and-percent-disagree = Milligramm und Prozentsatz widersprechen sich. Sehen Sie beide noch einmal an.
pages-foods-checked = Ich habe noch einmal auf das Etikett gesehen; so steht es dort.
pages-foods-save = Speichern
pages-foods-save-change = Änderung speichern
pages-foods-cancel = Lassen, wie es war
pages-foods-edit = Bearbeiten
pages-foods-delete = Löschen
pages-foods-deleted = Gelöscht: { $food }
pages-foods-delete-lines = { $count ->
    [0] Keine Zeile im Tagebuch hat { $food }.
    [one] Eine Zeile im Tagebuch hat { $food }.
   *[other] { $count } Zeilen im Tagebuch haben { $food }.
}
pages-foods-delete-dishes = { $count ->
    [one] Auch ein Gericht hat es: { $dishes }.
   *[other] Auch { $count } Gerichte haben es: { $dishes }.
}
pages-foods-delete-keeps = Gelöscht wird es nicht mehr angeboten, und sein Name meint es nicht mehr; was es verwendet, behält seine Werte. Das lässt sich zurücknehmen.
pages-foods-delete-do = { $food } löschen
pages-foods-delete-not = Behalten
pages-foods-undo = Rückgängig
pages-foods-reload = Gespeichertes laden

## Nachschlagen

pages-foods-lookup = Bei FoodData Central nachschlagen (geht ins Netz)
pages-foods-lookup-line = Nichts wird gesendet, bevor Sie auf den Knopf drücken. Was zurückkommt, geht in das Formular unten, damit Sie es prüfen.
pages-foods-lookup-text = Name, oder die Nummer unter dem Strichcode
pages-foods-lookup-example = 0123456789012 oder oat drink
pages-foods-lookup-digits = Das ist keine vollständige Strichcode-Nummer: Ihre Ziffern passen nicht zusammen. Tippen Sie alle Ziffern unter den Strichen.
pages-foods-lookup-sent = Das würde an { $host } gesendet, und sonst nichts:
pages-foods-lookup-key = Ihr eigener Schlüssel aus FDC_API_KEY geht in einer eigenen Kopfzeile mit und wird nirgends gezeigt. Antworten bleiben 30 Tage auf diesem Rechner.
pages-foods-lookup-send = Senden
pages-foods-lookup-offline = Nichts wurde geändert. Alles andere geht ohne Netz; Sie können das Etikett von Hand abschreiben.
pages-foods-lookup-none = Dort ist nichts zu finden. Schreiben Sie das Etikett von Hand ab.
pages-foods-lookup-found = { $count ->
    [one] Ein Lebensmittel gefunden
   *[other] { $count } Lebensmittel gefunden
}
pages-foods-lookup-by-volume = Es ist dort je 100 ml ohne Gewicht angegeben; seine Mineralstoffe bleiben daher leer: Schreiben Sie sie von der Packung ab.
pages-foods-lookup-fill = In das Formular übernehmen

## Rezepte

pages-foods-recipes-line = Ein Gericht aus seinen Zutaten. Jede Portion sagt, was von ihr bekannt ist; „Heute“ findet das Gericht dann unter seinem Namen.
pages-foods-recipes-empty = Noch keine Rezepte. Tippen Sie unten das erste.
pages-foods-recipes-alt = Ihre Rezepte mit Calcium und Magnesium einer Portion
pages-foods-ca-serving = Calcium je Portion
pages-foods-mg-serving = Magnesium je Portion
pages-foods-state = Stand
pages-foods-recipes-choose = Rezept
pages-foods-recipes-new = Neues Rezept
pages-foods-recipes-edit = Dieses Rezept ändern
pages-foods-recipes-name = Name des Gerichts
pages-foods-recipes-lines = Zutaten, eine je Zeile
pages-foods-recipes-example = 200 g boiled spinach
    2 tbsp olive oil
    1 cup milk (die Tabelle ist englisch)
pages-foods-recipes-servings = Portionen, die es ergibt
pages-foods-recipes-cooked = Fertiggewicht im Ganzen (g)
pages-foods-recipes-cooked-help = Stellen Sie den vollen Topf auf die Waage und ziehen Sie den Topf ab. Leer: Das Gewicht der Zutaten steht dafür.
pages-foods-recipes-cooked-as = Gekocht gewogene Zutaten
pages-foods-recipes-cooked-as-help = Weggegossenes Kochwasser nimmt Mineralstoffe mit. Wo Sie eine Zutat abgetropft und gekocht gewogen haben, zählt ihr gekochter Eintrag statt des rohen.
pages-foods-recipes-cooked-record = { $food }, gezählt als
pages-foods-recipes-cooked-raw = roh, nichts abgezogen (geschätzt)
pages-foods-recipes-cooked-grams = { $food }, gekocht (g)
pages-foods-recipes-checked = Ich habe noch einmal gewogen; es ist so.
pages-foods-recipes-begin = Tippen Sie, was hineinkommt, mitgegessenes Wasser eingeschlossen. Gekochte Zutaten mit ihrem gekochten Namen.
pages-foods-recipes-refused = Nicht gelesen: { $text } ({ $reason })
pages-foods-recipes-open = Speichern geht, sobald jede Zeile ein Lebensmittel mit einer Menge ist.
pages-foods-recipes-serving = Eine Portion, { $grams } g
pages-foods-recipes-without = { $mineral } nicht bekannt bei: { $foods }
pages-foods-recipes-use = Gespeichert ist es ein Lebensmittel: Schreiben Sie in „Heute“ „1 serving“ und seinen Namen.
pages-foods-ask-which-food = Welches Lebensmittel ist { $food }?
pages-foods-ask-no-food = { $food } ist nicht in der Tabelle: Nehmen Sie einen einfacheren Namen, oder tragen Sie es unter „Eigene Lebensmittel“ ein.
pages-foods-ask-which-measure = Wie schwer ist ein Maß von { $food }?
pages-foods-ask-how-much = Wie viel { $food }?
pages-foods-ask-grams = Gramm von einem Maß „{ $unit }“
pages-foods-ask-amount-hint = Schreiben Sie die Menge in der Zeile oben vor den Namen.
pages-foods-state-exact = aus den Zutaten
pages-foods-state-estimated = geschätzt
pages-foods-state-at-least = mindestens: Eine Zutat hat keinen Wert
pages-foods-state-unknown = nicht bekannt
pages-foods-dish-no-mineral-loss-applied = Geschätzt: Rohe Zutaten zählen ganz; was in weggegossenes Kochwasser übergeht, ist nicht abgezogen.
pages-foods-dish-not-weighed-when-ready = Geschätzt: Fertig nicht gewogen, das Gewicht der Zutaten steht dafür.
pages-foods-dish-values-missing = Eine Zutat hat keinen Wert: Die Summe ist eine Untergrenze. Im Tagebuch zählt dieses Gericht nach seinen Zutaten, damit nichts Bekanntes verloren geht.
pages-foods-dish-grams-missing = Das Gewicht einer Zutat ist nicht bekannt: Ihre Mineralstoffe sind es auch nicht.
pages-foods-dish-cooked-weight-missing = Geschätzt: Das gekochte Gewicht einer Zutat fehlt.
pages-foods-dish-inside-estimated = Geschätzt: Ein Gericht in diesem ist geschätzt.
pages-foods-dish-heavier-than-its-ingredients = Es ist schwerer als das, was hineinkam. Nennen Sie auch das Wasser, oder prüfen Sie das Gewicht.
pages-foods-dish-lighter-than-its-solids = Es ist leichter als seine trockenen Teile. Prüfen Sie das Gewicht.
pages-foods-dish-far-lighter-than-its-ingredients = Es wiegt weniger als ein Viertel dessen, was hineinging. Bitte das Gewicht prüfen.
