### Die Seite Verlauf: der Kalender und viele Tage in Diagrammen.
### Ids: pages-history-<Teil>; auch Titel der Diagramme und ihre Sätze für Vorleseprogramme.

pages-history-title = Verlauf
pages-history-line = Die Tage, die Sie aufgezeichnet haben, und was sie zusammen sagen.

pages-history-empty-title = Noch keine Tage
pages-history-empty = Tragen Sie auf der Seite Heute ein, was Sie essen. Wenn ein ganzer Tag erfasst ist, kennzeichnen Sie ihn hier oder dort als vollständig. Dann zeigt diese Seite:
pages-history-empty-calendar = einen Kalender Ihrer Tage zum Öffnen, Kennzeichnen und Kopieren
pages-history-empty-charts = Calcium und Magnesium je Tag neben den Referenzwerten, mit Mittelwerten über 7 und 28 Tage
pages-history-empty-chance = wie die Wahrscheinlichkeit, dass die übliche Zufuhr den Bedarf deckt, mit jedem Tag fester wird
pages-history-empty-why = Tage, an denen etwas fehlt, würden jeden Mittelwert zu niedrig machen. Deshalb zählen nur vollständige Tage; unvollständige sind hohl gezeichnet.
pages-history-to-today = Einen Tag eintragen

pages-history-range = Welche Tage
pages-history-range-28 = 28 Tage
pages-history-range-90 = 90 Tage
pages-history-range-365 = Ein Jahr
pages-history-range-own = Eigene Daten
pages-history-from = Von
pages-history-to = Bis
pages-history-backwards = Der erste Tag liegt nach dem letzten. Wählen Sie einen früheren ersten Tag.
pages-history-too-long = Das sind { $days } Tage; die Diagramme zeigen bis zu { $most }. Wählen Sie einen späteren ersten Tag.
pages-history-none-in-range = Keine Einträge vom { $first } bis { $last }. Ihr Tagebuch reicht vom { $start } bis { $end }.
pages-history-counts = { $first } bis { $last }: { $complete ->
    [0] kein vollständiger Tag
    [one] { $complete } vollständiger Tag
   *[other] { $complete } vollständige Tage
}, { $partial ->
    [0] kein unvollständiger Tag
    [one] { $partial } unvollständiger Tag
   *[other] { $partial } unvollständige Tage
}.
pages-history-no-complete = Keiner dieser Tage ist als vollständig gekennzeichnet, deshalb gibt es noch keinen Mittelwert und keinen Vergleich. Wählen Sie im Kalender einen Tag, dessen Einträge alle da sind, und kennzeichnen Sie ihn als vollständig.
pages-history-download = Diese Tage herunterladen (CSV)

pages-history-calendar = Kalender
pages-history-month = Monat
pages-history-choose-day = Einen Tag im { $month } wählen
pages-history-legend = ● vollständig   ◐ unvollständig   ○ leer   ≠ kein üblicher Tag
pages-history-state-complete = Vollständig
pages-history-state-partial = Unvollständig
pages-history-state-empty = Leer
pages-history-day-amount = { $mineral }: { $amount } mg
pages-history-day-amount-at-least = { $mineral }: mindestens { $amount } mg ({ $unknown ->
    [one] { $unknown } Eintrag ohne Wert
   *[other] { $unknown } Einträge ohne Wert
})
pages-history-day-amount-unknown = { $mineral }: nicht bekannt
pages-history-day-entries = { $entries ->
    [0] Keine Einträge
    [one] { $entries } Eintrag
   *[other] { $entries } Einträge
}
pages-history-complete-without-entries = Dieser Tag ist als vollständig gekennzeichnet und hat keine Einträge; er geht in keinen Mittelwert ein.
pages-history-state = Wie viel des Tages eingetragen ist
pages-history-state-help = Vollständig: Alles, was gegessen, getrunken und eingenommen wurde, ist da. Nur vollständige Tage gehen in Mittelwerte ein.
pages-history-typical = Ein üblicher Tag?
pages-history-typical-yes = Ja
pages-history-typical-no = Nein
pages-history-typical-unsaid = Keine Angabe
pages-history-note = Notiz
pages-history-save = Speichern
pages-history-open = Diesen Tag öffnen
pages-history-copy-to = Einträge kopieren auf den
pages-history-copy = Kopieren
pages-history-copied = { $entries ->
    [one] { $entries } Eintrag
   *[other] { $entries } Einträge
} auf den { $day } kopiert.
pages-history-undo = Rückgängig
pages-history-undone = Zurückgenommen.

