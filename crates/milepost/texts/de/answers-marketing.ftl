# Texte des Raums "answers-marketing".
answers-marketing-empty = vor dem { $day } waren keine Leads, Kontakte oder Deals bekannt; importieren Sie eine Liste von Leads mit: milepost import FILE
answers-marketing-all = { $leads ->
    [0] Keine Leads
    [one] 1 Lead
   *[other] { $leads } Leads
} aus { $what ->
    [source] { $n ->
        [0] keinen Quellen
        [one] 1 Quelle
       *[other] { $n } Quellen
    }
    [medium] { $n ->
        [0] keinen Medien
        [one] 1 Medium
       *[other] { $n } Medien
    }
    [campaign] { $n ->
        [0] keinen Kampagnen
        [one] 1 Kampagne
       *[other] { $n } Kampagnen
    }
   *[landing] { $n ->
        [0] keinen Landingpages
        [one] 1 Landingpage
       *[other] { $n } Landingpages
    }
}: { $won ->
    [0] keine Verkäufe
    [one] 1 Verkauf
   *[other] { $won } Verkäufe
} im Wert von { $revenue } { $currency }.
answers-marketing-none-named = Keiner davon nennt { $what ->
    [source] eine Quelle
    [medium] ein Medium
    [campaign] eine Kampagne
   *[landing] eine Landingpage
}.
answers-marketing-unsure = Es sind zu wenige, um { $what ->
    [source] eine Quelle einzustufen: Alle sind
    [medium] ein Medium einzustufen: Alle sind
    [campaign] eine Kampagne einzustufen: Alle sind
   *[landing] eine Landingpage einzustufen: Alle sind
} unsicher.
answers-marketing-only = Leads von { $name } werden so oft gewonnen: { $rate } innerhalb von { $days } Tagen, in 8 von 10 Fällen zwischen { $low } und { $high }.
answers-marketing-best = Leads von { $name } werden am häufigsten gewonnen: { $rate } innerhalb von { $days } Tagen, in 8 von 10 Fällen zwischen { $low } und { $high }; die von { $worst } am seltensten: { $least }.
answers-marketing-early = Von den Leads der letzten 28 Tage sind nach dem, was sie erreicht haben, die von { $name } am meisten wert: jeder etwa { $each } { $currency }.
answers-marketing-unknown = { $n ->
    [one] 1 Lead ohne bekannten Namen steht
   *[other] { $n } Leads ohne bekannten Namen stehen
} unter { $name }.
answers-marketing-bare = { $n ->
    [one] 1 Deal kam
   *[other] { $n } Deals kamen
} ohne Lead: Jeder zählt ab seiner Anlage als eigener Lead; seine Quote ist darum die von Deals, nicht von Leads.
answers-marketing-foreign = { $n ->
    [one] 1 Eintrag
   *[other] { $n } Einträge
} von Ausgaben in einer Währung ohne bekannten Kurs zu { $currency } { $n ->
    [one] bleibt
   *[other] bleiben
} außer Betracht; tragen Sie einen Kurs ein mit: milepost rate FROM TO RATE

# Namen.
answers-marketing-as = { $others } als { $name }
answers-marketing-one = Als eins gelesen: { $names }{ $more ->
    [0] .
   *[other] ; und { $more } weitere.
} Andere Regeln stellen Sie unter [sources] in milepost.toml ein.
answers-marketing-blank = Diese Namen sagen nichts und stehen mit den leeren unter { $name }: { $names }.
answers-marketing-rest = { $n ->
    [one] 1 Name teilt
   *[other] { $n } Namen teilen
} sich neben den { $most } häufigsten eine Zeile.

