# The room "learn".
learn-heading = Was muss als Nächstes geschehen?
learn-score = { $right } von { $n ->
    [0] keinen Fragen
    [one] 1 Frage
   *[other] { $n } Fragen
} richtig.
learn-who = Wer Sie sind, damit Ihr Fortschritt erhalten bleibt
learn-nobody = niemand Bestimmtes
learn-see = Zeigen, wie es lief
learn-team = Team oder Abteilung
learn-people = Personen
learn-taken = Haben ihn gemacht
learn-right-label = Richtig
learn-person = Person
learn-last = Zuletzt
learn-right-then = Damals richtig
learn-best = Am besten
learn-not-yet = noch nicht
learn-of = { $right } von { $asked }
learn-teams = Teams und Abteilungen
learn-is-right = — richtig
learn-right = Richtig.
learn-wrong = Nicht ganz.
