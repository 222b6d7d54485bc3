# Texts of the room "words".
# Words and counts that several rooms share. A sentence with a number of its own belongs to its room, whole.
words-deals = { $n ->
    [0] no deals
    [one] 1 deal
   *[other] { $n } deals
}
words-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
words-almost-none = less than 1 %
words-almost-all = more than 99 %
words-no-milestone = (no milestone yet)
words-no-owner-group = (no owner)
words-no-team-group = (no team)
words-no-source-group = (no source)
words-no-owner = no owner
words-no-amount = no amount
words-by-owner = owner
words-by-team = team
words-by-source = source
words-by-milestone = milestone
words-viewer = viewer
words-rep = rep
words-manager = manager
words-admin = admin
words-scope-read = read
words-scope-write = write
words-scope-import = import
words-scope-admin = admin
words-weekday = { $day ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[other] Sunday
}
words-call-held = Call held
words-touch = Touch: { $what }
words-touch-unnamed = Touch: unnamed
