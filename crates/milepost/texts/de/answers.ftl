# Texte des Raums "answers".
# Was mehrere Antworten teilen.
answers-and = und
answers-quoted = „{ $text }“
answers-not-known = (nicht bekannt)
answers-ask-milestone = { $milestone } und einen Termin dafür vereinbaren
answers-ask-next-step = Einen nächsten Schritt und einen Termin dafür vereinbaren
answers-ask-order = Um den Auftrag bitten
answers-nothing-to-read = Es ist kein Prozess veröffentlicht, und die Daten nennen keine Phasen oder Ereignisse, aus denen sich einer ablesen ließe.
answers-provisional = Es ist noch kein Prozess veröffentlicht: Diese Meilensteine sind die Phasen oder Ereignisse der Daten in ihrer üblichen Reihenfolge. Veröffentlichen Sie Ihren mit: milepost process publish FILE
answers-no-process-at-all = einen Prozess „{ $name }“ gibt es nicht: Bisher ist keiner veröffentlicht
answers-no-process = einen Prozess „{ $name }“ gibt es nicht; veröffentlicht sind: { $names }
answers-no-milestone = der Prozess hat keinen Meilenstein „{ $wanted }“; zur Wahl stehen: { $names }
answers-nothing-between = kein Deal ist mindestens { $least } und höchstens { $most } wert
answers-no-one-has-any = Damals war bei keinem Deal { $what ->
    [owner] bekannt, wer verantwortlich ist
    [team] ein Team bekannt
   *[source] eine Quelle bekannt
}; darum wird zu „{ $wanted }“ nichts gezeigt.
answers-no-such-one = Damals war kein Deal mit { $what ->
    [owner] dem Verantwortlichen
    [team] dem Team
   *[source] der Quelle
} „{ $wanted }“ bekannt; es gab: { $names }.
answers-no-date = „{ $text }“ ist kein Datum; schreiben Sie es als 2026-11-23 oder 2026-11-23T09:30:00Z
answers-no-rate = einige Deals sind in { $from }, und geantwortet wird in { $currency }, aber für den { $day } ist kein Kurs zwischen beiden bekannt; tragen Sie einen ein mit: milepost rate { $from } { $currency } RATE --day { $iso }

# Die Frage "accounts".
answers-accounts-none = Kein Kunde hat „{ $search }“ im Namen.
answers-accounts-all = { $n ->
    [0] Keine Kunden
    [one] 1 Kunde
   *[other] { $n } Kunden
} mit offenen Deals, { $stalled ->
    [0] bei keinem stockt es
    [one] bei 1 stockt es
   *[other] bei { $stalled } stockt es
}.
answers-account-reached = { $account } ({ $n ->
    [one] 1 offener Deal
   *[other] { $n } offene Deals
}) hat { $milestone } erreicht.
answers-account-before = { $account } ({ $n ->
    [one] 1 offener Deal
   *[other] { $n } offene Deals
}) steht vor dem ersten Meilenstein.
answers-account-closed = { $account } hat keinen offenen Deal.
answers-account-next = Was als Nächstes geschehen muss: { $objective }.
answers-account-next-by = Was als Nächstes geschehen muss: { $objective }, bis { $by }.
answers-account-parts = Daran beteiligt: { $departments }.
answers-account-won = { $n ->
    [one] 1 Deal wurde
   *[other] { $n } Deals wurden
} früher gewonnen.

# Die Frage "calendar".
answers-calendar-none = Kein Kunde hat einen Tag zugesagt, und kein Kundengespräch ist geplant.
answers-calendar-all = { $agreed ->
    [0] Kein Tag ist
    [one] 1 Tag ist
   *[other] { $agreed } Tage sind
} mit Kunden vereinbart, { $calls ->
    [0] kein Kundengespräch ist
    [one] 1 Kundengespräch ist
   *[other] { $calls } Kundengespräche sind
} geplant; von diesen Tagen { $overdue ->
    [0] ist keiner vergangen
    [one] ist 1 vergangen
   *[other] sind { $overdue } vergangen
}.
answers-calendar-dates = Vereinbarte Tage und geplante Kundengespräche
answers-calendar-agreed = Der Kunde hat { $milestone } bis { $day } zugesagt. Fragen Sie, ob es erledigt ist.
answers-calendar-agreed-who = Der Kunde hat { $milestone } bis { $day } zugesagt ({ $who }). Fragen Sie, ob es erledigt ist.
answers-calendar-call = Kundengespräch: { $customer }
answers-calendar-objective = Zusageziel: { $objective }.
answers-calendar-objective-by = Zusageziel: { $objective }, bis { $by }.
answers-calendar-if-not = Sonst: { $fallback }.

