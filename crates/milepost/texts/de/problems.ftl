# The room "problems".
problems-p101 = die Datei hat keine Zeilen
problems-p101-remedy = Exportieren Sie sie noch einmal mit ihren Zeilen; in der ersten müssen die Namen der Spalten stehen.
problems-p102 = die Spalten der Datei werden nicht erkannt
problems-p102-remedy = Sagen Sie mit --as, was sie ist, oder mit --map DATEI, welche Spalte was bedeutet; --dry-run gibt eine solche Datei als Anfang aus.
problems-p103 = die Datei kann nicht gelesen werden
problems-p103-remedy = Speichern Sie sie als CSV (UTF-8) oder .xlsx und importieren Sie diese Datei.
problems-p104 = keine Zeile der Datei ist brauchbar
problems-p104-remedy = Beheben Sie die Probleme, die zu ihren Zeilen genannt sind, oder sagen Sie mit --map DATEI, welche Spalte was bedeutet.
problems-p105 = Datumsangaben lassen sich auf zwei Arten lesen
problems-p105-remedy = Sagen Sie mit --dates dmy oder --dates mdy, was zuerst steht.
problems-p106 = Beträge lassen sich auf zwei Arten lesen
problems-p106-remedy = Sagen Sie mit --decimal comma oder --decimal point, welches Zeichen vor den Nachkommastellen steht.
problems-p107 = eine nötige Spalte fehlt
problems-p107-remedy = Exportieren Sie sie mit, oder nennen Sie die Spalte, in der es steht, in einer Zuordnungsdatei (--map).
problems-p108 = das XML vereinbart eigene Entitäten, denen nie gefolgt wird
problems-p108-remedy = Exportieren Sie das Ereignisprotokoll noch einmal ohne Dokumenttyp (DOCTYPE).
problems-p201 = die Zeile nennt keinen Deal
problems-p201-remedy = Tragen Sie Nummer oder Namen des Deals ein; Zeilen ohne beides bleiben weg.
problems-p202 = die Zeile nennt weder Ereignis noch Phase
problems-p202-remedy = Tragen Sie ein, was geschehen ist; Zeilen ohne diese Angabe bleiben weg.
problems-p203 = die Zeile hat kein Datum
problems-p203-remedy = Tragen Sie ein, wann es geschehen ist; Zeilen ohne Datum bleiben weg.
problems-p204 = ein Datum ist nicht lesbar
problems-p204-remedy = Schreiben Sie ein Datum als 2026-11-23 oder 2026-11-23 09:30.
problems-p205 = ein Betrag ist nicht lesbar
problems-p205-remedy = Schreiben Sie Beträge als 1234.50; die Zeile wird ohne ihren Betrag verwendet.
problems-p206 = eine Währung ist nicht bekannt
problems-p206-remedy = Schreiben Sie ihre drei ISO-Buchstaben, etwa EUR; die Zeile wird ohne ihren Betrag verwendet.
problems-p207 = die Zeile hat mehr oder weniger Zellen, als es Spalten gibt
problems-p207-remedy = Setzen Sie Zellen, die das Trennzeichen enthalten, in Anführungszeichen; die Zeile bleibt weg.
problems-p208 = dieselbe Zeile steht zweimal da
problems-p208-remedy = Nichts zu tun: Sie zählt einmal.
problems-p209 = die Zeile betrifft einen Deal, der nicht in den Daten steht
problems-p209-remedy = Importieren Sie die Deals im selben Aufruf mit; die Zeile bleibt weg.
problems-p210 = die Zeile ist kein Ereignis
problems-p210-remedy = Exportieren Sie sie noch einmal mit milepost export; die Zeile bleibt weg.
problems-p211 = die Liste führt den Deal zweimal, mit verschiedenen Werten
problems-p211-remedy = Lassen Sie je Deal nur eine Zeile stehen, oder nehmen Sie die Spalte hinzu, die sagt, wann jede geändert wurde; die erste Zeile zählt.
problems-p301 = lange danach eingetragen
problems-p301-remedy = Halten Sie Schritte an dem Tag fest, an dem sie geschehen: Was damals nicht bekannt war, kann in keiner Prognose jenes Tages stehen.
problems-p302 = ein Meilenstein wurde übersprungen
problems-p302-remedy = Fragen Sie nach, ob der Schritt ausblieb oder nur nicht festgehalten wurde; wird er oft übersprungen, ist er vielleicht kein Meilenstein.
problems-p303 = der Deal ging auf einen früheren Meilenstein zurück
problems-p303-remedy = Prüfen Sie den Beleg, bevor ein Meilenstein als erreicht gilt.
problems-p304 = das erwartete Abschlussdatum wurde immer wieder verschoben
problems-p304-remedy = Vereinbaren Sie ein Datum mit dem Kunden, statt es zu schätzen.
problems-p305 = der Deal ist offen, und sein erwartetes Abschlussdatum ist vorbei
problems-p305-remedy = Vereinbaren Sie mit dem Kunden ein neues Datum, oder schließen Sie den Deal.
problems-p306 = mehrere Schritte tragen denselben Zeitpunkt
problems-p306-remedy = Halten Sie jeden Schritt fest, wenn er geschieht; die Reihenfolge und die Zeit dazwischen sind unbekannt.
problems-p307 = der Deal hat keinen Verantwortlichen
problems-p307-remedy = Geben Sie ihm einen Verantwortlichen; er steht auf niemandes Liste.
problems-p308 = der Deal hat keinen Betrag
problems-p308-remedy = Tragen Sie ein, was er wert ist; in der Pipeline zählt er nichts.
problems-p309 = nur der heutige Wert ist bekannt, nicht sein Verlauf
problems-p309-remedy = Importieren Sie auch den Verlauf (der Phasen oder der Eigenschaften); frühere Prognosen können den Wert nicht verwenden.
problems-p310 = der Deal war gewonnen oder verloren und wurde dann wieder geöffnet
problems-p310-remedy = Legen Sie für einen neuen Anlauf einen neuen Deal an, damit Chancen und Dauern stimmen.
problems-p311 = es trägt einen Zeitpunkt, der noch nicht gekommen ist
problems-p311-remedy = Berichtigen Sie das Datum; Pläne gehören in erwartete Daten und Zusagen.
problems-p312 = der Deal wurde gewonnen oder verloren, bevor sein Lead uns zuerst begegnete
problems-p312-remedy = Berichtigen Sie das Datum des Leads oder des Endes; vielleicht kam der Lead auf einem Weg, der nicht festgehalten wurde.
problems-p313 = der Betrag ist mehr als 50-mal so hoch wie das, was neun von zehn Deals höchstens wert sind
problems-p313-remedy = Prüfen Sie den Betrag: Eine Stelle zu viel, eine andere Währung oder eine Jahressumme überwiegt alle anderen Deals.
problems-p314 = der Lead nennt keine Quelle
problems-p314-remedy = Fragen Sie nach, woher er kam, und lassen Sie Formulare die Quelle mitsenden; welche Namen nichts sagen, steht unter [sources] in milepost.toml.
problems-not-to-its-end = die Datei ist nicht bis zu ihrem Ende lesbar: { $why }
problems-nothing-of-use = keine Datei enthält etwas, das hier von Nutzen ist
problems-in-column = „{ $cell }“ in der Spalte „{ $column }“
problems-another = { $what ->
    [name] ein anderer Name
    [account] ein anderer Kunde
    [owner] ein anderer Verantwortlicher
    [source] eine andere Quelle
    [type] eine andere Art
    [pipeline] eine andere Pipeline
    [amount] ein anderer Betrag
    [close-date] ein anderes Abschlussdatum
   *[category] eine andere Kategorie
} beim Deal „{ $deal }“
problems-stage-of = „{ $stage }“ beim Deal „{ $deal }“
problems-close-date = „{ $value }“ als Abschlussdatum
problems-no-deal = keinen Deal
problems-lead-no-id = der Lead hat keine Nummer
problems-no-source = die Zeile nennt keine Quelle
problems-quota-empty = die Vorgabe ist leer
problems-in-attribute = „{ $text }“ im Attribut „{ $attribute }“
problems-twice = „{ $name }“ am { $at }
problems-twice-of = „{ $name }“ beim Deal „{ $deal }“ am { $at }
problems-it = { $is }
problems-strangers = { $rows ->
    [one] 1 Zeile, nämlich die
   *[other] { $rows } Zeilen, etwa die
} über „{ $deal }“
problems-it-unreadable = sie ist nicht lesbar: { $why }
problems-all-left-out = { $rows ->
    [one] ihre einzige Zeile wurde weggelassen
   *[other] alle ihre { $rows } Zeilen wurden weggelassen
}
problems-lines-of-json = Zeilen mit JSON
problems-xml-gzipped = XML, mit gzip gepackt
problems-no-use-alone = sie enthält nur { $what }, und das nützt allein nichts
problems-doubt-in-column = Spalte „{ $column }“: { $doubt }
problems-no-stage-dates = keine Spalte enthält Daten von Phasen; ihre Spalten sind { $columns }
problems-two-systems = es könnten { $table } von { $system } sein oder { $other } von { $rival }; ihre Spalten sind { $columns }
problems-its-columns = ihre Spalten sind { $columns }
problems-lacking = keine Spalte enthält { $lacking } von { $table }; ihre Spalten sind { $columns }
problems-need-and = { $one } und { $other }
problems-need-or = { $one }' oder '{ $other }
problems-and-more = { $columns } und { $more } weitere
problems-mapping-unreadable = die Zuordnungsdatei { $file } ist nicht lesbar: { $why }
problems-mapping-wrong = die Zuordnungsdatei { $file } stimmt nicht: { $why }
problems-mapping-no-field = die Tabelle „{ $table }“ braucht „{ $need }“, was kein Feld ist
problems-mapping-empty = sie hat keine [[table]]
problems-no-format = „{ $text }“ ist kein Format; sagen Sie csv, xes, salesforce, hubspot oder pipedrive
problems-dates-days = Tage, wie Excel sie zählt
problems-dates-seconds = Sekunden seit 1970
problems-dates-millis = Millisekunden seit 1970
problems-dates-digits = Jahr, Monat und Tag in acht Ziffern
problems-dates-dmy = Tag, Monat, Jahr
problems-dates-mdy = Monat, Tag, Jahr
problems-dates-ymd = Jahr, Monat, Tag
problems-dates-iso = ISO oder mit dem Namen des Monats
problems-no-order = „{ $text }“ ist keine Reihenfolge für Datumsangaben; sagen Sie dmy, mdy oder ymd
problems-date-order = „{ $sample }“ könnte der { $day } oder der { $month } sein; sagen Sie mit --dates dmy oder --dates mdy, welcher
problems-date-split = bei „{ $day }“ steht der Tag zuerst, bei „{ $month }“ der Monat; sagen Sie mit --dates dmy oder --dates mdy, was gemeint ist
problems-date-mixed = „{ $one }“ und „{ $other }“ zählen nicht vom selben Tag an; schreiben Sie ein Datum als 2026-11-23
problems-not-a-date = „{ $sample }“ ist kein Datum; schreiben Sie ein Datum als 2026-11-23 oder 2026-11-23T09:30:00Z
problems-written-date = { $day }. { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[other] Dezember
} { $year }
problems-decimal-point = Dezimalpunkt
problems-decimal-comma = Dezimalkomma
problems-decimal-whole = ganze Zahlen
problems-no-sign = „{ $text }“ ist kein Dezimalzeichen; sagen Sie point oder comma
problems-number-sign = „{ $sample }“ könnte { $thousands } oder { $fraction } sein; sagen Sie mit --decimal point oder --decimal comma, welche Zahl es ist
problems-number-split = „{ $point }“ hat einen Dezimalpunkt und „{ $comma }“ ein Dezimalkomma; sagen Sie mit --decimal point oder --decimal comma, was gemeint ist
problems-not-a-number = „{ $sample }“ ist keine Zahl
problems-no-number = keine Zahl
problems-file-unreadable = sie ist nicht lesbar: { $why }
problems-file-cut-off = sie endet mitten in ihren gepackten Daten; holen oder exportieren Sie sie noch einmal
problems-file-empty = sie ist leer; exportieren Sie sie noch einmal mit einer Kopfzeile und einer Zeile je Datensatz
problems-file-headers-only = sie hat eine Kopfzeile, aber keine Zeilen darunter; exportieren Sie sie noch einmal mit ihren Datensätzen
problems-file-old-excel = sie ist eine alte oder mit einem Passwort geschützte Excel-Arbeitsmappe; speichern Sie sie als .xlsx oder CSV
problems-file-no-workbook = sie ist ein ZIP-Archiv, aber keine lesbare Excel-Arbeitsmappe ({ $why }); speichern Sie sie als .xlsx oder CSV
problems-file-markup = sie ist eine Webseite oder XML, was auch immer ihr Name sagt; speichern Sie sie als .xlsx oder CSV
problems-file-binary = sie ist keine Tabelle aus Text; speichern Sie sie als .xlsx oder CSV
problems-file-quotes = sie hat Anführungszeichen, die geöffnet und bis Zeile { $line } nie geschlossen werden; exportieren Sie sie noch einmal
problems-row-short = sie hat { $cells ->
    [one] 1 Zelle
   *[other] { $cells } Zellen
}, aber es gibt { $headers ->
    [one] 1 Spalte
   *[other] { $headers } Spalten
}; es fehlen Zellen
problems-row-long = sie hat { $cells ->
    [one] 1 Zelle
   *[other] { $cells } Zellen
}, aber es gibt { $headers ->
    [one] 1 Spalte
   *[other] { $headers } Spalten
}; benennen Sie jede Spalte, und setzen Sie eine Zelle, die das Trennzeichen enthält, in Anführungszeichen
problems-row-open-quote = sie öffnet ein Anführungszeichen, das nie geschlossen wird; verdoppeln Sie ein Anführungszeichen, das zum Text gehört
problems-layout-sheet = Blatt „{ $name }“ einer Excel-Arbeitsmappe
problems-layout-text = Text in { $encoding }, getrennt durch { $between ->
    [tab] Tabulatoren
    [semicolon] Strichpunkte
    [pipe] senkrechte Striche
   *[comma] Kommas
}
problems-layout = { $layout }{ $gzipped ->
    [yes] , mit gzip gepackt
   *[no] { "" }
}{ $damaged ->
    [0] { "" }
    [one] , 1 beschädigtes Zeichen
   *[other] , { $damaged } beschädigte Zeichen
}
problems-date-of = Datum von „{ $name }“ ({ $style })
problems-xes-trace-unnamed = ein Trace hat kein concept:name, deshalb sagt nichts, welcher Deal er ist; er wurde übergangen
problems-xes-event-unnamed = ein Ereignis hat kein concept:name, deshalb sagt nichts, was geschehen ist; es wurde übergangen
problems-xes-event-timeless = das Ereignis „{ $name }“ hat kein time:timestamp, deshalb sagt nichts, wann es war; es wurde übergangen
problems-xes-event-bad-time = das Ereignis „{ $name }“ hat die Zeit „{ $time }“, die kein Datum ist; es wurde übergangen
problems-xes-event-stray = ein Ereignis steht außerhalb jedes Trace; es wurde übergangen
problems-xes-attribute-unreadable = ein Attribut ist nicht lesbar: { $why }; es wurde übergangen
problems-xes-line = Zeile { $line }: { $what }
problems-xes-before = Zeile { $line }: { $what }{ $traces ->
    [0] { "" }
    [one] ; der eine Trace davor wurde gelesen
   *[other] ; die { $traces } Traces davor wurden gelesen
}
problems-xes-cut-off = die Datei bricht hier ab; besorgen Sie eine vollständige Kopie
problems-xes-damaged = die gepackte Datei ist beschädigt ({ $why }); besorgen Sie eine neue Kopie
problems-xes-encoding = die Zeichenkodierung „{ $label }“ ist nicht bekannt; speichern Sie die Datei als UTF-8
problems-xes-long-tag = ein einzelnes Tag oder ein Text ist länger als { $most } MB
problems-xes-not-as-declared = das ist nicht { $encoding }, wie die Datei angibt
problems-xes-deep = Elemente sind tiefer als { $most } Ebenen verschachtelt
problems-xes-entities = die Datei vereinbart eigene Entitäten (<!ENTITY), die aus Sicherheitsgründen nicht gelesen werden; exportieren Sie sie noch einmal ohne DOCTYPE
problems-xes-not-utf8 = einige Bytes sind kein UTF-8; speichern Sie die Datei als UTF-8, oder nennen Sie ihre Zeichenkodierung in der ersten Zeile
problems-xes-entity = „&{ $name };“ hat keine eigene Bedeutung
problems-xes-ampersand = statt „&“ muss „&amp;“ stehen
problems-xes-not-xml = das ist kein wohlgeformtes XML ({ $why })
problems-xes-no-key = es hat keinen Schlüssel
problems-xes-no-value = „{ $key }“ hat keinen Wert
problems-xes-no-log = das ist keine XES-Datei: Sie hat kein <log>
problems-xes-second-log = hier beginnt ein zweites Ereignisprotokoll; legen Sie es in eine eigene Datei
problems-xes-large-trace = ein einzelner Trace ist größer als { $most } MB
problems-xes-other-begin = das ist keine XES-Datei: Sie beginnt mit <{ $element }>, nicht mit <log>
problems-workbook-damaged = sie ist beschädigt
problems-workbook-missing = es enthält keine Arbeitsmappe
problems-workbook-outside = eine Zelle liegt außerhalb des Blattes
