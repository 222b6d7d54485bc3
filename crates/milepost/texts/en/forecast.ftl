# The room "forecast".
forecast-for = For
forecast-this-month = this month
forecast-next-month = next month
forecast-this-quarter = this quarter
forecast-next-quarter = next quarter
forecast-next-28-days = the next 28 days
forecast-changed = What changed
forecast-since = Since
forecast-since-week = a week ago
forecast-since-four-weeks = four weeks ago
forecast-since-quarter = a quarter ago
forecast-split = Split
forecast-by = By
forecast-open-deals = Open deals
forecast-won-so-far = Won so far
forecast-not-opened = Deals not opened yet
forecast-not-opened-column = Not opened yet
forecast-all = All
forecast-all-in = All, { $currency }
forecast-quota-line = The line marks the quota, { $quota } { $currency }: its chance is { $chance }.
forecast-range = 8 times in 10 between { $low } and { $high }, half the time below { $middle }
forecast-quota = Quota: { $quota }
forecast-eight-in-ten = 8 times in 10
forecast-span = { $low } to { $high }
forecast-new-business = (new business)
forecast-won-group = (won so far)

# The odds of each deal.
forecast-furthest = Furthest milestone
forecast-amount = Amount, { $currency }
forecast-odds-in-period = Odds in the period
forecast-odds-ever = Odds ever
forecast-adds = Adds
forecast-none-yet = none yet

# What changed since an earlier day.
forecast-bars-begin = The bars begin at { $low }, not at nothing, so that small steps are seen.
forecast-movers = Deals that moved it most
forecast-now = Now, { $currency }
forecast-changed-file = What changed since { $since }, { $currency }; the bars begin at { $low }
forecast-happened = What happened
forecast-added-then = Added then
forecast-adds-now = Adds now
forecast-change = Change

# How it builds up.
forecast-builds-up = How it builds up, { $currency }. The band holds it 8 times in 10.
forecast-builds-up-file = How it builds up, { $currency }; the band holds it 8 times in 10
forecast-by-week = By the week
forecast-drawn = From { $from } to { $to }: { $mean } by the last day, 8 times in 10 between { $low } and { $high }
forecast-won-until-now = Won so far: { $won }
forecast-day-won = { $day }: { $won } won
forecast-day-ahead = { $day }: { $mean }, 8 times in 10 between { $low } and { $high }
forecast-quota-label = quota
forecast-by-day = By
forecast-won = Won
forecast-expected = Expected
forecast-one-in-ten-less = 1 in 10 less
forecast-one-in-ten-more = 1 in 10 more

# What if.
forecast-what-if = What if
forecast-try = Try
forecast-example-milestone = Trial agreed
forecast-examples = For example: better { $milestone } 10% (of those lost before it go on) · faster { $milestone } 5d · more Web 20% (leads) · lose D-1 · win D-1
forecast-tried = What was tried
forecast-if = If
forecast-change-in = Change, { $currency }
forecast-then = Then
forecast-chance-of-quota = Chance of the quota
forecast-no-quota = no quota
forecast-worth = Which milestone is worth the work
forecast-worth-most = If one in ten of the deals now lost before it went on, { $milestone } would bring most: about { $change } { $currency } more.
forecast-step-to = Step to
forecast-took-or-lost = Deals that took it or were lost there
forecast-took = Took it
forecast-one-in-ten = One in ten more, { $currency }
forecast-enough = Is there enough pipeline?
forecast-coverage = Coverage
forecast-open-worth = Open deals are worth { $value } { $currency } and bring about { $open } of it in the period.
forecast-needed = For the quota on average they would have to be worth about { $needed }, { $times } times as much.
forecast-is-enough = For the quota on average that is enough.
forecast-set-quota = Set a quota ({ $command }) to see what it needs.
forecast-open-in = Open, { $currency }
forecast-expected-in-period = Expected in the period
forecast-needed-for-quota = Needed for the quota
