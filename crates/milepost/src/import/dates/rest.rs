//! What is left to read of a cell, and the small steps of reading it.

/// What is left to read of a cell.
pub(super) struct Rest<'a>(pub(super) &'a str);

impl Rest<'_> {
    pub(super) fn pass(&mut self, these: &[char]) -> bool {
        let before = self.0.len();
        self.0 = self.0.trim_start_matches(these);
        self.0.len() < before
    }

    pub(super) fn pass_one(&mut self, this: char) -> bool {
        let after = self.0.strip_prefix(this);
        self.0 = after.unwrap_or(self.0);
        after.is_some()
    }

    /// Passes a word in any case.
    pub(super) fn pass_word(&mut self, word: &str) -> bool {
        let found = self.0.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
        if found {
            self.0 = &self.0[word.len()..];
        }
        found
    }

    /// A number of at most four digits, with how many it has.
    pub(super) fn number(&mut self) -> Option<(i16, usize)> {
        let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let number = self.0[..digits].parse().ok().filter(|_| digits <= 4)?;
        self.0 = &self.0[digits..];
        Some((number, digits))
    }

    pub(super) fn small_number(&mut self) -> Option<i16> {
        self.number().filter(|(_, digits)| *digits <= 2).map(|(number, _)| number)
    }

    /// The longest prefix of letters, if it is one of these words or its first three letters.
    pub(super) fn named(&mut self, names: &[&str]) -> Option<i16> {
        let letters = self.0.bytes().take_while(u8::is_ascii_alphabetic).count();
        let word = self.0[..letters].to_ascii_lowercase();
        let known = |name: &&str| {
            word == **name || word == name[..3] || word == "sept" && *name == "september"
        };
        let place = names.iter().position(known).filter(|_| letters >= 3)?;
        self.0 = &self.0[letters..];
        i16::try_from(place + 1).ok()
    }
}
