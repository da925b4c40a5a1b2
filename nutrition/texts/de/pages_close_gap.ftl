### Die Seite Lücke schließen: alltägliche Lebensmittel für das, was fehlt; nie eine Diät.

pages-close-gap-title = Lücke schließen
pages-close-gap-line = Alltägliche Lebensmittel, in Haushaltsportionen, die bringen, was an Calcium und Magnesium fehlt.
pages-close-gap-who-first = Geschlecht und Alter wählen die Referenzwerte. Tragen Sie sie hier einmal ein.
pages-close-gap-who = Wer isst
pages-close-gap-sex = Geschlecht
pages-close-gap-sex-female = Weiblich
pages-close-gap-sex-male = Männlich
pages-close-gap-choose = Wählen
pages-close-gap-age = Alter in Jahren
pages-close-gap-condition = Schwanger oder stillend
pages-close-gap-condition-none = Keines von beiden
pages-close-gap-condition-pregnant = Schwanger
pages-close-gap-condition-lactating = Stillend
pages-close-gap-keep = Behalten
pages-close-gap-eaten = Was bisher gegessen wurde
pages-close-gap-from = Nehmen aus
pages-close-gap-from-day = einem Tag des Tagebuchs
pages-close-gap-from-typed = Zahlen, die ich tippe
pages-close-gap-day = Tag
pages-close-gap-empty-day = An diesem Tag ist nichts eingetragen; ein leerer Tag sagt nichts darüber, was gegessen wurde. Tragen Sie es in „Heute“ ein, wählen Sie einen anderen Tag, oder tippen Sie Zahlen.
pages-close-gap-typed = { $mineral } gegessen, mg am Tag
pages-close-gap-typed-both = Tippen Sie beide Zahlen: Eine leere ist unbekannt, nicht null.
pages-close-gap-contexts = Trifft etwas davon zu?
pages-close-gap-filters = Was nicht gegessen wird
pages-close-gap-filter-vegan = Nichts vom Tier (vegan)
pages-close-gap-filter-lactose-free = Keine Lactose
pages-close-gap-filter-without-nuts = Keine Nüsse, dem Namen nach
pages-close-gap-filter-without-gluten = Kein Gluten, dem Namen nach
pages-close-gap-by-name = Die Filter gehen nur nach den Namen der Lebensmittel. Mit Allergie oder Zöliakie prüfen Sie jedes Mal das Etikett.
pages-close-gap-disliked = Lebensmittel, die Sie nicht mögen, eines je Zeile (englisch)
pages-close-gap-disliked-example = kale
    tofu (die Liste ist englisch)
