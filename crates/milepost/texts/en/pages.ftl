# The room "pages".
pages-rest = { $n } more are in the { $list }; or narrow the list by owner, team or source.
pages-list-of-all = list of all
pages-picture = This picture as SVG

# What many pages say.
pages-milestones = Milestones
pages-milestone = Milestone
pages-account = Account
pages-expected-close = Expected close
pages-no-milestone-yet = no milestone yet
pages-overdue = Overdue
pages-overdue-stop = Overdue.
pages-stalled-stop = Stalled.
pages-not-yet = not yet
pages-the-order = the order
pages-name = Name
pages-by = { $milestone } by { $day }
pages-no-day = '{ $text }' is no day; write it as 2026-11-23

# The day's list.
pages-next-table = What must happen next
pages-next-ask = Ask the customer for
pages-list-ask = Ask for:
pages-next-why = Why it is here
pages-next-recorded = Recorded for { $deal }.
pages-next-week = This week at a glance
pages-next-departments = What each department has a part in:
pages-next-all-departments = All departments
pages-next-overdue = Overdue: an agreed date has passed
pages-next-stalled = Stalled
pages-next-due-soon = Due within a week
pages-next-later = On their way
pages-next-planned = Call planned for { $day }
pages-next-quiet = Quiet for { $n ->
    [one] 1 day
   *[other] { $n } days
}.
pages-next-gain = { $milestone } would add about { $gain }.

# A deal.
pages-deal-missing = name a deal: /deals/ID
pages-deal-next = What comes next
pages-deal-known = Known
pages-deal-story = Story
pages-deal-latest = the latest first
pages-deal-won = Won
pages-deal-lost = Lost
pages-deal-opened = Opened
pages-deal-closed = Closed
pages-deal-closed-as = { $day } ({ $state })
pages-deal-next-milestone = Next milestone
pages-deal-agreed = Agreed
pages-deal-no-step = no next step
pages-deal-here = At this milestone
pages-deal-quiet = Quiet
pages-deal-ended = Nothing: the deal is { $state }.
pages-deal-not-known = not known
pages-deal-calls = Calls
pages-deal-held = { $held } held, { $planned } with an objective
pages-deal-known-only = Known only on { $day }.

# Deals, a page at a time.
pages-deals-no-page = '{ $text }' is no page; pages are counted from 1
pages-deals-one-of = { $name } cannot be '{ $text }'; write { $all }
pages-deals-opened-from = Opened from
pages-deals-closed-from = Closed from
pages-deals-won-from = Won from
pages-deals-to = to
pages-deals-search = Customer, name or number
pages-deals-state = State
pages-deals-open = open
pages-deals-won = won
pages-deals-lost = lost
pages-deals-closed = closed
pages-deals-all = all
pages-deals-more = Days and milestones
pages-deals-reached = Has reached
pages-deals-any = any or none
pages-deals-tick = Tick
pages-deals-tick-one = Tick { $deal }
pages-deals-closes = Closed or expected
pages-deals-moved = Moved
pages-deals-after = after { $milestone }
pages-deals-pages = Pages of the list
pages-deals-place = { $first }–{ $last } of { $found }
pages-deals-first = First
pages-deals-previous = Previous
pages-deals-next = Next
pages-deals-last = Last
pages-deals-change = Change the ticked deals
pages-deals-whole-list = All { $n ->
    [one] 1 deal
   *[other] { $n } deals
} of this list, not only the ticked ones
pages-deals-give = Give to them
pages-deals-set-day = Set the day
pages-deals-set-source = Set the source
pages-deals-lost-because = Lost because
pages-deals-recorded = Recorded for { $deals }.
pages-deals-say-undo = say what to take back
pages-deals-tick-first = tick the deals to change first; nothing was recorded
pages-deals-say-owner = say to whom; nothing was recorded
pages-deals-say-day = say which day; nothing was recorded
pages-deals-say-source = say which source; nothing was recorded
pages-deals-say-milestone = say which milestone; nothing was recorded
pages-deals-outcome = { $n ->
    [0] no deals
    [one] 1 deal
   *[other] { $n } deals
} recorded; { $left ->
    [0] no deals
    [one] 1 deal
   *[other] { $left } deals
} not, for these reasons
pages-deals-outcome-back = { $n ->
    [0] no deals
    [one] 1 deal
   *[other] { $n } deals
} taken back; { $left ->
    [0] no deals
    [one] 1 deal
   *[other] { $left } deals
} not, for these reasons
pages-deals-more-refused = And { $n ->
    [one] 1 more deal
   *[other] { $n } more deals
}.
pages-deals-back = Back to the list

