### Die Seite Übliche Woche: wie oft die wichtigsten Quellen gegessen werden und was das ergibt.
### Ids: pages-usual-week-<Teil>; -food- und -portion-<Zeile aus usual_week_foods.csv>;
### -study-<Studie aus usual_week_limits.csv>.

pages-usual-week-title = Übliche Woche
pages-usual-week-line = Zwei Minuten: wie oft Sie die wichtigsten Quellen von Calcium und Magnesium essen.
pages-usual-week-lead = Wählen Sie, wie viele Portionen es in den letzten Wochen im Durchschnitt waren. Zwei Becher auf einmal sind zwei Portionen. Lassen Sie eine Zeile offen, wenn Sie es nicht wissen: Sie zählt dann als unbekannt, nicht als null. Jede Antwort wird sofort gespeichert.
pages-usual-week-apart = Das ist eine Gewohnheit, kein Tagebuch. Sie wird nie mit den Tagen Ihres Tagebuchs vermischt.

pages-usual-week-filling = Antworten von
pages-usual-week-today = heute, { $day }
pages-usual-week-earlier = { $day }
pages-usual-week-begin = Mit den Antworten vom { $day } beginnen
pages-usual-week-answered = { $answered } von { $lines } Zeilen beantwortet.

pages-usual-week-section-dairy = Milch, Joghurt und Käse
pages-usual-week-section-fortified = Mit zugesetztem Calcium
pages-usual-week-section-vegetables = Gemüse und Hülsenfrüchte
pages-usual-week-section-nuts = Nüsse und Samen
pages-usual-week-section-grains = Brot und Getreide
pages-usual-week-section-fish = Fisch, Fleisch und Eier
pages-usual-week-section-fruit = Obst, Schokolade und Kakao
pages-usual-week-section-drinks = Getränke
pages-usual-week-section-supplements = Nahrungsergänzung und Arzneimittel

pages-usual-week-open = keine Antwort
pages-usual-week-never = nie
pages-usual-week-often = { $times } { $per ->
    [day] am Tag
    [week] in der Woche
   *[month] im Monat
}
pages-usual-week-supplements = Mit Calcium oder Magnesium
pages-usual-week-supplements-none = Ich nehme keine
pages-usual-week-supplements-listed = Die auf der Seite Heute geführten ({ $count })

pages-usual-week-result = Was das ergibt
pages-usual-week-nothing = Mit der ersten Antwort erscheint eine Schätzung.
pages-usual-week-amount = { $mineral }: etwa { $amount } mg am Tag
pages-usual-week-amount-at-least = { $mineral }: mindestens { $amount } mg am Tag
pages-usual-week-supplements-part = Davon { $amount } mg aus Nahrungsergänzung und Arzneimitteln.
pages-usual-week-unknown-lines = { $unknown ->
    [one] { $unknown } Zeile ist
   *[other] { $unknown } Zeilen sind
} für { $mineral } nicht bekannt, es kann also mehr sein.
pages-usual-week-supplements-unknown = Nahrungsergänzung und Arzneimittel sind nicht beantwortet und deshalb nicht mitgezählt.
pages-usual-week-partial-list = Lebensmittel, die nicht auf der Liste stehen, sind nicht mitgezählt.
pages-usual-week-reference = Mittlerer Bedarf { $ear } mg, empfohlen { $rda } mg am Tag.
pages-usual-week-reference-ai = Angemessene Zufuhr { $level } mg am Tag.
pages-usual-week-habitual = Ob die übliche Zufuhr den Bedarf deckt, lässt sich aus Gewohnheiten nicht sagen: Es gibt keine Anzahl von Tagen, und kurze Listen liegen für eine einzelne Person zu weit daneben. Einige Tage Tagebuch sagen mehr.
pages-usual-week-person-missing = Geschlecht und Alter sind noch nicht angegeben, deshalb stehen hier keine Referenzwerte. Geben Sie sie auf der Seite Heute oder Einstellungen an.
pages-usual-week-most = Am meisten { $mineral } kommt von: { $foods }.
pages-usual-week-most-one = { $food } { $amount } mg

pages-usual-week-limits = Wie weit solche Listen danebenliegen
pages-usual-week-limits-lead = In veröffentlichten Studien, kurze Listen neben besseren Verfahren, Liste minus Verfahren:
pages-usual-week-limit-mean = mittlere Abweichung { $mean } mg
pages-usual-week-limit-agreement = bei 95 von 100 Personen zwischen { $low } und { $high } mg daneben
pages-usual-week-limit-far = bei etwa { $share } von 100 Personen um mehr als { $far } mg daneben, Abweichungen als normalverteilt genommen
pages-usual-week-limit-correlation = Korrelation { $correlation }
pages-usual-week-limit-people = { $people } Personen
pages-usual-week-limits-own = Diese Liste selbst ist nicht an einem besseren Verfahren geprüft.

