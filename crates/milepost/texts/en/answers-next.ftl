# Texts of the room "answers-next".
# Where a deal stands, and why.
answers-next-no-commitment = The customer has agreed to no next step.
answers-next-here = { $days ->
    [one] 1 day
   *[other] { $days } days
} at { $milestone }; 9 in 10 deals that were won had moved on within { $most ->
    [0] a day
    [one] 1 day
   *[other] { $most } days
}.
answers-next-here-before = { $days ->
    [one] 1 day
   *[other] { $days } days
} before the first milestone; 9 in 10 deals that were won had moved on within { $most ->
    [0] a day
    [one] 1 day
   *[other] { $most } days
}.
answers-next-too-few = { $days ->
    [one] 1 day
   *[other] { $days } days
} at { $milestone }; too few deals were won so far to say how long is too long.
answers-next-too-few-before = { $days ->
    [one] 1 day
   *[other] { $days } days
} before the first milestone; too few deals were won so far to say how long is too long.
answers-next-overdue = { $milestone } was agreed for { $due }, { $days ->
    [one] 1 day
   *[other] { $days } days
} ago, and is not done.
answers-next-agreed = The customer agreed to { $milestone } by { $due }, { $days ->
    [0] today
    [one] in 1 day
   *[other] in { $days } days
}.

# The question "next".
answers-next-all = { $n ->
    [one] 1 open deal
   *[other] { $n } open deals
}; { $stalled ->
    [0] none is stalled
   *[other] { $stalled } stalled
}{ $overdue ->
    [0] .
   *[other] , { $overdue } with an overdue commitment.
}
answers-next-first = First comes { $deal }: { $because }
answers-next-title = What must happen next
answers-next-no-departments = no milestone concerns the department '{ $wanted }': the process names none; write departments = ["…"] beside a milestone and publish it
answers-next-departments = no milestone concerns the department '{ $wanted }': the process names { $names }