pages-close-gap-apply = Behalten und zeigen
pages-close-gap-wait = Vorschläge erscheinen hier, sobald bekannt ist, was gegessen wurde.
pages-close-gap-no-aim = Für diese Person ist keine empfohlene oder angemessene Zufuhr von { $mineral } festgelegt.
pages-close-gap-missing = { $missing } mg { $mineral } fehlen: bisher { $known } mg bekannt, Ziel { $aim } mg ({ $statistic }, { $body }).
pages-close-gap-there = Von { $mineral } fehlt nichts: bisher { $known } mg bekannt, Ziel { $aim } mg ({ $statistic }, { $body }).
pages-close-gap-without = Kein Wert für { $mineral } bei: { $foods }. Es kann weniger fehlen, als hier steht, und weniger Platz bis zum Höchstwert sein.
pages-close-gap-allowance = Energie, die hinzukommen darf, kcal
pages-close-gap-no-limit = ohne Grenze
pages-close-gap-energy = Energie zeigen
pages-close-gap-answers = { $count ->
    [one] Ein Weg, sie zu schließen
   *[other] { $count } verschiedene Wege, sie zu schließen
}
pages-close-gap-order-energy = Zusätzlich zum Tag gegessen, jeder Weg für sich. Der mit der wenigsten Energie zuerst.
pages-close-gap-order-hidden = Zusätzlich zum Tag gegessen, jeder Weg für sich.
pages-close-gap-answer = { $place ->
    [0] Am nächsten
   *[other] Weg { $place }
}
pages-close-gap-portion = { $food }: { $measures } { $measure } ({ $grams } g) · Calcium +{ $calcium } mg, Magnesium +{ $magnesium } mg
pages-close-gap-portion-energy = { $food }: { $measures } { $measure } ({ $grams } g) · Calcium +{ $calcium } mg, Magnesium +{ $magnesium } mg, { $kcal } kcal
pages-close-gap-effect = { $mineral }: von { $before } auf { $after } mg (+{ $added })
pages-close-gap-aim = · Ziel { $aim } mg ({ $statistic })
pages-close-gap-not-counted = · davon werden { $amount } mg kaum aufgenommen und nicht mitgerechnet
pages-close-gap-short = · es fehlen noch { $missing } mg
pages-close-gap-kcal = zusammen { $kcal } kcal
pages-close-gap-already-met = Von dem, was für diese Person festgelegt ist, fehlt nichts. Es werden keine Lebensmittel genannt.
pages-close-gap-not-defined = Für diese Person ist keine empfohlene oder angemessene Zufuhr festgelegt: Es gibt kein Ziel.
pages-close-gap-none = Keine Auswahl aus der Liste schließt beide Lücken
pages-close-gap-none-at-all = Die Lebensmittel der Liste können es nicht, welche Grenzen auch gelten. Sprechen Sie bitte mit einer Ernährungsfachkraft.
pages-close-gap-binds = Es ginge ohne diese Grenze: { $limits }
pages-close-gap-limit-energy = die Energie, die hinzukommen darf
pages-close-gap-limit-upper-level = der Höchstwert für Calcium
pages-close-gap-limit-filters = was nicht gegessen wird
pages-close-gap-limit-portions = vernünftige Portionen (vier Lebensmittel, sechs Portionen, eines je Gruppe)
pages-close-gap-nearest = Die Auswahl, die innerhalb aller Grenzen am nächsten kommt
pages-close-gap-swaps = Tausche für Lebensmittel dieses Tages
pages-close-gap-swap = { $grams } g { $towards } statt { $away }: Calcium { $calcium } mg, Magnesium { $magnesium } mg
pages-close-gap-swap-energy = { $grams } g { $towards } statt { $away }: Calcium { $calcium } mg, Magnesium { $magnesium } mg, { $kcal } kcal
pages-close-gap-what = Tatsachen über Lebensmittel, zum Überdenken: weder eine Diät noch ein Rat bei einer Krankheit. Ein Tag ist keine übliche Zufuhr.
pages-close-gap-note-vitamin-k-warfarin = Viel Vitamin K. Bei Warfarin und verwandten Mitteln: die Menge von Tag zu Tag gleich halten und vor einer Änderung in der Praxis fragen.
pages-close-gap-note-calcium-levothyroxine = Bei Levothyroxin: Calcium stört seine Aufnahme; lassen Sie Stunden dazwischen, wie die Apotheke es sagt.
pages-close-gap-note-oxalate-calcium-not-counted = Oxalat bindet das Calcium mancher dieser Blattgemüse: Es wird gezeigt und nicht mitgerechnet.
pages-close-gap-note-fortified-check-label = So viel Calcium hat nur eine angereicherte Sorte: Prüfen Sie das Etikett.
pages-close-gap-note-filters-by-name-check-label = Dem Namen nach gewählt: Prüfen Sie das Etikett.
pages-close-gap-not-offered = Hier werden keine Lebensmittel vorgeschlagen
pages-close-gap-refused-kidney-disease = Bei Nierenkrankheit gehören Calcium, Magnesium, Phosphat und Kalium zusammen und zu Ihrem Nierenteam.
pages-close-gap-refused-kidney-stones = Bei Nierensteinen hängt das Passende von der Art des Steins ab.
pages-close-gap-refused-eating-disorder = Bei einer Essstörung können Zahlen über das Essen schaden.
pages-close-gap-refused-refeeding-risk = Nach Tagen mit sehr wenig Essen braucht das Mehressen zuerst einen ärztlichen Plan.
pages-close-gap-refused-under-two = Unter 2 Jahren gehört das Essen zum Wachsen in kinderärztliche Hand.
pages-close-gap-refused-age-unknown = Das Alter ist nicht bekannt, und es entscheidet, was passt.
pages-close-gap-ask = Bitte fragen Sie in Ihrer Arztpraxis oder eine Ernährungsfachkraft. Summen und Referenzwerte in „Heute“ bleiben, wie sie sind.
