# The room "draw".
draw-note = Hinweis: { $note }
draw-yes = ja
draw-overdue = Überfällig: { $what }
draw-deal = Deal { $deal }
draw-found = Im Datenbestand gefundene Meilensteine
draw-stages = Heute verwendete Stufen
draw-as-of = Stand { $day }: { $won ->
    [0] keine Verkäufe
    [one] 1 Verkauf
   *[other] { $won } Verkäufe
}, { $lost } verloren, { $open } offen
draw-opened = Angelegt
draw-won = Gewonnen
draw-stop = { $name } { $n ->
    [0] keine Deals
    [one] 1 Deal
   *[other] { $n } Deals
}
draw-lost = { $n } verloren
draw-chance = { $chance } gewonnen
draw-minutes = Minuten
draw-hours = Stunden