pages-usual-week-lines = Jede Zeile und ihre Quelle
pages-usual-week-lines-alt = Jede Zeile der Liste mit Gewicht, Calcium, Magnesium und Quelle
pages-usual-week-column-line = Zeile
pages-usual-week-column-often = Wie oft
pages-usual-week-column-grams = Gramm am Tag
pages-usual-week-column-calcium = Calcium [mg am Tag]
pages-usual-week-column-magnesium = Magnesium [mg am Tag]
pages-usual-week-column-source = Quelle

pages-usual-week-fillings = Frühere Antworten
pages-usual-week-fillings-alt = Jeder Tag, an dem Antworten gegeben wurden, mit beiden Mineralstoffen
pages-usual-week-column-filled = Beantwortet am
pages-usual-week-column-answered = Zeilen beantwortet
pages-usual-week-compare = Vergleichen mit
pages-usual-week-compare-alt = Zeilen, die an den beiden Tagen verschieden beantwortet sind
pages-usual-week-same = An beiden Tagen sind alle Zeilen gleich beantwortet.
pages-usual-week-at-least-short = mindestens { $amount }

pages-usual-week-study-ong-2017 = Ong 2017: ein Calciumfragebogen neben vier 24-Stunden-Erinnerungen, Frauen ab 50 Jahren, Montreal
pages-usual-week-study-australian-women-2000 = Frauen in Australien, 2000: ein Calciumfragebogen neben vier gewogenen Tagen, 20 bis 92 Jahre
pages-usual-week-study-plawecki-2009 = Plawecki 2009: ein Calciumfragebogen neben einer 24-Stunden-Erinnerung, Frauen nach den Wechseljahren, USA
pages-usual-week-study-online-quiz-and-printed-questionnaire-2009 = Calciumquiz und Fragebogen, 2009: neben drei Tagen Tagebuch, Frauen von 23 bis 90 Jahren, USA
pages-usual-week-study-magnesium-questionnaire-drexel = Magnesiumfragebogen, Drexel: neben 14 Tagen Tagebuch, Erwachsene; 5 von 23 wegen über 50 % Abweichung ausgelassen

