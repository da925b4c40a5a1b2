### „Warum zuckt es?“: was häufig ist, was das Protokoll sagt, wann ärztliche Hilfe nötig ist.
### Kennungen: twitch-<Teil>; cause-<cause aus twitch_causes.csv>-name, -mechanism, -symptoms;
### cause-common-<how_common>; cause-urgency-<urgency>.
### Nur twitch-mostly-harmless, twitch-neurology-rare und cause-urgency-self-care dürfen beruhigen;
### sie entfallen, sobald ein Warnzeichen angekreuzt ist.

twitch-title = Warum zuckt es?
twitch-lead = Ein Ernährungsprotokoll allein kann nicht sagen, warum ein Muskel zuckt. Es zeigt, was gegessen wurde; das Übrige ergibt sich aus dem, was Sie beobachten, und, wo nötig, aus einer ärztlichen Untersuchung.
twitch-mostly-harmless = Die meisten Muskelzuckungen sind harmlos und vergehen innerhalb von Tagen oder Wochen. Oft treten sie zusammen mit kurzem Schlaf, Stress und Koffein auf.
twitch-section-causes = Was häufig mitspielt
twitch-section-minerals = Calcium und Magnesium im Protokoll
twitch-section-b12 = Vitamin B12
twitch-section-neurology = Nerven und Muskeln
twitch-section-steps = Was Sie tun können
twitch-section-table = Ursachen im Überblick

twitch-sleep-below = Schlaf: { $hours } Stunden pro Nacht. Für dieses Alter werden { $low } bis { $high } Stunden empfohlen ({ $body }). Kurzer Schlaf und Zuckungen treten oft zusammen auf.
twitch-sleep-within = Schlaf: { $hours } Stunden pro Nacht, innerhalb der { $low } bis { $high } Stunden, die für dieses Alter empfohlen werden ({ $body }).
twitch-sleep-above = Schlaf: { $hours } Stunden pro Nacht, mehr als die { $low } bis { $high } Stunden, die für dieses Alter empfohlen werden ({ $body }).
twitch-sleep-not-said = Schlaf: noch nicht angegeben. Für dieses Alter werden { $low } bis { $high } Stunden pro Nacht empfohlen ({ $body }).
twitch-sleep-no-age = Schlaf: Die empfohlene Dauer hängt vom Alter ab, das hier nicht bekannt ist.

twitch-caffeine-above = Koffein: { $amount } mg pro Tag im Mittel über { $days ->
    [0] die erfragten Gewohnheiten
    [one] einen vollständigen Tag
   *[other] { $days } vollständige Tage
}, mehr als { $limit } mg pro Tag ({ $body }).
twitch-caffeine-above-at-least = Koffein: mindestens { $amount } mg pro Tag im Mittel über { $days ->
    [0] die erfragten Gewohnheiten
    [one] einen vollständigen Tag
   *[other] { $days } vollständige Tage
}, mehr als { $limit } mg pro Tag ({ $body }); für manche Posten fehlt ein Koffeinwert.
twitch-caffeine-not-above = Koffein: { $amount } mg pro Tag im Mittel über { $days ->
    [0] die erfragten Gewohnheiten
    [one] einen vollständigen Tag
   *[other] { $days } vollständige Tage
}; der Vergleichswert ist { $limit } mg pro Tag ({ $body }). Einzelne Tage können abweichen, und Menschen reagieren verschieden.
twitch-caffeine-at-least = Koffein: mindestens { $amount } mg pro Tag im Mittel über { $days ->
    [0] die erfragten Gewohnheiten
    [one] einen vollständigen Tag
   *[other] { $days } vollständige Tage
}. Für manche Posten fehlt ein Koffeinwert; ein Vergleich mit { $limit } mg pro Tag ({ $body }) ist deshalb nicht möglich.
twitch-caffeine-needs-weight = Koffein: { $amount } mg pro Tag im Mittel über { $days ->
    [0] die erfragten Gewohnheiten
    [one] einen vollständigen Tag
   *[other] { $days } vollständige Tage
}. Unter 18 Jahren ist der Vergleichswert { $per_kg } mg je kg Körpergewicht ({ $body }); das Gewicht ist nicht bekannt.
twitch-caffeine-needs-weight-at-least = Koffein: mindestens { $amount } mg pro Tag im Mittel über { $days ->
    [0] die erfragten Gewohnheiten
    [one] einen vollständigen Tag
   *[other] { $days } vollständige Tage
}; für manche Posten fehlt ein Koffeinwert. Unter 18 Jahren ist der Vergleichswert { $per_kg } mg je kg Körpergewicht ({ $body }); das Gewicht ist nicht bekannt.
twitch-caffeine-no-limit = Koffein: { $amount } mg pro Tag im Mittel über { $days ->
    [0] die erfragten Gewohnheiten
    [one] einen vollständigen Tag
   *[other] { $days } vollständige Tage
}. Für diese Person ist kein Vergleichswert festgelegt.
twitch-caffeine-no-limit-at-least = Koffein: mindestens { $amount } mg pro Tag im Mittel über { $days ->
    [0] die erfragten Gewohnheiten
    [one] einen vollständigen Tag
   *[other] { $days } vollständige Tage
}; für manche Posten fehlt ein Koffeinwert. Für diese Person ist kein Vergleichswert festgelegt.
twitch-caffeine-no-record = Koffein: Es ist kein vollständiger Tag mit einem Koffeinwert erfasst.

