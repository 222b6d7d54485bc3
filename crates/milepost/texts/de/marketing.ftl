# The room "marketing".
marketing-by = Nach
marketing-by-source = Quelle
marketing-by-medium = Medium
marketing-by-campaign = Kampagne
marketing-by-landing = Landingpage
marketing-cannot-group = Leads lassen sich nicht nach „{ $by }“ gruppieren; schreiben Sie source, medium, campaign oder landing
marketing-curves = Erreichte Meilensteine, nach Tagen seit dem ersten Kontakt
marketing-reach = Welche Meilensteine ihre Leads erreichen
marketing-reach-told = Der Anteil innerhalb von { $days } Tagen; junge Leads zählen so lange, wie sie schon zu sehen sind, und wo es wenige Leads gibt, stützt sich die Zahl auf alle.
marketing-money = Was sie kosten und bringen
marketing-next-unit = Wohin der nächste { $currency } geht
marketing-young = Was junge Leads wert sind
marketing-credit = Wem die Verkäufe zugerechnet werden
marketing-credit-told = Jede Spalte ergibt zusammen { $revenue } { $currency }. Keine davon weiß, was sonst geschehen wäre.
marketing-record-lead = Lead festhalten
marketing-leads-column = Leads
marketing-won-range = Gewonnen, in 8 von 10 Fällen
marketing-median-days = Tage im Median
marketing-unsure = unsicher
marketing-deal-opened = Deal angelegt
marketing-won = Gewonnen
marketing-not-known = (nicht bekannt)
marketing-others = ({ $n } weitere)
marketing-span = { $low } bis { $high }
marketing-revenue = Umsatz, { $currency }
marketing-spend = Ausgaben
marketing-cost = Ein Verkauf kostet
marketing-eight-in-ten = In 8 von 10 Fällen
marketing-return = 1 ausgegeben bringt
marketing-share-next = Anteil am nächsten Quartal
marketing-all = Alle
marketing-leads-28-days = Leads aus 28 Tagen
marketing-won-already = Schon gewonnen
marketing-sales-expected = Erwartete Verkäufe
marketing-to-bring = Sie bringen voraussichtlich, { $currency }
marketing-each = Jeder einzelne
marketing-trend = Wurden zu Deals, gegenüber den 13 Wochen davor
marketing-trend-range = ({ $low } bis { $high })
marketing-ranking-told = Wie früh die Reihenfolge stimmte: die Leads jedes vergangenen Monats, gelesen mit dem damals Bekannten, immer zwei { $by ->
    [source] Quellen
    [medium] Medien
    [campaign] Kampagnen
   *[landing] Landingpages
} auf einmal; die letzte Spalte sollte 80 % zeigen.
marketing-ranking = Wie früh die Reihenfolge stimmte
marketing-month-read = Monat gelesen
marketing-at-its-end = an seinem Ende
marketing-weeks-later = { $weeks ->
    [one] 1 Woche
   *[other] { $weeks } Wochen
} später
marketing-right = Richtig
marketing-of-pairs = von Paaren
marketing-right-where-sure = Richtig, wo sicher
marketing-last-year = Verkäufe des letzten Jahres: richtig
marketing-ranges-held = Spannen, die hielten
marketing-way-first = erster Kontakt
marketing-way-last = letzter Kontakt
marketing-way-linear = gleichmäßig
marketing-way-time-decay = zeitlich abklingend
marketing-way-u-shaped = U-förmig
marketing-way-markov = Markow
marketing-way-shapley = Shapley
marketing-way-hazard = Ereignisrate
marketing-way-cannot = Nicht: { $what }

# Die Kurven.
marketing-leads = { $n } Leads
marketing-leads-unsure = { $n } Leads, unsicher
marketing-band = Das Band enthält den gewonnenen Anteil in 8 von 10 Fällen.
marketing-most-drawn = Gezeichnet sind die { $n } mit den meisten Leads.
marketing-curve-title = { $name }, { $n } Leads
marketing-days = { $n } Tage

# Das Formular für einen Lead.
marketing-lead = Lead
marketing-lead-met = Ein Lead ist mit unserem Marketing in Kontakt gekommen.
marketing-lead-refused = Dieser Lead wurde nicht festgehalten: { $why }
marketing-lead-name = Lead: ein eigener Name oder eine eigene Nummer, keine E-Mail-Adresse
marketing-lead-source = Quelle
marketing-lead-medium = Medium
marketing-lead-campaign = Kampagne
marketing-lead-landing = Landingpage
marketing-lead-record = Festhalten
marketing-lead-back = Zurück zum Marketing
marketing-curve-day = Tag { $day }: { $shares }
