# Texte des Raums "frame".
# Namen der Seiten: Überschriften und der Weg zu ihnen.
page-next = Nächste Schritte
page-accounts = Kunden
page-deals = Deals
page-deal = Deal
page-pipeline = Pipeline
page-calendar = Kalender
page-forecast = Prognose
page-accuracy = Treffsicherheit
page-marketing = Marketing
page-process = Prozess
page-discover = Entdecken
page-coach = Coaching
page-playbook = Playbook
page-learn = Lernen
page-progress = Wer den Kurs gemacht hat
page-check = Prüfen
page-find = Suchen
page-week = Diese Woche
page-plan = Kundengespräch planen
page-log = Kundengespräch festhalten
page-views = Ansichten
page-import = Import
page-account = Konto
page-people = Personen
page-settings = Einstellungen
page-audit = Protokoll

# Um jede Seite herum.
frame-skip = Zur Antwort
frame-pages = Seiten
frame-no-login = Eine Anmeldung ist nicht nötig: Wer an diesem Rechner sitzt, darf alles.
frame-first-login = Anmeldung für den Inhaber anlegen
frame-as-of-now = Stand jetzt, { $day }
frame-as-of = Stand { $day }
frame-past = Was vor { $when } bekannt war. { $back }
frame-day-began = Beginn des { $day }
frame-back-to-now = Zurück zu jetzt
frame-earlier = Diese Zahlen sind von { $time } Uhr; was seither erfasst wurde, wird gerade eingearbeitet.
frame-look-again = Neu ansehen
frame-from = Aus diesen Deals
frame-rests-on = Aus { $deals ->
    [0] keinen Deals
    [one] 1 Deal
   *[other] { $deals } Deals
} und { $events } damals bekannten Ereignissen.
frame-same-as = Dasselbe als { $json } oder { $csv }.
frame-save-view = Diese Ansicht speichern

# Was eine Seite gefragt werden kann.
frame-day = Stand
frame-owner = Verantwortlich
frame-team = Team
frame-source = Quelle
frame-show = Anzeigen
frame-all = alle
frame-main-process = der Hauptprozess
frame-more = Mehr
frame-stands-at = Steht bei
frame-none = noch keinem
frame-at-least = Wert mindestens
frame-at-most = Höchstens
frame-stalled = Stockend
frame-stalled-or-not = oder nicht
frame-stalled-only = nur diese
frame-filters = Tag und Filter
frame-another-day = Anderer Tag
frame-other-days = Andere Tage
frame-yesterday = gestern früh
frame-week-ago = vor einer Woche
frame-last-month = Ende des letzten Monats
frame-last-quarter = Ende des letzten Quartals
frame-year-ago = vor einem Jahr
frame-unpublished = Ansehen, welche Meilensteine die Aufzeichnungen zeigen, und sie veröffentlichen
frame-provisional = Es ist noch kein Prozess veröffentlicht: Diese Meilensteine sind die Phasen oder Ereignisse der Daten in ihrer üblichen Reihenfolge.
frame-provisional-edit = Bearbeiten und veröffentlichen Sie Ihren
