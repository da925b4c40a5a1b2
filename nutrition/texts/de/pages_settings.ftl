### Texte der Seite Einstellungen.

pages-settings-title = Einstellungen
pages-settings-line = Wie die Seiten sprechen und zählen, was sie sich merken, und wo alles liegt. Jede Wahl wird sofort gespeichert.
pages-settings-how = Wie die Seiten sprechen und zählen
pages-settings-language = Sprache
pages-settings-locale = Größen von Tassen, Pints und Löffeln
pages-settings-locale-help = Eine US-Tasse fasst 237 ml, eine metrische 250 ml; ein britisches Pint 568 ml, ein amerikanisches 473 ml.
pages-settings-locale-us = Amerikanische Tassen und Pints
pages-settings-locale-uk = Britische Pints und Löffel
pages-settings-locale-metric = Metrische Tassen
pages-settings-references = Referenzwerte
pages-settings-references-help = Wessen mittlerer Bedarf, Empfehlungen und Grenzen neben den Summen stehen.
pages-settings-sd-source = Quelle der Schwankung von Tag zu Tag
pages-settings-sd-source-help = Wie sehr die Zufuhr von Tag zu Tag schwankt, entscheidet, was wenige Tage sagen können.
pages-settings-foods = Lebensmitteltabelle
pages-settings-foods-bundled = Die mitgelieferte
pages-settings-foods-help = Andere Ausgaben richtet ein: mgca foods install
pages-settings-tour = Einführung noch einmal zeigen
pages-settings-waters = Wasser
pages-settings-waters-why = Leitungs- und Mineralwässer unterscheiden sich stark. Der Bericht des Versorgers oder die Flasche nennt Calcium und Magnesium je Liter. Eine Zeile im Tagebuch behält das Wasser, mit dem sie eingegeben wurde.
pages-settings-water-add = Ein Wasser hinzufügen
pages-settings-water-name = Name
pages-settings-water-example = Leitungswasser zu Hause
pages-settings-water-calcium = Calcium, mg je Liter
pages-settings-water-magnesium = Magnesium, mg je Liter
pages-settings-water-hardness = Oder Gesamthärte
pages-settings-water-hardness-help = Die Härte zählt beide Mineralstoffe zusammen; allein sagt sie nicht, wie viel davon Calcium und wie viel Magnesium ist.
pages-settings-water-unit = Einheit der Härte
pages-settings-water-source = Woher die Angaben sind
pages-settings-water-source-example = Bericht des Versorgers 2026
pages-settings-water-make-default = Von nun an dieses meinen, wenn „Wasser“ steht
pages-settings-water-keep = Dieses Wasser speichern
pages-settings-water-is-default = — gemeint mit „Wasser“
pages-settings-water-holds = Calcium { $calcium }, Magnesium { $magnesium } je Liter. Quelle: { $source }.
pages-settings-water-default = Von nun an dieses mit „Wasser“ meinen
pages-settings-water-remove = Entfernen
pages-settings-water-source-own = vom Versorger oder der Flasche, wie eingegeben
pages-settings-water-source-hardness = { $said }; Härte { $hardness } { $unit }
pages-settings-water-calcium-beyond-bottled = Mehr als { $richest } mg Calcium im Liter: Keines von 1.903 Flaschenwässern Europas enthält so viel. Sind es Milligramm in einem Liter, oder ist ein Komma verrutscht?
pages-settings-water-magnesium-beyond-bottled = Mehr als { $richest } mg Magnesium im Liter: Keines von 1.903 Flaschenwässern Europas enthält so viel. Sind es Milligramm in einem Liter, oder ist ein Komma verrutscht?
pages-settings-water-hardness-beyond-bottled = So hart ist kein Flaschenwasser. Bitte die Einheit der Härte prüfen.
pages-settings-water-checked = Ich habe noch einmal nachgesehen; so steht es da.
pages-settings-water-removed = { $count ->
    [0] { $name } ist entfernt. Keine Zeile Ihres Tagebuchs hatte es.
    [one] { $name } wird nicht mehr angeboten. Eine Zeile Ihres Tagebuchs behält es mit seinen Mineralstoffen.
   *[other] { $name } wird nicht mehr angeboten. { $count } Zeilen Ihres Tagebuchs behalten es mit seinen Mineralstoffen.
}
pages-settings-water-hardness-does-not-split = Die Härte allein verteilt sich nicht auf Calcium und Magnesium, darum bleiben beide unbekannt. Fragen Sie den Versorger nach beiden Werten.
pages-settings-water-hardness-disagrees = Die beiden Mineralstoffe ergeben eine andere Härte als angegeben. Prüfen Sie Einheit und Werte.
pages-settings-water-hardness-below-mineral = Der eine Mineralstoff allein ergibt mehr als die angegebene Härte, darum bleibt der andere unbekannt. Prüfen Sie Einheit und Werte.
pages-settings-water-hardness-reached = Der eine Mineralstoff allein ergibt etwa die ganze angegebene Härte, darum ist der andere nur als Spanne bekannt und zählt als unbekannt. Fragen Sie den Versorger nach beiden Werten.
pages-settings-glass = Eines Ihrer Gläser fasst, ml
pages-settings-glass-help = Gilt, wo „a glass of water“ steht; ohne Angabe fragt die Seite.
pages-settings-memory = Gemerkte Antworten
pages-settings-memory-why = Was Sie einmal beantwortet haben, wird nicht wieder gefragt. Hier geändert oder vergessen, gilt das für künftige Zeilen; vorhandene behalten es. Es ist dieselbe Tabelle, die die Befehlszeile mit --answers nimmt.
pages-settings-memory-empty = Noch nichts gemerkt. Wenn die Seite Heute fragt, was ein Name oder ein Maß bedeutet, erscheint die Antwort hier.
pages-settings-memory-name = Wie geschrieben
pages-settings-memory-unit = Einheit
pages-settings-memory-food = Kennung
pages-settings-memory-meant = Gemeintes Lebensmittel
pages-settings-memory-grams = Gramm je Einheit
pages-settings-memory-forget = Vergessen
pages-settings-memory-save = Diese Änderungen speichern
pages-settings-memory-export = Antworten herunterladen (CSV)
pages-settings-memory-file = Antworten hinzufügen (eine ausgefüllte questions.csv)
pages-settings-memory-import = Diese Antworten merken
pages-settings-memory-imported = { $count ->
    [one] 1 Antwort ist neu oder anders.
   *[other] { $count } Antworten sind neu oder anders.
}
pages-settings-memory-no-food = Die Lebensmitteltabelle hat kein { $food }.
pages-settings-memory-no-food-hint = Sehen Sie die Kennung auf der Seite Lebensmittel nach, oder lassen Sie die Zelle, wie sie war.
pages-settings-files = Ihre Aufzeichnungen
pages-settings-where = Alles liegt in dieser einen Datei auf diesem Rechner und wird nirgendwohin gesendet:
pages-settings-export = Alles herunterladen (CSV und JSON in einem Zip)
pages-settings-import = Einen Export zurückholen
pages-settings-import-file = Das Zip, oder seine diary.json
pages-settings-import-warning = Es tritt an die Stelle von allem, was jetzt hier ist. Laden Sie das vorher herunter.
pages-settings-import-sure = Alles Vorhandene ersetzen
pages-settings-import-do = Zurückholen
pages-settings-imported = { $count ->
    [one] 1 Eintrag ist zurück.
   *[other] { $count } Einträge sind zurück.
}
pages-settings-delete = Alles löschen
pages-settings-delete-warning = Tagebuch, Präparate, Wasser, eigene Lebensmittel, Rezepte, Klienten, Antworten und Einstellungen werden endgültig gelöscht; das lässt sich nicht rückgängig machen. Laden Sie vorher alles herunter, falls Sie es noch brauchen könnten.
pages-settings-delete-sure = Ja, alles endgültig löschen
pages-settings-delete-do = Jetzt alles löschen
pages-settings-deleted = Alles wurde gelöscht. Das Tagebuch ist leer.
