# The room "forecast".
forecast-for = Für
forecast-this-month = diesen Monat
forecast-next-month = nächsten Monat
forecast-this-quarter = dieses Quartal
forecast-next-quarter = nächstes Quartal
forecast-next-28-days = die nächsten 28 Tage
forecast-changed = Was sich geändert hat
forecast-since = Seit
forecast-since-week = einer Woche
forecast-since-four-weeks = vier Wochen
forecast-since-quarter = einem Quartal
forecast-split = Aufteilung
forecast-by = Nach
forecast-open-deals = Offene Deals
forecast-won-so-far = Bisher gewonnen
forecast-not-opened = Noch nicht angelegte Deals
forecast-not-opened-column = Noch nicht angelegt
forecast-all = Alle
forecast-all-in = Alle, { $currency }
forecast-quota-line = Die Linie zeigt die Vorgabe, { $quota } { $currency }; die Chance, sie zu erreichen, liegt bei { $chance }.
forecast-range = In 8 von 10 Fällen zwischen { $low } und { $high }, in der Hälfte der Fälle unter { $middle }
forecast-quota = Vorgabe: { $quota }
forecast-eight-in-ten = In 8 von 10 Fällen
forecast-span = { $low } bis { $high }
forecast-new-business = (Neugeschäft)
forecast-won-group = (bisher gewonnen)

# Die Chancen der einzelnen Deals.
forecast-furthest = Letzter Meilenstein
forecast-amount = Betrag, { $currency }
forecast-odds-in-period = Chance im Zeitraum
forecast-odds-ever = Chance insgesamt
forecast-adds = Trägt bei
forecast-none-yet = noch keiner

# Was sich seit einem früheren Tag geändert hat.
forecast-bars-begin = Die Balken beginnen bei { $low } und nicht bei null, damit auch kleine Schritte zu sehen sind.
forecast-movers = Deals, die am meisten bewegt haben
forecast-now = Jetzt, { $currency }
forecast-changed-file = Was sich seit dem { $since } geändert hat, { $currency }; die Balken beginnen bei { $low }
forecast-happened = Was geschah
forecast-added-then = Trug damals bei
forecast-adds-now = Trägt jetzt bei
forecast-change = Änderung

# Wie es sich aufbaut.
forecast-builds-up = Wie es sich aufbaut, { $currency }. Das Band enthält es in 8 von 10 Fällen.
forecast-builds-up-file = Wie es sich aufbaut, { $currency }; das Band enthält es in 8 von 10 Fällen
forecast-by-week = Woche für Woche
forecast-drawn = Vom { $from } bis zum { $to }: { $mean } am letzten Tag, in 8 von 10 Fällen zwischen { $low } und { $high }
forecast-won-until-now = Bisher gewonnen: { $won }
forecast-day-won = { $day }: { $won } gewonnen
forecast-day-ahead = { $day }: { $mean }, in 8 von 10 Fällen zwischen { $low } und { $high }
forecast-quota-label = Vorgabe
forecast-by-day = Bis
forecast-won = Gewonnen
forecast-expected = Erwartet
forecast-one-in-ten-less = In 1 von 10 Fällen weniger
forecast-one-in-ten-more = In 1 von 10 Fällen mehr

# Was wäre, wenn.
forecast-what-if = Was wäre, wenn
forecast-try = Versuchen
forecast-example-milestone = Test vereinbart
forecast-examples = Zum Beispiel: better { $milestone } 10% (von den davor verlorenen gehen so viele weiter) · faster { $milestone } 5d (Tage schneller) · more Web 20% (Leads) · lose D-1 (verlieren) · win D-1 (gewinnen)
forecast-tried = Was versucht wurde
forecast-if = Wenn
forecast-change-in = Änderung, { $currency }
forecast-then = Dann
forecast-chance-of-quota = Chance der Vorgabe
forecast-no-quota = keine Vorgabe
forecast-worth = Welcher Meilenstein die Mühe lohnt
forecast-worth-most = Ginge von den Deals, die jetzt davor verloren gehen, jeder zehnte weiter, so brächte { $milestone } am meisten: etwa { $change } { $currency } mehr.
forecast-step-to = Schritt zu
forecast-took-or-lost = Deals, die ihn gingen oder dort verloren wurden
forecast-took = Gingen ihn
forecast-one-in-ten = Jeder zehnte mehr, { $currency }
forecast-enough = Reicht die Pipeline?
forecast-coverage = Deckung
forecast-open-worth = Die offenen Deals sind { $value } { $currency } wert und bringen davon im Zeitraum etwa { $open }.
forecast-needed = Um im Mittel die Vorgabe zu erreichen, müssten sie etwa { $needed } wert sein, das { $times }-Fache.
forecast-is-enough = Im Mittel reicht das für die Vorgabe.
forecast-set-quota = Legen Sie eine Vorgabe fest ({ $command }), um zu sehen, was dafür nötig ist.
forecast-open-in = Offen, { $currency }
forecast-expected-in-period = Im Zeitraum erwartet
forecast-needed-for-quota = Für die Vorgabe nötig
