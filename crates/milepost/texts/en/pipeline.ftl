# Texts of the room "pipeline".
pipeline-picture = Open deals by milestone
pipeline-milestones = The milestones
pipeline-at-milestone = { $milestone }: { $n ->
    [0] no deals
    [one] 1 deal
   *[other] { $n } deals
}
pipeline-sums = Sums
pipeline-by = By
pipeline-as = As
pipeline-as-matrix = matrix
pipeline-as-board = board
pipeline-matrix = Deals against milestones
pipeline-open-deal = Open a deal
pipeline-value = Value, { $currency }
pipeline-amount = Amount, { $currency }
pipeline-committed = Committed
pipeline-stalled = Stalled
pipeline-moving = moving
pipeline-stands = Stands
pipeline-all = All
pipeline-reached = reached
pipeline-not-reached = not reached
pipeline-reach = Reached: { $milestone }
pipeline-more = { $n } more

# What the question "status" answers.
status-none = No open deals.
status-all = { $n ->
    [one] 1 open deal
   *[other] { $n } open deals
} worth { $value } { $currency }; { $stalled } stalled.
status-most = { $n ->
    [one] 1 of them stands at { $milestone }.
   *[other] { $n } of them stand at { $milestone }.
}
status-most-before = { $n ->
    [one] 1 of them has reached no milestone yet.
   *[other] { $n } of them have reached no milestone yet.
}
status-no-amount = { $n ->
    [one] 1 open deal has
   *[other] { $n } open deals have
} no amount that was known then ({ $open } are open in all); that counts 0.
status-open = Open deals
status-by-milestone = By milestone