twitch-stress-little = Stress: nach Ihrer Angabe wenig.
twitch-stress-some = Stress: nach Ihrer Angabe etwas. Anspannung und Zuckungen treten oft zusammen auf.
twitch-stress-much = Stress: nach Ihrer Angabe viel. Anspannung und Zuckungen treten oft zusammen auf.
twitch-stress-not-said = Stress: noch nicht angegeben.
twitch-screen-said = Bildschirm: { $hours } Stunden pro Tag. In einer Studie verbrachten Menschen mit zuckendem Augenlid mehr Zeit am Bildschirm; was zuerst da war, zeigt das nicht.
twitch-screen-not-said = Bildschirm: noch nicht angegeben.
twitch-eyes-strained = Müde oder trockene Augen: nach Ihrer Angabe ja. Das zeigt sich am ehesten am Augenlid.
twitch-eyes-not-strained = Müde oder trockene Augen: nach Ihrer Angabe nein.
twitch-eyes-not-said = Müde oder trockene Augen: noch nicht angegeben.
twitch-nicotine-yes = Nikotin: nach Ihrer Angabe ja. Es regt die Nerven an und kann den Schlaf verkürzen.
twitch-nicotine-no = Nikotin: nach Ihrer Angabe nein.
twitch-nicotine-not-said = Nikotin: noch nicht angegeben.

twitch-mineral-probability = Erfasstes { $mineral }: { $intake } mg pro Tag, aus { $days ->
    [0] einem Fragebogen zu Gewohnheiten
    [one] einem vollständigen Tag
   *[other] { $days } vollständigen Tagen
}. Wahrscheinlichkeit, dass die übliche Zufuhr den Bedarf deckt: { $chance }. Referenz: { $reference }.
twitch-mineral-probability-at-least = Erfasstes { $mineral }: mindestens { $intake } mg pro Tag, aus { $days ->
    [0] einem Fragebogen zu Gewohnheiten
    [one] einem vollständigen Tag
   *[other] { $days } vollständigen Tagen
}; für manche Posten fehlt ein Wert. Wahrscheinlichkeit, dass die übliche Zufuhr den Bedarf deckt: mindestens { $chance }. Referenz: { $reference }.
twitch-mineral-intake = Erfasstes { $mineral }: { $intake } mg pro Tag. Wie wahrscheinlich die übliche Zufuhr den Bedarf deckt, lässt sich hier nicht angeben.
twitch-mineral-intake-at-least = Erfasstes { $mineral }: mindestens { $intake } mg pro Tag; für manche Posten fehlt ein Wert. Wie wahrscheinlich die übliche Zufuhr den Bedarf deckt, lässt sich hier nicht angeben.
twitch-mineral-no-record = { $mineral }: Es ist kein vollständiger Tag mit einem Wert erfasst.
twitch-chance-tenths = { $tenths } von 10
twitch-chance-more = mehr als 9 von 10
twitch-chance-less = weniger als 1 von 10
twitch-symptoms-apart = Diese Zahlen stammen allein aus dem Ernährungsprotokoll. Zuckungen, Krämpfe und alles andere, was Sie spüren, haben sie nicht verändert.
twitch-evidence = Wie schwach die Belege sind: Dass mehr Magnesium oder Calcium aus Lebensmitteln oder Tabletten gewöhnliche Zuckungen beendet, ist nicht gezeigt. Bei Muskelkrämpfen älterer Erwachsener hielt eine Übersicht von Studien einen bedeutsamen Unterschied durch Magnesium für unwahrscheinlich. In einer Studie unterschieden sich Magnesium und Calcium im Blut nicht zwischen Menschen mit und ohne zuckendes Augenlid. Eine niedrige Zahl hier erklärt das Zucken nicht, und eine hohe schließt nichts aus.

