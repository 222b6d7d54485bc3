# The room "decide".
decide-no-deal = einen Deal „{ $deal }“ gibt es nicht; legen Sie ihn zuerst an
decide-deal-exists = einen Deal „{ $deal }“ gibt es schon; wählen Sie eine andere Nummer oder ändern Sie diesen
decide-won = der Deal ist schon gewonnen; öffnen Sie ihn wieder, falls das falsch war
decide-lost = der Deal ist schon verloren; öffnen Sie ihn wieder, falls das falsch war
decide-not-closed = der Deal ist offen; es gibt nichts wieder zu öffnen
decide-nothing-new = nichts würde sich ändern; sagen Sie, was neu ist
decide-no-milestone = „{ $name }“ ist kein Meilenstein des Prozesses; seine Meilensteine sind: { $all }
decide-reached = „{ $milestone }“ wurde schon am { $day } erreicht
decide-not-reached = „{ $milestone }“ ist noch nicht erreicht; es gibt nichts zurückzunehmen
decide-no-objective = ein Kundengespräch braucht ein Zusageziel: Was soll der Kunde zusagen?
decide-no-act = { $lack } Zum Beispiel: { $example }
decide-lack-learning = das ist, was Sie erfahren wollen; was soll der Kunde als Nächstes zusagen?
decide-lack-ours = das ist, was Sie selbst tun; was soll der Kunde als Nächstes zusagen?
decide-lack-feeling = das ist, wie der Kunde es sehen soll; was soll er als Nächstes zusagen?
decide-lack-vague = das sagt nicht, wer was tut; was soll der Kunde zusagen?
decide-example-order = Den Auftrag unterschreiben und den Tag nennen, an dem wir beginnen
decide-example = „{ $milestone }“ zusagen und den Tag nennen
decide-held = das Kundengespräch „{ $call }“ hat schon stattgefunden
decide-nothing-gained = ein Fortschritt bringt mindestens einen Meilenstein; ohne einen ist es eine Vertagung
decide-no-fallback = für dieses Kundengespräch war kein Ausweichziel geplant; nennen Sie stattdessen den Meilenstein, der erreicht wurde
decide-nothing-agreed = sagen Sie, welchen Schritt der Kunde bis { $day } zugesagt hat
decide-no-commitment = dieser Deal hat keine offene Zusage „{ $commitment }“
decide-no-lead = ein Lead braucht einen eigenen Namen oder eine eigene Nummer
decide-negative = ein Betrag kann nicht negativ sein
decide-backwards = der Zeitraum endet am { $to }, bevor er am { $from } beginnt
decide-rate = ein Kurs ist eine Zahl über 0 zwischen zwei verschiedenen Währungen
decide-moved = am Deal wurde inzwischen etwas festgehalten (Einträge: { $facts }); sehen Sie sich an, was neu ist, und speichern Sie dann noch einmal
decide-no-opposite = was zuletzt festgehalten wurde, hat kein Gegenstück; halten Sie stattdessen fest, was jetzt gilt
decide-process-no-name = der Prozess hat keinen Namen; geben Sie ihm einen mit name = "Neugeschäft"
decide-process-no-milestones = der Prozess hat keine Meilensteine; schreiben Sie für jeden ein [[milestone]] mit Namen
decide-process-unnamed = Meilenstein { $place } hat keinen Namen; geben Sie ihm einen mit name = "…"
decide-process-twice = „{ $name }“ steht für zwei Meilensteine; jeder Name und jedes Ereignis darf nur zu einem gehören
