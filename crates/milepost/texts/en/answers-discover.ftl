# Texts of the room "answers-discover".
answers-discover-empty = there are no deals yet; import some with: milepost import FILE
answers-discover-all = { $n ->
    [0] No milestones lead
    [one] One milestone leads
   *[other] { $n } milestones lead
} to a sale: { $names }. Found in { $won ->
    [0] no sales
    [one] 1 sale
   *[other] { $won } sales
} and { $lost } lost deals.
answers-discover-few-sales = With { $won ->
    [0] no sales
    [one] 1 sale
   *[other] { $won } sales
} and { $lost } lost, a milestone may be missed; what is found is rarely wrong. From about { $enough } sales on, little is missed.
answers-discover-weak = Weak, for it comes and goes with the deals drawn: { $names }.
answers-discover-silent = { $n ->
    [one] 1 sale is
   *[other] { $n } sales are
} without a single step on record left out.
answers-discover-milestones = Milestones
answers-discover-others = What is no milestone
answers-discover-left = Where deals left the path
answers-discover-way = The way to a sale
answers-discover-stages = Today's stages
answers-discover-again = { $n } of { $draws }
answers-discover-times = { $n } times
answers-discover-over-times = over 500 times
answers-discover-effect = { $pace ->
    [never] The next step never comes before it
   *[often] The next step comes { $times } as often a day after it as before
}{ $moves ->
    [hardly] ; the odds of a sale themselves hardly move ({ $before } to { $after }).
   *[more] ; the chance of a sale rises from { $before } to { $after }.
}

# Why an act is no milestone.
answers-discover-is-the-end = It is how a win or a loss is written down.
answers-discover-comes-with-end = In { $share } of the closed deals that have it, it comes with their end or after it.
answers-discover-comes-with = It comes with { $other }, { $often ->
    [always] always
   *[share] in { $share } of the deals that have either
}, { $when ->
    [minute] within a minute
    [day] on the same day
   *[days] about { $days ->
        [one] 1 day
       *[other] { $days } days
    } apart
}, and changes nothing beyond it.
answers-discover-begins = Every deal begins with it: it cannot tell one deal from another.
answers-discover-rare = Only { $n ->
    [0] no deals have
    [one] 1 deal has
   *[other] { $n } deals have
} it: too few to tell.
answers-discover-late = Only deals older than { $days ->
    [one] 1 day
   *[other] { $days } days
} have it: a long life collects it, and at the same age those with it win no more often.
answers-discover-flat = It comes before the end, won or lost: the odds of a sale after it are { $low } to { $high } times those before.
answers-discover-better-without = In { $share } of sales. Deals that have it do better ({ $odds } the odds of a sale, for deals at the same place, for as long, and as old), but sales come without it: no step of the way.
answers-discover-better-unwaited = In { $share } of sales. Deals that have it do better ({ $odds } the odds of a sale, for deals at the same place, for as long, and as old), but the next step does not wait for it ({ $pace } the pace): no step of the way.
answers-discover-worse = In { $share } of sales. Rather a bad sign: { $odds } the odds of a sale, for deals at the same place, for as long, and as old.
answers-discover-nothing = In { $share } of sales, and it changes nothing: { $low } to { $high } times the odds of a sale, for deals at the same place, for as long, and as old.

# Why there is no milestone, and how well new deals are predicted.
answers-discover-record = Record what the customer does, with its date: the need agreed, the decision-maker met, the trial passed, the budget released.
answers-discover-too-few = Too few deals to tell: { $won } won and { $lost } lost, and both must be 15 at least. Import older ones.
answers-discover-nothing-common = No step is in most sales, so no milestone can be named; { $rate } of closed deals were won.
answers-discover-nothing-moves = Nothing that is recorded moves the odds of a sale: of all closed deals { $rate } were won, and between { $low } and { $high } whichever step was reached ({ $steps }).
answers-discover-fit-all = Tried on { $n ->
    [0] no newer deals
    [one] 1 newer deal
   *[other] { $n } newer deals
} that were not learned from: the milestones tell as much as the whole log does (log loss { $milestones }; by age alone { $nothing }, by the whole log { $log }).
answers-discover-fit = Tried on { $n ->
    [0] no newer deals
    [one] 1 newer deal
   *[other] { $n } newer deals
} that were not learned from: the milestones tell { $kept } of what the whole log tells (log loss { $milestones }; by age alone { $nothing }, by the whole log { $log }).

# Today's stages.
answers-discover-stages-of-source = stages of the source system
answers-discover-is-milestone = It is the milestone { $milestone }.
answers-discover-no-record = No deal has it on record.
answers-discover-today-all = { $kind ->
    [stage] { $n ->
        [one] The one stage used today is right.
       *[other] All of the { $n } stages used today are right.
    }
   *[milestone] { $n ->
        [one] The one milestone used today is right.
       *[other] All of the { $n } milestones used today are right.
    }
}
answers-discover-today-none = { $kind ->
    [stage] { $n ->
        [one] None of the 1 stage used today is a milestone.
       *[other] None of the { $n } stages used today is a milestone.
    }
   *[milestone] { $n ->
        [one] None of the 1 milestone used today is a milestone.
       *[other] None of the { $n } milestones used today is a milestone.
    }
}
answers-discover-today-some = { $right } of the { $n } { $kind ->
    [stage] stages
   *[milestone] milestones
} used today { $right ->
    [one] is
   *[other] are
} right; not: { $wrong }.
answers-discover-today-missing = Missing: { $names }.
