# Texte des Raums "settings".
settings-lead = Was im Unternehmen eingestellt ist
settings-written = Gespeichert; es gilt, sobald milepost neu gestartet wird
settings-currency = Währung der Antworten; leer: die der Deals
settings-language = Sprache der Antworten, wenn jemand keine gewählt hat
settings-language-none = die des Browsers
settings-time-zone = Zeitzone, etwa Europe/Berlin
settings-fiscal-start = Monat, in dem das Geschäftsjahr beginnt, 1 bis 12
settings-fiscal-months = Monate des Geschäftsjahres
settings-calendar = wie im Kalender
settings-weeks = { $weeks } Wochen
settings-first-weekday = Wochen beginnen am
settings-sees = Verkäufer sehen wessen Deals
settings-sees-all = die aller
settings-sees-own = die eigenen; Leiter die ihres Teams
settings-write = Speichern
settings-mail-title = E-Mail
settings-mail = Die Woche geht am { $day } ab { $hour } Uhr über { $server } an alle mit Anmeldung hinaus, die etwas zu tun haben.
settings-no-mail = Es werden keine E-Mails verschickt. Damit alle ihre Woche bekommen, tragen Sie { $part } mit { $server } und { $from } in die Datei ein.
settings-last-mail = Zuletzt: { $letters ->
    [0] keine Briefe
    [one] 1 Brief
   *[other] { $letters } Briefe
} am { $day } um { $time } Uhr.
settings-not-sent = Nicht verschickt: { $why }.
settings-file = Die Datei ist { $file }.
