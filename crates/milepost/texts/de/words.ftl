# Texte des Raums "words".
# Wörter und Anzahlen, die mehrere Räume teilen. Ein Satz mit eigener Zahl gehört ganz in seinen Raum.
words-deals = { $n ->
    [0] keine Deals
    [one] 1 Deal
   *[other] { $n } Deals
}
words-days = { $n ->
    [one] 1 Tag
   *[other] { $n } Tage
}
words-almost-none = weniger als 1 %
words-almost-all = mehr als 99 %
words-no-milestone = (noch kein Meilenstein)
words-no-owner-group = (nicht zugeordnet)
words-no-team-group = (kein Team)
words-no-source-group = (keine Quelle)
words-no-owner = nicht zugeordnet
words-no-amount = kein Betrag
words-by-owner = Verantwortlichen
words-by-team = Team
words-by-source = Quelle
words-by-milestone = Meilenstein
words-viewer = Betrachter
words-rep = Verkäufer
words-manager = Leiter
words-admin = Administrator
words-scope-read = lesen
words-scope-write = schreiben
words-scope-import = importieren
words-scope-admin = verwalten
words-weekday = { $day ->
    [0] Montag
    [1] Dienstag
    [2] Mittwoch
    [3] Donnerstag
    [4] Freitag
    [5] Samstag
   *[other] Sonntag
}
words-call-held = Kundengespräch geführt
words-touch = Kontakt: { $what }
words-touch-unnamed = Kontakt: ohne Namen
