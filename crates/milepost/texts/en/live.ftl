# The room "live".
live-unreadable = event { $event } of the ledger cannot be read: { $why }; run: milepost verify
live-write = cannot write: { $why }
live-damaged = event { $event }: { $why }
live-only-looks = your role only looks: ask an admin for another one
live-no-deal-seen = there is no deal '{ $deal }' among those you see
live-day-passed = { $day } has passed; log a call that was held instead
live-agreed-late = the customer cannot agree on { $on } to do it by { $by }; choose a later day
live-nothing-agreed = nothing is agreed on deal { $deal } that is still open
live-undone-before = the import of { $at } has been undone before
live-nothing-imported = nothing was imported at { $at }; milepost imports lists what was
live-not-yet = { $day } has not come yet; record it then
live-before-deal = the deal { $deal } begins on { $opened }: { $day } is before that; choose a later day
live-nobody-known = nobody is known as '{ $person }'
live-too-many-tries = too many tries; wait { $minutes } minutes
live-wrong-login = mail or password is wrong
live-wrong-code = this code is not right, or was used already
live-token-needs = a token needs a name, at least one scope and 1 to 3650 days
live-old-link = this link was used or is too old; ask an admin for a new one
live-login-needs = a login needs a name and a mail address
live-mail-taken = { $mail } belongs to '{ $other }' already
live-has-login = '{ $person }' has a login already
live-first-login = there is a first login already
live-nobody-called = nobody is called '{ $person }'; see: milepost person list
live-nobody-bears = nobody bears the id '{ $person }'
live-no-team = there is no team '{ $team }'; there are: { $teams }
live-team-part = { $under } is part of { $team } already, so { $team } cannot be part of it
live-last-admin = this is the last admin; make somebody else admin first
live-code-shown = this code is not right; type the one shown now
live-not-your-password = this is not your password
live-no-login = '{ $person }' has no login; add one with: milepost person add
live-view-name = a view needs a name
live-view-page = a view is a page of this program, such as /pipeline?by=owner
live-view-most = there are { $most } views; forget one first
live-several-called = several are called '{ $person }'; take the id
live-password-length = take a password of { $shortest } to { $longest } characters
live-password-not-hashed = this cannot be hashed
live-settings-unreadable = cannot read the settings in { $file }: { $why }
live-settings-unwritable = cannot write the settings to { $file }: { $why }
live-settings-wrong = the settings in { $file } are not right: { $why }
live-settings-zone = time_zone '{ $zone }' is not known; write it as "Europe/Berlin"
live-settings-month = fiscal_year_start is a month from 1 to 12
live-settings-language = language is "en" or "de"; leave it out to go by whoever asks
live-settings-no-month = '{ $month }' is no month
live-settings-access = [access] is no table
live-settings-weeks = fiscal_weeks is 4-4-5, 4-5-4 or 5-4-4, not '{ $weeks }'
live-settings-weekday = first_weekday is a day such as sunday
live-settings-mail-hour = [mail] hour is from 0 to 23
live-settings-mail-from = [mail] from is a mail address, such as milepost@example.com
live-settings-mail-day = [mail] day is a weekday such as monday
live-settings-mail-port = the port is a number from 1 to 65535; left blank it is the usual one
live-settings-mail-user = a password needs a user
live-settings-mail-address = the address begins with https:// or http://, such as https://milepost.example.com
live-settings-mail-table = [mail] is no table
live-settings-mail-again = the password belongs to the server as it was: type the password again to have it sent to another one, or without encryption
live-settings-sources = [sources] reads '{ $name }' as '{ $one }' and as '{ $other }'
live-store-missing = There is no ledger at '{ $place }'. Run 'milepost import FILE' to make one from your data or 'milepost demo' to see an example, or name another ledger with --db.
live-store-no-folder = The folder '{ $place }' does not exist. Create it, or name another place.
live-store-exists = '{ $place }' exists already and was left as it is. Name another file, or move this one away.
live-store-no-ledger = '{ $place }' is not a ledger but some other kind of file. Name another ledger with --db.
live-store-foreign = '{ $place }' is a database of another program and was left as it is. Name another ledger with --db.
live-store-newer = '{ $place }' was written by a newer Milepost. Install the newest version to use it.
live-store-locked = '{ $place }' is being written by another program. Wait until that is done, then try again; nothing was changed.
live-store-read-only = '{ $place }' is read-only. Make the file and its folder writable, or copy it to where you may write; nothing was changed.
live-store-no-access = '{ $place }' cannot be opened. Check that you may read it and write in its folder.
live-store-unsettled = The latest events of '{ $place }' are still in '{ $place }-wal', which cannot be read in a read-only folder. Copy both files to a folder where you may write, and use that copy.
live-store-full = The disk of '{ $place }' is full. Free some space and try again; nothing was changed.
live-store-disk = '{ $place }' could not be read or written ({ $why }). The disk may be full, failing or gone; nothing was changed.
live-store-broken = '{ $place }' is damaged ({ $why }). Run 'milepost verify' to see what is affected, and 'milepost restore' to return to a backup.
live-store-failed = '{ $place }' could not be used ({ $why }); nothing was changed.
live-damage-file = The file
live-damage-event = Event { $first }
live-damage-events = Events { $first } to { $last }
live-damage = { $what }{ $when ->
    [on] , recorded on { $from }
    [between] , recorded between { $from } and { $to }
    [after] , recorded on or after { $from }
    [before] , recorded on or before { $to }
   *[never] { "" }
}: { $fault }
live-fault-changed = not what was written
live-fault-missing = missing
live-fault-unreadable = cannot be read ({ $why })
live-fault-misplaced = do not follow what stands before them
live-fault-head = its record of where the ledger ends is wrong
live-fault-structure = its structure is faulty ({ $why })
