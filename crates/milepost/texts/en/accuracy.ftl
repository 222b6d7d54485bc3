# The room "accuracy".
accuracy-forecasts-of = Forecasts of
accuracy-28-days = 28 days
accuracy-90-days = 90 days
accuracy-180-days = 180 days
accuracy-a-year = a year
accuracy-legend = Bar: 8 in 10 such periods. Line: the forecast. Dot: what came
accuracy-legend-ringed = Bar: 8 in 10 such periods. Line: the forecast. Dot: what came; ringed where it fell outside the bar.
accuracy-record = For each date the range, the forecast and what came
accuracy-told = { $day }: { $said } said, { $low } to { $high }; { $came } came
accuracy-simple = Beside simple methods
accuracy-methods = Methods
accuracy-method = Method
accuracy-ours = Milepost
accuracy-run-rate-method = Run rate: the last such period again
accuracy-weighted-method = Pipeline weighted by stage, and usual new business
accuracy-mean-method = Mean of all such periods
accuracy-committed-method = What owners committed to
accuracy-off-by = Off by
accuracy-bias = Too high or low
accuracy-within-10 = Within 10 %
accuracy-inside-range = Inside the 8-in-10 range
accuracy-dates = Dates
accuracy-no-range = no range

accuracy-odds = Odds of single deals
accuracy-odds-told = { $n } odds were given, and { $won } of the deals were won in time. Of a deal that was won and one that was not, the first had the better odds { $auc } of the time (AUC; 0.50 is guessing). Brier score { $brier }.
accuracy-odds-drawn = The share that was won against the odds that were given
accuracy-odds-dot = { $said } said, { $won } of { $n } won
accuracy-odds-given = odds given →
accuracy-share-won = ↑ share won

accuracy-given = Forecasts given
accuracy-given-told = What was said at the time, recorded once a day while Milepost is served. The forecasts above are made again from what was known then, by today's program.
accuracy-given-on = Given on
accuracy-for = For
accuracy-forecast = Forecast, { $currency }
accuracy-from = From
accuracy-to = To
accuracy-came = Came
accuracy-days = { $from } to { $to }
accuracy-not-over = not over

accuracy-every = Every forecast
accuracy-run-rate = Run rate
accuracy-weighted = Weighted
