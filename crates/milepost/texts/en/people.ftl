# The room "people".
people-new-password = New password, 12 characters or more
people-new-password-again = The same again

# Coming in.
people-come-in = Come in
people-login = Login
people-type-code = Type the code of your second factor too
people-first-once = the first login is made from this machine, and only once
people-not-alike = the two passwords are not alike; type the same twice
people-mail-address = Mail address
people-password = Password
people-code = Code of your second factor, if you have one
people-forgotten = Password forgotten? An admin can give you a link to choose a new one.
people-first-lead = Make the owner's login: from then on, everybody needs one
people-welcome = Welcome
people-your-name = Your name
people-make-login = Make my login
people-not-now = Not now
people-until-then = Until then whoever sits at this machine may do everything, and nobody else can look.
people-your-password = Your password
people-choose-password = Choose your password
people-set-it = Set it

# Who is who.
people-no-such-role = a role is viewer, rep, manager or admin
people-owner-first = make the owner's login first, at /welcome
people-added = { $name } can come in once a password is chosen
people-role-set = The role holds from now on
people-team-set = The team is set
people-teams-set = The teams are set
people-reset = The second factor is off, and a new password can be chosen
people-erased = Erased; the ledger keeps the id alone
people-say-what = say what to do
people-lead = { $n ->
    [0] no persons
    [one] 1 person
   *[other] { $n } persons
}, of whom { $logins } can come in
people-lead-sentence = { $n ->
    [0] No persons
    [one] 1 person
   *[other] { $n } persons
}, of whom { $logins } can come in.
people-hand-on = Hand on this link; it is shown only now, and good once, for two days: { $link }
people-add-somebody = Add somebody
people-name = Name
people-known-as = What the ledger knows them by, name or id, if they own deals already
people-add = Add
people-role = Role
people-mail = Mail
people-second = Second factor
people-you = (you)
people-since = since
people-set = Set
people-in-team = { $team } until { $day }
people-in-no-team = no team until { $day }
people-no-login = no login
people-on = on
people-off = off
people-new-link = New password
people-erase = Erase
people-part-of = { $team } is part of
people-for-itself = stands for itself
people-is-part-of = is part of { $team }
people-for-itself-until = for itself until { $day }
people-teams = Teams
people-teams-how = Who asks for a team gets those that are part of it too, each as it was on the day that is asked for.
people-belongs = Where it belongs
people-try-again = try again
people-only-here = there are no logins yet, so pages are given to this machine only: open http://localhost with the port that milepost serve printed
people-token-not-for = this token is not for that, or its owner may not do it
people-role-not = your role does not allow this: ask an admin
people-first = come in first: open /login, or send a token as Authorization: Bearer TOKEN
people-other-site = another site asked to change something here; open the page itself and do it there
people-not-done = this could not be done; run: milepost verify
people-feed-token = make a token with the scope read on the page Account; it is the password here
people-nobody = nobody has come in
people-unnamed-browser = a browser that does not say which