# Accounts.
pages-accounts-open = Open, { $currency }
pages-accounts-next = What happens next
pages-accounts-who = Who
pages-accounts-by = By
pages-accounts-won = { $n ->
    [0] no deals
    [one] 1 deal
   *[other] { $n } deals
} won before, { $value }
pages-accounts-no-open = no open deal

# What cannot be read, found or given.
pages-address-wrong = the address cannot be read: { $error }
pages-no-amount = '{ $text }' is no amount; write it as 1200.50
pages-no-group = deals cannot be grouped by '{ $text }'; write milestone, owner, team or source
pages-not-made = this page could not be made ({ $error }); run: milepost verify
pages-no-picture = this page has no such picture now
pages-picture-of = Milepost, { $page }, as of { $day }
pages-not-found = Not found
pages-not-understood = Not understood
pages-wrong = Something is wrong
pages-to-next = See what must happen next
pages-nowhere = there is no page at { $path }
pages-one-object = send one JSON object: { $what }
pages-no-object = send one JSON object: this is none

# Who did what.
pages-audit-no-number = '{ $text }' is no number
pages-audit-filters = Filters
pages-audit-person = Person
pages-audit-kind = Kind
pages-audit-from = From
pages-audit-to = To
pages-audit-events = Events
pages-audit-older = Older
pages-audit-recorded = Recorded (UTC)
pages-audit-who = Who
pages-audit-what = What
pages-audit-system = From
pages-audit-not-said = not said

# The calendar.
pages-calendar-week = Week of { $day }
pages-calendar-passed = Passed and not done
pages-calendar-subscribe = Subscribe in a calendar program (iCalendar)
pages-calendar-day = Day
pages-calendar-what = What
pages-weekday = { $day ->
    [0] Mon
    [1] Tue
    [2] Wed
    [3] Thu
    [4] Fri
    [5] Sat
   *[other] Sun
}

# Faults in the data.
pages-check-share = { $share } of the deals looked at
pages-check-deals = { $n ->
    [0] no deals
    [one] 1 deal
   *[other] { $n } deals
} of { $of }
pages-check-facts = { $n ->
    [0] no deals
    [one] 1 deal
   *[other] { $n } deals
} of { $of }, in { $facts ->
    [one] 1 fact
   *[other] { $facts } facts
}
pages-check-remedy = What to do:
pages-check-examples = For example:

# The week at a glance.
pages-week-unlogged = How did these calls end?
pages-week-log = Log it
pages-week-overdue = Agreed and not done
pages-week-until = Until { $day }
pages-week-stalled = { $n ->
    [0] no deals
    [one] 1 deal
   *[other] { $n } deals
} in all; these move most:

# Where there are no deals.
pages-empty-past = No deal was known before { $day }.
pages-empty-later = Take a later date, or none to see what is known now.
pages-empty = This ledger holds no deals yet.
pages-empty-own = Bring in your own
pages-empty-what = what to export
pages-empty-managers = Managers and admins can bring some in, on the page Import.
pages-empty-shell = Or in a shell
pages-empty-then = Then load this page again:
pages-empty-export = Export your deals and their history from Salesforce, HubSpot or Pipedrive, or write a table with one row for each event; { $what }. It is read on this machine and goes nowhere else.
pages-empty-dry-run = To see first what would be read from a file, and what is wrong with it:
pages-empty-sample = Or look at a sample company
pages-empty-sample-how = Three years of a company with eight salespeople, in a ledger of its own:

# Find, and the keys.
pages-find-what = Name or number
pages-keys = Keys
pages-keys-slash = / or Ctrl K
pages-keys-find = find a deal, a customer, a person, a page or what can be done
pages-keys-jk = j and k
pages-keys-move = down and up in a list
pages-keys-enter = Enter
pages-keys-open = open what is picked
pages-keys-arrows = ← and →
pages-keys-points = on a drawing: the values of its points
pages-keys-these = these keys

# How far a deal is.
pages-strip = { $done } of { $n } milestones
pages-strip-furthest = { $done } of { $n } milestones, the furthest: { $last }

# The playbook.
pages-playbook-stories = How it went
pages-playbook-names = With names
pages-playbook-no-names = Without names
pages-playbook-markdown = As Markdown: { $command }
pages-playbook-earlier = Earlier versions:
pages-playbook-version = version { $version }, until { $day }
pages-playbook-day = Day { $day }
pages-playbook-order = The order

# Saved views.
pages-views-lead = { $n ->
    [0] No saved views
    [one] 1 saved view
   *[other] { $n } saved views
}
pages-views-page = Page
pages-views-save = Save view
pages-views-forget-one = Forget { $view }
pages-views-forget = Forget
pages-views-how = At the foot of a page, { $save } keeps it with all that was asked: owner, team, source, day.

