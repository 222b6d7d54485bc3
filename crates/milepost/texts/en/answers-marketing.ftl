# Texts of the room "answers-marketing".
answers-marketing-empty = no leads, touches or deals were known before { $day }; import a list of leads with: milepost import FILE
answers-marketing-all = { $leads ->
    [0] No leads
    [one] 1 lead
   *[other] { $leads } leads
} from { $what ->
    [source] { $n ->
        [0] no sources
        [one] 1 source
       *[other] { $n } sources
    }
    [medium] { $n ->
        [0] no media
        [one] 1 medium
       *[other] { $n } media
    }
    [campaign] { $n ->
        [0] no campaigns
        [one] 1 campaign
       *[other] { $n } campaigns
    }
   *[landing] { $n ->
        [0] no landing pages
        [one] 1 landing page
       *[other] { $n } landing pages
    }
}: { $won ->
    [0] no sales
    [one] 1 sale
   *[other] { $won } sales
} worth { $revenue } { $currency }.
answers-marketing-none-named = None of them names a { $what ->
    [source] source
    [medium] medium
    [campaign] campaign
   *[landing] landing page
}.
answers-marketing-unsure = There are too few to rank any { $what ->
    [source] source
    [medium] medium
    [campaign] campaign
   *[landing] landing page
}: all are unsure.
answers-marketing-only = Leads of { $name } are won: { $rate } within { $days } days, 8 times in 10 between { $low } and { $high }.
answers-marketing-best = Leads of { $name } are won most often: { $rate } within { $days } days, 8 times in 10 between { $low } and { $high }; those of { $worst } least: { $least }.
answers-marketing-early = Of the leads of the last 28 days, those of { $name } are worth most by what they have reached: about { $each } { $currency } each.
answers-marketing-unknown = { $n ->
    [one] 1 lead
   *[other] { $n } leads
} of no known name are kept as { $name }.
answers-marketing-bare = { $n ->
    [one] 1 deal came
   *[other] { $n } deals came
} without a lead: each counts as a lead of its own from its opening on, so its rate is that of deals, not of leads.
answers-marketing-foreign = { $n ->
    [one] 1 record
   *[other] { $n } records
} of spend in a currency without a known rate to { $currency } left out; record one with: milepost rate FROM TO RATE

# Names.
answers-marketing-as = { $others } as { $name }
answers-marketing-one = Read as one: { $names }{ $more ->
    [0] .
   *[other] ; and { $more } more.
} Set other rules under [sources] in milepost.toml.
answers-marketing-blank = These names say nothing and stand with the blank ones under { $name }: { $names }.
answers-marketing-rest = { $n ->
    [one] 1 name
   *[other] { $n } names
} beside the { $most } names met most share one line.

# The next unit of the budget.
answers-marketing-more = 10 % more spend went with { $middle } % leads ({ $low } to { $high }) over { $n ->
    [0] no changes
    [one] 1 change
   *[other] { $n } changes
} from month to month: one more { $currency } brought about { $brings }. An association, not a trial.
answers-marketing-unclear = Leads did not clearly follow spend: 10 % more spend went with { $middle } % leads ({ $low } to { $high }) over { $n ->
    [0] no changes
    [one] 1 change
   *[other] { $n } changes
} from month to month.
answers-marketing-few-won = Leads follow spend, but too few of them were won to say what they bring.
answers-marketing-long-test = { $why ->
    [short] There are too few months of spend and leads
    [steady] Spend hardly moved from month to month
   *[unclear] Spend moved, but leads did not follow clearly enough
}, and there are so few leads that a test would take { $weeks } weeks: decide by the return so far.
answers-marketing-test = { $why ->
    [short] There are too few months of spend and leads
    [steady] Spend hardly moved from month to month
   *[unclear] Spend moved, but leads did not follow clearly enough
}. A test would tell: raise spend by { $raised } for { $weeks } weeks, then compare the leads with { $weeks } weeks as now.

# Ways of crediting.
answers-marketing-first = Where customers who bought met us first.
answers-marketing-first-not = Whether they would have come anyway, or what it took to win them.
answers-marketing-last = What customers who bought met last.
answers-marketing-last-not = What made them look: who is about to buy looks us up by name.
answers-marketing-linear = What customers who bought met, each touch alike.
answers-marketing-linear-not = Which touch mattered; frequent touches win by being frequent.
answers-marketing-decay = What customers met shortly before they bought: a touch loses half its weight a week.
answers-marketing-decay-not = What began it; a week is a convention.
answers-marketing-u = What customers met first and last, 40 % each.
answers-marketing-u-not = Why 40 %: nobody has measured it.
answers-marketing-markov = What share of sales goes through a source, against journeys that came to nothing.
answers-marketing-markov-not = That they would be lost without it: customers find another way.
answers-marketing-shapley = What a source adds on average to every set of others.
answers-marketing-shapley-not = What would happen without it; it looks at sales only.
answers-marketing-hazard = Whether the next milestone came sooner in the two weeks after such a touch.
answers-marketing-hazard-not = That the touch was the cause: who is about to move on comes to see us.

# Tables.
answers-marketing-table = What came of their leads
answers-marketing-table-milestones = Milestones reached within { $days } days
answers-marketing-table-early = Early reading: leads of the last 28 days, by the milestones reached so far
answers-marketing-table-ranking = How early the ranking was right in past months
answers-marketing-table-trend = Leads that became deals within 28 days: 13 weeks against the 13 before
answers-marketing-table-unit = What one more { $currency } spent brings
answers-marketing-table-credit = Credit for the revenue, by every way; each adds up to the whole
answers-marketing-table-ways = What each way of crediting can say
