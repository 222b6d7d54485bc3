# The room "answers-learn".
answers-learn-milestone = Ein Meilenstein ist ein Schritt, den der Kunde geht
answers-learn-milestone-agreements = Ein Verkauf ist eine Reihe von Vereinbarungen. Bei jeder tut der Kunde etwas: Er trifft sich, testet, unterschreibt, gibt Geld frei. Diese Schritte sind die Meilensteine.
answers-learn-milestone-ours = Was wir selbst tun, ist kein Meilenstein, so viel Mühe wir uns auch geben: eine E-Mail, eine Vorführung, ein zugesandtes Angebot. Das kann helfen; es beweist nichts.
answers-learn-way = Unser Weg zum Verkauf
answers-learn-way-takes = Bei uns braucht ein Verkauf { $n ->
    [one] 1 Meilenstein
   *[other] { $n } Meilensteine
}: { $names }.
answers-learn-way-at = { $chance } bei { $milestone }
answers-learn-way-odds = Von den Deals, die so weit kommen, wurden so viele gewonnen: { $odds }.
answers-learn-evidence = Nachweis statt Hoffnung
answers-learn-evidence-ask = Fragen Sie: Was hat der Kunde getan, und woran sieht man es? „Es hat ihnen gefallen“ ist Hoffnung. Ein Termin in ihrem Kalender, eine Unterschrift, eine Zahl im Budget ist ein Nachweis.
answers-learn-calls = Jedes Kundengespräch hat ein Zusageziel
answers-learn-calls-before = Sagen Sie vor einem Kundengespräch, was der Kunde als Nächstes zusagen soll und bis wann. Halten Sie einen kleineren Schritt bereit, falls er das nicht will.
answers-learn-calls-after = Danach ist es eines von vier: ein Auftrag, ein Fortschritt (der Kunde hat einen Schritt zugesagt), eine Vertagung (er hat es nicht, und wir reden weiter) oder eine Absage. „Wir melden uns“ ist eine Vertagung.
answers-learn-for-you = Für Sie: { $milestone }
answers-learn-was-gained = „{ $objective }“ wurde in { $gained } von { $held ->
    [one] 1 Kundengespräch
   *[other] { $held } Kundengesprächen
} erreicht.
answers-learn-others-ask = Wie andere um { $milestone } bitten
answers-learn-all = { $length ->
    [ten] Zehn
   *[five] Fünf
} Minuten: { $lessons ->
    [one] 1 Lektion
   *[other] { $lessons } Lektionen
} und { $questions ->
    [0] keine Fragen
    [one] 1 Frage
   *[other] { $questions } Fragen
} aus Deals, die vorbei sind.
answers-learn-lessons = Lektionen
answers-learn-questions = Fragen

# Deals, die jemand verloren hat.
answers-learn-lost = Deals, die Sie auf dem Weg zum Meilenstein { $milestone } verloren haben
answers-learn-lost-waited = { $n ->
    [one] 1 Ihrer Deals endete
   *[other] { $n } Ihrer Deals endeten
} dort. Die Hälfte davon hatte seit dem Schritt davor { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
} oder länger gewartet.
answers-learn-lost-calls = Bei { $share } davon ist ein Kundengespräch festgehalten. Denken Sie an das letzte: Was hat der Kunde zugesagt, und bis wann?

# Wer ihn gemacht hat.
answers-learn-taken = { $taken } von { $n ->
    [one] 1 Person
   *[other] { $n } Personen
} { $taken ->
    [one] hat
   *[other] haben
} den Kurs gemacht.
answers-learn-teams = Teams und Abteilungen
answers-learn-people = Personen

# Die Fragen.
answers-learn-deal = Ein Deal.
answers-learn-deal-worth = Ein Deal im Wert von { $amount } { $currency }.
answers-learn-opened = Er wurde vor { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
} angelegt.
answers-learn-reached = Der Kunde hat den Meilenstein { $milestone } vor { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
} erreicht.
answers-learn-since = Seither: { $acts }.
answers-learn-since-nothing = Seither ist nichts geschehen.
answers-learn-what-next = Was muss als Nächstes geschehen?
answers-learn-reminder = Eine Erinnerung schicken
answers-learn-once-more = Noch einmal: { $act }
answers-learn-order = Um den Auftrag bitten
answers-learn-share = Von unseren Verkäufen haben { $share } den Meilenstein { $milestone }.
answers-learn-chance = Von den Deals, die das erreichen, werden { $chance } gewonnen.
answers-learn-ours-again = Was wir selbst noch einmal tun, ändert nichts; ein späterer Schritt braucht erst diesen.
answers-learn-objective = Ihr nächstes Kundengespräch soll zum Meilenstein { $milestone } führen. Was ist sein Zusageziel?
answers-learn-call-again = Sie haben angerufen, und der Kunde hat gesagt: „Das gefällt uns, rufen Sie wieder an.“
answers-learn-objective-why = Ein Zusageziel nennt, was der Kunde tut. Präsentieren, informieren und herausfinden ist unsere Sache; ein gutes Gefühl ist Hoffnung.
answers-learn-present = Die Lösung noch einmal präsentieren
answers-learn-budget = Das Budget herausfinden
answers-learn-two-weeks = In zwei Wochen wieder anrufen
answers-learn-interested = Dafür sorgen, dass das Interesse bleibt
answers-learn-noted = Nach einem Kundengespräch hat jemand notiert: „{ $note }“ Was war es?
answers-learn-an-order = ein Auftrag
answers-learn-an-advance = ein Fortschritt
answers-learn-a-continuation = eine Vertagung
answers-learn-no-sale = eine Absage
answers-learn-logged-as = Es wurde in { $n ->
    [one] 1 Kundengespräch
   *[other] { $n } Kundengesprächen
} als { $outcome ->
    [order] Auftrag
    [advance] Fortschritt
    [continuation] Vertagung
   *[no-sale] Absage
} festgehalten. Ein Fortschritt ist nur, was der Kunde zugesagt hat, mit einem Datum.
