//! A clause: who does what in it. The customer as subject is asked first; without a subject the first
//! verb governs in English, and an infinitive of ours anywhere in German ("Angebot nachfassen").

use super::Lack;
use super::words::{
    ACTS, CAUSES, COUNTS, CUSTOMER, FEELING, FILLERS, GETTING, JOINT, LEARNING, MEETING, MODALS,
    NOT_VERBS, OBJECTS, OBJEKTE, OURS, PREPOSITIONS, QUESTIONS, THEIR_SIDE, THEIRS, THINGS, WE,
    folded, is, is_about, is_dated, is_gift,
};

/// One clause's words.
struct Clause {
    words: Vec<String>,
    /// Whether a word was written small: German verbs are.
    small: Vec<bool>,
    dated: bool,
}

/// What a clause says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// The customer acts.
    Act,
    /// It names an act without a verb; what governs the clause before governs this one too.
    Gift,
    Not(Lack),
}

/// Whether some clause names an act of the customer; else what the first telling one is.
pub(super) fn judge(text: &str) -> Result<(), Lack> {
    let mut found = Lack::Vague;
    let mut governed = false;
    for clause in clauses(text) {
        match clause.said(governed) {
            Said::Act => return Ok(()),
            Said::Gift if !governed => return Ok(()),
            Said::Gift | Said::Not(Lack::Vague | Lack::Empty) => {}
            Said::Not(lack) => {
                governed = matches!(lack, Lack::Learning | Lack::Ours);
                if found == Lack::Vague {
                    found = lack;
                }
            }
        }
    }
    Err(found)
}

fn clauses(text: &str) -> Vec<Clause> {
    const JOINS: &[&str] = &[
        "and", "und", "then", "dann", "damit", "so", "dass", "but", "aber", "or", "oder", "sowie",
    ];
    let mut all = vec![Vec::new()];
    for raw in text.split_whitespace() {
        let is_break = raw.chars().all(|c| !c.is_alphanumeric());
        let parts: Vec<&str> =
            raw.split([',', ';', '!', '?', '+', '&', ':', '→', '(', ')']).collect();
        for (i, part) in parts.iter().enumerate() {
            let abbreviated = part.len() <= 4 || part.starts_with(|c: char| c.is_ascii_digit());
            let ends = part.ends_with('.') && !abbreviated;
            for word in part.split(['-', '/', '–', '\'', '’']).map(str::trim) {
                let joins = JOINS.contains(&folded(word).as_str());
                if joins {
                    all.push(Vec::new());
                } else if !folded(word).is_empty()
                    && let Some(last) = all.last_mut()
                {
                    last.push(word.to_owned());
                }
            }
            if i + 1 < parts.len() || ends || is_break {
                all.push(Vec::new());
            }
        }
    }
    all.into_iter().filter(|words| !words.is_empty()).map(|words| Clause::new(&words)).collect()
}

impl Clause {
    fn new(raw: &[String]) -> Clause {
        let dated = is_dated(&raw.join(" "));
        let small = raw.iter().map(|word| word.starts_with(char::is_lowercase)).collect();
        Clause { words: raw.iter().map(|word| folded(word)).collect(), small, dated }
    }

    fn said(&self, governed: bool) -> Said {
        let begin = self.begin();
        let Some(first) = self.words.get(begin).map(String::as_str) else {
            return Said::Not(Lack::Vague);
        };
        if self.words.iter().take(begin + 1).any(|word| is_exactly(word, QUESTIONS)) {
            return Said::Not(Lack::Learning);
        }
        if self.words.iter().take(begin + 1).any(|word| is_exactly(word, WE)) {
            let rest = Clause {
                words: self.words[begin + 1..].into(),
                small: self.small[begin + 1..].into(),
                dated: self.dated,
            };
            return rest.of_us();
        }
        let ours = self.words[..begin].iter().any(|word| is_exactly(word, "our unser unsere"));
        if ours
            && !is_exactly(first, THEIR_SIDE)
            && (begin + 1..self.words.len()).any(|at| self.does(at))
        {
            return Said::Not(Lack::Ours);
        }
        if self.is_customer(begin)
            && let Some(said) = self.subject(begin)
        {
            return said;
        }
        if let Some(said) = self.caused().or_else(|| self.somebody(begin)) {
            return said;
        }
        if governed && !self.has_verb() {
            return Said::Gift;
        }
        match (self.received(), first) {
            (Said::Not(Lack::Vague), _) => self.unled(first),
            (said, _) => said,
        }
    }

