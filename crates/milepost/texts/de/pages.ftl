# The room "pages".
pages-rest = { $n } weitere stehen in der { $list }; oder grenzen Sie die Liste nach Verantwortlichen, Team oder Quelle ein.
pages-list-of-all = Liste aller
pages-picture = Dieses Bild als SVG

# Was viele Seiten sagen.
pages-milestones = Meilensteine
pages-milestone = Meilenstein
pages-account = Kunde
pages-expected-close = Erwarteter Abschluss
pages-no-milestone-yet = noch kein Meilenstein
pages-overdue = Überfällig
pages-overdue-stop = Überfällig.
pages-stalled-stop = Stockt.
pages-not-yet = noch nicht
pages-the-order = der Auftrag
pages-name = Name
pages-by = { $milestone } bis { $day }
pages-no-day = '{ $text }' ist kein Tag; schreiben Sie ihn als 2026-11-23

# Die Liste des Tages.
pages-next-table = Was als Nächstes geschehen muss
pages-next-ask = Was der Kunde zusagen soll
pages-list-ask = Zusageziel:
pages-next-why = Warum der Deal hier steht
pages-next-recorded = Erfasst für { $deal }.
pages-next-week = Diese Woche im Überblick
pages-next-departments = Woran jede Abteilung beteiligt ist:
pages-next-all-departments = Alle Abteilungen
pages-next-overdue = Überfällig: ein zugesagter Termin ist verstrichen
pages-next-stalled = Stockend
pages-next-due-soon = Fällig binnen einer Woche
pages-next-later = Unterwegs
pages-next-planned = Kundengespräch geplant für den { $day }
pages-next-quiet = Seit { $n ->
    [one] 1 Tag
   *[other] { $n } Tagen
} ohne Bewegung.
pages-next-gain = { $milestone } brächte etwa { $gain } mehr.

# Ein Deal.
pages-deal-missing = nennen Sie einen Deal: /deals/ID
pages-deal-next = Wie es weitergeht
pages-deal-known = Bekannt
pages-deal-story = Verlauf
pages-deal-latest = das Neueste zuerst
pages-deal-won = Gewonnen
pages-deal-lost = Verloren
pages-deal-opened = Angelegt
pages-deal-closed = Abgeschlossen
pages-deal-closed-as = { $day } ({ $state ->
    [won] gewonnen
   *[lost] verloren
})
pages-deal-next-milestone = Nächster Meilenstein
pages-deal-agreed = Zugesagt
pages-deal-no-step = kein nächster Schritt
pages-deal-here = An diesem Meilenstein
pages-deal-quiet = Ohne Bewegung
pages-deal-ended = Nichts mehr: Der Deal ist { $state ->
    [won] gewonnen
   *[lost] verloren
}.
pages-deal-not-known = unbekannt
pages-deal-calls = Kundengespräche
pages-deal-held = { $held } geführt, { $planned } davon mit Zusageziel
pages-deal-known-only = Erst am { $day } bekannt geworden.

# Deals, Seite für Seite.
pages-deals-no-page = '{ $text }' ist keine Seite; Seiten werden ab 1 gezählt
pages-deals-one-of = { $name } kann nicht '{ $text }' sein; schreiben Sie { $all }
pages-deals-opened-from = Angelegt ab
pages-deals-closed-from = Abgeschlossen ab
pages-deals-won-from = Gewonnen ab
pages-deals-to = bis
pages-deals-search = Kunde, Name oder Nummer
pages-deals-state = Zustand
pages-deals-open = offen
pages-deals-won = gewonnen
pages-deals-lost = verloren
pages-deals-closed = abgeschlossen
pages-deals-all = alle
pages-deals-more = Tage und Meilensteine
pages-deals-reached = Hat erreicht
pages-deals-any = beliebig
pages-deals-tick = Ankreuzen
pages-deals-tick-one = { $deal } ankreuzen
pages-deals-closes = Abgeschlossen oder erwartet
pages-deals-moved = Zuletzt bewegt
pages-deals-after = nach { $milestone }
pages-deals-pages = Seiten der Liste
pages-deals-place = { $first }–{ $last } von { $found }
pages-deals-first = Erste
pages-deals-previous = Vorige
pages-deals-next = Nächste
pages-deals-last = Letzte
pages-deals-change = Angekreuzte Deals ändern
pages-deals-whole-list = Alle { $n } Deals dieser Liste, nicht nur die angekreuzten
pages-deals-give = Zuweisen
pages-deals-set-day = Tag setzen
pages-deals-set-source = Quelle setzen
pages-deals-lost-because = Verloren, weil
pages-deals-recorded = Erfasst für { $deals }.
pages-deals-say-undo = sagen Sie, was zurückgenommen werden soll
pages-deals-tick-first = kreuzen Sie zuerst die Deals an, die Sie ändern wollen; es wurde nichts erfasst
pages-deals-say-owner = sagen Sie, an wen; es wurde nichts erfasst
pages-deals-say-day = sagen Sie, welcher Tag; es wurde nichts erfasst
pages-deals-say-source = sagen Sie, welche Quelle; es wurde nichts erfasst
pages-deals-say-milestone = sagen Sie, welcher Meilenstein; es wurde nichts erfasst
pages-deals-outcome = { $n ->
    [0] Keine Deals
    [one] 1 Deal
   *[other] { $n } Deals
} erfasst; { $left ->
    [0] keine Deals
    [one] 1 Deal
   *[other] { $left } Deals
} nicht, aus diesen Gründen
pages-deals-outcome-back = { $n ->
    [0] Keine Deals
    [one] 1 Deal
   *[other] { $n } Deals
} zurückgenommen; { $left ->
    [0] keine Deals
    [one] 1 Deal
   *[other] { $left } Deals
} nicht, aus diesen Gründen
pages-deals-more-refused = Und { $n ->
    [one] 1 weiterer Deal
   *[other] { $n } weitere Deals
}.
pages-deals-back = Zurück zur Liste

