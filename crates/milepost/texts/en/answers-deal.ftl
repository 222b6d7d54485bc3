# Texts of the room "answers-deal".
# The question "deal".
answers-deal-is = { $deal } is { $state ->
    [won] won
    [lost] lost
   *[open] open
}{ $stalled ->
    [yes] , stalled.
   *[no] .
}
answers-deal-won = Won on { $on }, { $days ->
    [one] 1 day
   *[other] { $days } days
} after it was opened.
answers-deal-lost = Lost on { $on }, { $days ->
    [one] 1 day
   *[other] { $days } days
} after it was opened.
answers-deal-lost-because = Lost on { $on }, { $days ->
    [one] 1 day
   *[other] { $days } days
} after it was opened: { $reason }.
answers-deal-promise = { $milestone } by { $due }
answers-deal-story = Story
answers-deal-known = Known
answers-deal-path = Path
answers-deal-unknown = no deal '{ $wanted }' was known{ $when ->
    [now] ;
   *[then] {" "}before { $day };
} { $near ->
    [none] list the open ones with: milepost next
    [one] did you mean { $ids }?
   *[many] near it are: { $ids }
}

# Its story.
answers-deal-opened = Opened
answers-deal-changed = Changed
answers-deal-reopened = Opened again
answers-deal-was-won = Won
answers-deal-was-lost = Lost
answers-deal-recorded-as = (recorded as { $raw })
answers-deal-stage = Stage set to { $stage }
answers-deal-stage-back = Stage set to { $stage }; { $names } taken back
answers-deal-undone = { $milestone } taken back
answers-deal-reached = { $milestone } reached
answers-deal-after-the-end = { $act }, after the end: no step
answers-deal-no-milestone = { $act }, which is no milestone of this process
answers-deal-agreed = Commitment: the customer agreed to { $milestone } by { $due }
answers-deal-agreed-by = Commitment: { $who } agreed to { $milestone } by { $due }
answers-deal-kept = Commitment to { $milestone } kept
answers-deal-broken = Commitment to { $milestone } broken
answers-deal-put-off = Commitment to { $milestone } put off to { $due }
answers-deal-taken-back = Taken back: { $what ->
    [plan] the planned call: { $about }
    [made] the commitment to { $about }
    [kept] that the commitment to { $about } was kept
    [broken] that the commitment to { $about } was broken
    [put-off] the new date for { $about }
   *[held] the call that was logged
}
answers-deal-counts-again = Counts again: { $what ->
    [plan] the planned call: { $about }
    [made] the commitment to { $about }
    [kept] that the commitment to { $about } was kept
    [broken] that the commitment to { $about } was broken
    [put-off] the new date for { $about }
   *[held] the call that was logged
}
answers-deal-planned-bare = Call planned
answers-deal-planned = Call planned for { $on }: { $objective }
answers-deal-planned-else = Call planned for { $on }: { $objective }; else: { $fallback }
answers-deal-held = Call held: { $outcome ->
    [order] an order
    [advance] an advance
    [continuation] a continuation
   *[no-sale] no sale
} ({ $gain ->
    [fallback] the fallback: { $gained }
    [nothing] nothing gained
   *[names] { $gained }
})

# Its calls.
answers-deal-not-there = there is no deal '{ $deal }'
answers-deal-closed = the deal { $deal } is closed; reopen it first if that was wrong
answers-deal-not-its-milestone = '{ $name }' is no milestone of the process; its milestones are: { $names }
answers-deal-example = Agree to { $milestone } and name the day
answers-deal-example-order = Sign the order and name the day on which we begin
answers-deal-fallback = Name who has to agree to { $milestone } and a day to meet them
answers-deal-fallback-order = Name the day on which the order will be signed
answers-deal-why = { $from ->
    [process] The objective is the one of { $process }
    [won] This objective gained the milestone in { $times ->
        [0] no won deals
        [one] 1 won deal
       *[other] { $times } won deals
    }
    [reached] Every milestone is reached
   *[nothing] Neither the process nor won deals say what to ask for
}{ $ahead ->
    [won] ; won deals agreed to it { $days ->
        [one] 1 day
       *[other] { $days } days
    } ahead (the middle of { $dates ->
        [one] 1 date
       *[other] { $dates } dates
    }).
    [process] ; the process gives it { $days ->
        [one] 1 day
       *[other] { $days } days
    }.
   *[nothing] .
}
answers-deal-call = Call { $deal } on { $on } and ask for this: { $objective }.
answers-deal-call-by = Call { $deal } on { $on } and ask for this: { $objective } by { $by }.
answers-deal-proposed = Proposed
answers-deal-plan-recorded = Planned for { $on }. Ask for this: { $objective }
answers-deal-objective-by = { $objective }, by { $by }
answers-deal-if-not = If not: { $fallback }
answers-deal-log-it = Log it with: milepost call held { $deal }
answers-deal-already = That is recorded for { $deal } already.
answers-deal-recorded = Recorded for { $deal }: { $kinds }.
answers-deal-recorded-held = Recorded for { $deal }, held on { $on }: { $kinds }.
answers-deal-recorded-title = Recorded
answers-deal-sheet-none = No call is planned for { $deal }; one without an objective can be logged.
answers-deal-sheet = Planned for { $on }: { $objective }.
answers-deal-sheet-by = Planned for { $on }: { $objective } by { $by }.
answers-deal-sheet-title = Planned
answers-deal-unlogged = Calls without an outcome
answers-deal-unlogged-yesterday = Yesterday's calls without an outcome
answers-deal-name = name
answers-deal-account = account
answers-deal-owner = owner
answers-deal-source = source
answers-deal-kind = kind
answers-deal-category = category
answers-deal-pipeline = pipeline
answers-deal-amount = amount
answers-deal-expected-close = expected close
