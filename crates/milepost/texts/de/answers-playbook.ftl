# The room "answers-playbook".
answers-playbook-no-process = Es gibt noch keinen Prozess zu erklären; importieren Sie Deals oder veröffentlichen Sie einen
answers-playbook-a-customer = Ein Kunde
answers-playbook-story = { $whose }: { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
}
answers-playbook-story-with = { $whose }, mit { $owner }: { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
}
answers-playbook-usual = { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
} nach dem davor
answers-playbook-odds = { $chance } der Deals, die ihn erreichen, werden gewonnen
answers-playbook-share = { $share } der Verkäufe haben ihn
answers-playbook-means = Was er bedeutet
answers-playbook-proves = Was ihn beweist
answers-playbook-ask = Worum Sie bitten
answers-playbook-departments = Abteilungen
answers-playbook-usually = Üblich
answers-playbook-record = In unserem eigenen Datenbestand
answers-playbook-takes = Ein Verkauf braucht { $n ->
    [one] 1 Meilenstein
   *[other] { $n } Meilensteine
}, jeder ein Schritt des Kunden (Fassung { $version }).
answers-playbook-takes-provisional = Ein Verkauf braucht { $n ->
    [one] 1 Meilenstein
   *[other] { $n } Meilensteine
}, jeder ein Schritt des Kunden (vorläufig).
answers-playbook-sales = Bisher { $n ->
    [0] keine Verkäufe
    [one] 1 Verkauf
   *[other] { $n } Verkäufe
}.
answers-playbook-sales-within = Bisher { $n ->
    [0] keine Verkäufe
    [one] 1 Verkauf
   *[other] { $n } Verkäufe
}, die Hälfte davon innerhalb von { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
}.
answers-playbook-title = Playbook

# Das Dokument.
answers-playbook-how-we-sell = Wie wir verkaufen: { $name }
answers-playbook-how-it-went = Wie es ging
answers-playbook-day = Tag { $day }: { $milestone }
answers-playbook-day-order = Tag { $day }: der Auftrag
answers-playbook-made = Aus dem Datenbestand mit Stand { $day } erstellt.

# Wer was getan hat, und was importiert wurde.
answers-audit-nothing = Im Datenbestand ist nichts, was dazu passt.
answers-audit-shown = { $n ->
    [one] 1 Ereignis
   *[other] { $n } Ereignisse
}, das neueste festgehalten { $when } UTC.
answers-audit-shown-older = { $n ->
    [one] 1 Ereignis
   *[other] { $n } Ereignisse
}, das neueste festgehalten { $when } UTC; es gibt noch ältere.
answers-audit-events = Ereignisse
answers-imports-none = Es ist noch nichts importiert.
answers-imports-all = { $n ->
    [one] 1 Import
   *[other] { $n } Importe
}.
answers-imports-undone = { $n ->
    [one] 1 Import
   *[other] { $n } Importe
}, davon { $undone } rückgängig gemacht.
answers-imports-title = Importe
answers-imports-facts = { $facts ->
    [one] 1 Eintrag
   *[other] { $facts } Einträge
} zu { $deals ->
    [0] keinem Deal
    [one] 1 Deal
   *[other] { $deals } Deals
} { $facts ->
    [one] zählt
   *[other] zählen
} nicht mehr; dieselben Dateien können wieder importiert werden.
answers-imports-kept = Zu { $n ->
    [one] 1 Deal
   *[other] { $n } Deals
} wurde hier seither etwas festgehalten: Das bleibt.
answers-audit-process-published = Prozess veröffentlicht
answers-audit-deal-opened = Deal angelegt
answers-audit-deal-changed = Deal geändert
answers-audit-milestone-reached = Meilenstein erreicht
answers-audit-milestone-undone = Meilenstein zurückgenommen
answers-audit-deal-won = Deal gewonnen
answers-audit-deal-lost = Deal verloren
answers-audit-deal-reopened = Deal wieder geöffnet
answers-audit-call-planned = Kundengespräch geplant
answers-audit-call-held = Kundengespräch geführt
answers-audit-commitment-made = Zusage erhalten
answers-audit-commitment-kept = Zusage gehalten
answers-audit-commitment-broken = Zusage gebrochen
answers-audit-commitment-renegotiated = Zusage neu verhandelt
answers-audit-taken-back = Kundengespräch oder Zusage zurückgenommen
answers-audit-activity-logged = Handlung festgehalten
answers-audit-touch-recorded = Kontakt erfasst
answers-audit-spend-recorded = Ausgaben erfasst
answers-audit-quota-set = Vorgabe gesetzt
answers-audit-rate-set = Kurs gesetzt
answers-audit-forecast-given = Prognose abgegeben
answers-audit-import-undone = Import rückgängig gemacht
