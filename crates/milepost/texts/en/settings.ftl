# Texts of the room "settings".
settings-lead = What the company has set
settings-written = Written; it holds once milepost is started again
settings-currency = Currency of answers; the deals' own if left blank
settings-language = Language of answers, for who has not chosen one
settings-language-none = that of the browser
settings-time-zone = Time zone, such as Europe/Berlin
settings-fiscal-start = Month in which the fiscal year starts, 1 to 12
settings-fiscal-months = Months of the fiscal year
settings-calendar = of the calendar
settings-weeks = { $weeks } weeks
settings-first-weekday = Weeks begin on
settings-sees = Reps see whose deals
settings-sees-all = everybody's
settings-sees-own = their own; managers, their team's
settings-write = Write
settings-mail-title = Mail
settings-mail = The week goes out on { $day } from { $hour }:00 on, by { $server }, to everybody with a login who has something to do.
settings-no-mail = No mail is sent. To send everybody their week, write { $part } with { $server } and { $from } into the file.
settings-last-mail = Last: { $letters ->
    [0] no letters
    [one] 1 letter
   *[other] { $letters } letters
} on { $day } at { $time }.
settings-not-sent = Not sent: { $why }.
settings-file = The file is { $file }.
