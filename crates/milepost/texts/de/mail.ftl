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
mail-not-taken = Der Mailserver hat ihn nicht angenommen ({ $error })
mail-no-password = Setzen Sie { $name } oder password_file in [mail]: user ist gesetzt, aber keines von beiden
mail-cannot-read = { $file } lässt sich nicht lesen: { $error }