twitch-b12-reported = Erfasstes Vitamin B12: { $amount } µg pro Tag, aus { $days ->
    [0] einem Fragebogen zu Gewohnheiten
    [one] einem vollständigen Tag
   *[other] { $days } vollständigen Tagen
}. Daneben zur Orientierung: Der RDA-Wert für dieses Alter ist { $rda } µg pro Tag ({ $body }).
twitch-b12-reported-at-least = Erfasstes Vitamin B12: mindestens { $amount } µg pro Tag, aus { $days ->
    [0] einem Fragebogen zu Gewohnheiten
    [one] einem vollständigen Tag
   *[other] { $days } vollständigen Tagen
}; für manche Posten fehlt ein Wert. Daneben zur Orientierung: Der RDA-Wert für dieses Alter ist { $rda } µg pro Tag ({ $body }).
twitch-b12-no-rda = Erfasstes Vitamin B12: { $amount } µg pro Tag, aus { $days ->
    [0] einem Fragebogen zu Gewohnheiten
    [one] einem vollständigen Tag
   *[other] { $days } vollständigen Tagen
}. Hier gilt kein RDA-Wert, oder das Alter ist nicht bekannt.
twitch-b12-no-rda-at-least = Erfasstes Vitamin B12: mindestens { $amount } µg pro Tag, aus { $days ->
    [0] einem Fragebogen zu Gewohnheiten
    [one] einem vollständigen Tag
   *[other] { $days } vollständigen Tagen
}; für manche Posten fehlt ein Wert. Hier gilt kein RDA-Wert, oder das Alter ist nicht bekannt.
twitch-b12-no-record = Vitamin B12: Es ist kein vollständiger Tag mit einem Wert erfasst.
twitch-b12-limits = Die Zufuhr kann nicht zeigen, wie viel im Körper ankommt; das kann eine ärztlich veranlasste Blutuntersuchung. Wenn B12 knapp wird, können Nerven leiden, meist mit Taubheit oder Kribbeln.
twitch-b12-vegan = Eine vegane Ernährung enthält B12 verlässlich nur aus angereicherten Lebensmitteln oder Präparaten: Klären Sie, wie es abgedeckt ist.
twitch-b12-metformin = Metformin über Jahre kann B12 im Blut senken: Fragen Sie in der Praxis, ob es gemessen wurde.
twitch-b12-acid-blockers = Säureblocker über lange Zeit können B12 im Blut senken: Fragen Sie in der Praxis, ob es gemessen wurde.
twitch-b12-ask-vegan = Noch zu fragen: vegane Ernährung?
twitch-b12-ask-metformin = Noch zu fragen: Metformin?
twitch-b12-ask-acid-blockers = Noch zu fragen: Säureblocker?

twitch-neurology-rare = Krankheiten der Nerven und Muskeln sind eine seltene Ursache von Zuckungen und gehen mit weiteren Zeichen wie Schwäche einher. Sie zu beurteilen ist ärztliche Aufgabe, nicht die eines Ernährungsprotokolls.
twitch-neurology-doctor = Ob Nerven oder Muskeln betroffen sind, muss ärztlich beurteilt werden; die oben angekreuzten Zeichen sind der Grund hinzugehen.
twitch-neurology-not-asked = Ob Nerven oder Muskeln betroffen sind, muss ärztlich beurteilt werden; gehen Sie zuerst die Warnzeichen durch.

twitch-step-stimulants = Verringern Sie Kaffee, Tee, Cola, Energydrinks und Nikotin schrittweise, und verzichten Sie in den Stunden vor dem Schlafen ganz darauf.
twitch-step-sleep = Halten Sie regelmäßige Zeiten ein und geben Sie dem Schlaf so viel Raum, wie Ihr Alter braucht.
twitch-step-stress = Finden Sie heraus, was Ihre Anspannung löst: gehen, langsam atmen, darüber sprechen.
twitch-step-eyes = Gönnen Sie den Augen oft eine Pause vom Bildschirm, blinzeln Sie, und lassen Sie Ihre Brille prüfen.
twitch-step-alcohol = Trinken Sie weniger Alkohol; wenn Sie täglich viel trinken, hören Sie nicht plötzlich auf, sondern fragen Sie vorher ärztlich nach.
twitch-step-dietitian = Gehen Sie das Protokoll mit einer Ernährungsfachkraft durch, bevor Sie viel ändern oder Tabletten kaufen.
twitch-step-medicines = Lassen Sie Medikamente und Präparate in der Apotheke prüfen; setzen Sie nichts Verordnetes eigenmächtig ab.
twitch-step-doctor = Gehen Sie zum Arzt oder zur Ärztin, wenn es länger als zwei Wochen anhält, sich ausbreitet, schlimmer wird, mit Schwäche, Taubheit oder Gewichtsverlust einhergeht oder nach einem neuen Medikament begann. Bei jedem Zeichen der ersten Gruppe oben rufen Sie den Rettungsdienst.
twitch-step-signs-first = Handeln Sie zuerst nach den oben angekreuzten Warnzeichen, vor allem anderen auf dieser Seite.

