# The room "draw".
draw-note = Note: { $note }
draw-yes = yes
draw-overdue = Overdue: { $what }
draw-deal = Deal { $deal }
draw-found = Milestones found in the record
draw-stages = Stages used today
draw-as-of = As of { $day }: { $won ->
    [0] no sales
    [one] 1 sale
   *[other] { $won } sales
}, { $lost } lost, { $open } open
draw-opened = Opened
draw-won = Won
draw-stop = { $name } { $n ->
    [0] no deals
    [one] 1 deal
   *[other] { $n } deals
}
draw-lost = { $n } lost
draw-chance = { $chance } won
draw-minutes = minutes
draw-hours = hours

# Heads of tables in the terminal; CSV keeps the name of the column.
draw-head = { $column ->
   *[other] { $name }
}
