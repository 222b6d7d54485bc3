# The room "learn".
learn-heading = What needs to happen next?
learn-score = { $right } of { $n ->
    [0] no questions
    [one] 1 question
   *[other] { $n } questions
} right.
learn-who = Who you are, to keep your progress
learn-nobody = nobody in particular
learn-see = See how I did
learn-team = Team or department
learn-people = People
learn-taken = Have taken it
learn-right-label = Right
learn-person = Person
learn-last = Last
learn-right-then = Right then
learn-best = Best
learn-not-yet = not yet
learn-of = { $right } of { $asked }
learn-teams = Teams and departments
learn-is-right = — right
learn-right = Right.
learn-wrong = Not so.
