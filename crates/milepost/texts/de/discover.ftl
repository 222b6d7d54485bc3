# The room "discover".
discover-way = Der Weg zum Verkauf, wie der Datenbestand ihn zeigt
discover-way-short = Der Weg zum Verkauf
discover-found = Gefundene Meilensteine
discover-stages-of-today = Die heutigen Stufen
discover-stages-map = Heutige Stufen
discover-milestones = Die Meilensteine
discover-edit = Bearbeiten und als Prozess veröffentlichen
discover-adopt = { $edit } oder { $command } ausführen
discover-no-milestone-why = Was kein Meilenstein ist, und warum
discover-no-milestone = Was kein Meilenstein ist
discover-left-path = Wo Deals vom Weg abkamen
discover-svg = Die Karte als SVG-Datei
discover-weak = schwach
discover-lift = Die Chance auf einen Verkauf: { $before } davor, { $after } danach
discover-in-sales = In Verkäufen
discover-share = { $share } ({ $low } bis { $high })
discover-reached-by = Erreicht von
discover-out-of-order = Außer der Reihe
discover-of-sales = { $share } der Verkäufe
discover-also-seen = Auch zu sehen als
discover-found-again = Wiedergefunden
discover-steady = In { $found } von { $draws } Ziehungen anderer Deals
discover-todays-stages = Die Stufen von heute
discover-stage = Stufe
discover-verdict = Urteil
discover-because = Grund
discover-event = Ereignis
discover-right = richtig
discover-redundant = überflüssig
discover-seller-only = nur vom Verkäufer
discover-optional = nicht notwendig
discover-no-effect = ohne Wirkung
discover-outcome = Ergebnis
discover-not-recorded = nicht festgehalten
discover-most-frequent = Die { $shown } häufigsten von { $n }.
discover-salesperson = Verkäufer
discover-passed-over = Einen übersprungen
discover-stuck = Stecken jetzt fest
discover-stuck-most = Stecken am häufigsten fest bei
discover-stuck-at = { $milestone } ({ $n ->
    [one] 1 Deal
   *[other] { $n } Deals
})
