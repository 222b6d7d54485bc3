# The room "cli".
cli-cannot-write-other = cannot write { $file }: { $why }; name another file with --deals
cli-copied = The ledger was copied to { $file }.
cli-cannot-write = cannot write { $file }: { $why }
cli-anyway = { $why } (to record it as it is, add --anyway)
cli-outcomes = a call ends in order, advance, continuation or no-sale
cli-name-a-deal = name a deal: milepost deal ID
cli-recorded = Recorded for { $deal }: { $kinds }.
cli-no-money = { $amount } is no amount of money
cli-sample = A sample company of { $events } events is in { $file }.
cli-sample-exists = { $file } exists already; name a new file with --db for the sample
cli-nothing-to-adopt = there is nothing to adopt. { $why }
cli-would-publish = # Would be published. Edit it and publish it with: milepost process publish FILE
cli-adopted = The process '{ $process }' with { $milestones } milestones is published and holds from now on. The one before stays readable with --as-of.
cli-cannot-write-new = cannot write to { $file }: { $why }; name a new file
cli-such-as = # such as { $sample }
cli-cannot-read = cannot read { $file }: { $why }
cli-no-mapping = { $file } is not a mapping: { $why }
cli-not-recognised = not recognised
cli-file = { $layout }; { $rows } rows, { $facts } facts{ $learned ->
    [0] { "" }
   *[other] , { $learned } looked up
}, { $skipped } left out
cli-column-not-read = (not read)
cli-note = Note: { $note }.
cli-a-mapping = # A mapping file for { $file }: edit it and give it with --map
cli-not-read = not read: { $columns }
cli-not-read-more = not read: { $columns } and { $more } more
cli-would-add = { $added ->
    [one] 1 fact
   *[other] { $added } facts
} would be added{ $corrected ->
    [0] { "" }
   *[other] , { $corrected } of them corrections
}{ $known ->
    [0] { "" }
    [one] ; 1 fact known already
   *[other] ; { $known } facts known already
}.
cli-added = { $added ->
    [one] 1 fact was
   *[other] { $added } facts were
} added{ $corrected ->
    [0] { "" }
   *[other] , { $corrected } of them corrections
}{ $known ->
    [0] { "" }
    [one] ; 1 fact known already
   *[other] ; { $known } facts known already
}.
cli-no-import = no import counts
cli-mail-nobody = Nobody with a mail address has anything to do this week.
cli-mail-no-server = no mail server is set; set it on the page Settings, or write [mail] with server and from into milepost.toml
cli-mail-failed = { $sent } sent; not sent: { $failed }
cli-mail-sent = { $letters ->
    [0] no letters
    [one] 1 letter
   *[other] { $letters } letters
} sent.
cli-has-login = { $person } has a login as { $role }.
cli-role = { $person } is { $role } from now on.
cli-team-set = The team is set.
cli-teams-set = The teams are set.
cli-erased = Erased; the ledger keeps the id alone.
cli-invite = Open this on the server within two days to choose a password: { $link }
cli-no-login = no login
cli-part-of = { $team }, part of { $under }
cli-no-process = { $file } is not a process: { $why }
cli-published = The process '{ $process }' is published and holds from now on.
cli-quota = { $owner } is to bring { $amount } { $currency } from { $from } to { $to }.
cli-quota-company = The company is to bring { $amount } { $currency } from { $from } to { $to }.
cli-no-owner = no deal has the owner '{ $name }'; see who has some with: milepost status --by owner
cli-rate = From { $day } on, 1 { $from } is { $rate } { $to }.
cli-restored = { $file } is now the ledger { $ledger }.
cli-no-logins = nobody has a login yet, so pages are served to this machine only: use --listen 127.0.0.1:7171, or make a login first with: milepost person add
cli-open = Open { $address }
cli-port-taken = something else already listens on { $address }; stop it, or take another port with: --listen { $other }
cli-cannot-serve = cannot serve on { $address } ({ $why }); take another address with --listen
cli-verified = All { $events } events are as they were recorded.
cli-damaged = the ledger is damaged in { $parts } place(s); restore a backup with: milepost restore FILE --db NEW.db
cli-bar = { "{" }bar:40{ "}" } { "{" }bytes{ "}" }/{ "{" }total_bytes{ "}" } { "{" }elapsed{ "}" } (about { "{" }eta{ "}" } left)