pages-usual-week-food-milk = Milch
pages-usual-week-portion-milk = 1 Becher ({ $grams } g): Milch jeden Fettgehalts, auch in Kaffee und Müsli
pages-usual-week-food-yogurt = Joghurt
pages-usual-week-portion-yogurt = 1 Becher ({ $grams } g): Naturjoghurt, Kefir
pages-usual-week-food-hard-cheese = Hartkäse und Schnittkäse
pages-usual-week-portion-hard-cheese = 1 Scheibe ({ $grams } g): Cheddar, Gouda, Parmesan, Emmentaler
pages-usual-week-food-soft-cheese = Weichkäse
pages-usual-week-portion-soft-cheese = 1 Stück ({ $grams } g): Brie, Camembert
pages-usual-week-food-fresh-cheese = Frischkäse
pages-usual-week-portion-fresh-cheese = ½ Becher ({ $grams } g): körniger Frischkäse, Quark
pages-usual-week-food-fortified-plant-drink = Pflanzendrink mit Calcium
pages-usual-week-portion-fortified-plant-drink = 1 Becher ({ $grams } g): Soja-, Hafer- oder Mandeldrink mit zugesetztem Calcium
pages-usual-week-food-fortified-juice = Saft mit Calcium
pages-usual-week-portion-fortified-juice = 1 Becher ({ $grams } g): Saft mit zugesetztem Calcium
pages-usual-week-food-leafy-greens-cooked = Blattgemüse, gekocht
pages-usual-week-portion-leafy-greens-cooked = ½ Becher ({ $grams } g): Grünkohl, Markstammkohl, Pak Choi
pages-usual-week-food-spinach-cooked = Spinat, gekocht
pages-usual-week-portion-spinach-cooked = ½ Becher ({ $grams } g): Spinat oder Mangold
pages-usual-week-food-broccoli = Brokkoli, Kohl
pages-usual-week-portion-broccoli = ½ Becher ({ $grams } g): gekocht
pages-usual-week-food-nuts = Nüsse
pages-usual-week-portion-nuts = 1 Handvoll ({ $grams } g): gemischte Nüsse, Mandeln, Walnüsse, Haselnüsse
pages-usual-week-food-peanut-butter = Erdnussbutter
pages-usual-week-portion-peanut-butter = 1 Esslöffel ({ $grams } g): Erdnussbutter, Erdnüsse
pages-usual-week-food-seeds = Kerne und Samen
pages-usual-week-portion-seeds = 1 Handvoll ({ $grams } g): Kürbiskerne, Sonnenblumenkerne und andere
pages-usual-week-food-tahini = Tahin
pages-usual-week-portion-tahini = 1 Esslöffel ({ $grams } g): Tahin, Sesam
pages-usual-week-food-wholegrain-bread = Vollkornbrot
pages-usual-week-portion-wholegrain-bread = 1 Scheibe ({ $grams } g): Vollkornbrot, Vollkornbrötchen
pages-usual-week-food-white-bread = Weißbrot
pages-usual-week-portion-white-bread = 1 große Scheibe ({ $grams } g): Weißbrot, Brötchen
pages-usual-week-food-oatmeal = Haferbrei
pages-usual-week-portion-oatmeal = 1 Becher ({ $grams } g): Haferflocken, gekocht
pages-usual-week-food-bran-cereal = Kleieflocken
pages-usual-week-portion-bran-cereal = 1 Schale ({ $grams } g): Kleieflocken und andere Vollkornflocken
pages-usual-week-food-whole-grains = Vollkorngetreide, gekocht
pages-usual-week-portion-whole-grains = 1 Becher ({ $grams } g): Naturreis, Quinoa, Bulgur
pages-usual-week-food-pasta-or-rice = Nudeln oder Reis
pages-usual-week-portion-pasta-or-rice = 1 Becher ({ $grams } g): hell, gekocht
pages-usual-week-food-pulses = Bohnen, Linsen
pages-usual-week-portion-pulses = ½ Becher ({ $grams } g): Bohnen, Linsen, Kichererbsen, gekocht
pages-usual-week-food-tofu-calcium-set = Tofu, mit Calcium geronnen
pages-usual-week-portion-tofu-calcium-set = ½ Becher ({ $grams } g): das Etikett nennt Calciumsulfat oder -chlorid
pages-usual-week-food-fish-with-bones = Fisch mit Gräten
pages-usual-week-portion-fish-with-bones = 1 Dose ({ $grams } g): Sardinen, Dosenlachs mit Gräten
pages-usual-week-food-fish = Anderer Fisch
pages-usual-week-portion-fish = 1 Portion ({ $grams } g): gegart
pages-usual-week-food-meat = Fleisch, Geflügel
pages-usual-week-portion-meat = 1 Portion ({ $grams } g): gegart
pages-usual-week-food-eggs = Eier
pages-usual-week-portion-eggs = 1 großes Ei ({ $grams } g): in jeder Form
pages-usual-week-food-potatoes = Kartoffeln
pages-usual-week-portion-potatoes = 1 mittelgroße ({ $grams } g): gekocht
pages-usual-week-food-banana = Bananen
pages-usual-week-portion-banana = 1 mittelgroße ({ $grams } g): jeder Größe
pages-usual-week-food-orange = Orangen
pages-usual-week-portion-orange = 1 Frucht ({ $grams } g): Orangen, andere Zitrusfrüchte
pages-usual-week-food-dried-figs = Getrocknete Feigen
pages-usual-week-portion-dried-figs = 2 Feigen ({ $grams } g): getrocknete Feigen, Datteln
pages-usual-week-food-avocado = Avocado
pages-usual-week-portion-avocado = ½ Frucht ({ $grams } g): roh, ohne Schale und Kern
pages-usual-week-food-chocolate = Dunkle Schokolade
pages-usual-week-portion-chocolate = 1 Stück ({ $grams } g): dunkle Schokolade
pages-usual-week-food-cocoa = Kakaopulver
pages-usual-week-portion-cocoa = 1 Esslöffel ({ $grams } g): ungesüßt
pages-usual-week-food-coffee = Kaffee
pages-usual-week-portion-coffee = 1 Tasse ({ $grams } g): schwarz; Milch darin zählt als Milch
pages-usual-week-food-tea = Tee
pages-usual-week-portion-tea = 1 Tasse ({ $grams } g): schwarz oder grün
pages-usual-week-food-tap-water = Leitungswasser
pages-usual-week-portion-tap-water = 1 Glas ({ $grams } g): nicht das in Kaffee, Tee oder Suppe
pages-usual-week-food-bottled-water = Wasser aus der Flasche
pages-usual-week-portion-bottled-water = 1 Becher ({ $grams } g): jeder Marke
pages-usual-week-food-beer = Bier
pages-usual-week-portion-beer = 1 Flasche oder Dose ({ $grams } g): jeder Art
