# Texts of the room "frame".
# Names of pages: titles and the way to them.
page-next = Next
page-accounts = Accounts
page-deals = Deals
page-deal = Deal
page-pipeline = Pipeline
page-calendar = Calendar
page-forecast = Forecast
page-accuracy = Accuracy
page-marketing = Marketing
page-process = Process
page-discover = Discover
page-coach = Coach
page-playbook = Playbook
page-learn = Learn
page-progress = Who has taken the course
page-check = Check
page-find = Find
page-week = This week
page-plan = Plan a call
page-log = Log a call
page-views = Views
page-import = Import
page-account = Account
page-people = People
page-settings = Settings
page-audit = Audit

# Around every page.
frame-skip = To the answer
frame-pages = Pages
frame-no-login = No login is needed: whoever sits at this machine may do everything.
frame-first-login = Make the owner's login
frame-as-of-now = as of now, { $day }
frame-as-of = as of { $day }
frame-past = What was known before { $when }. { $back }
frame-day-began = { $day } began
frame-back-to-now = Back to now
frame-earlier = These figures are of { $time }; what was recorded since is being worked in.
frame-look-again = Look again
frame-from = From these deals
frame-rests-on = From { $deals ->
    [0] no deals
    [one] 1 deal
   *[other] { $deals } deals
} and { $events } events known then.
frame-same-as = The same as { $json } or { $csv }.
frame-save-view = Save this view

# What a page can be asked.
frame-day = As of
frame-owner = Owner
frame-team = Team
frame-source = Source
frame-show = Show
frame-all = all
frame-main-process = the main one
frame-more = More
frame-stands-at = Stands at
frame-none = none
frame-at-least = Worth at least
frame-at-most = At most
frame-stalled = Stalled
frame-stalled-or-not = or not
frame-stalled-only = only
frame-filters = Day and filters
frame-another-day = Another day
frame-other-days = Other days
frame-yesterday = yesterday morning
frame-week-ago = a week ago
frame-last-month = end of last month
frame-last-quarter = end of last quarter
frame-year-ago = a year ago
frame-unpublished = See which milestones the record shows, and publish them
frame-provisional = No process has been published yet: these milestones are the stages or events of the data in their usual order.
frame-provisional-edit = Edit and publish yours
