# The room "process".
process-drawn = The milestones, and how many deals reach them
process-the-milestones = The milestones
process-milestones = Milestones
process-edit = Edit and publish
process-record = what the record says
process-edit-or-see = { $edit }, or see { $record }.
process-see = See { $record }.
process-versions = Versions
process-opened = Opened
process-won = Won
process-no-wins = no wins yet
process-of-wins = { $share } of wins
process-means = Means
process-proved-by = Proved by
process-ask-for = Ask for
process-concerns = Concerns
process-recognised-by = Recognised by
process-usually = Usually
process-median = { $days ->
    [one] 1 day
   *[other] { $days } days
} after the one before, at the median of { $n }
process-reached-by = Reached by
process-reached = { $deals }, { $won } of them won
process-published = Published
process-name = Name
process-version = Version
process-none-published = None has been published yet.
process-published-versions = Published versions
process-from-file = To publish one from a file, write it down, then run { $command }:

# Editing it.
process-cannot-publish = this cannot be published: { $why }
process-would-do = This is what your changes would do. Nothing is published yet.
process-your-words = Put it in your words. Nothing holds until you publish it, and every version stays readable.
process-too-few = too few deals
process-outlook = { $mean } { $currency }, 8 in 10 between { $low } and { $high }
process-effect = Effect
process-log-loss = Log loss on newer deals
process-whole-log = … of the whole log
process-next-quarter = Next quarter
process-as-edited = As edited
process-today = Today
process-new-business = New business
process-name-of = Name of the process
process-preview = See what it does
process-publish = Publish
process-back = Back to discovery
process-place = Place
process-milestone = Milestone
process-new-milestone = A new milestone
process-merge = merge into the one above
process-drop = drop
process-details = Meaning, evidence, objective, departments, events
process-meaning = What it means
process-evidence = What proves it
process-objective = What to ask the customer for
process-departments = Departments, with commas
process-events = Also recognised by, one event a line
process-has-no-name = the process has no name; give it one with name = "New business"
process-has-no-milestones = the process has no milestones; add a [[milestone]] with a name for each
process-unnamed = milestone { $place } has no name; give it one with name = "…"
process-twice = '{ $name }' stands for two milestones; let each name or event belong to one milestone only
