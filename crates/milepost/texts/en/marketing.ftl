# The room "marketing".
marketing-by = By
marketing-by-source = source
marketing-by-medium = medium
marketing-by-campaign = campaign
marketing-by-landing = landing page
marketing-cannot-group = leads cannot be grouped by '{ $by }'; write source, medium, campaign or landing
marketing-curves = Milestones reached, by days since the first touch
marketing-reach = Which milestones their leads reach
marketing-reach-told = The share within { $days } days; young leads count for as long as they have been seen, and few leads lean on all.
marketing-money = What they cost and bring
marketing-next-unit = Where the next { $currency } goes
marketing-young = What young leads are worth
marketing-credit = Who is credited with the sales
marketing-credit-told = Each column adds up to { $revenue } { $currency }. None of them knows what would have happened otherwise.
marketing-record-lead = Record a lead
marketing-leads-column = Leads
marketing-won-range = Won, 8 times in 10
marketing-median-days = Median days
marketing-unsure = unsure
marketing-deal-opened = Deal opened
marketing-won = Won
marketing-not-known = (not known)
marketing-others = ({ $n } others)
marketing-span = { $low } to { $high }
marketing-revenue = Revenue, { $currency }
marketing-spend = Spend
marketing-cost = A sale costs
marketing-eight-in-ten = 8 times in 10
marketing-return = 1 spent brings
marketing-share-next = Share of next quarter
marketing-all = All
marketing-leads-28-days = Leads of 28 days
marketing-won-already = Won already
marketing-sales-expected = Sales expected
marketing-to-bring = They are to bring, { $currency }
marketing-each = Each
marketing-trend = Became deals, against 13 weeks before
marketing-trend-range = ({ $low } to { $high })
marketing-ranking-told = How early the ranking was right: each past month's leads, read with what was known then, two { $by ->
    [source] sources
    [medium] mediums
    [campaign] campaigns
   *[landing] landing pages
} at a time; the last column should be 80 %.
marketing-ranking = How early the ranking was right
marketing-month-read = Month read
marketing-at-its-end = at its end
marketing-weeks-later = { $weeks } weeks later
marketing-right = Right
marketing-of-pairs = of pairs
marketing-right-where-sure = Right where sure
marketing-last-year = Last year's sales: right
marketing-ranges-held = Ranges that held
marketing-way-first = first
marketing-way-last = last
marketing-way-linear = linear
marketing-way-time-decay = time decay
marketing-way-u-shaped = u shaped
marketing-way-markov = markov
marketing-way-shapley = shapley
marketing-way-hazard = hazard
marketing-way-cannot = Not: { $what }

# The curves.
marketing-leads = { $n } leads
marketing-leads-unsure = { $n } leads, unsure
marketing-band = The band holds the share won 8 times in 10.
marketing-most-drawn = Drawn are the { $n } with the most leads.
marketing-curve-title = { $name }, { $n } leads
marketing-days = { $n } days

# The form for a lead.
marketing-lead = Lead
marketing-lead-met = A lead has met our marketing.
marketing-lead-refused = this lead was not recorded: { $why }
marketing-lead-name = Lead: a name or number of its own, no mail address
marketing-lead-source = Source
marketing-lead-medium = Medium
marketing-lead-campaign = Campaign
marketing-lead-landing = Landing page
marketing-lead-record = Record
marketing-lead-back = Back to marketing
marketing-curve-day = Day { $day }: { $shares }
