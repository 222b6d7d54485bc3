# The room "problems".
problems-p101 = the file has no rows
problems-p101-remedy = Export it again with its rows; the first line must hold the column names.
problems-p102 = the file's columns are not recognised
problems-p102-remedy = Say what it is with --as, or which column means what with --map FILE; --dry-run prints such a file to start from.
problems-p103 = the file cannot be read
problems-p103-remedy = Save it as CSV (UTF-8) or .xlsx and import that.
problems-p104 = no row of the file can be used
problems-p104-remedy = Mend the problems listed for its rows, or say which column means what with --map FILE.
problems-p105 = dates can be read in two ways
problems-p105-remedy = Say which comes first with --dates dmy or --dates mdy.
problems-p106 = amounts can be read in two ways
problems-p106-remedy = Say which sign parts the decimals with --decimal comma or --decimal point.
problems-p107 = a column that is needed is missing
problems-p107-remedy = Export it too, or name the column that holds it in a mapping file (--map).
problems-p108 = the XML declares entities of its own, which are never followed
problems-p108-remedy = Export the log again without a document type (DOCTYPE).
problems-p201 = the row names no deal
problems-p201-remedy = Fill in the deal's id or name; rows without one are left out.
problems-p202 = the row names no event or stage
problems-p202-remedy = Fill in what happened; rows without it are left out.
problems-p203 = the row has no date
problems-p203-remedy = Fill in when it happened; rows without a date are left out.
problems-p204 = a date cannot be read
problems-p204-remedy = Write dates as 2026-11-23 or 2026-11-23 09:30.
problems-p205 = an amount cannot be read
problems-p205-remedy = Write amounts as 1234.50; the row is used without its amount.
problems-p206 = a currency is not known
problems-p206-remedy = Write its three ISO letters, such as EUR; the row is used without its amount.
problems-p207 = the row has more or fewer cells than there are columns
problems-p207-remedy = Put cells that hold the separator in quotes; the row is left out.
problems-p208 = the same row stands twice
problems-p208-remedy = Nothing to do: it is counted once.
problems-p209 = the row is about a deal that is not in the data
problems-p209-remedy = Import the deals too, in the same call; the row is left out.
problems-p210 = the line is no event
problems-p210-remedy = Export it again with milepost export; the line is left out.
problems-p211 = the list has the deal twice, with different values
problems-p211-remedy = Keep one row a deal, or add the column that says when each was modified; the first row counts.
problems-p301 = entered long after it happened
problems-p301-remedy = Log steps on the day they happen: what was not known then cannot be in a forecast of that day.
problems-p302 = a milestone was passed over
problems-p302-remedy = Ask whether the step was not taken or not recorded; where it is often passed over, it may be no milestone.
problems-p303 = the deal went back to an earlier milestone
problems-p303-remedy = Check the evidence before a milestone is marked as reached.
problems-p304 = the expected close date was put off again and again
problems-p304-remedy = Agree a date with the customer instead of guessing one.
problems-p305 = the deal is open and its expected close date has passed
problems-p305-remedy = Agree a new date with the customer, or close the deal.
problems-p306 = several steps bear the same moment
problems-p306-remedy = Log each step when it happens; their order and the time between them are unknown.
problems-p307 = the deal has no owner
problems-p307-remedy = Give it an owner; it is in nobody's list.
problems-p308 = the deal has no amount
problems-p308-remedy = Enter what it is worth; it counts as nothing in the pipeline.
problems-p309 = only the present value is known, not its history
problems-p309-remedy = Import the history too (stage or property history); past forecasts cannot use the value.
problems-p310 = the deal was won or lost and then opened again
problems-p310-remedy = Open a new deal for a new attempt, so that odds and durations stay true.
problems-p311 = it bears a moment that has not come yet
problems-p311-remedy = Correct the date; plans belong in expected dates and commitments.
problems-p312 = the deal was won or lost before its lead first met us
problems-p312-remedy = Correct the date of the lead or of the end; the lead may have come by a way that was not recorded.
problems-p313 = the amount is more than 50 times what nine in ten deals are worth at most
problems-p313-remedy = Check the amount: a digit too many, another currency, or a yearly sum outweighs all other deals.
problems-p314 = the lead names no source
problems-p314-remedy = Ask where it came from, and let forms send the source; what names say nothing is set under [sources] in milepost.toml.
problems-not-to-its-end = the file cannot be read to its end: { $why }
problems-nothing-of-use = no file holds anything of use here
problems-in-column = '{ $cell }' in column '{ $column }'
problems-another = another { $what ->
    [close-date] close date
   *[other] { $what }
} of deal '{ $deal }'
problems-stage-of = '{ $stage }' of deal '{ $deal }'
problems-close-date = '{ $value }' as the close date
problems-no-deal = no deal
problems-lead-no-id = the lead has no id
problems-no-source = the row names no source
problems-quota-empty = the quota is empty
problems-in-attribute = '{ $text }' in attribute '{ $attribute }'
problems-twice = '{ $name }' at { $at }
problems-twice-of = '{ $name }' of deal '{ $deal }' at { $at }
problems-it = it { $is }
problems-strangers = { $rows } rows, such as the one about '{ $deal }'
problems-it-unreadable = it cannot be read: { $why }
problems-all-left-out = all of its { $rows } rows were left out
problems-lines-of-json = lines of JSON
problems-xml-gzipped = XML, gzipped
problems-no-use-alone = it holds { $what }, which are of no use alone
problems-doubt-in-column = column '{ $column }': { $doubt }
problems-no-stage-dates = no column holds dates of stages; its columns are { $columns }
problems-two-systems = it could be { $table } of { $system } or { $other } of { $rival }; its columns are { $columns }
problems-its-columns = its columns are { $columns }
problems-lacking = no column holds { $lacking } of { $table }; its columns are { $columns }
problems-need-and = { $one } and { $other }
problems-need-or = { $one }' or '{ $other }
problems-and-more = { $columns } and { $more } more
problems-mapping-unreadable = cannot read the mapping file { $file }: { $why }
problems-mapping-wrong = the mapping file { $file } is not right: { $why }
problems-mapping-no-field = table '{ $table }' needs '{ $need }', which is no field
problems-mapping-empty = it has no [[table]]
problems-no-format = '{ $text }' is not a format; say csv, xes, salesforce, hubspot or pipedrive
problems-dates-days = days as Excel counts them
problems-dates-seconds = seconds since 1970
problems-dates-millis = milliseconds since 1970
problems-dates-digits = year, month and day in eight digits
problems-dates-dmy = day, month, year
problems-dates-mdy = month, day, year
problems-dates-ymd = year, month, day
problems-dates-iso = ISO, or with the name of the month
problems-no-order = '{ $text }' is not an order of dates; say dmy, mdy or ymd
problems-date-order = '{ $sample }' could be { $day } or { $month }; say which with --dates dmy or --dates mdy
problems-date-split = '{ $day }' has the day first and '{ $month }' the month; say which one is meant with --dates dmy or --dates mdy
problems-date-mixed = '{ $one }' and '{ $other }' do not count from the same day; write dates as 2026-11-23
problems-not-a-date = '{ $sample }' is not a date; write dates as 2026-11-23 or 2026-11-23T09:30:00Z
problems-written-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $year }
problems-decimal-point = decimal point
problems-decimal-comma = decimal comma
problems-decimal-whole = whole numbers
problems-no-sign = '{ $text }' is not a decimal sign; say point or comma
problems-number-sign = '{ $sample }' could be { $thousands } or { $fraction }; say which with --decimal point or --decimal comma
problems-number-split = '{ $point }' has a decimal point and '{ $comma }' a decimal comma; say which one is meant with --decimal point or --decimal comma
problems-not-a-number = '{ $sample }' is not a number
problems-no-number = no number
problems-file-unreadable = cannot be read: { $why }
problems-file-cut-off = ends in the middle of its compressed data; fetch or export it again
problems-file-empty = is empty; export it again with a row of headers and a row for each record
problems-file-headers-only = has headers but no rows below them; export it again with its records
problems-file-old-excel = is an old or a password-protected Excel workbook; save it as .xlsx or CSV
problems-file-no-workbook = is a zip archive but not a readable Excel workbook ({ $why }); save it as .xlsx or CSV
problems-file-markup = is a web page or XML, whatever its name says; save it as .xlsx or CSV
problems-file-binary = is not a table of text; save it as .xlsx or CSV
problems-file-quotes = has quotes that are opened and never closed, up to line { $line }; export it again
problems-row-short = has { $cells } cells, but there are { $headers } headers; cells are missing
problems-row-long = has { $cells } cells, but there are { $headers } headers; name every column, and put a cell that holds the delimiter in quotes
problems-row-open-quote = opens a quote that is never closed; double a quote mark that belongs to the text
problems-layout-sheet = sheet '{ $name }' of an Excel workbook
problems-layout-text = { $between }-separated { $encoding } text
problems-layout = { $layout }{ $gzipped ->
    [yes] , gzipped
   *[no] { "" }
}{ $damaged ->
    [0] { "" }
    [one] , 1 damaged character
   *[other] , { $damaged } damaged characters
}
problems-date-of = date of '{ $name }' ({ $style })
problems-xes-trace-unnamed = a trace has no concept:name, so nothing says which deal it is; it was skipped
problems-xes-event-unnamed = an event has no concept:name, so nothing says what happened; it was skipped
problems-xes-event-timeless = event '{ $name }' has no time:timestamp, so nothing says when; it was skipped
problems-xes-event-bad-time = event '{ $name }' has the time '{ $time }', which is not a date; it was skipped
problems-xes-event-stray = an event stands outside any trace; it was skipped
problems-xes-attribute-unreadable = an attribute cannot be read: { $why }; it was skipped
problems-xes-line = line { $line }: { $what }
problems-xes-before = line { $line }: { $what }{ $traces ->
    [0] { "" }
    [one] ; the one trace before it was read
   *[other] ; the { $traces } traces before it were read
}
problems-xes-cut-off = the file is cut off here; get a complete copy
problems-xes-damaged = the compressed file is damaged ({ $why }); get a fresh copy
problems-xes-encoding = the encoding '{ $label }' is not known; save the file as UTF-8
problems-xes-long-tag = a single tag or text is longer than { $most } MB
problems-xes-not-as-declared = this is not { $encoding }, as the file declares
problems-xes-deep = elements are nested more than { $most } deep
problems-xes-entities = the file declares entities of its own (<!ENTITY), which are not read for safety; export it again without a DOCTYPE
problems-xes-not-utf8 = some bytes are not UTF-8; save the file as UTF-8, or name its encoding in the first line
problems-xes-entity = '&{ $name };' has no meaning of its own
problems-xes-ampersand = '&' should be '&amp;'
problems-xes-not-xml = this is not well-formed XML ({ $why })
problems-xes-no-key = it has no key
problems-xes-no-value = '{ $key }' has no value
problems-xes-no-log = this is not an XES file: it has no <log>
problems-xes-second-log = a second log begins here; put it into its own file
problems-xes-large-trace = a single trace is larger than { $most } MB
problems-xes-other-begin = this is not an XES file: it begins with <{ $element }>, not with <log>
problems-workbook-damaged = it is damaged
problems-workbook-missing = no workbook in it
problems-workbook-outside = a cell lies outside of the sheet