cause-common-very-common = sehr häufig
cause-common-common = häufig
cause-common-uncommon = gelegentlich
cause-common-rare = selten
cause-common-doctor = ärztlich zu beurteilen
cause-urgency-self-care = nicht dringend; versuchen Sie die Schritte auf dieser Seite
cause-urgency-doctor = in Praxis oder Apotheke nachfragen
cause-urgency-prompt = bald ärztlich abklären lassen
cause-urgency-after-signs = erst, wenn die Warnzeichen abgeklärt sind
twitch-table-cause = Was
twitch-table-mechanism = Wie es wirken kann
twitch-table-symptoms = Was man bemerkt
twitch-table-common = Wie häufig
twitch-table-urgency = Wie dringend
twitch-table-source = Quelle

cause-sleep-name = Kurzer oder gestörter Schlaf
cause-sleep-mechanism = Müde Nerven feuern leichter von selbst.
cause-sleep-symptoms = Flattern am Augenlid oder an der Wade, mehr am Abend und nach schlechten Nächten
cause-caffeine-name = Koffein
cause-caffeine-mechanism = Es regt das Nervensystem an und verzögert den Schlaf.
cause-caffeine-symptoms = Flatterndes Augenlid, Unruhe, zitternde Hände, leichter Schlaf
cause-stress-name = Stress und Sorgen
cause-stress-mechanism = Stresshormone halten Muskeln gespannt und Nerven wach; auf das Zucken zu achten hält es im Bewusstsein.
cause-stress-symptoms = Wechselnde Stellen, mehr in angespannten Wochen, weniger bei Ablenkung
cause-screen-name = Bildschirm und müde Augen
cause-screen-mechanism = Langes Sehen in der Nähe und seltenes Blinzeln ermüden die Muskeln um das Auge.
cause-screen-symptoms = Ein Augenlid, trockene oder brennende Augen
cause-nicotine-name = Nikotin
cause-nicotine-mechanism = Es wirkt auf die Schaltstellen zwischen Nerv und Muskel und stört den Schlaf.
cause-nicotine-symptoms = Feines Zittern, Unruhe
cause-exercise-name = Harte körperliche Anstrengung
cause-exercise-mechanism = Ermüdete Muskelfasern und ihre Nervenenden bleiben stundenlang reizbar.
cause-exercise-symptoms = Die Muskeln, die gearbeitet haben, in den Stunden danach
cause-alcohol-name = Alkohol
cause-alcohol-mechanism = Er stört den Schlaf und erhöht die Magnesiumverluste; Aufhören nach hohem Konsum übererregt die Nerven.
cause-alcohol-symptoms = Zittern, schlechter Schlaf; Zittern und Schwitzen nach dem Aufhören sind ein Notfall
cause-medicines-name = Medikamente
cause-medicines-mechanism = Manche wirken direkt auf Nerven, manche verändern die Mineralstoffe im Blut.
cause-medicines-symptoms = Begann nach einem neuen Medikament oder einer neuen Dosis
cause-magnesium-name = Niedriges Magnesium im Blut
cause-magnesium-mechanism = Bei wenig Magnesium sind Nerven und Muskeln leichter erregbar; es geht meist auf Verluste über Darm, Nieren oder durch Medikamente zurück.
cause-magnesium-symptoms = Meist nichts, bis es sehr niedrig ist; dann Zittern, Krämpfe, Schwäche, unregelmäßiger Puls
cause-calcium-name = Niedriges Calcium im Blut
cause-calcium-mechanism = Bei wenig freiem Calcium feuern Nerven von selbst; Drüsen, Nieren und Vitamin D steuern es stärker als das Essen.
cause-calcium-symptoms = Kribbeln um den Mund und in den Fingern, Hände, die im Krampf feststehen
cause-vitamin-b12-name = Niedriges Vitamin B12
cause-vitamin-b12-mechanism = Die Hüllen der Nerven leiden über Monate.
cause-vitamin-b12-symptoms = Taube oder kribbelnde Füße, unsicherer Gang, Müdigkeit
cause-thyroid-name = Überfunktion der Schilddrüse
cause-thyroid-mechanism = Zu viel Schilddrüsenhormon treibt Nerven und Herz an.
cause-thyroid-symptoms = Zittern, schneller Puls, Schwitzen, Gewichtsverlust
cause-nerve-root-name = Ein eingeengter Nerv
cause-nerve-root-mechanism = Druck auf einen Nerv an Hals, Rücken oder Arm reizt seine Muskeln.
cause-nerve-root-symptoms = Eine Körperregion, mit Schmerz, Taubheit oder Schwäche
cause-neurological-name = Krankheiten der Nerven und Muskeln
cause-neurological-mechanism = Nervenzellen, die Muskeln steuern, sind geschädigt oder übererregbar.
cause-neurological-symptoms = Schwäche, dünner werdende Muskeln, veränderte Sprache oder verändertes Schlucken, zunehmend
