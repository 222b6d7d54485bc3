# The room "answers-coach".
answers-coach-no-process = there is no process to coach by; import deals, or publish one
answers-coach-nobody = nobody called '{ $name }' has deals; there are: { $known }
answers-coach-alone = With one salesperson there is nobody to compare with.
answers-coach-no-seller = No deal has a salesperson.
answers-coach-one-luck = Nothing sets { $name } apart that may not be luck.
answers-coach-all-luck = Nothing sets { $n } salespeople apart that may not be luck.
answers-coach-beyond-luck = { $n } of { $all } salespeople: a step comes later than in the others' deals, beyond luck. { $named }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
answers-coach-owner-at = { $owner } at { $step ->
    [sale] the sale
   *[milestone] { $milestone }
}
answers-coach-sellers = Salespeople

# On one salesperson. The step is that to the sale, or to a milestone.
answers-coach-too-few = { $name } has closed { $n ->
    [0] no deals
    [one] 1 deal
   *[other] { $n } deals
}: too few to tell.
answers-coach-none-later = No step comes later in { $name }'s deals than in those of the others.
answers-coach-may-be-luck = Slowest at { $step ->
    [sale] the sale
   *[milestone] { $milestone }
}, but that may be luck: { $taken } steps against { $expected } to be expected, for the same mix of deals.
answers-coach-slow = Deals slow at { $step ->
    [sale] the sale
   *[milestone] { $milestone }
}: { $pace } of the team's pace, for the same mix of deals ({ $taken } steps against { $expected } to be expected).
answers-coach-better = A month ago it was { $pace }.
answers-coach-worse = A month ago it was still { $pace }.
answers-coach-beyond = yes
answers-coach-luck = may be luck
answers-coach-of = { $n } of { $all }
answers-coach-pace = Pace, step by step
answers-coach-standing = Deals that stand there
answers-coach-calls = Calls to go through together
answers-coach-wordings = Objectives that customers agree to here

# What calls and commitments do.
answers-coach-no-calls = No call has been logged yet: plan one with milepost call plan, and say what the customer should agree to.
answers-coach-had-objective = { $share } of { $n ->
    [one] 1 call
   *[other] { $n } calls
} held had an objective.
answers-coach-committed = { $share } of the open value stands under a commitment that its customer still has time to keep.
answers-coach-first-call = Of deals whose first call ended with an advance { $advance } ({ $advance_low } to { $advance_high }) were won, with a continuation { $other } ({ $other_low } to { $other_high }).
answers-coach-sooner = Half of those sales came within { $advance } days of it, and { $other }.
answers-coach-gained = Objectives gained
answers-coach-by-milestone = milestone
answers-coach-by-salesperson = salesperson
answers-coach-by-source = source
answers-coach-by-kind = kind
answers-coach-the-sale = the sale
answers-coach-no-owner = no owner
answers-coach-no-source = no source
answers-coach-continuation = continuation
answers-coach-no-sale = no-sale
