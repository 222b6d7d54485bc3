# The room "live".
live-unreadable = Ereignis { $event } des Datenbestands ist nicht lesbar: { $why }; starten Sie: milepost verify
live-write = Schreiben nicht möglich: { $why }
live-damaged = Ereignis { $event }: { $why }
live-only-looks = Ihre Rolle darf nur lesen: Bitten Sie einen Administrator um eine andere
live-no-deal-seen = unter den Deals, die Sie sehen, ist keiner „{ $deal }“
live-day-passed = { $day } ist vorbei; halten Sie stattdessen ein Kundengespräch fest, das stattgefunden hat
live-agreed-late = der Kunde kann nicht am { $on } zusagen, es bis { $by } zu tun; wählen Sie einen späteren Tag
live-nothing-agreed = beim Deal { $deal } ist nichts zugesagt, was noch offen wäre
live-undone-before = der Import von { $at } ist schon rückgängig gemacht
live-nothing-imported = zum Zeitpunkt { $at } wurde nichts importiert; milepost imports zeigt, was importiert wurde
live-not-yet = { $day } steht noch bevor; halten Sie es dann fest
live-before-deal = der Deal { $deal } beginnt am { $opened }: { $day } liegt davor; wählen Sie einen späteren Tag
live-nobody-known = niemand ist als „{ $person }“ bekannt
live-too-many-tries = zu viele Versuche; warten Sie { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}
live-wrong-login = E-Mail oder Passwort ist falsch
live-wrong-code = dieser Code ist falsch oder wurde schon verwendet
live-token-needs = ein Zugangsschlüssel braucht einen Namen, mindestens ein Recht und 1 bis 3650 Tage
live-old-link = dieser Link wurde schon verwendet oder ist zu alt; bitten Sie einen Administrator um einen neuen
live-login-needs = eine Anmeldung braucht einen Namen und eine E-Mail-Adresse
live-mail-taken = { $mail } gehört schon „{ $other }“
live-has-login = „{ $person }“ hat schon eine Anmeldung
live-first-login = eine erste Anmeldung gibt es schon
live-nobody-called = niemand heißt „{ $person }“; siehe: milepost person list
live-nobody-bears = niemand trägt die Kennung „{ $person }“
live-no-team = ein Team „{ $team }“ gibt es nicht; es gibt: { $teams }
live-team-part = { $under } ist schon Teil von { $team }, deshalb kann { $team } nicht Teil davon sein
live-last-admin = dies ist der letzte Administrator; machen Sie zuerst jemand anderen zum Administrator
live-code-shown = dieser Code ist falsch; geben Sie den ein, der jetzt angezeigt wird
live-not-your-password = das ist nicht Ihr Passwort
live-no-login = „{ $person }“ hat keine Anmeldung; legen Sie eine an mit: milepost person add
live-view-name = eine Ansicht braucht einen Namen
live-view-page = eine Ansicht ist eine Seite dieses Programms, etwa /pipeline?by=owner
live-view-most = es gibt { $most } Ansichten; vergessen Sie zuerst eine
live-several-called = mehrere heißen „{ $person }“; nehmen Sie die Kennung
live-password-length = nehmen Sie ein Passwort mit { $shortest } bis { $longest } Zeichen
live-password-not-hashed = daraus lässt sich kein Hash bilden
live-settings-unreadable = die Einstellungen in { $file } sind nicht lesbar: { $why }
live-settings-unwritable = die Einstellungen lassen sich nicht in { $file } schreiben: { $why }
live-settings-wrong = die Einstellungen in { $file } stimmen nicht: { $why }
live-settings-zone = time_zone „{ $zone }“ ist nicht bekannt; schreiben Sie sie als "Europe/Berlin"
live-settings-month = fiscal_year_start ist ein Monat von 1 bis 12
live-settings-language = language ist "en" oder "de"; ohne diese Angabe richtet sich die Sprache nach dem, der fragt
live-settings-no-month = „{ $month }“ ist kein Monat
live-settings-access = [access] ist keine Tabelle
live-settings-weeks = fiscal_weeks ist 4-4-5, 4-5-4 oder 5-4-4, nicht „{ $weeks }“
live-settings-weekday = first_weekday ist ein Tag wie sunday
live-settings-mail-hour = [mail] hour liegt zwischen 0 und 23
live-settings-mail-from = [mail] from ist eine E-Mail-Adresse, etwa milepost@example.com
live-settings-mail-port = Der Port liegt zwischen 1 und 65535; ohne Angabe gilt der übliche
live-settings-mail-user = Zu einem Passwort gehört ein Benutzer
live-settings-mail-address = Die Adresse beginnt mit https:// oder http://, etwa https://milepost.firma.example
live-settings-mail-table = [mail] ist keine Tabelle
live-settings-mail-again = Das Passwort gehört zum bisherigen Server: Geben Sie es noch einmal ein, damit es an einen anderen oder unverschlüsselt geschickt wird
live-settings-mail-day = [mail] day ist ein Wochentag wie monday
live-settings-sources = [sources] liest „{ $name }“ als „{ $one }“ und als „{ $other }“
live-store-missing = Bei „{ $place }“ gibt es keinen Datenbestand. Machen Sie mit „milepost import DATEI“ einen aus Ihren Daten, sehen Sie sich mit „milepost demo“ ein Beispiel an, oder nennen Sie mit --db einen anderen Datenbestand.
live-store-no-folder = Den Ordner „{ $place }“ gibt es nicht. Legen Sie ihn an, oder nennen Sie einen anderen Ort.
live-store-exists = „{ $place }“ gibt es schon und wurde gelassen, wie es ist. Nennen Sie eine andere Datei, oder legen Sie diese beiseite.
live-store-no-ledger = „{ $place }“ ist kein Datenbestand, sondern eine andere Art von Datei. Nennen Sie mit --db einen anderen Datenbestand.
live-store-foreign = „{ $place }“ ist die Datenbank eines anderen Programms und wurde gelassen, wie sie ist. Nennen Sie mit --db einen anderen Datenbestand.
live-store-newer = „{ $place }“ wurde von einem neueren Milepost geschrieben. Installieren Sie die neueste Version, um es zu verwenden.
live-store-locked = In „{ $place }“ schreibt gerade ein anderes Programm. Warten Sie, bis es fertig ist, und versuchen Sie es noch einmal; nichts wurde geändert.
live-store-read-only = „{ $place }“ ist schreibgeschützt. Machen Sie die Datei und ihren Ordner beschreibbar, oder kopieren Sie sie dorthin, wo Sie schreiben dürfen; nichts wurde geändert.
live-store-no-access = „{ $place }“ lässt sich nicht öffnen. Prüfen Sie, ob Sie es lesen und in seinem Ordner schreiben dürfen.
live-store-unsettled = Die neuesten Ereignisse von „{ $place }“ stehen noch in „{ $place }-wal“, was in einem schreibgeschützten Ordner nicht lesbar ist. Kopieren Sie beide Dateien in einen Ordner, in dem Sie schreiben dürfen, und verwenden Sie diese Kopie.
live-store-full = Der Datenträger von „{ $place }“ ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal; nichts wurde geändert.
live-store-disk = „{ $place }“ war nicht lesbar oder nicht beschreibbar ({ $why }). Vielleicht ist der Datenträger voll, defekt oder nicht mehr da; nichts wurde geändert.
live-store-broken = „{ $place }“ ist beschädigt ({ $why }). „milepost verify“ zeigt, was betroffen ist, und „milepost restore“ kehrt zu einer Sicherung zurück.
live-store-failed = „{ $place }“ war nicht zu verwenden ({ $why }); nichts wurde geändert.
live-damage-file = Die Datei
live-damage-event = Ereignis { $first }
live-damage-events = Ereignisse { $first } bis { $last }
live-damage = { $what }{ $when ->
    [on] , festgehalten am { $from }
    [between] , festgehalten zwischen { $from } und { $to }
    [after] , festgehalten am { $from } oder danach
    [before] , festgehalten am { $to } oder davor
   *[never] { "" }
}: { $fault }
live-fault-changed = nicht das, was geschrieben wurde
live-fault-missing = fehlt
live-fault-unreadable = nicht lesbar ({ $why })
live-fault-misplaced = schließen nicht an das an, was davor steht
live-fault-head = ihre Angabe, wo der Datenbestand endet, ist falsch
live-fault-structure = ihr Aufbau ist fehlerhaft ({ $why })
