# The room "calls".

# Ein Kundengespräch planen, festhalten, und was aus Zusagen wurde.
calls-say-ending = sagen Sie, wie das Kundengespräch endete: { $all }
calls-say-new-date = sagen Sie, welcher neue Termin vereinbart wurde
calls-say-what-became = sagen Sie, was daraus wurde: kept, broken oder moved, mit dem neuen Termin
calls-how-ended = Wie endete das Kundengespräch mit { $with }?
calls-next-with = Das nächste Kundengespräch mit { $with }
calls-objective = Was soll der Kunde zusagen?
calls-anyway = So erfassen, wie es ist
calls-by-when = Bis wann
calls-call-on = Kundengespräch am
calls-plan = Gespräch planen
calls-log = Gespräch festhalten
calls-fallback = Wenn nicht, worum Sie sonst bitten
calls-leads-to = Führt zu
calls-to-the-order = dem Auftrag
calls-more = Mehrere Meilensteine, ein anderer Tag, eine Notiz
calls-milestones-gained = Erreichte Meilensteine
calls-another-day = Zugesagt für einen anderen Tag
calls-held-on = Geführt am
calls-note = Was gesagt wurde
calls-unplanned = Das war ein anderes Kundengespräch, ohne Zusageziel
calls-none-planned = Es ist kein Kundengespräch geplant: Dieses zählt als eines ohne Zusageziel.
calls-planned-for = Geplant für den { $day }:
calls-by-day = bis { $day }
calls-if-not = Wenn nicht: { $fallback }
calls-agreed-by = Zugesagt, bis { $day }
calls-done-already = Schon erledigt
calls-gained-as-planned = Wie geplant erreicht
calls-gained = Erreicht: { $milestone }
calls-fallback-gained = Ausweichziel erreicht
calls-continuation = Vertagung
calls-no-sale = Absage
calls-order = Auftrag
calls-after-these = Danach noch { $n ->
    [one] 1 Kundengespräch
   *[other] { $n } Kundengespräche
}.
calls-kept = Gehalten
calls-broken = Nicht gehalten
calls-new-date = Neuer Termin: { $day }
calls-another-date = Anderer Termin
calls-agree-on-it = Vereinbaren

# Was mit einem Deal geschehen kann.
calls-revision = revision ist eine Anzahl von Einträgen
calls-say-revision = sagen Sie, welche revision des Deals zurückgenommen werden soll
calls-say-milestone = sagen Sie, welcher Meilenstein
calls-deal-lead = Was ist aus diesem Deal geworden?
calls-change-deal = Deal ändern
calls-open-lead = Wer könnte kaufen, und was?
calls-amount = Betrag
calls-recorded = Erfasst: { $what }.
calls-undo = Rückgängig machen
calls-meanwhile = Inzwischen erfasst
calls-by-whom = von { $who }
calls-do = Aktionen
calls-change = Ändern
calls-save = Speichern
calls-save-again = Erneut speichern
calls-won = Gewonnen
calls-lost = Verloren
calls-why = Warum
calls-record-lost = Als verloren erfassen
calls-reopen = Wieder öffnen
calls-on = Am
calls-evidence = Was es belegt
calls-reached = Erreicht
calls-why-not = Warum doch nicht
calls-take-back = Zurücknehmen
calls-number = Nummer (leer: sie wird vergeben)
calls-open-deal = Deal anlegen
calls-now = (jetzt { $now })
calls-currency = Währung
calls-not-blank = { $field ->
    [name] Der Name
    [account] Der Kunde
    [owner] Der Verantwortliche
    [source] Die Quelle
    [amount] Der Betrag
   *[close] Der erwartete Abschluss
} war bekannt und kann nicht leer bleiben; schreiben Sie, was jetzt stimmt
calls-no-amount = '{ $text }' ist kein Betrag; schreiben Sie ihn als 1200.50, ohne Komma
calls-say-what = sagen Sie, was geschehen soll: change, reach, undo, win, lose, reopen oder back
