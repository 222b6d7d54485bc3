# The room "discover".
discover-way = The way to a sale, as the record shows it
discover-way-short = The way to a sale
discover-found = Milestones found
discover-stages-of-today = The stages of today
discover-stages-map = Stages of today
discover-milestones = The milestones
discover-edit = Edit and publish as the process
discover-adopt = { $edit } or run { $command }
discover-no-milestone-why = What is no milestone, and why
discover-no-milestone = What is no milestone
discover-left-path = Where deals left the path
discover-svg = The map as an SVG file
discover-weak = weak
discover-lift = The chance of a sale: { $before } before, { $after } after
discover-in-sales = In sales
discover-share = { $share } ({ $low } to { $high })
discover-reached-by = Reached by
discover-out-of-order = Out of order
discover-of-sales = { $share } of sales
discover-also-seen = Also seen as
discover-found-again = Found again
discover-steady = { $found } of { $draws } times with other deals drawn
discover-todays-stages = Today's stages
discover-stage = Stage
discover-verdict = Verdict
discover-because = Because
discover-event = Event
discover-right = right
discover-redundant = redundant
discover-seller-only = seller only
discover-optional = optional
discover-no-effect = no effect
discover-outcome = outcome
discover-not-recorded = not recorded
discover-most-frequent = The { $shown } most frequent of { $n }.
discover-salesperson = Salesperson
discover-passed-over = Passed one over
discover-stuck = Stuck now
discover-stuck-most = Stuck most at
discover-stuck-at = { $milestone } ({ $n ->
    [one] 1 deal
   *[other] { $n } deals
})
