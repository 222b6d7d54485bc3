# Texte des Raums "pipeline".
pipeline-picture = Offene Deals nach Meilenstein
pipeline-milestones = Die Meilensteine
pipeline-at-milestone = { $milestone }: { $n ->
    [0] keine Deals
    [one] 1 Deal
   *[other] { $n } Deals
}
pipeline-sums = Summen
pipeline-by = Nach
pipeline-as = Als
pipeline-as-matrix = Matrix
pipeline-as-board = Tafel
pipeline-matrix = Deals und Meilensteine
pipeline-open-deal = Deal anlegen
pipeline-value = Wert, { $currency }
pipeline-amount = Betrag, { $currency }
pipeline-committed = Mit Zusage
pipeline-stalled = Stockend
pipeline-moving = in Bewegung
pipeline-stands = Zustand
pipeline-all = Alle
pipeline-reached = erreicht
pipeline-not-reached = nicht erreicht
pipeline-reach = Erreicht: { $milestone }
pipeline-more = { $n } weitere

# Was die Frage "status" antwortet.
status-none = Keine offenen Deals.
status-all = { $n ->
    [one] 1 offener Deal
   *[other] { $n } offene Deals
} im Wert von { $value } { $currency }; { $stalled } davon { $stalled ->
    [one] stockt
   *[other] stocken
}.
status-most = { $n ->
    [one] 1 davon steht bei { $milestone }.
   *[other] { $n } davon stehen bei { $milestone }.
}
status-most-before = { $n ->
    [one] 1 davon hat noch keinen Meilenstein erreicht.
   *[other] { $n } davon haben noch keinen Meilenstein erreicht.
}
status-no-amount = Bei { $n ->
    [one] 1 offenen Deal war damals kein Betrag bekannt; er zählt
   *[other] { $n } offenen Deals war damals kein Betrag bekannt; sie zählen
} 0 (offen sind insgesamt { $open }).
status-open = Offene Deals
status-by-milestone = Nach Meilenstein