# Kunden.
pages-accounts-open = Offen, { $currency }
pages-accounts-next = Was als Nächstes geschieht
pages-accounts-who = Wer
pages-accounts-by = Bis
pages-accounts-won = Zuvor { $n ->
    [0] keine Deals
    [one] 1 Deal
   *[other] { $n } Deals
} gewonnen, { $value }
pages-accounts-no-open = kein offener Deal

# Was nicht gelesen, gefunden oder gegeben werden kann.
pages-address-wrong = die Adresse ist nicht lesbar: { $error }
pages-no-amount = '{ $text }' ist kein Betrag; schreiben Sie ihn als 1200.50
pages-no-group = Deals lassen sich nicht nach '{ $text }' ordnen; schreiben Sie milestone, owner, team oder source
pages-not-made = diese Seite konnte nicht erstellt werden ({ $error }); führen Sie aus: milepost verify
pages-no-picture = diese Seite hat jetzt kein solches Bild
pages-picture-of = Milepost, { $page }, Stand { $day }
pages-not-found = Nicht gefunden
pages-not-understood = Nicht verstanden
pages-wrong = Etwas stimmt nicht
pages-to-next = Ansehen, was als Nächstes geschehen muss
pages-nowhere = unter { $path } gibt es keine Seite
pages-one-object = senden Sie ein JSON-Objekt: { $what }
pages-no-object = senden Sie ein JSON-Objekt: Das ist keines

# Wer was getan hat.
pages-audit-no-number = '{ $text }' ist keine Zahl
pages-audit-filters = Filter
pages-audit-person = Person
pages-audit-kind = Art
pages-audit-from = Von
pages-audit-to = Bis
pages-audit-events = Ereignisse
pages-audit-older = Ältere
pages-audit-recorded = Erfasst (UTC)
pages-audit-who = Wer
pages-audit-what = Was
pages-audit-system = Aus
pages-audit-not-said = nicht gesagt

# Der Kalender.
pages-calendar-week = Woche ab { $day }
pages-calendar-passed = Verstrichen und nicht erledigt
pages-calendar-subscribe = In einem Kalenderprogramm abonnieren (iCalendar)
pages-calendar-day = Tag
pages-calendar-what = Was
pages-weekday = { $day ->
    [0] Mo
    [1] Di
    [2] Mi
    [3] Do
    [4] Fr
    [5] Sa
   *[other] So
}

# Fehler in den Daten.
pages-check-share = { $share } der betrachteten Deals
pages-check-deals = { $n ->
    [0] keine Deals
    [one] 1 Deal
   *[other] { $n } Deals
} von { $of }
pages-check-facts = { $n ->
    [0] keine Deals
    [one] 1 Deal
   *[other] { $n } Deals
} von { $of }, in { $facts ->
    [one] 1 Eintrag
   *[other] { $facts } Einträgen
}
pages-check-remedy = Was zu tun ist:
pages-check-examples = Zum Beispiel:

# Die Woche im Überblick.
pages-week-unlogged = Wie endeten diese Kundengespräche?
pages-week-log = Festhalten
pages-week-overdue = Zugesagt und nicht erledigt
pages-week-until = Bis { $day }
pages-week-stalled = Insgesamt { $n ->
    [0] keine Deals
    [one] 1 Deal
   *[other] { $n } Deals
}; diese fallen am meisten ins Gewicht:

