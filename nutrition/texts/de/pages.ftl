### Texte, die jede Seite zeigt.

pages-flags-with = Bei einem dieser Zeichen, jetzt oder neu: { $signs }. Das kommt vor jeder Zahl auf dieser Seite.
pages-flags-more = Alle Warnzeichen, und was diese Seite nicht ist
pages-what-this-is = Diese Seite zählt Calcium und Magnesium in dem zusammen, was angegeben wurde, und stellt sie neben Referenzwerte. Sie untersucht niemanden, benennt keine Krankheit und rät zu keiner Einnahme. Eine Zufuhr unter einem Referenzwert sagt nichts Sicheres über den Körper: dazu gehören Blutwerte und eine Ärztin oder ein Arzt. Fragen Sie ärztlich oder in der Apotheke nach, bevor Sie ändern, was Sie einnehmen, besonders bei Nierenkrankheit, in der Schwangerschaft oder mit Dauermedikamenten.

pages-name = Calcium- und Magnesiumzufuhr
pages-batch-title = Dateien
pages-groups-title = Gruppen
pages-number-ambiguous = „{ $typed }“ lässt sich auf zwei Arten lesen: schreiben Sie { $one } oder { $two }.
pages-number-below = „{ $typed }“ ist weniger als { $min }; das ist hier das Mindeste.
pages-number-outside = „{ $typed }“ liegt nicht zwischen { $min } und { $max }.
