# The room "import".
import-rows-deals = Jede Zeile ist ein Deal
import-rows-events = Jede Zeile ist etwas, das in einem Deal geschehen ist
import-rows-stages = Jede Zeile ist ein Deal, der in eine Phase kam
import-rows-leads = Jede Zeile ist ein Lead
import-rows-spend = Jede Zeile ist eine Ausgabe des Marketings
import-means-deal = Nummer des Deals
import-means-name = Name des Deals
import-means-account-name = Kunde
import-means-owner-name = Verkäufer
import-means-amount = Betrag
import-means-currency = Währung
import-means-stage = Phase
import-means-event = was geschehen ist
import-means-at = wann es geschehen ist
import-means-created = angelegt am
import-means-modified = zuletzt geändert am
import-means-close-date = erwarteter Abschluss
import-means-closed-at = abgeschlossen am
import-means-won-at = gewonnen am
import-means-lost-at = verloren am
import-means-status = gewonnen, verloren oder offen
import-means-reason = warum verloren
import-means-source = Quelle
import-means-campaign = Kampagne
import-means-medium = Medium
import-means-pipeline = Pipeline
import-means-deal-kind = Art des Deals
import-means-category = Prognosekategorie
import-means-id = Nummer der Zeile
import-means-from = von
import-means-to = bis
import-rows = Zeilen
import-column = Spalte
import-means = Bedeutet
import-read-as = gelesen als { $reading }
import-not-read = nicht gelesen
import-means-reached = Datum des Meilensteins dieses Namens
import-broke-off = der Import brach ab, und nichts wurde geschrieben; versuchen Sie es noch einmal
import-upload-broke-off = das Hochladen brach ab: { $why }
import-choose = wählen Sie mindestens eine Datei
import-no-currency = „{ $code }“ ist keine Währung; schreiben Sie ein Kürzel wie EUR
import-not-kept = die Dateien lassen sich zum Lesen nicht ablegen: { $why }
import-which-undo = sagen Sie, welcher Import rückgängig gemacht werden soll
import-what-to-do = sagen Sie, was zu tun ist
import-gone = diese Dateien sind importiert oder weggeräumt; wählen Sie sie noch einmal
import-lead = Bringen Sie Ihren eigenen Export mit; er wird auf diesem Rechner gelesen und verlässt ihn nicht
import-files = Dateien: CSV, Excel (.xlsx), Ereignisprotokoll (.xes)
import-look = Ansehen
import-nothing-written = Nichts wird geschrieben, bevor Sie gesehen haben, wie die Dateien gelesen werden.
import-what = Was zu exportieren ist
import-salesforce = { $system }: Opportunities, ihr Verlauf (OpportunityFieldHistory oder OpportunityHistory), Benutzer; wenn Sie mögen, auch Leads und Kampagnen
import-hubspot = { $system }: Deals mit ihren Eigenschaften und den Tagen, an denen sie in jede Phase kamen; Kontakte für das Marketing
import-pipedrive = { $system }: Deals und ihr Änderungsprotokoll
import-spreadsheet = { $table }: eine Zeile je Ereignis (Deal, Ereignis, Datum) oder eine Zeile je Deal mit einer Datumsspalte je Meilenstein
import-a-spreadsheet = Eine Tabelle
import-together = Wählen Sie alle Dateien eines Systems zusammen: Sie erklären einander. Dieselbe Datei ein zweites Mal fügt nichts hinzu.
import-before = Bisher importiert
import-when = Wann
import-files-short = Dateien
import-by = Von
import-facts = Einträge
import-undo = Rückgängig
import-undone-on = rückgängig gemacht am { $day }
import-undo-means = Was dieser Import gebracht hat, zählt nicht mehr, an keinem Tag. Die Dateien können wieder importiert werden.
import-undo-this = Diesen Import rückgängig machen
import-undone-ways = { $again } oder { $deals }
import-again = Noch einmal importieren
import-see-deals = ansehen, wo die Deals stehen
import-reading-ledger = Der Datenbestand wird gelesen
import-writing = Alles ist gelesen; es wird jetzt geschrieben
import-reading = { $done } von { $all } MB sind gelesen
import-how-far = Wie weit der Import ist
import-looks-again = Diese Seite sieht jede Sekunde nach. Sie können inzwischen woanders hingehen: Der Import läuft weiter.
import-file-unknown = { $file } wird nicht erkannt; sagen Sie unten, was die Spalten bedeuten
import-would-add = { $added ->
    [0] keine Einträge kämen
    [one] 1 Eintrag käme
   *[other] { $added } Einträge kämen
} hinzu{ $known ->
    [0] { "" }
    [one] ; 1 Eintrag ist schon bekannt
   *[other] ; { $known } Einträge sind schon bekannt
}
import-added = { $added ->
    [0] keine Einträge kamen
    [one] 1 Eintrag kam
   *[other] { $added } Einträge kamen
} hinzu{ $known ->
    [0] { "" }
    [one] ; 1 Eintrag ist schon bekannt
   *[other] ; { $known } Einträge sind schon bekannt
}
import-do = Importieren
import-other-files = Andere Dateien wählen
import-not-recognised = nicht erkannt
import-file = { $layout }: { $rows ->
    [0] keine Zeilen
    [one] 1 Zeile
   *[other] { $rows } Zeilen
}, { $facts ->
    [0] keine Einträge
    [one] 1 Eintrag
   *[other] { $facts } Einträge
}{ $learned ->
    [0] { "" }
    [one] , 1 Name gelernt
   *[other] , { $learned } Namen gelernt
}{ $skipped ->
    [0] { "" }
   *[other] , { $left }
}.
import-left-out = { $n ->
    [one] 1 Zeile weggelassen
   *[other] { $n } Zeilen weggelassen
}
import-how-columns = Wie ihre Spalten gelesen werden
import-read-as-head = Gelesen als
import-passed = Nicht gelesen: { $columns }.
import-problems = { $n ->
    [one] 1 Problem
   *[other] { $n } Probleme
}
import-row-by-row = Zeile für Zeile
import-first-facts = Die ersten Einträge
import-fact = Eintrag
import-what-fact = Was
import-as-recognised = wie erkannt
import-options = Datumsangaben, Dezimalzeichen, Währung, was gewonnen heißt
import-dates = Datumsangaben wie 02/03/26
import-day-first = Tag zuerst
import-month-first = Monat zuerst
import-year-first = Jahr zuerst
import-decimals = Dezimalzeichen
import-currency = Währung von Beträgen, die keine nennen
import-won = Phasen, die gewonnen heißen, durch Kommas getrennt
import-lost = Phasen, die verloren heißen, durch Kommas getrennt
import-afresh = Vergessen, was ich über die Spalten gesagt habe
import-read-again = Noch einmal lesen
import-say-columns = Sagen, was die Spalten bedeuten
import-read-so = So lesen
import-record-says = Was Ihre Aufzeichnungen sagen
import-as-of = Stand { $day }
import-newest = Der neueste Schritt darin ist vom { $day }: Was folgt, ist das, was man damals wissen konnte.
import-milestones = Ihre Meilensteine
import-see-milestones = Meilensteine ansehen
import-forecast = Ihre Prognose
import-see-forecast = Prognose ansehen
import-where-stand = Wo die Deals stehen
import-data-wrong = Was an den Daten nicht stimmt
import-more = Mehr importieren oder dies rückgängig machen
import-say-below = Sagen Sie unten, wie es zu lesen ist
import-table-one-row-an-event = eine Zeile je Ereignis
import-table-one-row-a-deal = eine Zeile je Deal
import-table-quotas = Vorgaben
import-table-marketing-spend = Marketingausgaben
import-table-leads = Leads
import-table-deals-that-leads-became = Deals, die aus Leads wurden
import-table-deals = Deals
import-table-deal-property-history = Verlauf der Deal-Eigenschaften
import-table-deal-stage-history = Verlauf der Deal-Phasen
import-table-pipeline-stages = Phasen der Pipelines
import-table-pipelines = Pipelines
import-table-owners = Verantwortliche
import-table-teams = Teams
import-table-members-of-teams = Mitglieder von Teams
import-table-companies = Unternehmen
import-table-contacts = Kontakte
import-table-engagements-of-deals = Aktivitäten von Deals
import-table-engagements = Aktivitäten
import-table-records-that-say-nothing-about-deals = Datensätze, die nichts über Deals sagen
import-table-change-log = Änderungsprotokoll
import-table-stages = Phasen
import-table-users = Benutzer
import-table-organizations = Organisationen
import-table-activities = Aktivitäten
import-table-opportunity-history = Verlauf der Opportunities
import-table-opportunity-versions-of-a-connector = Fassungen der Opportunities aus einem Konnektor
import-table-opportunity-field-history = Feldverlauf der Opportunities
import-table-opportunities = Opportunities
import-table-tasks = Aufgaben
import-table-events = Termine
import-table-campaign-members = Kampagnenmitglieder
import-table-campaigns = Kampagnen
import-table-user-roles = Benutzerrollen
import-table-accounts = Kunden
import-table-record-types = Datensatztypen
import-table-opportunity-stages = Phasen der Opportunities
import-table-managers = Leiter
import-table-records-that-say-nothing-about-sales = Datensätze, die nichts über den Vertrieb sagen
import-table-columns-named-by-hand = von Hand benannte Spalten
import-of-system = { $system }: { $table }
import-event-log = XES-Ereignisprotokoll
import-export = Milepost-Export
