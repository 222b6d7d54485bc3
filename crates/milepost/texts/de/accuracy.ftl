# The room "accuracy".
accuracy-forecasts-of = Prognosen über
accuracy-28-days = 28 Tage
accuracy-90-days = 90 Tage
accuracy-180-days = 180 Tage
accuracy-a-year = ein Jahr
accuracy-legend = Balken: 8 von 10 solchen Zeiträumen. Strich: die Prognose. Punkt: was kam
accuracy-legend-ringed = Balken: 8 von 10 solchen Zeiträumen. Strich: die Prognose. Punkt: was kam; mit Ring, wo es außerhalb des Balkens lag.
accuracy-record = Zu jedem Tag die Spanne, die Prognose und was kam
accuracy-told = { $day }: { $said } gesagt, { $low } bis { $high }; { $came } gekommen
accuracy-simple = Neben einfachen Verfahren
accuracy-methods = Verfahren
accuracy-method = Verfahren
accuracy-ours = Milepost
accuracy-run-rate-method = Fortschreibung: der letzte solche Zeitraum noch einmal
accuracy-weighted-method = Pipeline, nach Stufe gewichtet, und übliches Neugeschäft
accuracy-mean-method = Mittel aller solchen Zeiträume
accuracy-committed-method = Was die Verantwortlichen zusagten
accuracy-off-by = Daneben um
accuracy-bias = Zu hoch oder zu niedrig
accuracy-within-10 = Auf 10 % genau
accuracy-inside-range = In der Spanne für 8 von 10
accuracy-dates = Tage
accuracy-no-range = keine Spanne

accuracy-odds = Chancen einzelner Deals
accuracy-odds-told = { $n } Chancen wurden genannt, und { $won } der Deals wurden rechtzeitig gewonnen. Von einem gewonnenen und einem nicht gewonnenen Deal hatte der gewonnene mit einer Häufigkeit von { $auc } die bessere Chance (AUC; 0,50 ist geraten). Brier-Wert { $brier }.
accuracy-odds-drawn = Der gewonnene Anteil gegen die genannten Chancen
accuracy-odds-dot = { $said } gesagt, { $won } von { $n } gewonnen
accuracy-odds-given = genannte Chance →
accuracy-share-won = ↑ gewonnener Anteil

accuracy-given = Abgegebene Prognosen
accuracy-given-told = Was damals gesagt wurde, einmal am Tag festgehalten, solange Milepost läuft. Die Prognosen darüber sind mit dem heutigen Programm aus dem damals Bekannten neu gerechnet.
accuracy-given-on = Abgegeben am
accuracy-for = Für
accuracy-forecast = Prognose, { $currency }
accuracy-from = Von
accuracy-to = Bis
accuracy-came = Gekommen
accuracy-days = { $from } bis { $to }
accuracy-not-over = noch nicht vorbei

accuracy-every = Alle Prognosen
accuracy-run-rate = Fortschreibung
accuracy-weighted = Gewichtet