# Wo es keine Deals gibt.
pages-empty-past = Vor dem { $day } war kein Deal bekannt.
pages-empty-later = Nehmen Sie ein späteres Datum, oder keines, um zu sehen, was jetzt bekannt ist.
pages-empty = Dieser Datenbestand enthält noch keine Deals.
pages-empty-own = Importieren Sie Ihre eigenen
pages-empty-what = was zu exportieren ist
pages-empty-managers = Leiter und Administratoren können welche einlesen, auf der Seite Import.
pages-empty-shell = Oder auf der Kommandozeile
pages-empty-then = Laden Sie danach diese Seite neu:
pages-empty-export = Exportieren Sie Ihre Deals und deren Verlauf aus Salesforce, HubSpot oder Pipedrive, oder schreiben Sie eine Tabelle mit einer Zeile für jedes Ereignis; { $what }. Gelesen wird auf diesem Rechner, und nichts verlässt ihn.
pages-empty-dry-run = Um zuerst zu sehen, was aus einer Datei gelesen würde und was an ihr nicht stimmt:
pages-empty-sample = Oder sehen Sie sich ein Beispielunternehmen an
pages-empty-sample-how = Drei Jahre eines Unternehmens mit acht Verkäufern, in einem eigenen Datenbestand:

# Suchen, und die Tasten.
pages-find-what = Name oder Nummer
pages-keys = Tasten
pages-keys-slash = / oder Strg K
pages-keys-find = einen Deal, einen Kunden, eine Person, eine Seite oder eine Aktion suchen
pages-keys-jk = j und k
pages-keys-move = in einer Liste nach unten und oben
pages-keys-enter = Eingabe
pages-keys-open = öffnen, was gewählt ist
pages-keys-arrows = ← und →
pages-keys-points = auf einer Zeichnung: die Werte ihrer Punkte
pages-keys-these = diese Tasten

# Wie weit ein Deal ist.
pages-strip = { $done } von { $n } Meilensteinen
pages-strip-furthest = { $done } von { $n } Meilensteinen, der weiteste: { $last }

# Das Playbook.
pages-playbook-stories = Wie es lief
pages-playbook-names = Mit Namen
pages-playbook-no-names = Ohne Namen
pages-playbook-markdown = Als Markdown: { $command }
pages-playbook-earlier = Frühere Fassungen:
pages-playbook-version = Fassung { $version }, bis { $day }
pages-playbook-day = Tag { $day }
pages-playbook-order = Der Auftrag

# Gespeicherte Ansichten.
pages-views-lead = { $n ->
    [0] Keine gespeicherten Ansichten
    [one] 1 gespeicherte Ansicht
   *[other] { $n } gespeicherte Ansichten
}
pages-views-page = Seite
pages-views-save = Ansicht speichern
pages-views-forget-one = { $view } vergessen
pages-views-forget = Vergessen
pages-views-how = Am Fuß einer Seite bewahrt { $save } sie mit allem auf, wonach gefragt war: Verantwortliche, Team, Quelle, Tag.

# Coaching.
pages-coach-everyone = Alle
pages-coach-closed = { $n ->
    [0] keine abgeschlossenen Deals
    [one] 1 abgeschlossener Deal
   *[other] { $n } abgeschlossene Deals
}, davon { $won } gewonnen
pages-coach-pace = { $pace } des Tempos im Team
pages-coach-closed-label = Abgeschlossen
pages-coach-won = { $deals }, davon { $won } gewonnen: { $rate } ({ $low } bis { $high })
pages-coach-month-ago = Vor einem Monat
pages-coach-then-now = { $then } des Tempos im Team, jetzt { $now }
pages-coach-steps = Schritt für Schritt
pages-coach-deals = Deals, die jetzt dort stehen
pages-coach-for = Seit
pages-coach-for-days = { $n ->
    [one] 1 Tag
   *[other] { $n } Tagen
}
pages-coach-ask = Worum bitten
pages-coach-calls = Kundengespräche zum gemeinsamen Durchgehen
pages-coach-asked = Gebeten um: { $objective }
pages-coach-wordings = Zusageziele, denen Kunden hier zustimmen
pages-coach-quoted = „{ $text }“
pages-coach-gained = erreicht in { $gained } von { $n ->
    [0] keinen Kundengesprächen
    [one] 1 Kundengespräch
   *[other] { $n } Kundengesprächen
}
pages-coach-gained-by = erreicht in { $gained } von { $n ->
    [0] keinen Kundengesprächen
    [one] 1 Kundengespräch
   *[other] { $n } Kundengesprächen
}, am meisten genutzt von { $owner }
pages-coach-agreed = Vereinbart
pages-coach-until-next = Was bis zum nächsten Gespräch getan wird, und bis wann:
pages-coach-step = Schritt zu
pages-coach-against = Tempo gegenüber dem Team
pages-coach-taken = Gegangen
pages-coach-expected = Zu erwarten
pages-coach-real = mehr als Zufall
pages-coach-luck = kann Zufall sein
pages-coach-objectives = Erreichte Zusageziele
pages-coach-by = Nach
pages-coach-held = Kundengespräche
pages-coach-gained-label = Erreicht
pages-coach-share = Anteil
pages-coach-between-label = Zwischen
pages-coach-between = { $low } und { $high }
pages-deals-say-what = sagen Sie, was geschehen soll: owner, close, source, reach, lose oder back