# Die nächste Einheit des Budgets.
answers-marketing-more = 10 % mehr Ausgaben gingen mit { $middle } % Leads einher ({ $low } bis { $high }), gemessen an { $n ->
    [0] keinen Änderungen
    [one] 1 Änderung
   *[other] { $n } Änderungen
} von Monat zu Monat: 1 { $currency } mehr brachte etwa { $brings }. Ein Zusammenhang, kein Versuch.
answers-marketing-unclear = Die Leads folgten den Ausgaben nicht deutlich: 10 % mehr Ausgaben gingen mit { $middle } % Leads einher ({ $low } bis { $high }), gemessen an { $n ->
    [0] keinen Änderungen
    [one] 1 Änderung
   *[other] { $n } Änderungen
} von Monat zu Monat.
answers-marketing-few-won = Leads folgen den Ausgaben, aber zu wenige davon wurden gewonnen, um zu sagen, was sie bringen.
answers-marketing-long-test = { $why ->
    [short] Es gibt zu wenige Monate mit Ausgaben und Leads
    [steady] Die Ausgaben änderten sich von Monat zu Monat kaum
   *[unclear] Die Ausgaben änderten sich, aber die Leads folgten nicht deutlich genug
}, und es gibt so wenige Leads, dass ein Test { $weeks } Wochen dauern würde: Entscheiden Sie nach dem bisherigen Ertrag.
answers-marketing-test = { $why ->
    [short] Es gibt zu wenige Monate mit Ausgaben und Leads
    [steady] Die Ausgaben änderten sich von Monat zu Monat kaum
   *[unclear] Die Ausgaben änderten sich, aber die Leads folgten nicht deutlich genug
}. Ein Test würde es zeigen: Erhöhen Sie die Ausgaben { $weeks } Wochen lang um { $raised } und vergleichen Sie die Leads dann mit { $weeks } Wochen wie bisher.

# Arten, Anteile zu vergeben.
answers-marketing-first = Wo Käufer uns zuerst begegnet sind.
answers-marketing-first-not = Ob sie ohnehin gekommen wären, oder was es brauchte, sie zu gewinnen.
answers-marketing-last = Was Käufern zuletzt begegnet ist.
answers-marketing-last-not = Was sie suchen ließ: Wer kaufen will, sucht uns beim Namen.
answers-marketing-linear = Was Käufern begegnet ist, jeder Kontakt gleich.
answers-marketing-linear-not = Auf welchen Kontakt es ankam; häufige Kontakte gewinnen, weil sie häufig sind.
answers-marketing-decay = Was Käufern kurz vor dem Kauf begegnet ist: Ein Kontakt verliert je Woche sein halbes Gewicht.
answers-marketing-decay-not = Womit es begann; eine Woche ist eine Übereinkunft.
answers-marketing-u = Was Käufern zuerst und zuletzt begegnet ist, je 40 %.
answers-marketing-u-not = Warum 40 %: Gemessen hat das niemand.
answers-marketing-markov = Welcher Anteil der Verkäufe über eine Quelle läuft, verglichen mit Wegen, die zu nichts führten.
answers-marketing-markov-not = Dass sie ohne die Quelle verloren wären: Kunden finden einen anderen Weg.
answers-marketing-shapley = Was eine Quelle im Mittel zu jeder Auswahl der anderen beiträgt.
answers-marketing-shapley-not = Was ohne sie geschähe; betrachtet werden nur Verkäufe.
answers-marketing-hazard = Ob der nächste Meilenstein in den zwei Wochen nach einem solchen Kontakt früher kam.
answers-marketing-hazard-not = Dass der Kontakt die Ursache war: Wer ohnehin weitergehen will, kommt zu uns.

# Tabellen.
answers-marketing-table = Was aus ihren Leads wurde
answers-marketing-table-milestones = Innerhalb von { $days } Tagen erreichte Meilensteine
answers-marketing-table-early = Früher Blick: Leads der letzten 28 Tage nach den bisher erreichten Meilensteinen
answers-marketing-table-ranking = Wie früh die Rangfolge in vergangenen Monaten stimmte
answers-marketing-table-trend = Leads, die innerhalb von 28 Tagen zu Deals wurden: 13 Wochen gegen die 13 davor
answers-marketing-table-unit = Was 1 { $currency } mehr an Ausgaben bringt
answers-marketing-table-credit = Anteile am Umsatz nach jeder Art; jede ergibt zusammen das Ganze
answers-marketing-table-ways = Was jede Art, Anteile zu vergeben, sagen kann
