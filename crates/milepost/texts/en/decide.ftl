# The room "decide".
decide-no-deal = there is no deal '{ $deal }'; open it first
decide-deal-exists = there is a deal '{ $deal }' already; choose another id or change that one
decide-won = the deal is already won; reopen it first if that was wrong
decide-lost = the deal is already lost; reopen it first if that was wrong
decide-not-closed = the deal is open; there is nothing to reopen
decide-nothing-new = nothing would change; say what is new
decide-no-milestone = '{ $name }' is no milestone of the process; its milestones are: { $all }
decide-reached = '{ $milestone }' was reached already, on { $day }
decide-not-reached = '{ $milestone }' has not been reached; there is nothing to take back
decide-no-objective = a call needs an objective: what should the customer agree to do?
decide-no-act = { $lack } For example: { $example }
decide-lack-learning = that is what you want to learn; what should the customer agree to do next?
decide-lack-ours = that is what you do; what should the customer agree to do next?
decide-lack-feeling = that is how the customer should see it; what should they agree to do next?
decide-lack-vague = that does not say who does what; what should the customer agree to do?
decide-example-order = Sign the order and name the day on which we begin
decide-example = Agree to { $milestone } and name the day
decide-held = the call '{ $call }' was held already
decide-nothing-gained = an advance gains at least one milestone; without one it is a continuation
decide-no-fallback = no fallback was planned for this call; name the milestone that was gained instead
decide-nothing-agreed = say which step the customer agreed to by { $day }
decide-no-commitment = there is no open commitment '{ $commitment }' on this deal
decide-no-lead = a lead needs a name or a number of its own
decide-negative = an amount cannot be negative
decide-backwards = the period ends on { $to }, before it begins on { $from }
decide-rate = a rate is a number above 0 between two different currencies
decide-moved = the deal was written to meanwhile (facts: { $facts }); look at what is new, then save again
decide-no-opposite = what was recorded last has no opposite; record what is true now instead
decide-process-no-name = the process has no name; give it one with name = "New business"
decide-process-no-milestones = the process has no milestones; add a [[milestone]] with a name for each
decide-process-unnamed = milestone { $place } has no name; give it one with name = "…"
decide-process-twice = '{ $name }' stands for two milestones; let each name or event belong to one milestone only
