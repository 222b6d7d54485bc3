# The room "import".
import-rows-deals = Each row is a deal
import-rows-events = Each row is something that happened in a deal
import-rows-stages = Each row is a deal set to a stage
import-rows-leads = Each row is a lead
import-rows-spend = Each row is a cost of marketing
import-means-deal = number of the deal
import-means-name = name of the deal
import-means-account-name = customer
import-means-owner-name = salesperson
import-means-amount = amount
import-means-currency = currency
import-means-stage = stage
import-means-event = what happened
import-means-at = when it happened
import-means-created = created on
import-means-modified = last changed on
import-means-close-date = expected close
import-means-closed-at = closed on
import-means-won-at = won on
import-means-lost-at = lost on
import-means-status = won, lost or open
import-means-reason = why lost
import-means-source = source
import-means-campaign = campaign
import-means-medium = medium
import-means-pipeline = pipeline
import-means-deal-kind = kind of deal
import-means-category = forecast category
import-means-id = number of the row
import-means-from = from
import-means-to = to
import-rows = Rows
import-column = Column
import-means = Means
import-read-as = read as { $reading }
import-not-read = not read
import-means-reached = date of the milestone of this name
import-broke-off = the import broke off and nothing was written; try again
import-upload-broke-off = the upload broke off: { $why }
import-choose = choose at least one file
import-no-currency = '{ $code }' is no currency; write a code such as EUR
import-not-kept = the files cannot be kept for reading: { $why }
import-which-undo = say which import to undo
import-what-to-do = say what to do
import-gone = these files have been imported or were swept away; choose them again
import-lead = Bring your own export; it is read on this machine and goes nowhere else
import-files = Files: CSV, Excel (.xlsx), event log (.xes)
import-look = Look at them
import-nothing-written = Nothing is written before you have seen how the files are read.
import-what = What to export
import-salesforce = { $system }: opportunities, their history (OpportunityFieldHistory or OpportunityHistory), users; leads and campaigns too, if you like
import-hubspot = { $system }: deals with their properties and the dates on which they entered each stage; contacts for marketing
import-pipedrive = { $system }: deals, and their change log
import-spreadsheet = { $table }: one row for each event (deal, event, date), or one row for each deal with a column of dates for each milestone
import-a-spreadsheet = A spreadsheet
import-together = Choose all files of one system together: they explain one another. The same file twice adds nothing.
import-before = Imported before
import-when = When
import-files-short = Files
import-by = By
import-facts = Facts
import-undo = Undo
import-undone-on = undone { $day }
import-undo-means = What this import brought will count no more, on no day. The files can be imported again.
import-undo-this = Undo this import
import-undone-ways = { $again } or { $deals }
import-again = Import again
import-see-deals = see where deals stand
import-reading-ledger = The ledger is being read
import-writing = All is read; it is being written down
import-reading = { $done } of { $all } MB are read
import-how-far = How far the import is
import-looks-again = This page looks again every second. You may go elsewhere meanwhile: the import goes on.
import-file-unknown = { $file } is not recognised; say below what its columns mean
import-would-add = { $added ->
    [0] no facts
    [one] 1 fact
   *[other] { $added } facts
} would be added{ $known ->
    [0] { "" }
    [one] ; 1 fact known already
   *[other] ; { $known } facts known already
}
import-added = { $added ->
    [0] no facts were
    [one] 1 fact was
   *[other] { $added } facts were
} added{ $known ->
    [0] { "" }
    [one] ; 1 fact known already
   *[other] ; { $known } facts known already
}
import-do = Import
import-other-files = Choose other files
import-not-recognised = not recognised
import-file = { $layout }: { $rows ->
    [0] no rows
    [one] 1 row
   *[other] { $rows } rows
}, { $facts ->
    [0] no facts
    [one] 1 fact
   *[other] { $facts } facts
}{ $learned ->
    [0] { "" }
    [one] , 1 name learned
   *[other] , { $learned } names learned
}{ $skipped ->
    [0] { "" }
   *[other] , { $left }
}.
import-left-out = { $n ->
    [one] 1 row left out
   *[other] { $n } rows left out
}
import-how-columns = How its columns are read
import-read-as-head = Read as
import-passed = Not read: { $columns }.
import-problems = { $n ->
    [one] 1 problem
   *[other] { $n } problems
}
import-row-by-row = Row by row
import-first-facts = The first facts
import-fact = Fact
import-what-fact = What
import-as-recognised = as recognised
import-options = Dates, decimals, currency, what means won
import-dates = Dates such as 02/03/26
import-day-first = day first
import-month-first = month first
import-year-first = year first
import-decimals = Decimals
import-currency = Currency of amounts that name none
import-won = Stages that mean won, with commas
import-lost = Stages that mean lost, with commas
import-afresh = Forget what I said of the columns
import-read-again = Read again
import-say-columns = Say what the columns mean
import-read-so = Read it so
import-record-says = What your record says
import-as-of = as of { $day }
import-newest = Its newest step is of { $day }: what follows is what could be known then.
import-milestones = Your milestones
import-see-milestones = See the milestones
import-forecast = Your forecast
import-see-forecast = See the forecast
import-where-stand = Where deals stand
import-data-wrong = What is wrong with the data
import-more = Import more, or undo this
import-say-below = Say below how it is to be read
import-table-one-row-an-event = one row an event
import-table-one-row-a-deal = one row a deal
import-table-quotas = quotas
import-table-marketing-spend = marketing spend
import-table-leads = leads
import-table-deals-that-leads-became = deals that leads became
import-table-deals = deals
import-table-deal-property-history = deal property history
import-table-deal-stage-history = deal stage history
import-table-pipeline-stages = pipeline stages
import-table-pipelines = pipelines
import-table-owners = owners
import-table-teams = teams
import-table-members-of-teams = members of teams
import-table-companies = companies
import-table-contacts = contacts
import-table-engagements-of-deals = engagements of deals
import-table-engagements = engagements
import-table-records-that-say-nothing-about-deals = records that say nothing about deals
import-table-change-log = change log
import-table-stages = stages
import-table-users = users
import-table-organizations = organizations
import-table-activities = activities
import-table-opportunity-history = opportunity history
import-table-opportunity-versions-of-a-connector = opportunity versions of a connector
import-table-opportunity-field-history = opportunity field history
import-table-opportunities = opportunities
import-table-tasks = tasks
import-table-events = events
import-table-campaign-members = campaign members
import-table-campaigns = campaigns
import-table-user-roles = user roles
import-table-accounts = accounts
import-table-record-types = record types
import-table-opportunity-stages = opportunity stages
import-table-managers = managers
import-table-records-that-say-nothing-about-sales = records that say nothing about sales
import-table-columns-named-by-hand = columns named by hand
import-of-system = { $system } { $table }
import-event-log = xes event log
import-export = milepost export