    /// What we get the customer to do, or get from them; all else is ours.
    fn of_us(&self) -> Said {
        let learning = self.words.iter().position(|word| is(word, LEARNING));
        let gift = self.words.iter().position(|word| is_gift(word));
        if learning.is_some_and(|learning| gift.is_none_or(|gift| learning < gift)) {
            return Said::Not(Lack::Learning);
        }
        match self.caused().unwrap_or_else(|| self.received()) {
            Said::Not(Lack::Vague) => Said::Not(Lack::Ours),
            said => said,
        }
    }

    /// Where the words that matter begin.
    fn begin(&self) -> usize {
        let filler = |word: &String| {
            is_exactly(word, FILLERS) || word.starts_with(|c: char| c.is_ascii_digit())
        };
        self.words.iter().take_while(|word| filler(word)).count()
    }

    fn is_customer(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            // The department, not the pronoun.
            is_exactly(word, CUSTOMER) || (word == "it" && !self.small[at])
        })
    }

    /// The customer stands first: a verb that follows is theirs. `None` where none does.
    fn subject(&self, at: usize) -> Option<Said> {
        let mut verb = at + 1;
        let limit = (at + 5).min(self.words.len());
        while verb < limit && !self.is_verb(verb, at) {
            verb += 1;
        }
        // "…, dass Herr Kern bis Montag den Vertrag prüft": German verbs may stand last.
        let end = self.words.len() - 1;
        if verb >= limit && end >= limit && self.words[end].ends_with('t') && self.is_verb(end, at)
        {
            return Some(self.theirs(end));
        }
        if verb >= limit
            || self.words[at + 1..].iter().any(|word| is_exactly(word, "about ueber"))
                && !self.strong()
        {
            return None;
        }
        Some(self.theirs(verb))
    }

    /// Anybody else stands first, and does something to something: "Anna asks her boss", "Der Planer
    /// schreibt es aus". Told by the verb's ending and by what follows it.
    fn somebody(&self, begin: usize) -> Option<Said> {
        if self.by_customer() {
            return Some(Said::Act);
        }
        let first = self.words.get(begin)?;
        let leads = [OURS, LEARNING, GETTING, CAUSES, JOINT];
        if leads.iter().any(|list| is(first, list)) || is(first, THINGS) {
            return None;
        }
        let last = self.words.len().min(begin + 5);
        let verb = (begin + 1..last).find(|at| self.does(*at)).or_else(|| self.several())?;
        Some(self.theirs(verb))
    }

    /// "Three drivers use the tracker": the verb of a counted subject.
    fn several(&self) -> Option<usize> {
        let counted = |word: &String| {
            is_exactly(word, COUNTS) || word.starts_with(|c: char| c.is_ascii_digit())
        };
        let at = self.words.iter().position(|word| !counted(word)).filter(|at| *at > 0)?;
        let verb = (at + 1..self.words.len().min(at + 3)).find(|verb| {
            let word = &self.words[*verb];
            self.small[*verb] && !is_exactly(word, NOT_VERBS) && !is_exactly(word, PREPOSITIONS)
        })?;
        (verb + 1 < self.words.len()).then_some(verb)
    }

    /// Whether the word at a place is a verb in the third person with its object behind it.
    fn does(&self, at: usize) -> bool {
        let word = &self.words[at];
        let Some(next) = self.words.get(at + 1).filter(|_| self.small[at]) else { return false };
        if is_exactly(word, NOT_VERBS) {
            return false;
        }
        // "sagt mündlich den Preis zu": an adverb may come between.
        let next = match self.words.get(at + 2) {
            Some(after) if self.small[at + 1] && is_exactly(after, OBJEKTE) => after,
            _ => next,
        };
        let counted = next.starts_with(|c: char| c.is_ascii_digit());
        let english = word.ends_with('s') && !word.ends_with("ss");
        let german = word.ends_with('t') && word.len() > 3;
        (english && (counted || is_exactly(next, OBJECTS)))
            || (german && (counted || is_exactly(next, OBJEKTE)))
    }

    /// "two references called by the prospect".
    fn by_customer(&self) -> bool {
        let by = self.words.iter().position(|word| is_exactly(word, "by von vom"));
        let Some(by) = by.filter(|by| *by > 0) else { return false };
        let passive = self.words.iter().any(|word| is_exactly(word, "wird werden wurde"));
        let done = passive
            || self.words.iter().any(|word| {
                let english = word.len() > 4 && word.ends_with("ed");
                english || (word.starts_with("ge") && word.ends_with('t'))
            });
        done && (by + 1..self.words.len().min(by + 3)).any(|at| self.is_customer(at))
    }

    /// What the customer does from the word at `verb` on.
    fn theirs(&self, verb: usize) -> Said {
        let rest = &self.words[verb..];
        // "Calls us back" agrees to nothing.
        let back = rest.iter().any(|word| is_exactly(word, "us uns me back again"));
        if back && rest.iter().take(3).any(|word| is_exactly(word, "call calls ring rings")) {
            return Said::Not(Lack::Feeling);
        }
        // "Meldet sich" agrees to nothing; "meldet uns die Zahlen" does.
        let reports = !rest.iter().any(|word| word == "sich");
        let felt =
            |word: &String| is(word, FEELING) && !(reports && is_exactly(word, "meldet melden"));
        let lead = rest.iter().take(3).any(felt) || rest.iter().rev().take(2).any(felt);
        if rest.iter().any(|word| is_exactly(word, "can could kann koennen")) {
            return Said::Not(Lack::Feeling);
        }
        if lead && !rest.iter().any(|word| (is(word, ACTS) && !is_about(word)) || is_gift(word)) {
            return Said::Not(Lack::Feeling);
        }
        Said::Act
    }

    /// Whether the word at `place` is a verb whose subject may be the word at `subject`.
    fn is_verb(&self, place: usize, subject: usize) -> bool {
        let word = self.words[place].as_str();
        if is_exactly(word, NOT_VERBS) {
            return false;
        }
        let next = place == subject + 1;
        let plural = is_exactly(&self.words[subject], "they sie them him her he she");
        let finite = word.ends_with('s') && !word.ends_with("ss") && next && self.small[place];
        let last = place + 1 == self.words.len();
        let german = word.ends_with('t')
            && word.len() > 3
            && self.small[place]
            && (place <= subject + 3 || last);
        let many = plural && next && self.small[place];
        is_exactly(word, MODALS)
            || is(word, FEELING) && place <= subject + 3
            || is(word, ACTS) && !is_about(word)
            || finite
            || german
            || many
    }

    /// "get them to sign": what comes after the customer is theirs.
    fn caused(&self) -> Option<Said> {
        let cause = self.words.iter().take(4).position(|word| is_exactly(word, CAUSES))?;
        let from = cause + 1;
        // "have the architect write it in": whoever has an article.
        if is_exactly(&self.words[cause], "have let")
            && from + 3 < self.words.len()
            && is_exactly(&self.words[from], "the their his her")
            && !is(&self.words[from + 1], THINGS)
            && self.small[from + 2]
            && !is_exactly(&self.words[from + 2], PREPOSITIONS)
        {
            return Some(self.theirs(from + 2));
        }
        // "ask Priya to share the plans": whoever has a name.
        let to = self.words.iter().take(from + 5).position(|word| word == "to");
        if let Some(to) = to.filter(|to| *to > from && *to + 1 < self.words.len())
            && is_exactly(&self.words[cause], "ask get convince persuade need want expect motivate")
            && self.small[from..to].iter().any(|small| !small)
            && !is_exactly(&self.words[to - 1], "ready")
        {
            return Some(self.theirs(to + 1));
        }
        let who = (from..self.words.len().min(from + 6)).find(|at| self.is_customer(*at))?;
        if self.words[from..who].iter().any(|word| is_exactly(word, "with from for by about to")) {
            return None;
        }
        let mut rest = who + 1;
        while self.is_customer(rest) {
            rest += 1;
        }
        // "have the director call our customer": any verb after these is theirs.
        let any = is_exactly(&self.words[cause], "have make let");
        let rest = (rest..self.words.len().min(rest + 4)).find(|at| {
            let word = &self.words[*at];
            let leads = is_exactly(word, "to on in into at onto zu");
            leads || is(word, ACTS) || (any && is(word, OURS))
        })?;
        if self.words[cause] == "invite" {
            return None;
        }
        Some(self.theirs(rest))
    }

    /// "get a signature", "Freigabe einholen", "book a workshop with their engineers".
    fn received(&self) -> Said {
        let any = |list: &str| self.words.iter().any(|word| is(word, list) && !is_about(word));
        let who = self.words.iter().any(|word| is_exactly(word, "with mit bei beim for fuer to"));
        let cold =
            self.words.iter().any(|word| is(word, "call calls followup follow telefonat rueckruf"));
        if self.leads(JOINT) && any(MEETING) && !cold && (who || self.dated) {
            return Said::Act;
        }
        if self.leads(GETTING) && self.of_customer() && !self.leads(LEARNING) {
            return Said::Act;
        }
        if self.leads(GETTING)
            && self.words.iter().any(|word| is_gift(word))
            && !self.leads("info information feedback")
            && !self.about_process()
        {
            return Said::Act;
        }
        Said::Not(Lack::Vague)
    }

    /// "the plans from the client", "Unterlagen vom Kunden".
    fn of_customer(&self) -> bool {
        let from = self.words.iter().position(|word| is_exactly(word, "from von vom"));
        from.is_some_and(|from| {
            (from + 1..self.words.len().min(from + 4)).any(|at| self.is_customer(at))
        })
    }

    /// Somebody of theirs is named, or anybody at all.
    fn names_somebody(&self) -> bool {
        let anybody =
            "person people colleague colleagues boss team kollege kollegen kollegin mensch wer who";
        (0..self.words.len()).any(|at| self.is_customer(at) || is_exactly(&self.words[at], anybody))
    }

    /// Where an act of theirs stands. A German noun that begins like one is none: "Lieferverzug".
    fn act(&self) -> Option<usize> {
        let begin = self.begin();
        let acts = |(at, word): (usize, &String)| {
            (self.small[at] || at <= begin) && is(word, ACTS) && !is_about(word)
        };
        self.words.iter().enumerate().position(acts).filter(|_| !self.about_process())
    }

    /// "Confirm that they have our mail" is for us to find out.
    fn asks_back(&self, first: &str) -> bool {
        let mut after = self.words.iter().skip(self.begin() + 1).skip_while(|word| *word == "that");
        is_exactly(first, "confirm verify")
            && after.next().is_some_and(|word| is_exactly(word, "they he she whether if"))
    }

    /// A German infinitive without a subject is ours, whatever it says.
    fn is_infinitive(&self) -> bool {
        let last = self.words.len() - 1;
        self.small[last]
            && last > self.begin()
            && !self.small[last - 1]
            && self.words[last].ends_with("en")
            && !is(&self.words[last], GETTING)
    }

    /// No subject: the first verb governs, or a German infinitive of ours wherever it stands.
    fn unled(&self, first: &str) -> Said {
        let place =
            |list: &str| self.words.iter().position(|word| is(word, list) && !is_about(word));
        let act = self.act();
        if self.asks_back(first) {
            return Said::Not(Lack::Learning);
        }
        let brought = act.filter(|at| is(&self.words[*at], "bring brings mitbring*"));
        if brought.is_some() && !self.names_somebody() && !self.words.iter().any(|w| is_gift(w)) {
            return Said::Not(Lack::Ours);
        }
        let begin = self.begin();
        let next =
            self.words.get(begin + 1).is_none_or(|word| !is(word, OURS) && !is(word, LEARNING));
        // "Intro to our roadmap" is ours, "intro to the director" is theirs.
        let of_us = self.words.iter().any(|word| is_exactly(word, "our unser unsere unserem"));
        let leads = self.words.get(begin).is_some_and(|word| is_gift(word));
        let leads = leads && !(of_us && is_exactly(first, "intro introduction"));
        let introduces = self.leads("vorstell*");
        let us = self
            .words
            .iter()
            .any(|word| is_exactly(word, "us uns me mir") || (word == "mich" && !introduces));
        let before = |at: Option<usize>| at.is_some_and(|at| act.is_none_or(|act| at < act));
        let german = |list: &str| {
            self.words.iter().any(|word| {
                word.ends_with('n') && word.len() > 4 && is(word, list) && !is(word, ACTS)
            })
        };
        let learning = place(LEARNING);
        let ours = place(OURS);
        if leads && next && !self.about_process() && !german(OURS) && !german(LEARNING) {
            return Said::Gift;
        }
        if self.words.iter().any(|word| is_exactly(word, "tell tells erzaehl erzaehlt")) {
            return Said::Not(Lack::Learning);
        }
        let places =
            is_exactly(first, "position establish promote present portray differentiate sell");
        if us && !before(learning) && !places {
            return Said::Act;
        }
        if before(learning) && before(ours) {
            let lack = if learning < ours { Lack::Learning } else { Lack::Ours };
            return self.sent().unwrap_or(Said::Not(lack));
        }
        if before(learning) || german(LEARNING) {
            return Said::Not(Lack::Learning);
        }
        if before(ours) || german(OURS) {
            return self.sent().unwrap_or(Said::Not(Lack::Ours));
        }
        if act.is_some() {
            return Said::Act;
        }
        if !us && self.is_infinitive() {
            return Said::Not(Lack::Ours);
        }
        let gift = leads || self.words.iter().skip(begin + 1).any(|word| is_gift(word));
        if gift && !self.about_process() { Said::Gift } else { Said::Not(Lack::Vague) }
    }

    /// What only a customer has to send.
    fn sent(&self) -> Option<Said> {
        let sends = self.words.iter().any(|word| {
            is(word, "send share provide schick* send* zusend* zuschick* uebermittel*")
        });
        let theirs = self.words.iter().any(|word| is(word, THEIRS));
        let to_them = (0..self.words.len()).any(|at| self.is_customer(at));
        (sends && theirs && !to_them).then_some(Said::Act)
    }

    fn leads(&self, list: &str) -> bool {
        self.words.iter().any(|word| is(word, list))
    }

    fn strong(&self) -> bool {
        self.words.iter().any(|word| is(word, ACTS) && !is_about(word))
    }

    /// "approval process", "decision criteria": about an act, not the act.
    fn about_process(&self) -> bool {
        self.words.iter().any(|word| {
            is_exactly(
                word,
                "process processes criteria maker makers path power authority structure chain",
            )
        })
    }

    fn has_verb(&self) -> bool {
        self.words
            .iter()
            .any(|word| (is(word, ACTS) && !is_gift(word)) || is(word, OURS) || is(word, LEARNING))
    }
}

/// No forgiving of letters: short words mean too much.
fn is_exactly(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|entry| match entry.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == entry,
    })
}
