# The room "calls".

# Planning a call, logging one, and what became of what was agreed.
calls-say-ending = say how the call ended: { $all }
calls-say-new-date = say which new date was agreed
calls-say-what-became = say what became of it: kept, broken or moved, with its due date
calls-how-ended = How did the call with { $with } end?
calls-next-with = The next call with { $with }
calls-objective = What should the customer agree to do?
calls-anyway = Record it as it is
calls-by-when = By when
calls-call-on = Call on
calls-plan = Plan call
calls-log = Log call
calls-fallback = If not, ask for
calls-leads-to = Leads to
calls-to-the-order = the order
calls-more = Several milestones, another day, a note
calls-milestones-gained = Milestones gained
calls-another-day = Agreed for another day
calls-held-on = Held on
calls-note = What was said
calls-unplanned = This was another call, without an objective
calls-none-planned = No call is planned: it counts as one without an objective.
calls-planned-for = Planned for { $day }:
calls-by-day = by { $day }
calls-if-not = If not: { $fallback }
calls-agreed-by = Agreed, by { $day }
calls-done-already = Done already
calls-gained-as-planned = Gained as planned
calls-gained = Gained: { $milestone }
calls-fallback-gained = Fallback gained
calls-continuation = Continuation
calls-no-sale = No sale
calls-order = Order
calls-after-these = { $n ->
    [one] 1 more call
   *[other] { $n } more calls
} after these.
calls-kept = Kept
calls-broken = Broken
calls-new-date = New date: { $day }
calls-another-date = Another date
calls-agree-on-it = Agree on it

# What can be done to a deal.
calls-revision = the revision is a number of facts
calls-say-revision = say which revision of the deal to take back
calls-say-milestone = say which milestone
calls-deal-lead = What became of this deal?
calls-change-deal = Change a deal
calls-open-lead = Who might buy, and what?
calls-amount = Amount
calls-recorded = Recorded: { $what }.
calls-undo = Undo
calls-meanwhile = Recorded meanwhile
calls-by-whom = by { $who }
calls-do = Do
calls-change = Change
calls-save = Save
calls-save-again = Save again
calls-won = Won
calls-lost = Lost
calls-why = Why
calls-record-lost = Record as lost
calls-reopen = Open again
calls-on = On
calls-evidence = What proves it
calls-reached = Reached
calls-why-not = Why it was not
calls-take-back = Take back
calls-number = Number (one is given if left blank)
calls-open-deal = Open deal
calls-now = (now { $now })
calls-currency = Currency
calls-not-blank = { $field ->
    [name] Name
    [account] Account
    [owner] Owner
    [source] Source
    [amount] Amount
   *[close] Expected close
} was known and cannot be left blank; write what is true now
calls-no-amount = '{ $text }' is no amount; write it as 1200.50, without commas
calls-say-what = say what to do: change, reach, undo, win, lose, reopen or back
