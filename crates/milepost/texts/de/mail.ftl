# The room "mail".
mail-your-week = Ihre Woche
mail-team-week = { $team }, diese Woche
mail-everybody-week = Alle, diese Woche
mail-stalled = Stockend: { $n ->
    [0] keine Deals
    [one] 1 Deal
   *[other] { $n } Deals
}; diese bewegen am meisten
mail-planned-for = geplant für den { $day }: { $objective }
mail-how-ended = Wie endeten diese Kundengespräche?
mail-not-done = Zugesagt und nicht getan
mail-until = Bis zum { $day }
mail-foot = Sie bekommen dies, weil Sie eine Anmeldung in Milepost haben; auf Ihrer Seite Konto können Sie es abstellen.
mail-as-page = Dasselbe als Seite

# Was mit dem Server nicht stimmt.
mail-server-wrong = [mail] server „{ $server }“: { $error }
mail-no-address = „{ $text }“ ist keine E-Mail-Adresse ({ $error })
mail-not-written = Der Brief lässt sich nicht schreiben: { $error }
mail-not-taken = Der Mailserver hat ihn nicht angenommen ({ $error }): Prüfen Sie den Absender, und ob es die Adresse gibt, an die er geht
mail-not-let-in = Der Mailserver hat uns nicht eingelassen ({ $error }): Prüfen Sie Benutzer und Passwort; viele Server verlangen ein eigenes Passwort für Programme
mail-not-now = Der Mailserver nimmt ihn jetzt nicht an ({ $error }): Versuchen Sie es in einigen Minuten noch einmal
mail-no-way = Der Mailserver und wir verständigen uns nicht ({ $error }): Prüfen Sie Verschlüsselung und Port; üblich sind STARTTLS mit 587 und TLS mit 465
mail-not-reached = Der Mailserver ist nicht zu erreichen ({ $error }): Prüfen Sie seinen Namen und Port, und ob eine Firewall dazwischensteht
mail-no-answer = keine Antwort in { $seconds } Sekunden
mail-no-password = Das Passwort fehlt: Geben Sie es auf der Seite Einstellungen ein, oder setzen Sie { $name } oder password_file in [mail]
mail-no-server = Es ist kein Mailserver eingestellt
mail-no-own-address = Von Ihnen ist keine E-Mail-Adresse bekannt: Tragen Sie eine auf der Seite Personen ein
mail-trial = Ein Probebrief von Milepost
mail-trial-says = Briefe von Milepost kommen hier an. Sonst ist nichts zu tun.
mail-cannot-read = { $file } lässt sich nicht lesen: { $error }
