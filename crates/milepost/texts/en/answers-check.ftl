# Texts of the room "answers-check".
answers-check-empty = There are no deals yet, so there is nothing to check.
answers-check-clean = No faults found in { $deals ->
    [one] 1 deal
   *[other] { $deals } deals
}.
answers-check-verdict = { $kinds ->
    [one] 1 kind of fault
   *[other] { $kinds } kinds of fault
} in { $deals ->
    [0] no deals
    [one] 1 deal
   *[other] { $deals } deals
}. Weightiest for the forecast: { $title } ({ $unit ->
    [leads] { $n ->
        [one] 1 lead
       *[other] { $n } leads
    }
   *[deals] { $n ->
        [one] 1 deal
       *[other] { $n } deals
    }
}, { $share } of { $among ->
    [open] the open ones
   *[all] all
}).
answers-check-not-found = Looked for and not found: { $faults }.
answers-check-faults = Faults

# What each fault means for the forecast.
answers-check-back-dated = On a given day deals are further than the record shows, so forecasts made that day come out too low.
answers-check-skipped = The odds and the time from the milestone passed over are learned from fewer deals than went through it.
answers-check-step-back = A milestone that can be taken back says less about the sale: its odds are lower and its range is wider.
answers-check-rolled = The close dates named for these deals say little about when they will close.
answers-check-past = The close date says nothing of these deals; a forecast that believed it would miss them or count them at once.
answers-check-same-moment = The time between these steps is unknown, so the forecast has less to tell when deals will close.
answers-check-no-owner = These deals count in the total, but in no salesperson's or team's forecast.
answers-check-no-amount = These deals have no worth of their own in the forecast.
answers-check-no-history = Nobody can tell what was known while these deals were open, so they teach the forecast little and cannot test it.
answers-check-reopened = Wins and losses that were taken back make the odds and the time to close less certain.
answers-check-future = A forecast would take what has not happened for a fact.
answers-check-before-lead = The time from the first touch to the end is unknown; it counts as none.
answers-check-far = One such amount outweighs many deals: the forecast and the worth of its source rest on it.
answers-check-no-source = These leads count in all leads, but say nothing of which marketing works.
