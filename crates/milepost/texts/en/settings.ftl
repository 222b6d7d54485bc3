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
settings-no-mail = No mail is sent. To send everybody their week, say by which server and from whom.
settings-mail-server = Server; no mail is sent if left blank
settings-mail-server-such-as = smtp.example.com
settings-mail-from-such-as = Milepost <milepost@example.com>
settings-mail-address-such-as = https://milepost.example.com
settings-mail-encryption = Encryption
settings-mail-starttls = STARTTLS, usually port 587
settings-mail-tls = TLS from the start, usually port 465
settings-mail-bare = none: a server on this machine
settings-mail-port = Port
settings-mail-port-usual = the usual one
settings-mail-user = User, if the server asks for one
settings-mail-password = Password
settings-mail-password-kept = kept; type a new one to change it
settings-mail-password-outside = set by MILEPOST_SMTP_PASSWORD
settings-mail-outside = the password is set by MILEPOST_SMTP_PASSWORD, for the server as it is: change the server in milepost.toml
settings-mail-from = Letters are from
settings-mail-address = Where people open Milepost; letters link there
settings-mail-day = The week goes out on
settings-mail-hour = From this hour on
settings-mail-test = Write and send me a test letter
settings-mail-written = Written; it holds at once
settings-mail-sent = Written, and the mail server took a test letter to { $to }. If it does not arrive within minutes, look among unwanted mail
settings-mail-not-sent = Written, but the test letter was not sent: { $why }
settings-mail-nobody = Written, but no test letter was sent: nobody is logged in to whom it could go
settings-mail-no-login = Letters go to people with a login, and nobody has one here yet, so none is sent and none can be tried out. { $login }
settings-last-mail = Last: { $letters ->
    [0] no letters
    [one] 1 letter
   *[other] { $letters } letters
} on { $day } at { $time }.
settings-not-sent = Not sent: { $why }.
settings-file = The file is { $file }.
