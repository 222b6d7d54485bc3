# The room "cli".
cli-cannot-write-other = { $file } lässt sich nicht schreiben: { $why }; nennen Sie mit --deals eine andere Datei
cli-copied = Der Datenbestand wurde nach { $file } kopiert.
cli-cannot-write = { $file } lässt sich nicht schreiben: { $why }
cli-anyway = { $why } (um es so festzuhalten, fügen Sie --anyway hinzu)
cli-outcomes = ein Kundengespräch endet mit order, advance, continuation oder no-sale
cli-name-a-deal = nennen Sie einen Deal: milepost deal NUMMER
cli-recorded = Für { $deal } erfasst: { $kinds }.
cli-no-money = { $amount } ist kein Geldbetrag
cli-sample = Eine Beispielfirma mit { $events } Ereignissen liegt in { $file }.
cli-sample-exists = { $file } gibt es schon; nennen Sie mit --db eine neue Datei für das Beispiel
cli-nothing-to-adopt = es gibt nichts zu übernehmen. { $why }
cli-would-publish = # Würde veröffentlicht. Bearbeiten und veröffentlichen Sie es mit: milepost process publish DATEI
cli-adopted = Der Prozess „{ $process }“ mit { $milestones ->
    [one] 1 Meilenstein
   *[other] { $milestones } Meilensteinen
} ist veröffentlicht und gilt ab jetzt. Der vorige bleibt mit --as-of lesbar.
cli-cannot-write-new = in { $file } lässt sich nicht schreiben: { $why }; nennen Sie eine neue Datei
cli-such-as = # etwa { $sample }
cli-cannot-read = { $file } ist nicht lesbar: { $why }
cli-no-mapping = { $file } ist keine Zuordnung: { $why }
cli-not-recognised = nicht erkannt
cli-file = { $layout }; { $rows ->
    [one] 1 Zeile
   *[other] { $rows } Zeilen
}, { $facts ->
    [one] 1 Eintrag
   *[other] { $facts } Einträge
}{ $learned ->
    [0] { "" }
   *[other] , { $learned } nachgeschlagen
}, { $skipped } weggelassen
cli-column-not-read = (nicht gelesen)
cli-note = Hinweis: { $note }.
cli-a-mapping = # Eine Zuordnungsdatei für { $file }: Bearbeiten Sie sie und geben Sie sie mit --map an
cli-not-read = nicht gelesen: { $columns }
cli-not-read-more = nicht gelesen: { $columns } und { $more } weitere
cli-would-add = { $added ->
    [one] 1 Eintrag käme
   *[other] { $added } Einträge kämen
} hinzu{ $corrected ->
    [0] { "" }
    [one] , davon 1 Berichtigung
   *[other] , davon { $corrected } Berichtigungen
}{ $known ->
    [0] { "" }
    [one] ; 1 Eintrag ist schon bekannt
   *[other] ; { $known } Einträge sind schon bekannt
}.
cli-added = { $added ->
    [one] 1 Eintrag kam
   *[other] { $added } Einträge kamen
} hinzu{ $corrected ->
    [0] { "" }
    [one] , davon 1 Berichtigung
   *[other] , davon { $corrected } Berichtigungen
}{ $known ->
    [0] { "" }
    [one] ; 1 Eintrag ist schon bekannt
   *[other] ; { $known } Einträge sind schon bekannt
}.
cli-no-import = kein Import zählt
cli-mail-nobody = Niemand mit einer E-Mail-Adresse hat diese Woche etwas zu tun.
cli-mail-no-server = es ist kein Mailserver eingestellt; stellen Sie ihn auf der Seite Einstellungen ein, oder tragen Sie [mail] mit server und from in milepost.toml ein
cli-mail-failed = { $sent } verschickt; nicht verschickt: { $failed }
cli-mail-sent = { $letters ->
    [0] Keine Briefe
    [one] 1 Brief
   *[other] { $letters } Briefe
} verschickt.
cli-has-login = { $person } hat eine Anmeldung als { $role }.
cli-role = { $person } ist ab jetzt { $role }.
cli-team-set = Das Team ist gesetzt.
cli-teams-set = Die Teams sind gesetzt.
cli-erased = Gelöscht; der Datenbestand behält nur die Kennung.
cli-invite = Öffnen Sie dies innerhalb von zwei Tagen auf dem Server, um ein Passwort zu wählen: { $link }
cli-no-login = keine Anmeldung
cli-part-of = { $team }, Teil von { $under }
cli-no-process = { $file } ist kein Prozess: { $why }
cli-published = Der Prozess „{ $process }“ ist veröffentlicht und gilt ab jetzt.
cli-quota = { $owner } soll vom { $from } bis zum { $to } { $amount } { $currency } bringen.
cli-quota-company = Das Unternehmen soll vom { $from } bis zum { $to } { $amount } { $currency } bringen.
cli-no-owner = kein Deal hat „{ $name }“ als Verantwortlichen; wer welche hat, zeigt: milepost status --by owner
cli-rate = Ab { $day } ist 1 { $from } gleich { $rate } { $to }.
cli-restored = { $file } ist jetzt der Datenbestand { $ledger }.
cli-no-logins = noch hat niemand eine Anmeldung, deshalb gehen Seiten nur an diesen Rechner: Nehmen Sie --listen 127.0.0.1:7171, oder legen Sie zuerst eine Anmeldung an mit: milepost person add
cli-open = Öffnen Sie { $address }
cli-port-taken = auf { $address } antwortet schon ein anderes Programm; beenden Sie es, oder nehmen Sie einen anderen Port mit: --listen { $other }
cli-cannot-serve = auf { $address } lassen sich keine Seiten ausgeben ({ $why }); nehmen Sie mit --listen eine andere Adresse
cli-verified = Alle { $events } Ereignisse sind, wie sie festgehalten wurden.
cli-damaged = der Datenbestand ist an { $parts ->
    [one] 1 Stelle
   *[other] { $parts } Stellen
} beschädigt; stellen Sie eine Sicherung wieder her mit: milepost restore DATEI --db NEU.db
cli-bar = { "{" }bar:40{ "}" } { "{" }bytes{ "}" }/{ "{" }total_bytes{ "}" } { "{" }elapsed{ "}" } (noch etwa { "{" }eta{ "}" })