pages-history-view = Anzeigen
pages-history-view-days = Tag für Tag
pages-history-view-chance = Wahrscheinlichkeit
pages-history-view-week = Wochenende
pages-history-view-foods = Lebensmittel

pages-history-person-missing = Geschlecht und Alter sind noch nicht angegeben, deshalb sind keine Referenzwerte eingezeichnet. Geben Sie sie auf der Seite Heute oder Einstellungen an.
pages-history-mean = Mittelwert der letzten { $window } Tage, { $first } bis { $last }: { $amount } mg am Tag, aus { $days ->
    [one] { $days } vollständigen Tag
   *[other] { $days } vollständigen Tagen
}.
pages-history-mean-at-least = Mittelwert der letzten { $window } Tage, { $first } bis { $last }: mindestens { $amount } mg am Tag, aus { $days ->
    [one] { $days } vollständigen Tag
   *[other] { $days } vollständigen Tagen
}; einige Werte sind nicht bekannt.
pages-history-mean-none = Mittelwert der letzten { $window } Tage, { $first } bis { $last }: keiner, weil kein vollständiger Tag darin liegt.

pages-history-chart-days-calcium = Calcium je Tag [mg]
pages-history-chart-days-magnesium = Magnesium je Tag [mg]
pages-history-chart-days-note = ● vollständig ○ unvollständig ▲ △ mindestens
pages-history-chart-days-lines = Linien: Mittel 7 Tage, gestrichelt 28 Tage
pages-history-chart-days-alt = { $mineral } an { $days ->
    [one] { $days } Tag
   *[other] { $days } Tagen
} vom { $first } bis { $last }, davon vollständig { $complete }, zwischen { $low } und { $high } mg. Bei { $open } davon ist es mindestens so viel, weil etwas nicht bekannt ist.
pages-history-chart-ear = mittlerer Bedarf
pages-history-chart-rda = empfohlen
pages-history-chart-ai = angemessene Zufuhr
pages-history-chart-ul = Obergrenze
pages-history-chart-mean = { $window } Tage
pages-history-chart-band = Das Band reicht vom mittleren Bedarf ({ $low } mg) bis zur empfohlenen Zufuhr ({ $high } mg).
pages-history-chart-ul-total = Die Obergrenze ist { $level } mg und zählt alles, was gegessen und eingenommen wird.
pages-history-point = { $day }: { $amount } mg, { $state }
pages-history-point-at-least = { $day }: mindestens { $amount } mg, { $state }
pages-history-state-word-complete = vollständig
pages-history-state-word-partial = unvollständig

pages-history-chart-supplements-calcium = Calcium aus Präparaten [mg]
pages-history-chart-supplements-magnesium = Magnesium aus Präparaten [mg]
pages-history-chart-supplements-note = Ergänzung und Arzneimittel; nur sie zählt die Obergrenze
pages-history-chart-supplements-alt = { $mineral } aus Nahrungsergänzung und Arzneimitteln je Tag, bis { $high } mg; die Obergrenze von { $level } mg zählt nur diese.

