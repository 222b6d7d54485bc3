# Texts of the room "answers-forecast".
# The question "forecast".
answers-forecast-all = { $from } to { $to } will bring about { $mean } { $currency }, 8 times in 10 between { $low } and { $high }: { $won } won so far, { $open } from { $n ->
    [0] no open deals
    [one] 1 open deal
   *[other] { $n } open deals
}, { $new } from deals not opened yet.
answers-forecast-quota = The quota is { $quota }; the chance of it is { $chance }.
answers-forecast-currencies = forecasts were in { $past } on { $day } and are in { $now } now; set the currency of answers in the settings, then they can be compared
answers-forecast-no-amount = { $n ->
    [one] 1 open deal has
   *[other] { $n } open deals have
} no known amount.
answers-forecast-over = the period ended on { $to }, before { $day }: what it brought is known. To see what would have been forecast, ask as of a day before its end: --as-of { $iso }
answers-forecast-too-little = { $closed ->
    [0] No closed deals
    [one] 1 closed deal
   *[other] { $closed } closed deals
} by { $day }, and a forecast needs at least { $needed }: { $missing } more must be won or lost, or import older ones
answers-forecast-groups = Groups
answers-forecast-by-week = By the week
answers-forecast-new-owner = { $name } ({ $closed ->
    [0] no closed deal
    [one] 1 closed deal
   *[other] { $closed } closed deals
})
answers-forecast-new-source = the source { $name } ({ $closed ->
    [0] no closed deal
    [one] 1 closed deal
   *[other] { $closed } closed deals
})
answers-forecast-newcomers = New here, so their odds are mostly those of everybody: { $names }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
answers-forecast-new-version = Version { $version } of the process holds since { $since }; all past deals are read anew under it, { $n ->
    [0] none
    [one] 1 deal
   *[other] { $n } deals
} were closed since.
answers-forecast-no-period = '{ $text }' is no period; write next-quarter, this-quarter, next-month, this-month, 2027-Q1, 2027-01, 28d (up to { $most }d) or 2027-01-01..2027-01-31
answers-forecast-not-before = { $day } is not before { $today }; compare with an earlier day: --since 7d
answers-forecast-no-since = '{ $text }' is no earlier day; write 7d (days ago) or 2026-11-16

# What changed since.
answers-forecast-changed-new = New deals
answers-forecast-changed-won = Won
answers-forecast-changed-lost = Lost
answers-forecast-changed-handed = Changed hands
answers-forecast-changed-reopened = Reopened or corrected
answers-forecast-changed-moved-on = Moved on
answers-forecast-changed-slipped = Slipped
answers-forecast-changed-waited = Waited
answers-forecast-changed-amounts = Amounts
answers-forecast-changed-new-business = Business not there yet
answers-forecast-changed-model = Level of the forecast
answers-forecast-step = { $what ->
    [new] new deals
    [won] won
    [lost] lost
    [handed] changed hands
    [reopened] reopened or corrected
    [moved-on] moved on
    [slipped] slipped
    [waited] waited
    [amounts] amounts
    [new-business] business not there yet
   *[model] level of the forecast
} { $amount }
answers-forecast-since = On { $since } it was { $before }, so it is { $change } { $way ->
    [less] less
   *[more] more
}: { $steps }.
answers-forecast-changes = Changes since { $since }
answers-forecast-movers = Deals that moved it most

# What is tried.
answers-forecast-not-open = '{ $wanted }' is none of the open deals; milepost next lists them
answers-forecast-no-milestone = there is no milestone '{ $wanted }'; there are: { $names }
answers-forecast-no-source = no deals came from '{ $wanted }'; there are: { $names }
answers-forecast-no-wish = '{ $text }' cannot be tried; write: better MILESTONE 10%, faster MILESTONE 5d, more SOURCE 20%, lose DEAL or win DEAL
answers-forecast-what-if = What if
answers-forecast-worth = If one in ten of the deals lost before it went on
answers-forecast-coverage = Coverage

# Why a deal's odds are what they are.
answers-forecast-why-else = all else
answers-forecast-why-at = at { $milestone }
answers-forecast-why-before = before the first milestone
answers-forecast-why-open = open for { $days ->
    [one] 1 day
   *[other] { $days } days
}
answers-forecast-why-quiet = nothing new for { $days ->
    [one] 1 day
   *[other] { $days } days
}
answers-forecast-why-worth = worth { $amount }
answers-forecast-why-no-amount = no amount known
answers-forecast-why-close = expected to close on { $day }
answers-forecast-why-no-close = no expected close date
answers-forecast-why-committed = committed to { $milestone } by { $due }
answers-forecast-why-no-commitment = no live commitment
answers-forecast-why-rated = rated { $category }
answers-forecast-why-not-rated = rated by nobody
answers-forecast-why-kind = { $kind } from { $source }
answers-forecast-why-source = from { $source }
answers-forecast-why-no-source = no source known
answers-forecast-why-owner = owner { $name }
answers-forecast-why-no-owner = owner not known
answers-forecast-why-calendar = the time of the month and quarter
