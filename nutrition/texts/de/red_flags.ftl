### Warnzeichen und was zu tun ist. Änderungen liest zuerst jemand, der Menschen behandelt.
### Kennungen: red-flag-<flag aus red_flags.csv>, red-flag-advice-<flag>, red-flags-<alles andere>.

red-flags-title = Zuerst: Zeichen, die ärztliche Hilfe brauchen
red-flags-ask = Kreuzen Sie alles an, was gerade auftritt oder neu ist.
red-flags-tier-1 = Sofort den Rettungsdienst rufen
red-flags-tier-2 = Bald ärztlich abklären lassen
red-flags-call-now = Rufen Sie sofort den Rettungsdienst: { $number }.
red-flags-call-now-also = Rufen Sie sofort den Rettungsdienst: { $number } (oder { $also }).
red-flags-call-now-unknown = Rufen Sie sofort den Rettungsdienst unter der örtlichen Notrufnummer. In der Europäischen Union und mit dem Handy in vielen anderen Ländern ist das die { $number }.
red-flags-see-doctor = Vereinbaren Sie in den nächsten Tagen einen Arzttermin; wird es rasch schlimmer, gehen Sie noch heute.
red-flags-stand = Das gilt unabhängig davon, was das Ernährungsprotokoll zeigt. Keine Zufuhr, ob hoch oder niedrig, erklärt diese Zeichen oder macht sie weniger dringend.
red-flags-none-ticked = Es wurde kein Warnzeichen angekreuzt. Sollte eines auftreten, handeln Sie sofort, unabhängig davon, was diese Seite zeigt.
red-flags-not-asked = Die Warnzeichen wurden noch nicht durchgegangen. Bitte holen Sie das nach, bevor Sie weiterlesen.

## Stufe 1

red-flag-breathing = Atemnot
red-flag-swallowing = Probleme beim Schlucken oder Verschlucken mit Erstickungsgefühl
red-flag-stridor = Pfeifendes, ziehendes Atemgeräusch oder Enge im Hals
red-flag-seizure = Ein Krampfanfall
red-flag-fainting = Ohnmacht oder kurze Bewusstlosigkeit
red-flag-chest-pain = Schmerz oder Druck in der Brust
red-flag-pulse = Herzrasen, Herzklopfen oder unregelmäßiger Puls
red-flag-confusion = Verwirrtheit oder ungewöhnliche Benommenheit
red-flag-locked-cramp = Hände oder Füße, die im Krampf feststehen
red-flag-one-sided-weakness = Plötzliche Schwäche in einem Arm, einem Bein oder einer Körperhälfte
red-flag-slurred-speech = Plötzlich verwaschene Sprache oder fehlende Worte
red-flag-facial-droop = Ein hängender Mundwinkel oder eine hängende Gesichtshälfte
red-flag-serotonin-fever = Fieber mit steifen Muskeln, Zittern oder Unruhe, nachdem Medikamente mit Wirkung auf Serotonin neu begonnen, erhöht oder kombiniert wurden
red-flag-withdrawal = Zittern, Schwitzen, Unruhe oder Trugbilder, nachdem Alkohol oder Benzodiazepine abgesetzt oder verringert wurden
red-flag-pregnancy-headache = In der Schwangerschaft oder den Wochen nach der Geburt: starke Kopfschmerzen, verschwommenes Sehen oder Lichtblitze

red-flag-advice-serotonin-fever = Auf Serotonin wirken unter anderem viele Antidepressiva, Tramadol, Triptane, Linezolid und Johanniskraut. Nennen Sie dem Rettungsdienst alles, was eingenommen wurde.
red-flag-advice-withdrawal = Plötzliches Absetzen nach hohem Konsum kann gefährlich sein. Warten Sie nicht ab, ob es vorübergeht.
red-flag-advice-pregnancy-headache = Wenn Sie Ihre Geburtsklinik sofort erreichen, rufen Sie auch dort an.

## Stufe 2

red-flag-weakness = Muskelschwäche oder Steifheit, dort wo es zuckt oder anderswo
red-flag-wasting = Ein Muskel, der dünner wird
red-flag-foot-drop = Ein Fuß, der hängt oder über den Sie stolpern
red-flag-spreading = Zucken an mehr als einer Stelle oder Zucken, das sich ausbreitet
red-flag-progressive = Zucken oder Schwäche, die über Wochen zunimmt
red-flag-persistent = Zucken seit mehr als zwei Wochen
red-flag-speech-change = Langsam veränderte Sprache oder Stimme
red-flag-numbness = Taubheit oder Kribbeln, das bleibt
red-flag-weight-loss = Ungewollter Gewichtsverlust
red-flag-new-medicine = Zucken, das nach einem neuen Medikament oder einer neuen Dosis begann
red-flag-family-history = Motoneuronerkrankung (ALS) in der Familie
red-flag-mouth-tingling = Kribbeln um den Mund nach einer Operation am Hals oder an der Schilddrüse

red-flag-advice-new-medicine = Setzen Sie ein verordnetes Medikament nicht eigenmächtig ab; fragen Sie noch heute in der Praxis oder Apotheke nach.
red-flag-advice-mouth-tingling = Rufen Sie noch heute die operierende Klinik an. Wenn Hände, Füße oder der Hals krampfen, rufen Sie den Rettungsdienst.
