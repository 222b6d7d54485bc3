# The room "draw".
draw-note = Hinweis: { $note }
draw-yes = ja
draw-overdue = Überfällig: { $what }
draw-deal = Deal { $deal }
draw-found = Im Datenbestand gefundene Meilensteine
draw-stages = Heute verwendete Stufen
draw-as-of = Stand { $day }: { $won ->
    [0] keine Verkäufe
    [one] 1 Verkauf
   *[other] { $won } Verkäufe
}, { $lost } verloren, { $open } offen
draw-opened = Angelegt
draw-won = Gewonnen
draw-stop = { $name } { $n ->
    [0] keine Deals
    [one] 1 Deal
   *[other] { $n } Deals
}
draw-lost = { $n } verloren
draw-chance = { $chance } gewonnen
draw-minutes = Minuten
draw-hours = Stunden

# Köpfe von Tabellen im Terminal; CSV behält den Namen der Spalte.
draw-head = { $column ->
    [account] Kunde
    [actor] Wer
    [actual] Gekommen
    [added] Einträge
    [advance] Fortschritt
    [after] nachher
    [amount] Betrag
    [as_of] Stand
    [ask_for] Worum bitten
    [asked] gefragt
    [at] Wann
    [because] Grund
    [before] vorher
    [best] bestes Ergebnis
    [beyond_luck] über den Zufall hinaus
    [bias] zu hoch oder zu niedrig
    [brings] bringt
    [by] bis
    [by_what] nach
    [by_whom] von
    [call] Kundengespräch
    [calls] Kundengespräche
    [cannot_say] kann nicht sagen
    [category] Prognosekategorie
    [chance_after] Chance danach
    [chance_before] Chance davor
    [change] Änderung
    [changes] ändert
    [close_date] erwarteter Abschluss
    [closed] abgeschlossen
    [code] Kennung
    [commit] zugesagt
    [committed] mit Zusage
    [cost] Kosten
    [cost_high] Kosten bis
    [cost_low] Kosten von
    [cost_per_sale] ein Verkauf kostet
    [coverage_80] in der Spanne
    [credit] Anteil
    [currency] Währung
    [dates] Tage
    [day] Tag
    [days] Tage
    [deal] Deal
    [deals] Deals
    [deals_before] Deals davor
    [departments] Abteilungen
    [detail] Einzelheit
    [due] fällig
    [each] jeder einzelne
    [event] Ereignis
    [events] Ereignisse
    [evidence] Nachweis
    [examples] Beispiele
    [expected] erwartet
    [expected_close] erwarteter Abschluss
    [facts] Einträge
    [fallback] Ausweichziel
    [fault] Fehler
    [files] Dateien
    [first] erster Kontakt
    [for] seit
    [forecast] Prognose
    [found_again] wiedergefunden
    [from] von
    [gained] erreicht
    [happened_at] geschehen
    [hazard] Ereignisrate
    [held] geführt
    [high] bis
    [id] Nummer
    [kind] Art
    [known] bekannt seit
    [last] zuletzt
    [last_years_wins_right] Verkäufe des Vorjahres: richtig
    [leads] Leads
    [leads_before] Leads davor
    [left] stehen davor
    [lesson] Lektion
    [linear] gleichmäßig
    [lost] verloren
    [lost_here] hier verloren
    [low] von
    [mail] E-Mail
    [markov] Markow
    [mean] Mittel
    [meaning] Bedeutung
    [means] Was das heißt
    [median_days] Tage im Median
    [median_of] Median aus
    [method] Verfahren
    [milestone] Meilenstein
    [milestones] Meilensteine
    [moved] zuletzt bewegt
    [n] Anzahl
    [name] Name
    [needed] nötig
    [new] neu
    [next] als Nächstes
    [next_quarter_share] Anteil am nächsten Quartal
    [note] Notiz
    [number] Nummer
    [objective] Zusageziel
    [on] am
    [open] offen
    [open_here] hier offen
    [opened] angelegt
    [options] Antworten
    [out_of_order] außer der Reihe
    [outcome] Ergebnis
    [overdue] überfällig
    [owner] Verantwortlich
    [p] Chance
    [p10] 1 von 10 weniger
    [p50] Median
    [p90] 1 von 10 mehr
    [p_win] Chance insgesamt
    [p_win_in_period] Chance im Zeitraum
    [pace] Tempo
    [pairs] Paare
    [passed] gingen weiter
    [path] Weg
    [people] Personen
    [person] Person
    [place] Stelle
    [planned_for] geplant für
    [position] Platz
    [published] veröffentlicht
    [quiet_days] stille Tage
    [quota_chance] Chance der Vorgabe
    [ranges_held] Spannen, die hielten
    [rate] Anteil
    [ratio] Verhältnis
    [reached] erreicht
    [real] mehr als Zufall
    [reason] Grund
    [recorded] festgehalten
    [recorded_at] festgehalten
    [remedy] Abhilfe
    [return_high] Ertrag bis
    [return_low] Ertrag von
    [return_on_spend] Ertrag der Ausgaben
    [revenue] Umsatz
    [right] richtig
    [role] Rolle
    [run_rate] Fortschreibung
    [sales] Verkäufe
    [says] sagt
    [second_factor] zweiter Faktor
    [shapley] Shapley
    [share] Anteil
    [share_of_won] Anteil der Verkäufe
    [situation] Lage
    [skipped] übersprungen
    [source] Quelle
    [spend] Ausgaben
    [stage] Stufe
    [stalled] stockt
    [state] Zustand
    [step] Schritt
    [stuck] steckt fest
    [sure] sicher
    [sure_right] richtig, wo sicher
    [system] System
    [taken] gemacht
    [taken_of_expected] gegangen von erwartet
    [team] Team
    [text] Text
    [time_decay] zeitlich abklingend
    [to] bis
    [u_shaped] U-förmig
    [undone] rückgängig
    [unsure] unsicher
    [used_most_by] am häufigsten von
    [value] Wert
    [verdict] Urteil
    [version] Fassung
    [wape] daneben um
    [way] Verfahren
    [weeks] Wochen
    [weighted] gewichtet
    [what] was
    [who] wer
    [why] warum
    [win_rate] Gewinnquote
    [win_rate_high] Gewinnquote bis
    [win_rate_low] Gewinnquote von
    [wish] Wenn
    [within_10] bis 10 % daneben
    [won] gewonnen
    [won_so_far] bisher gewonnen
    [won_support] in Verkäufen
   *[other] { $name }
}
