# Texte des Raums "answers-forecast".
# Die Frage "forecast".
answers-forecast-all = Die Zeit vom { $from } bis { $to } wird etwa { $mean } { $currency } bringen, in 8 von 10 Fällen zwischen { $low } und { $high }: { $won } sind schon gewonnen, { $open } kommen aus { $n ->
    [0] keinen offenen Deals
    [one] 1 offenen Deal
   *[other] { $n } offenen Deals
}, { $new } aus Deals, die noch nicht angelegt sind.
answers-forecast-quota = Die Vorgabe ist { $quota }; die Chance darauf ist { $chance }.
answers-forecast-currencies = Prognosen waren am { $day } in { $past } und sind jetzt in { $now }; stellen Sie die Währung der Antworten ein, dann lassen sie sich vergleichen
answers-forecast-no-amount = Bei { $n ->
    [one] 1 offenen Deal
   *[other] { $n } offenen Deals
} ist kein Betrag bekannt.
answers-forecast-over = der Zeitraum endete am { $to }, vor dem { $day }: Was er brachte, ist bekannt. Um zu sehen, was prognostiziert worden wäre, fragen Sie nach dem Stand eines Tages vor seinem Ende: --as-of { $iso }
answers-forecast-too-little = { $closed ->
    [0] Keine abgeschlossenen Deals
    [one] 1 abgeschlossener Deal
   *[other] { $closed } abgeschlossene Deals
} bis { $day }, und eine Prognose braucht mindestens { $needed }: { $missing } weitere müssen gewonnen oder verloren werden; oder importieren Sie ältere
answers-forecast-groups = Gruppen
answers-forecast-by-week = Nach Wochen
answers-forecast-new-owner = { $name } ({ $closed ->
    [0] kein abgeschlossener Deal
    [one] 1 abgeschlossener Deal
   *[other] { $closed } abgeschlossene Deals
})
answers-forecast-new-source = die Quelle { $name } ({ $closed ->
    [0] kein abgeschlossener Deal
    [one] 1 abgeschlossener Deal
   *[other] { $closed } abgeschlossene Deals
})
answers-forecast-newcomers = Neu hier, darum entsprechen ihre Chancen weitgehend denen aller: { $names }{ $more ->
    [0] .
   *[other] {" "}und { $more } weitere.
}
answers-forecast-new-version = Version { $version } des Prozesses gilt seit { $since }; alle früheren Deals werden nach ihr neu gelesen, seither { $n ->
    [0] wurde keiner
    [one] wurde 1 Deal
   *[other] wurden { $n } Deals
} abgeschlossen.
answers-forecast-no-period = „{ $text }“ ist kein Zeitraum; schreiben Sie next-quarter, this-quarter, next-month, this-month, 2027-Q1, 2027-01, 28d (bis { $most }d) oder 2027-01-01..2027-01-31
answers-forecast-not-before = { $day } liegt nicht vor { $today }; vergleichen Sie mit einem früheren Tag: --since 7d
answers-forecast-no-since = „{ $text }“ ist kein früherer Tag; schreiben Sie 7d (vor so vielen Tagen) oder 2026-11-16

# Was sich seither geändert hat.
answers-forecast-changed-new = Neue Deals
answers-forecast-changed-won = Gewonnen
answers-forecast-changed-lost = Verloren
answers-forecast-changed-handed = Übergeben
answers-forecast-changed-reopened = Wieder geöffnet oder berichtigt
answers-forecast-changed-moved-on = Weitergekommen
answers-forecast-changed-slipped = Verschoben
answers-forecast-changed-waited = Abgewartet
answers-forecast-changed-amounts = Beträge
answers-forecast-changed-new-business = Neugeschäft
answers-forecast-changed-model = Niveau der Prognose
answers-forecast-step = { $what ->
    [new] neue Deals
    [won] gewonnen
    [lost] verloren
    [handed] übergeben
    [reopened] wieder geöffnet oder berichtigt
    [moved-on] weitergekommen
    [slipped] verschoben
    [waited] abgewartet
    [amounts] Beträge
    [new-business] Neugeschäft
   *[model] Niveau der Prognose
} { $amount }
answers-forecast-since = Am { $since } waren es { $before }, es sind also { $change } { $way ->
    [less] weniger
   *[more] mehr
}: { $steps }.
answers-forecast-changes = Änderungen seit { $since }
answers-forecast-movers = Deals, die am meisten bewegt haben

# Was ausprobiert wird.
answers-forecast-not-open = „{ $wanted }“ ist keiner der offenen Deals; milepost next nennt sie
answers-forecast-no-milestone = einen Meilenstein „{ $wanted }“ gibt es nicht; es gibt: { $names }
answers-forecast-no-source = aus „{ $wanted }“ kamen keine Deals; es gibt: { $names }
answers-forecast-no-wish = „{ $text }“ lässt sich nicht ausprobieren; schreiben Sie: better MILESTONE 10%, faster MILESTONE 5d, more SOURCE 20%, lose DEAL oder win DEAL
answers-forecast-what-if = Was wäre, wenn
answers-forecast-worth = Wenn einer von zehn davor verlorenen Deals weiterginge
answers-forecast-coverage = Deckung

# Warum die Chancen eines Deals sind, wie sie sind.
answers-forecast-why-else = alles Übrige
answers-forecast-why-at = bei { $milestone }
answers-forecast-why-before = vor dem ersten Meilenstein
answers-forecast-why-open = offen seit { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
}
answers-forecast-why-quiet = nichts Neues seit { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
}
answers-forecast-why-worth = im Wert von { $amount }
answers-forecast-why-no-amount = kein Betrag bekannt
answers-forecast-why-close = Abschluss erwartet am { $day }
answers-forecast-why-no-close = kein erwartetes Abschlussdatum
answers-forecast-why-committed = { $milestone } bis { $due } zugesagt
answers-forecast-why-no-commitment = keine gültige Zusage
answers-forecast-why-rated = eingestuft als { $category }
answers-forecast-why-not-rated = von niemandem eingestuft
answers-forecast-why-kind = { $kind } aus { $source }
answers-forecast-why-source = aus { $source }
answers-forecast-why-no-source = keine Quelle bekannt
answers-forecast-why-owner = Verantwortlich: { $name }
answers-forecast-why-no-owner = nicht bekannt, wer verantwortlich ist
answers-forecast-why-calendar = die Zeit im Monat und Quartal
