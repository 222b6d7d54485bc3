# The room "mail".
mail-your-week = Your week
mail-team-week = { $team }, this week
mail-everybody-week = Everybody, this week
mail-stalled = Stalled: { $n ->
    [0] no deals
    [one] 1 deal
   *[other] { $n } deals
}; these move most
mail-planned-for = planned for { $day }: { $objective }
mail-how-ended = How did these calls end?
mail-not-done = Agreed and not done
mail-until = Until { $day }
mail-foot = You get this because you have a login in Milepost; turn it off on your page Account.
mail-as-page = The same as a page

# What is wrong with the server.
mail-server-wrong = [mail] server '{ $server }': { $error }
mail-no-address = '{ $text }' is no mail address ({ $error })
mail-not-written = the letter cannot be written: { $error }
mail-not-taken = the mail server did not take it ({ $error }): look at whom letters are from, and whether there is the address to which it goes
mail-not-let-in = the mail server did not let us in ({ $error }): look at user and password; many servers want a password made for programs
mail-not-now = the mail server does not take it now ({ $error }): try again in some minutes
mail-no-way = the mail server and we do not agree how to talk ({ $error }): look at encryption and port; usual are STARTTLS with 587 and TLS with 465
mail-not-reached = the mail server cannot be reached ({ $error }): look at its name and port, and whether a firewall stands between
mail-no-answer = no answer within { $seconds } seconds
mail-no-password = the password is missing: write it on the page Settings, or set { $name }, or password_file in [mail]
mail-no-server = no mail server is set
mail-no-own-address = no mail address of yours is known: write one on the page People
mail-trial = A test letter from Milepost
mail-trial-says = Letters from Milepost arrive here. Nothing else is to be done.
mail-cannot-read = cannot read { $file }: { $error }
