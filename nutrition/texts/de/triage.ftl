### Wer zuerst an der Reihe ist, und warum. Reihenfolge und Worte, kein Urteil über die Gesundheit.
### Kennungen: triage-level-<Stufe>, triage-reason-<Art>, triage-quality-<Kennung>, triage-changed-<Kennung>.

triage-level-emergency-sign = Warnzeichen: Rettungsdienst
triage-level-doctor-sign = Warnzeichen: ärztlich abklären
triage-level-context-first = Umstand, der vor jeder Zahl steht
triage-level-above-upper-level = Über einer Obergrenze
triage-level-likely-above-upper-level = Wahrscheinlich über einer Obergrenze
triage-level-context = Umstand, der anzusehen ist
triage-level-below = Zufuhr sehr wahrscheinlich unter dem Bedarf
triage-level-likely-below = Zufuhr wahrscheinlich unter dem Bedarf
triage-level-cannot-tell = Lässt sich nicht sagen
triage-level-needs-better-records = Lässt sich nicht sagen: braucht bessere Protokolle
triage-level-not-defined = Kein Referenzwert für diese Person
triage-level-likely-meets = Zufuhr deckt den Bedarf wahrscheinlich
triage-level-meets = Zufuhr deckt den Bedarf sehr wahrscheinlich

triage-reason-sign = Warnzeichen angekreuzt: { $sign }
triage-reason-above-upper-level = { $mineral } über der Obergrenze
triage-reason-likely-above-upper-level = { $mineral } wahrscheinlich über der Obergrenze
triage-reason-below = berichtete Zufuhr von { $amount } mg { $mineral } am Tag sehr wahrscheinlich unter dem Bedarf
triage-reason-likely-below = berichtete Zufuhr von { $amount } mg { $mineral } am Tag wahrscheinlich unter dem Bedarf
triage-reason-cannot-tell = ob die Zufuhr an { $mineral } den Bedarf deckt, lässt sich nicht sagen
triage-reason-needs-better-records = das Protokoll ist für { $mineral } zu lückenhaft oder zweifelhaft
triage-reason-not-defined = kein Referenzwert für { $mineral } bei dieser Person
triage-reason-likely-meets = die Zufuhr an { $mineral } deckt den Bedarf wahrscheinlich
triage-reason-meets = die Zufuhr an { $mineral } deckt den Bedarf sehr wahrscheinlich

triage-quality-no-complete-day = kein vollständiger Tag
triage-quality-one-day = nur ein Tag
triage-quality-many-values-missing = viele Lebensmittel ohne Wert
triage-quality-values-missing = einige Lebensmittel ohne Wert
triage-quality-supplements-unknown = der Gehalt eines Präparats ist nicht bekannt
triage-quality-days-left-out = unvollständige Tage wurden nicht gezählt
triage-quality-habitual = ein Fragebogen zu Gewohnheiten, keine Tage
triage-quality-amounts = ein Tag mit mehr, als jemand isst: Mengen und Einheiten prüfen
triage-quality-energy-low = berichtete Energie niedriger, als eine übliche Ernährung wahrscheinlich ist
triage-quality-energy-high = berichtete Energie höher, als eine übliche Ernährung wahrscheinlich ist

triage-changed-new = in den Unterlagen vom letzten Mal nicht enthalten
triage-changed-calcium-up = Calcium höher als beim letzten Mal, über die Schwankung der Tage hinaus
triage-changed-calcium-down = Calcium niedriger als beim letzten Mal, über die Schwankung der Tage hinaus
triage-changed-calcium-verdict = Calcium anders eingestuft als beim letzten Mal
triage-changed-magnesium-up = Magnesium höher als beim letzten Mal, über die Schwankung der Tage hinaus
triage-changed-magnesium-down = Magnesium niedriger als beim letzten Mal, über die Schwankung der Tage hinaus
triage-changed-magnesium-verdict = Magnesium anders eingestuft als beim letzten Mal