# Was das Skript sagt.
pages-script-page = Seite
pages-script-view = Ansicht
pages-script-action = Aktion
pages-script-find = Einen Deal, einen Kunden, eine Person, eine Seite oder eine Aktion suchen
pages-script-found = Gefunden
pages-script-silent = Das Programm antwortet nicht.
pages-script-nothing = Nichts hat „{ $text }“ im Namen.
pages-script-close = Schließen
pages-script-tick-all = Alle Deals dieser Seite ankreuzen

# Was sich tun lässt: Die Palette findet es über den Namen, und was mit einem Deal geschieht, über das Wort davor.
pages-acts = Was sich tun lässt
pages-act-open = Einen Deal anlegen
pages-act-many = Viele Deals auf einmal ändern
pages-act-import = Dateien importieren
pages-act-undo = Einen Import rückgängig machen
pages-act-process = Den Prozess bearbeiten und veröffentlichen
pages-act-publish = Die entdeckten Meilensteine veröffentlichen
pages-act-quota = Eine Vorgabe setzen
pages-act-lead = Einen Lead erfassen
pages-act-view = Eine gespeicherte Ansicht öffnen
pages-act-week = Diese Woche, zum Drucken oder als E-Mail
pages-act-calendar = Den Kalender abonnieren (iCalendar)
pages-act-person = Eine Person hinzufügen
pages-act-settings = Währung, Zeitzone und Geschäftsjahr festlegen
pages-act-mail = Mailserver einstellen
pages-act-account = Mein Passwort ändern, einen zweiten Faktor einrichten, mich abmelden
pages-act-audit = Sehen, wer was getan hat
pages-word-plan = planen
pages-do-plan = Ein Kundengespräch planen
pages-word-log = festhalten
pages-do-log = Ein Kundengespräch festhalten
pages-word-reach = erreichen
pages-do-reach = Einen Meilenstein erreichen
pages-word-win = gewinnen
pages-do-win = Den Deal gewinnen
pages-word-lose = verlieren
pages-do-lose = Den Deal verlieren
pages-word-change = ändern
pages-do-change = Den Deal ändern
pages-act-how = / und dann { $word } und ein Teil des Deals

# Eine Vorgabe, im Browser gesetzt.
pages-quota = Vorgabe
pages-quotas = Vorgaben
pages-quota-told = { $n ->
    [0] Keine Vorgaben gesetzt
    [one] 1 Vorgabe gesetzt
   *[other] { $n } Vorgaben gesetzt
}
pages-quota-forecast = Was die Prognose dazu sagt
pages-quota-amount = Soll bringen
pages-quota-currency = Währung
pages-quota-period = Zeitraum
pages-quota-whose = Für
pages-quota-company = das Unternehmen
pages-quota-set = Vorgabe setzen
pages-quota-from = Von
pages-quota-to = Bis
pages-quota-this-quarter = dieses Quartal
pages-quota-next-quarter = nächstes Quartal
pages-quota-this-month = dieser Monat
pages-quota-next-month = nächster Monat
pages-quota-no-currency = „{ $said }“ ist keine Währung; schreiben Sie sie als EUR
pages-quota-no-amount = „{ $said }“ ist kein Geldbetrag; schreiben Sie ihn als 250.000

# Die Chance eines Deals.
pages-odds = Chance
pages-odds-none = Sie kommt mit der Prognose, und die wurde seit dem Start des Programms noch nicht gemacht. { $make }
pages-odds-make = Prognose machen
pages-odds-older = Diese Chance ist von { $time } Uhr; was seither erfasst wurde, steht in der Prognose.
pages-odds-missing = Dieser Deal ist noch nicht in der Prognose.
pages-odds-forecast = Die ganze Prognose
pages-odds-won = Was, wenn er gewonnen wird?
pages-odds-told = { $ever }, irgendwann gewonnen zu werden, { $period } vom { $from } bis zum { $to }.
pages-odds-no-why = Gründe werden zu den Deals genannt, die am meisten zur Prognose beitragen.
pages-odds-why = Warum, in dieser Zeit
pages-odds-points = Punkte
pages-odds-average = der durchschnittliche offene Deal
pages-odds-together = Zusammen
