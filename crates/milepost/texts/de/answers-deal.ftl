# Texte des Raums "answers-deal".
# Die Frage "deal".
answers-deal-is = { $deal } ist { $state ->
    [won] gewonnen
    [lost] verloren
   *[open] offen
}{ $stalled ->
    [yes] {" "}und stockt.
   *[no] .
}
answers-deal-won = Gewonnen am { $on }, { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
} nach der Anlage.
answers-deal-lost = Verloren am { $on }, { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
} nach der Anlage.
answers-deal-lost-because = Verloren am { $on }, { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
} nach der Anlage: { $reason }.
answers-deal-promise = { $milestone } bis { $due }
answers-deal-story = Verlauf
answers-deal-known = Bekannt
answers-deal-path = Weg
answers-deal-unknown = ein Deal „{ $wanted }“ war { $when ->
    [now] nicht
   *[then] vor dem { $day } nicht
} bekannt; { $near ->
    [none] die offenen nennt: milepost next
    [one] meinten Sie { $ids }?
   *[many] ähnlich sind: { $ids }
}

# Sein Verlauf.
answers-deal-opened = Angelegt
answers-deal-changed = Geändert
answers-deal-reopened = Wieder geöffnet
answers-deal-was-won = Gewonnen
answers-deal-was-lost = Verloren
answers-deal-recorded-as = (erfasst als { $raw })
answers-deal-stage = Phase auf { $stage } gesetzt
answers-deal-stage-back = Phase auf { $stage } gesetzt; zurückgenommen: { $names }
answers-deal-undone = { $milestone } zurückgenommen
answers-deal-reached = { $milestone } erreicht
answers-deal-after-the-end = { $act }, nach dem Ende: kein Schritt
answers-deal-no-milestone = { $act }; das ist kein Meilenstein dieses Prozesses
answers-deal-agreed = Zusage: Der Kunde sagte { $milestone } bis { $due } zu
answers-deal-agreed-by = Zusage: { $who } sagte { $milestone } bis { $due } zu
answers-deal-kept = Zusage von { $milestone } eingehalten
answers-deal-broken = Zusage von { $milestone } gebrochen
answers-deal-put-off = Zusage von { $milestone } auf den { $due } verschoben
answers-deal-taken-back = Zurückgenommen: { $what ->
    [plan] das geplante Kundengespräch: { $about }
    [made] die Zusage von { $about }
    [kept] dass die Zusage von { $about } eingehalten wurde
    [broken] dass die Zusage von { $about } gebrochen wurde
    [put-off] der neue Termin für { $about }
   *[held] das festgehaltene Kundengespräch
}
answers-deal-counts-again = Gilt wieder: { $what ->
    [plan] das geplante Kundengespräch: { $about }
    [made] die Zusage von { $about }
    [kept] dass die Zusage von { $about } eingehalten wurde
    [broken] dass die Zusage von { $about } gebrochen wurde
    [put-off] der neue Termin für { $about }
   *[held] das festgehaltene Kundengespräch
}
answers-deal-planned-bare = Kundengespräch geplant
answers-deal-planned = Kundengespräch für den { $on } geplant: { $objective }
answers-deal-planned-else = Kundengespräch für den { $on } geplant: { $objective }; sonst: { $fallback }
answers-deal-held = Kundengespräch geführt: { $outcome ->
    [order] ein Auftrag
    [advance] ein Fortschritt
    [continuation] eine Vertagung
   *[no-sale] eine Absage
} ({ $gain ->
    [fallback] das Ausweichziel: { $gained }
    [nothing] nichts erreicht
   *[names] { $gained }
})

# Seine Kundengespräche.
answers-deal-not-there = einen Deal „{ $deal }“ gibt es nicht
answers-deal-closed = der Deal { $deal } ist abgeschlossen; öffnen Sie ihn zuerst wieder, wenn das falsch war
answers-deal-not-its-milestone = „{ $name }“ ist kein Meilenstein des Prozesses; seine Meilensteine sind: { $names }
answers-deal-example = { $milestone } zustimmen und den Tag nennen
answers-deal-example-order = Den Auftrag unterschreiben und den Tag nennen, an dem wir beginnen
answers-deal-fallback = Nennen, wer { $milestone } zustimmen muss, und einen Tag für ein Treffen
answers-deal-fallback-order = Den Tag nennen, an dem der Auftrag unterschrieben wird
answers-deal-why = { $from ->
    [process] Das Zusageziel ist das von { $process }
    [won] Mit diesem Zusageziel wurde der Meilenstein { $times ->
        [0] in keinem gewonnenen Deal
        [one] in 1 gewonnenen Deal
       *[other] in { $times } gewonnenen Deals
    } erreicht
    [reached] Alle Meilensteine sind erreicht
   *[nothing] Weder der Prozess noch gewonnene Deals sagen, worum zu bitten ist
}{ $ahead ->
    [won] ; in gewonnenen Deals wurde das { $days ->
        [one] 1 Tag
       *[other] { $days } Tage
    } im Voraus zugesagt (die Mitte aus { $dates ->
        [one] 1 Termin
       *[other] { $dates } Terminen
    }).
    [process] ; der Prozess sieht dafür { $days ->
        [one] 1 Tag
       *[other] { $days } Tage
    } vor.
   *[nothing] .
}
answers-deal-call = Rufen Sie { $deal } am { $on } an und bitten Sie um dies: { $objective }.
answers-deal-call-by = Rufen Sie { $deal } am { $on } an und bitten Sie um dies: { $objective }, bis { $by }.
answers-deal-proposed = Vorgeschlagen
answers-deal-plan-recorded = Geplant für den { $on }. Bitten Sie um dies: { $objective }
answers-deal-objective-by = { $objective }, bis { $by }
answers-deal-if-not = Sonst: { $fallback }
answers-deal-log-it = Halten Sie es fest mit: milepost call held { $deal }
answers-deal-already = Das ist für { $deal } schon erfasst.
answers-deal-recorded = Für { $deal } erfasst: { $kinds }.
answers-deal-recorded-held = Für { $deal } erfasst, geführt am { $on }: { $kinds }.
answers-deal-recorded-title = Erfasst
answers-deal-sheet-none = Für { $deal } ist kein Kundengespräch geplant; Sie können eines ohne Zusageziel festhalten.
answers-deal-sheet = Geplant für den { $on }: { $objective }.
answers-deal-sheet-by = Geplant für den { $on }: { $objective }, bis { $by }.
answers-deal-sheet-title = Geplant
answers-deal-unlogged = Kundengespräche ohne Ergebnis
answers-deal-unlogged-yesterday = Gestrige Kundengespräche ohne Ergebnis
answers-deal-name = Name
answers-deal-account = Kunde
answers-deal-owner = Verantwortlich
answers-deal-source = Quelle
answers-deal-kind = Art
answers-deal-category = Kategorie
answers-deal-pipeline = Pipeline
answers-deal-amount = Betrag
answers-deal-expected-close = erwarteter Abschluss
