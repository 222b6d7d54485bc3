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
mail-not-taken = the mail server did not take it ({ $error })
mail-no-password = set { $name }, or password_file in [mail]: user is set without either
mail-cannot-read = cannot read { $file }: { $error }
