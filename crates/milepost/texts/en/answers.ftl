# Texts of the room "answers".
# What several answers share.
answers-and = and
answers-quoted = '{ $text }'
answers-not-known = (not known)
answers-ask-milestone = Agree on { $milestone } and a date for it
answers-ask-next-step = Agree on a next step and a date for it
answers-ask-order = Ask for the order
answers-nothing-to-read = No process has been published, and the data name no stages or events to read one from.
answers-provisional = No process has been published yet: these milestones are the stages or events of the data in their usual order. Publish yours with: milepost process publish FILE
answers-no-process-at-all = there is no process '{ $name }': none has been published yet
answers-no-process = there is no process '{ $name }'; published are: { $names }
answers-no-milestone = the process has no milestone '{ $wanted }'; ask for { $names }
answers-nothing-between = no deal is worth at least { $least } and at most { $most }
answers-no-one-has-any = No deal had a known { $what ->
    [owner] owner
    [team] team
   *[source] source
} then, so none of '{ $wanted }' is shown.
answers-no-such-one = No deal was known then with the { $what ->
    [owner] owner
    [team] team
   *[source] source
} '{ $wanted }'; there were: { $names }.
answers-no-date = '{ $text }' is not a date; write it as 2026-11-23 or 2026-11-23T09:30:00Z
answers-no-rate = some deals are in { $from } and answers are in { $currency }, but no exchange rate between them is known for { $day }; record one with: milepost rate { $from } { $currency } RATE --day { $iso }

# The question "accounts".
answers-accounts-none = No account has '{ $search }' in its name.
answers-accounts-all = { $n ->
    [0] No accounts
    [one] 1 account
   *[other] { $n } accounts
} with open deals, { $stalled } of them stalled.
answers-account-reached = { $account } ({ $n ->
    [one] 1 open deal
   *[other] { $n } open deals
}) has reached { $milestone }.
answers-account-before = { $account } ({ $n ->
    [one] 1 open deal
   *[other] { $n } open deals
}) stands before the first milestone.
answers-account-closed = { $account } has no open deal.
answers-account-next = What needs to happen next: { $objective }.
answers-account-next-by = What needs to happen next: { $objective }, by { $by }.
answers-account-parts = { $departments } have a part in it.
answers-account-won = { $n ->
    [one] 1 deal
   *[other] { $n } deals
} won before.

# The question "calendar".
answers-calendar-none = No customer has agreed to a day, and no call is planned.
answers-calendar-all = { $agreed ->
    [0] No days
    [one] 1 day
   *[other] { $agreed } days
} agreed with customers and { $calls ->
    [0] no calls
    [one] 1 call
   *[other] { $calls } calls
} planned; { $overdue } of all these days have passed.
answers-calendar-dates = Agreed days and planned calls
answers-calendar-agreed = The customer agreed to { $milestone } by { $day }. Ask whether it is done.
answers-calendar-agreed-who = The customer agreed to { $milestone } by { $day } ({ $who }). Ask whether it is done.
answers-calendar-call = Call { $customer }
answers-calendar-objective = Objective: { $objective }.
answers-calendar-objective-by = Objective: { $objective }, by { $by }.
answers-calendar-if-not = If not: { $fallback }.

# The question "deals".
answers-deals-no-page = ask for one deal at least, and count pages from 1
answers-deals-none = No { $state ->
    [open] open deal
    [won] won deal
    [lost] lost deal
    [closed] closed deal
   *[all] deal
} is like that.
answers-deals-all = { $state ->
    [open] { $n ->
        [one] 1 open deal
       *[other] { $n } open deals
    }
    [won] { $n ->
        [one] 1 won deal
       *[other] { $n } won deals
    }
    [lost] { $n ->
        [one] 1 lost deal
       *[other] { $n } lost deals
    }
    [closed] { $n ->
        [one] 1 closed deal
       *[other] { $n } closed deals
    }
   *[all] { $n ->
        [one] 1 deal
       *[other] { $n } deals
    }
}{ $amounts ->
    [none] .
    [some] {" "}worth { $value } { $currency }; { $lacking } without a known amount.
   *[all] {" "}worth { $value } { $currency }.
}

# The question "digest".
answers-digest-log = Log
answers-digest-all = { $calls ->
    [0] No calls
    [one] 1 call
   *[other] { $calls } calls
} to log, { $overdue ->
    [0] no deals
    [one] 1 deal
   *[other] { $overdue } deals
} overdue, { $dates ->
    [0] no dates
    [one] 1 date
   *[other] { $dates } dates
} agreed or planned until { $until }, { $stalled ->
    [0] no deals
    [one] 1 deal
   *[other] { $stalled } deals
} stalled.

# The question "find".
answers-find-nothing-asked = Write a part of a deal's id, or of a customer's or a salesperson's name.
answers-find-none = Nothing was known then that has '{ $text }' in its name.
answers-find-all = { $n ->
    [one] 1 find
   *[other] { $n } finds
} for '{ $text }', the likeliest first.
answers-find-found = Found
answers-find-salesperson = salesperson
answers-find-state-open = open
answers-find-state-won = won
answers-find-state-lost = lost
answers-find-open-deals = { $n ->
    [0] No open deals
    [one] 1 open deal
   *[other] { $n } open deals
}

# The question "process".
answers-process-none = There is no process yet.
answers-process-provisional = The provisional process: { $milestones ->
    [one] 1 milestone
   *[other] { $milestones } milestones
}. { $deals ->
    [0] No deals
    [one] 1 deal
   *[other] { $deals } deals
} read under it, { $won ->
    [0] no sales
    [one] 1 sale
   *[other] { $won } sales
}.
answers-process-named = { $name } (version { $version }): { $milestones ->
    [one] 1 milestone
   *[other] { $milestones } milestones
}. { $deals ->
    [0] No deals
    [one] 1 deal
   *[other] { $deals } deals
} read under it, { $won ->
    [0] no sales
    [one] 1 sale
   *[other] { $won } sales
}.
answers-process-thin = Fewer than { $few } deals stand behind { $n ->
    [one] 1 median
   *[other] { $n } medians
}: read with care.
answers-process-few-won = Shares are of only { $n ->
    [one] 1 won deal
   *[other] { $n } won deals
}.
answers-process-milestones = Milestones
answers-process-versions = Published versions