pages-history-chance-lead = Jeder Punkt nimmt alle vollständigen Tage dieses Zeitraums bis zu jenem Tag. Anfangs bewegt er sich stark; mit jedem Tag wird er fester.
pages-history-chart-chance-calcium = Calcium: Wahrscheinlichkeit
pages-history-chart-chance-magnesium = Magnesium: Wahrscheinlichkeit
pages-history-chart-chance-average = dass die übliche Zufuhr den Bedarf deckt
pages-history-chart-chance-adequate = dass die übliche Zufuhr über der angemessenen Zufuhr liegt
pages-history-chart-chance-open = ▲ mindestens: etwas ist nicht bekannt
pages-history-chart-chance-axis = von 10
pages-history-chart-chance-point = { $day }: { $chance }, aus { $days ->
    [one] { $days } vollständigen Tag
   *[other] { $days } vollständigen Tagen
}
pages-history-chart-chance-alt = Wahrscheinlichkeit für { $mineral }, während { $days ->
    [one] { $days } vollständiger Tag dazukommt
   *[other] { $days } vollständige Tage dazukommen
}; am Ende { $chance }.
pages-history-chance-about = { $tenths } von 10
pages-history-chance-at-least = mindestens { $tenths } von 10
pages-history-chance-more = mehr als { $tenths } von 10
pages-history-chance-less = weniger als { $tenths } von 10
pages-history-chance-unknown = nicht anzugeben
pages-history-chance-none-calcium = Für Calcium lässt sich aus diesen Tagen keine Wahrscheinlichkeit angeben: Das Verfahren liefert hier keine, oder zu viel ist nicht bekannt.
pages-history-chance-none-magnesium = Für Magnesium lässt sich aus diesen Tagen keine Wahrscheinlichkeit angeben: Das Verfahren liefert hier keine, oder zu viel ist nicht bekannt.
pages-history-chance-sources = Beruht auf: { $sources }; Schwankung von Tag zu Tag: { $sd }.

pages-history-chart-week-calcium = Calcium, Woche und Wochenende
pages-history-chart-week-magnesium = Magnesium, Woche und Wochenende
pages-history-chart-week-note = mg; Strich: vollständiger Tag, Raute: Mittel
pages-history-weekday = Montag bis Freitag
pages-history-weekend = Samstag und Sonntag
pages-history-week-said = { $part }: { $amount } mg am Tag, aus { $days ->
    [one] { $days } Tag
   *[other] { $days } Tagen
}
pages-history-week-said-at-least = { $part }: mindestens { $amount } mg am Tag, aus { $days ->
    [one] { $days } Tag
   *[other] { $days } Tagen
}
pages-history-week-none = { $part }: kein vollständiger Tag
pages-history-week-few = Mittelwerte aus weniger als vier Tagen schwanken zufällig; lesen Sie den Unterschied mit Vorsicht.

pages-history-chart-foods-calcium = Was Calcium liefert
pages-history-chart-foods-magnesium = Was Magnesium liefert
pages-history-chart-foods-weeks = mg je vollständigem Tag, Wochen ab Montag
pages-history-chart-foods-months = mg je vollständigem Tag, nach Monaten
pages-history-chart-foods-alt = Die { $foods } Lebensmittel, die am meisten { $mineral } liefern, über { $periods } Wochen oder Monate; am meisten kommt von { $first }.
pages-history-foods-others = alle anderen
pages-history-foods-none = An keinem vollständigen Tag steht ein Lebensmittel mit bekanntem Wert.
pages-history-cell = { $food }, { $period }: { $amount } mg am Tag, { $share } % dessen, was bekannt ist; vollständige Tage: { $days }

pages-history-table = Diese Tage als Tabelle
pages-history-table-alt = Jeder Tag des Zeitraums mit Zustand, Calcium und Magnesium
pages-history-column-day = Tag
pages-history-column-state = Zustand
pages-history-column-entries = Einträge
pages-history-column-calcium = Calcium [mg]
pages-history-column-magnesium = Magnesium [mg]
pages-history-column-calcium-unknown = Ohne Calciumwert
pages-history-column-magnesium-unknown = Ohne Magnesiumwert
pages-history-column-note = Notiz