# Die Frage "deals".
answers-deals-no-page = fragen Sie nach mindestens einem Deal und zählen Sie Seiten ab 1
answers-deals-none = So ist kein { $state ->
    [open] offener Deal
    [won] gewonnener Deal
    [lost] verlorener Deal
    [closed] abgeschlossener Deal
   *[all] Deal
}.
answers-deals-all = { $state ->
    [open] { $n ->
        [one] 1 offener Deal
       *[other] { $n } offene Deals
    }
    [won] { $n ->
        [one] 1 gewonnener Deal
       *[other] { $n } gewonnene Deals
    }
    [lost] { $n ->
        [one] 1 verlorener Deal
       *[other] { $n } verlorene Deals
    }
    [closed] { $n ->
        [one] 1 abgeschlossener Deal
       *[other] { $n } abgeschlossene Deals
    }
   *[all] { $n ->
        [one] 1 Deal
       *[other] { $n } Deals
    }
}{ $amounts ->
    [none] .
    [some] {" "}im Wert von { $value } { $currency }; bei { $lacking } davon ist kein Betrag bekannt.
   *[all] {" "}im Wert von { $value } { $currency }.
}

# Die Frage "digest".
answers-digest-log = Festhalten
answers-digest-all = { $calls ->
    [0] Kein Kundengespräch ist
    [one] 1 Kundengespräch ist
   *[other] { $calls } Kundengespräche sind
} festzuhalten, { $overdue ->
    [0] kein Deal ist
    [one] 1 Deal ist
   *[other] { $overdue } Deals sind
} überfällig, bis { $until } { $dates ->
    [0] ist kein Termin
    [one] ist 1 Termin
   *[other] sind { $dates } Termine
} vereinbart oder geplant, { $stalled ->
    [0] kein Deal stockt
    [one] 1 Deal stockt
   *[other] { $stalled } Deals stocken
}.

# Die Frage "find".
answers-find-nothing-asked = Geben Sie einen Teil der Kennung eines Deals ein, oder des Namens eines Kunden oder Verkäufers.
answers-find-none = Damals war nichts bekannt, das „{ $text }“ im Namen hat.
answers-find-all = { $n ->
    [one] 1 Treffer
   *[other] { $n } Treffer
} für „{ $text }“, die wahrscheinlichsten zuerst.
answers-find-found = Gefunden
answers-find-salesperson = Verkäufer
answers-find-state-open = offen
answers-find-state-won = gewonnen
answers-find-state-lost = verloren
answers-find-open-deals = { $n ->
    [0] Keine offenen Deals
    [one] 1 offener Deal
   *[other] { $n } offene Deals
}

# Die Frage "process".
answers-process-none = Es gibt noch keinen Prozess.
answers-process-provisional = Der vorläufige Prozess: { $milestones ->
    [one] 1 Meilenstein
   *[other] { $milestones } Meilensteine
}. Nach ihm { $deals ->
    [0] sind keine Deals
    [one] ist 1 Deal
   *[other] sind { $deals } Deals
} gelesen, { $won ->
    [0] keiner davon
    [one] 1 davon
   *[other] { $won } davon
} gewonnen.
answers-process-named = { $name } (Version { $version }): { $milestones ->
    [one] 1 Meilenstein
   *[other] { $milestones } Meilensteine
}. Danach { $deals ->
    [0] sind keine Deals
    [one] ist 1 Deal
   *[other] sind { $deals } Deals
} gelesen, { $won ->
    [0] keiner davon
    [one] 1 davon
   *[other] { $won } davon
} gewonnen.
answers-process-thin = Hinter { $n ->
    [one] 1 Median
   *[other] { $n } Medianen
} stehen weniger als { $few } Deals: Lesen Sie das mit Vorsicht.
answers-process-few-won = Die Anteile beziehen sich auf nur { $n ->
    [one] 1 gewonnenen Deal
   *[other] { $n } gewonnene Deals
}.
answers-process-milestones = Meilensteine
answers-process-versions = Veröffentlichte Versionen
