# The room "people".
people-new-password = Neues Passwort, mindestens 12 Zeichen
people-new-password-again = Noch einmal dasselbe

# Sich anmelden.
people-come-in = Anmelden
people-login = Anmeldung
people-type-code = Geben Sie auch den Code Ihres zweiten Faktors ein
people-first-once = die erste Anmeldung wird an diesem Rechner angelegt, und nur einmal
people-not-alike = die beiden Passwörter sind nicht gleich; geben Sie zweimal dasselbe ein
people-mail-address = E-Mail-Adresse
people-password = Passwort
people-code = Code Ihres zweiten Faktors, falls Sie einen haben
people-forgotten = Passwort vergessen? Ein Administrator kann Ihnen einen Link geben, mit dem Sie ein neues wählen.
people-first-lead = Legen Sie die Anmeldung des Inhabers an: Von da an braucht jeder eine
people-welcome = Willkommen
people-your-name = Ihr Name
people-make-login = Meine Anmeldung anlegen
people-not-now = Nicht jetzt
people-until-then = Bis dahin darf, wer an diesem Rechner sitzt, alles, und niemand sonst kann etwas ansehen.
people-your-password = Ihr Passwort
people-choose-password = Wählen Sie Ihr Passwort
people-set-it = Festlegen

# Wer wer ist.
people-no-such-role = eine Rolle ist viewer, rep, manager oder admin
people-owner-first = legen Sie zuerst die Anmeldung des Inhabers an, unter /welcome
people-added = { $name } kann sich anmelden, sobald ein Passwort gewählt ist
people-role-set = Die Rolle gilt ab jetzt
people-team-set = Das Team ist eingetragen
people-teams-set = Die Teams sind eingetragen
people-reset = Der zweite Faktor ist ausgeschaltet, und ein neues Passwort kann gewählt werden
people-erased = Gelöscht; der Datenbestand behält nur die Kennung
people-say-what = sagen Sie, was geschehen soll
people-lead = { $n ->
    [0] Keine Personen
    [one] 1 Person
   *[other] { $n } Personen
}, davon { $logins ->
    [0] kann sich keine
    [one] kann sich 1
   *[other] können sich { $logins }
} anmelden
people-lead-sentence = { $n ->
    [0] Keine Personen
    [one] 1 Person
   *[other] { $n } Personen
}, davon { $logins ->
    [0] kann sich keine
    [one] kann sich 1
   *[other] können sich { $logins }
} anmelden.
people-hand-on = Geben Sie diesen Link weiter; er ist nur jetzt sichtbar und gilt einmal, zwei Tage lang: { $link }
people-add-somebody = Jemanden hinzufügen
people-name = Name
people-known-as = Wie der Datenbestand sie nennt, Name oder Kennung, falls sie schon für Deals verantwortlich sind
people-add = Hinzufügen
people-role = Rolle
people-mail = E-Mail
people-second = Zweiter Faktor
people-you = (Sie)
people-since = seit
people-set = Übernehmen
people-in-team = { $team } bis { $day }
people-in-no-team = kein Team bis { $day }
people-no-login = keine Anmeldung
people-on = an
people-off = aus
people-new-link = Neues Passwort
people-erase = Löschen
people-part-of = Wozu { $team } gehört
people-for-itself = steht für sich
people-is-part-of = gehört zu { $team }
people-for-itself-until = für sich bis { $day }
people-teams = Teams
people-teams-how = Wer nach einem Team fragt, bekommt auch die, die zu ihm gehören, jedes so, wie es an dem gefragten Tag war.
people-belongs = Wozu es gehört
people-try-again = versuchen Sie es noch einmal
people-only-here = es gibt noch keine Anmeldungen, darum gehen Seiten nur an diesen Rechner: öffnen Sie http://localhost mit dem Port, den milepost serve ausgegeben hat
people-token-not-for = dieser Zugangsschlüssel ist nicht dafür, oder sein Inhaber darf es nicht
people-role-not = Ihre Rolle erlaubt das nicht: fragen Sie einen Administrator
people-first = melden Sie sich zuerst an: öffnen Sie /login, oder senden Sie einen Zugangsschlüssel als Authorization: Bearer TOKEN
people-other-site = eine andere Website wollte hier etwas ändern; öffnen Sie die Seite selbst und tun Sie es dort
people-not-done = das ging nicht; führen Sie aus: milepost verify
people-feed-token = legen Sie auf der Seite Konto einen Zugangsschlüssel zum Lesen an; er ist hier das Passwort
people-nobody = niemand ist angemeldet
people-unnamed-browser = ein Browser, der sich nicht nennt
