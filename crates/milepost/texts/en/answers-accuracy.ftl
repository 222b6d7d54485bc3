# Texts of the room "answers-accuracy".
answers-accuracy-none = There are no forecasts.
answers-accuracy-nothing-won = { $n ->
    [one] 1 forecast
   *[other] { $n } forecasts
} made from { $from } to { $to }, and nothing was won.
answers-accuracy-all = { $n ->
    [one] 1 forecast
   *[other] { $n } forecasts
} of { $days } days, from { $from } to { $to }, were { $off } off on average. What came was inside the 8-in-10 range { $held } of the time.
answers-accuracy-beside = { $n ->
    [one] 1 forecast
   *[other] { $n } forecasts
} of { $days } days, from { $from } to { $to }, were { $off } off on average; repeating the last { $days } days would have been { $repeated } off. What came was inside the 8-in-10 range { $held } of the time.
answers-accuracy-luck = Luck alone would have put them { $off } off, even with every chance exactly right.
answers-accuracy-thin = { $n ->
    [one] 1 date
   *[other] { $n } dates
} had fewer than 30 closed deals and no forecast.
answers-accuracy-no-days = '{ $text }' is no number of days; write 90d (up to { $most }d)
answers-accuracy-no-horizon = no horizon of { $horizon } that starts on { $from } or later has passed: what is known ends on { $end }, so the last date is { $last }; take an earlier --from or a shorter --horizon
answers-accuracy-too-many = { $n } dates are too many; take a later --from or a longer step with --every
answers-accuracy-too-early = no past date has { $needed } closed deals before it and its horizon behind it by { $day }; take a shorter --horizon or a later --from, or import older deals
answers-accuracy-points = Forecasts and what came
answers-accuracy-methods = Methods
answers-accuracy-odds = Odds of single deals and what became of them
answers-accuracy-given = Forecasts given
