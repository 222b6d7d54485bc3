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
settings-no-mail = Es werden keine E-Mails verschickt. Damit alle ihre Woche bekommen, sagen Sie, über welchen Server und von wem.
settings-mail-server = Server; ohne ihn wird nichts verschickt
settings-mail-server-such-as = smtp.firma.example
settings-mail-from-such-as = Milepost <milepost@firma.example>
settings-mail-address-such-as = https://milepost.firma.example
settings-mail-encryption = Verschlüsselung
settings-mail-starttls = STARTTLS, üblich ist Port 587
settings-mail-tls = TLS von Anfang an, üblich ist Port 465
settings-mail-bare = keine: ein Server auf diesem Rechner
settings-mail-port = Port
settings-mail-port-usual = der übliche
settings-mail-user = Benutzer, falls der Server danach fragt
settings-mail-password = Passwort
settings-mail-password-kept = bleibt; geben Sie ein neues ein, um es zu ändern
settings-mail-password-outside = in MILEPOST_SMTP_PASSWORD gesetzt
settings-mail-outside = Das Passwort ist in MILEPOST_SMTP_PASSWORD gesetzt, für den bisherigen Server: Ändern Sie den Server in milepost.toml
settings-mail-from = Absender der Briefe
settings-mail-address = Wo man Milepost öffnet; dorthin führen die Briefe
settings-mail-day = Die Woche geht hinaus am
settings-mail-hour = Ab dieser Stunde
settings-mail-test = Speichern und mir einen Probebrief schicken
settings-mail-written = Gespeichert; es gilt sofort
settings-mail-sent = Gespeichert, und der Mailserver hat einen Probebrief an { $to } angenommen. Kommt er nicht in wenigen Minuten an, sehen Sie unter unerwünschter Post nach
settings-mail-not-sent = Gespeichert, aber der Probebrief wurde nicht verschickt: { $why }
settings-mail-nobody = Gespeichert, aber kein Probebrief verschickt: Niemand ist angemeldet, an den er gehen könnte
settings-mail-no-login = Briefe gehen an Leute mit Anmeldung, und noch hat hier niemand eine; deshalb wird keiner verschickt, auch nicht zur Probe. { $login }
settings-last-mail = Zuletzt: { $letters ->
    [0] keine Briefe
    [one] 1 Brief
   *[other] { $letters } Briefe
} am { $day } um { $time } Uhr.
settings-not-sent = Nicht verschickt: { $why }.
settings-file = Die Datei ist { $file }.
