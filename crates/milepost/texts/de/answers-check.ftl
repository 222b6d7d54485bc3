# Texte des Raums "answers-check".
answers-check-empty = Es gibt noch keine Deals, also nichts zu prüfen.
answers-check-clean = Keine Fehler in { $deals ->
    [one] 1 Deal
   *[other] { $deals } Deals
} gefunden.
answers-check-verdict = { $kinds ->
    [one] 1 Art von Fehler
   *[other] { $kinds } Arten von Fehlern
} in { $deals ->
    [0] keinen Deals
    [one] 1 Deal
   *[other] { $deals } Deals
}. Am schwersten für die Prognose wiegt: { $title } ({ $unit ->
    [leads] { $n ->
        [one] 1 Lead
       *[other] { $n } Leads
    }
   *[deals] { $n ->
        [one] 1 Deal
       *[other] { $n } Deals
    }
}, { $share } { $among ->
    [open] der offenen
   *[all] von allen
}).
answers-check-not-found = Gesucht und nicht gefunden: { $faults }.
answers-check-faults = Fehler

# Was jeder Fehler für die Prognose bedeutet.
answers-check-back-dated = An einem Tag sind Deals weiter, als erfasst ist; Prognosen von diesem Tag fallen darum zu niedrig aus.
answers-check-skipped = Die Chancen und die Dauer ab dem übersprungenen Meilenstein werden aus weniger Deals gelernt, als durch ihn gegangen sind.
answers-check-step-back = Ein Meilenstein, der sich zurücknehmen lässt, sagt weniger über den Verkauf: Seine Chancen sind niedriger, seine Spanne ist breiter.
answers-check-rolled = Die für diese Deals genannten Abschlussdaten sagen wenig darüber, wann sie abgeschlossen werden.
answers-check-past = Das Abschlussdatum sagt nichts über diese Deals; eine Prognose, die ihm glaubte, würde sie übersehen oder sofort zählen.
answers-check-same-moment = Die Zeit zwischen diesen Schritten ist unbekannt; die Prognose kann darum schlechter sagen, wann Deals abgeschlossen werden.
answers-check-no-owner = Diese Deals zählen in der Summe, aber in der Prognose keines Verkäufers und keines Teams.
answers-check-no-amount = Diese Deals haben in der Prognose keinen eigenen Wert.
answers-check-no-history = Niemand kann sagen, was bekannt war, solange diese Deals offen waren; die Prognose lernt darum wenig aus ihnen und lässt sich nicht an ihnen prüfen.
answers-check-reopened = Zurückgenommene Gewinne und Verluste machen die Chancen und die Dauer bis zum Abschluss unsicherer.
answers-check-future = Eine Prognose hielte für geschehen, was noch nicht geschehen ist.
answers-check-before-lead = Die Zeit vom ersten Kontakt bis zum Ende ist unbekannt; sie zählt als null.
answers-check-far = Ein solcher Betrag wiegt viele Deals auf: Die Prognose und der Wert seiner Quelle hängen an ihm.
answers-check-no-source = Diese Leads zählen in der Summe, sagen aber nichts darüber, welches Marketing wirkt.