# Coaching.
pages-coach-everyone = Everyone
pages-coach-closed = { $n ->
    [0] no closed deals
    [one] 1 closed deal
   *[other] { $n } closed deals
}, { $won } won
pages-coach-pace = { $pace } of the team's pace
pages-coach-closed-label = Closed
pages-coach-won = { $deals }, { $won } won: { $rate } ({ $low } to { $high })
pages-coach-month-ago = A month ago
pages-coach-then-now = { $then } of the team's pace, now { $now }
pages-coach-steps = Step by step
pages-coach-deals = Deals that stand there now
pages-coach-for = For
pages-coach-for-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
pages-coach-ask = Ask for
pages-coach-calls = Calls to go through together
pages-coach-asked = Asked for: { $objective }
pages-coach-wordings = Objectives that customers agree to here
pages-coach-quoted = “{ $text }”
pages-coach-gained = gained in { $gained } of { $n ->
    [0] no calls
    [one] 1 call
   *[other] { $n } calls
}
pages-coach-gained-by = gained in { $gained } of { $n ->
    [0] no calls
    [one] 1 call
   *[other] { $n } calls
}, used most by { $owner }
pages-coach-agreed = Agreed
pages-coach-until-next = What will be done until the next talk, and by when:
pages-coach-step = Step to
pages-coach-against = Pace against the team
pages-coach-taken = Taken
pages-coach-expected = To be expected
pages-coach-real = beyond luck
pages-coach-luck = may be luck
pages-coach-objectives = Objectives gained
pages-coach-by = By
pages-coach-held = Calls
pages-coach-gained-label = Gained
pages-coach-share = Share
pages-coach-between-label = Between
pages-coach-between = { $low } and { $high }
pages-deals-say-what = say what to do: owner, close, source, reach, lose or back

# What the script says.
pages-script-page = page
pages-script-view = view
pages-script-action = action
pages-script-find = Find a deal, a customer, a person, a page or an action
pages-script-found = Found
pages-script-silent = The program does not answer.
pages-script-nothing = Nothing has “{ $text }” in its name.
pages-script-close = Close
pages-script-tick-all = Tick all deals of this page

# What can be done: the palette finds it by its name, and what is done to a deal by its word.
pages-acts = What can be done
pages-act-open = Open a deal
pages-act-many = Change many deals at once
pages-act-import = Import files
pages-act-undo = Undo an import
pages-act-process = Edit and publish the process
pages-act-publish = Publish the milestones that were discovered
pages-act-quota = Set a quota
pages-act-lead = Record a lead
pages-act-view = Open a saved view
pages-act-week = This week, to print or mail
pages-act-calendar = Subscribe to the calendar (iCalendar)
pages-act-person = Add somebody
pages-act-settings = Set currency, time zone and fiscal year
pages-act-mail = Set the mail server
pages-act-account = Change my password, set a second factor, log out
pages-act-audit = See who did what
pages-word-plan = plan
pages-do-plan = Plan a call
pages-word-log = log
pages-do-log = Log a call
pages-word-reach = reach
pages-do-reach = Reach a milestone
pages-word-win = win
pages-do-win = Win the deal
pages-word-lose = lose
pages-do-lose = Lose the deal
pages-word-change = change
pages-do-change = Change the deal
pages-act-how = / and then { $word } and a part of the deal

# A quota, by page.
pages-quota = Quota
pages-quotas = Quotas
pages-quota-told = { $n ->
    [0] No quotas
    [one] 1 quota
   *[other] { $n } quotas
} set
pages-quota-forecast = What the forecast says of it
pages-quota-amount = Is to bring
pages-quota-currency = Currency
pages-quota-period = Period
pages-quota-whose = Whose
pages-quota-company = the company's
pages-quota-set = Set the quota
pages-quota-from = From
pages-quota-to = To
pages-quota-this-quarter = this quarter
pages-quota-next-quarter = next quarter
pages-quota-this-month = this month
pages-quota-next-month = next month
pages-quota-no-currency = '{ $said }' is no currency; write it as EUR
pages-quota-no-amount = '{ $said }' is no amount of money; write it as 250,000

# A deal's odds.
pages-odds = Odds
pages-odds-none = They come with the forecast, which has not been made since the program was started. { $make }
pages-odds-make = Make it
pages-odds-older = These odds are of { $time }; what was recorded since is in the forecast.
pages-odds-missing = This deal is not in the forecast yet.
pages-odds-forecast = The whole forecast
pages-odds-won = What if it is won?
pages-odds-told = { $ever } to be won some day, { $period } from { $from } to { $to }.
pages-odds-no-why = The reasons are told of the deals that add most to the forecast.
pages-odds-why = Why, in those days
pages-odds-points = Points
pages-odds-average = the average open deal
pages-odds-together = Together
