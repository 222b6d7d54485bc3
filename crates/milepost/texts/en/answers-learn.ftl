# The room "answers-learn".
answers-learn-milestone = A milestone is a step that the customer takes
answers-learn-milestone-agreements = A sale is a row of agreements. At each one the customer does something: meets, tests, signs, releases money. Those steps are the milestones.
answers-learn-milestone-ours = What we do ourselves is no milestone, however hard we work: a mail sent, a demo given, a quote mailed. They may help; they prove nothing.
answers-learn-way = Our way to a sale
answers-learn-way-takes = With us a sale takes { $n ->
    [one] 1 milestone
   *[other] { $n } milestones
}: { $names }.
answers-learn-way-at = { $chance } at { $milestone }
answers-learn-way-odds = Of the deals that get there, so many were won: { $odds }.
answers-learn-evidence = Evidence, not hope
answers-learn-evidence-ask = Ask: what did the customer do, and what shows it? "They liked it" is hope. A date in their calendar, a signature, a number of a budget is evidence.
answers-learn-calls = Every call has a commitment objective
answers-learn-calls-before = Before a call, say what the customer should agree to do next, and by when. Have a smaller step ready in case they won't.
answers-learn-calls-after = Afterwards it is one of four: an order, an advance (they agreed to a step), a continuation (they did not, and we talk on), or no sale. "We'll be in touch" is a continuation.
answers-learn-for-you = For you: { $milestone }
answers-learn-was-gained = "{ $objective }" was gained in { $gained } of { $held ->
    [one] 1 call
   *[other] { $held } calls
}.
answers-learn-others-ask = How others ask for { $milestone }
answers-learn-all = { $length ->
    [ten] Ten
   *[five] Five
} minutes: { $lessons ->
    [one] 1 lesson
   *[other] { $lessons } lessons
} and { $questions ->
    [0] no questions
    [one] 1 question
   *[other] { $questions } questions
} from deals that are over.
answers-learn-lessons = Lessons
answers-learn-questions = Questions

# Deals that one lost.
answers-learn-lost = Deals you lost on the way to { $milestone }
answers-learn-lost-waited = { $n ->
    [one] 1 deal
   *[other] { $n } deals
} of yours ended there. Half of them had waited { $days ->
    [one] 1 day
   *[other] { $days } days
} or longer since the step before.
answers-learn-lost-calls = { $share } of them had a call on record. Think of the last one: what did the customer agree to do, and by when?

# Who has taken it.
answers-learn-taken = { $taken } of { $n ->
    [0] no persons
    [one] 1 person
   *[other] { $n } persons
} have taken the course.
answers-learn-teams = Teams and departments
answers-learn-people = People

# The questions.
answers-learn-deal = A deal.
answers-learn-deal-worth = A deal worth { $amount } { $currency }.
answers-learn-opened = It was opened { $days ->
    [one] 1 day
   *[other] { $days } days
} ago.
answers-learn-reached = The customer reached { $milestone } { $days ->
    [one] 1 day
   *[other] { $days } days
} ago.
answers-learn-since = Since then: { $acts }.
answers-learn-since-nothing = Since then: nothing has happened.
answers-learn-what-next = What needs to happen next?
answers-learn-reminder = Send a reminder
answers-learn-once-more = Once more: { $act }
answers-learn-order = Ask for the order
answers-learn-share = Of our sales { $share } have { $milestone }.
answers-learn-chance = Of the deals that reach it, { $chance } are won.
answers-learn-ours-again = What we do ourselves again changes nothing; a later step needs this one first.
answers-learn-objective = Your next call should lead to { $milestone }. What is its objective?
answers-learn-call-again = You called, and the customer said: "We like it, call us again."
answers-learn-objective-why = An objective names what the customer does. Presenting, informing and finding out are ours; a good feeling is hope.
answers-learn-present = Present the solution once more
answers-learn-budget = Find out about their budget
answers-learn-two-weeks = Call again in two weeks
answers-learn-interested = Make sure that they stay interested
answers-learn-noted = After a call somebody noted: "{ $note }" What was it?
answers-learn-an-order = an order
answers-learn-an-advance = an advance
answers-learn-a-continuation = a continuation
answers-learn-no-sale = no sale
answers-learn-logged-as = It was logged as { $outcome ->
    [order] an order
    [advance] an advance
    [continuation] a continuation
   *[no-sale] no sale
} in { $n ->
    [one] 1 call
   *[other] { $n } calls
}. Only what the customer agreed to do, with a date, is an advance.
