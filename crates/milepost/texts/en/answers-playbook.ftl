# The room "answers-playbook".
answers-playbook-no-process = there is no process to explain yet; import deals, or publish one
answers-playbook-a-customer = A customer
answers-playbook-story = { $whose }: { $days ->
    [one] 1 day
   *[other] { $days } days
}
answers-playbook-story-with = { $whose }, with { $owner }: { $days ->
    [one] 1 day
   *[other] { $days } days
}
answers-playbook-usual = { $days ->
    [one] 1 day
   *[other] { $days } days
} after the one before
answers-playbook-odds = { $chance } of deals that reach it are won
answers-playbook-share = { $share } of sales have it
answers-playbook-means = What it means
answers-playbook-proves = What proves it
answers-playbook-ask = What to ask for
answers-playbook-departments = Departments
answers-playbook-usually = Usually
answers-playbook-record = In our own record
answers-playbook-takes = A sale takes { $n ->
    [one] 1 milestone
   *[other] { $n } milestones
}, each a step of the customer (version { $version }).
answers-playbook-takes-provisional = A sale takes { $n ->
    [one] 1 milestone
   *[other] { $n } milestones
}, each a step of the customer (provisional).
answers-playbook-sales = { $n ->
    [0] no sales
    [one] 1 sale
   *[other] { $n } sales
} so far.
answers-playbook-sales-within = { $n ->
    [0] no sales
    [one] 1 sale
   *[other] { $n } sales
} so far, half of them within { $days ->
    [one] 1 day
   *[other] { $days } days
}.
answers-playbook-title = Playbook

# The document.
answers-playbook-how-we-sell = How we sell: { $name }
answers-playbook-how-it-went = How it went
answers-playbook-day = day { $day }: { $milestone }
answers-playbook-day-order = day { $day }: the order
answers-playbook-made = Made from the record as of { $day }.

# Who did what, and what was imported.
answers-audit-nothing = Nothing that fits is in the ledger.
answers-audit-shown = { $n ->
    [one] 1 event
   *[other] { $n } events
}, the newest recorded { $when } UTC.
answers-audit-shown-older = { $n ->
    [one] 1 event
   *[other] { $n } events
}, the newest recorded { $when } UTC, and there are older ones.
answers-audit-events = Events
answers-imports-none = Nothing has been imported yet.
answers-imports-all = { $n ->
    [one] 1 import
   *[other] { $n } imports
}.
answers-imports-undone = { $n ->
    [one] 1 import
   *[other] { $n } imports
}, { $undone } of them undone.
answers-imports-title = Imports
answers-imports-facts = { $facts } facts of { $deals ->
    [0] no deals
    [one] 1 deal
   *[other] { $deals } deals
} count no more; the same files can be imported again.
answers-imports-kept = Of { $n ->
    [one] 1 deal
   *[other] { $n } deals
} something was recorded here since: that stays.
answers-audit-process-published = Process published
answers-audit-deal-opened = Deal opened
answers-audit-deal-changed = Deal changed
answers-audit-milestone-reached = Milestone reached
answers-audit-milestone-undone = Milestone undone
answers-audit-deal-won = Deal won
answers-audit-deal-lost = Deal lost
answers-audit-deal-reopened = Deal reopened
answers-audit-call-planned = Call planned
answers-audit-call-held = Call held
answers-audit-commitment-made = Commitment made
answers-audit-commitment-kept = Commitment kept
answers-audit-commitment-broken = Commitment broken
answers-audit-commitment-renegotiated = Commitment renegotiated
answers-audit-taken-back = Call or commitment taken back
answers-audit-activity-logged = Activity logged
answers-audit-touch-recorded = Touch recorded
answers-audit-spend-recorded = Spend recorded
answers-audit-quota-set = Quota set
answers-audit-rate-set = Rate set
answers-audit-forecast-given = Forecast given
answers-audit-import-undone = Import undone
