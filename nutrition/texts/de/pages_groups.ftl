### Texte der Seite Gruppen.

pages-groups-line = Übliche Zufuhr einer Gruppe aus wenigen Tagen je Person, neben dem durchschnittlichen Bedarf (EAR).
pages-groups-files = Tagebücher oder Tagessummen (CSV)
pages-groups-people = Personen (CSV: person_id, sex, age_years; oder NHANES DEMO)
pages-groups-by = Gruppen nach (Spalten der Personen)
pages-groups-by-help = Spalten der Personendatei, durch Kommas getrennt. age_group entsteht aus dem Alter; none fasst alle zusammen.
pages-groups-method = Methode
pages-groups-method-nrc = NRC, beste Potenz
pages-groups-method-nci = NCI, nur Menge
pages-groups-replicates = Bootstrap-Wiederholungen für die Intervalle (0: keine)
pages-groups-seed = Startwert
pages-groups-design = Ein Tag je Person, Gewichte und Stichprobenplan
pages-groups-ratio = Varianzverhältnis aus einer anderen Erhebung (innerhalb zu zwischen Personen)
pages-groups-ratio-empty = nur bei einem Tag je Person
pages-groups-ratio-help = Das Ergebnis ist dann eine Spanne, von einem Viertel bis zum Doppelten dieses Verhältnisses.
pages-groups-survey-weight = Spalte der Gewichte
pages-groups-stratum = Spalte der Schichten
pages-groups-psu = Spalte der Erhebungseinheiten (PSU)
pages-groups-column-empty = { $column }, wenn die Datei sie hat
pages-groups-replicate-weights = Replikatgewichte: womit ihre Spalten beginnen
pages-groups-fay = Fay-Konstante dazu
pages-groups-estimate = Schätzen
pages-groups-running = Tage werden zusammengezählt, die übliche Zufuhr wird geschätzt …
pages-groups-empty = Erst zwei oder mehr Tage bei wenigstens einem Teil der Personen trennen die Schwankung von Tag zu Tag von den Unterschieden zwischen Personen. Die Dateien bleiben auf diesem Computer.
pages-groups-mineral = Mineralstoff
pages-groups-group = Gruppe
pages-groups-everyone = alle
pages-groups-sex-female = Frauen
pages-groups-sex-male = Männer
pages-groups-all = alle
pages-groups-unknown = unbekannt
pages-groups-chart = { $mineral }, übliche Zufuhr: { $group }
pages-groups-chart-axis = übliche Zufuhr von { $mineral } [mg am Tag]
pages-groups-curve = Die Kurve beschreibt die Gruppe und sagt über eine einzelne Person darin nichts Sicheres. Tage, die nicht vollständig sind oder Unbekanntes enthalten, bleiben außen vor und werden gezählt.
pages-groups-counts = { $people ->
    [one] 1 Person
   *[other] { $people } Personen
}, { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
}
pages-groups-not-stated = Für { $mineral } lässt sich kein Anteil unter dem durchschnittlichen Bedarf angeben ({ $counts }).
pages-groups-share = { $share } % haben eine übliche Zufuhr von { $mineral } unter ihrem durchschnittlichen Bedarf ({ $cut }; { $counts }; im Mittel { $mean } mg am Tag).
pages-groups-share-interval = { $share } % haben eine übliche Zufuhr von { $mineral } unter ihrem durchschnittlichen Bedarf, 95-%-Intervall { $low } bis { $high } % ({ $cut }; { $counts }; im Mittel { $mean } mg am Tag).
pages-groups-reporters = Ohne Personen mit unplausibel berichteter Energie:
pages-groups-doubt = Zu unsicher, um sich darauf zu stützen.
pages-groups-ratio-range = Mit einem Viertel bis zum Doppelten des angegebenen Varianzverhältnisses: { $low } bis { $high } %.
pages-groups-cut-ear-cut-point = EAR-Schwellenwert
pages-groups-cut-full-probability = volle Wahrscheinlichkeit
pages-groups-all-groups = Alle Gruppen
pages-groups-table-words = Übliche Zufuhr von { $mineral } und Anteil unter dem EAR nach Gruppen
pages-groups-column-sex = Geschlecht
pages-groups-column-age = Alter
pages-groups-column-energy = Energieangaben
pages-groups-column-people = Personen
pages-groups-column-days = Tage
pages-groups-column-mean = Mittel mg
pages-groups-column-below = Unter EAR %
pages-groups-column-from = von %
pages-groups-column-to = bis %
pages-groups-column-ratio-from = Verhältnis: von %
pages-groups-column-ratio-to = Verhältnis: bis %
pages-groups-column-cut = Methode des Anteils
pages-groups-column-above = Über UL %
pages-groups-column-unknowns = Personen mit Unbekanntem
pages-groups-column-direct = Berichtetes Mittel mg
pages-groups-column-direct-se = ± SE mg
pages-groups-column-reliable = Verlässlich
pages-groups-column-reference = Referenz
pages-groups-download-groups = groups.csv: alle Gruppen
pages-groups-download-people = assessment.csv: jede Person
pages-groups-people-rejects = { $rows ->
    [one] 1 Zeile der Personendatei ist nicht verwendbar
   *[other] { $rows } Zeilen der Personendatei sind nicht verwendbar
}
pages-groups-people-rejected = Abgelehnte Personen
