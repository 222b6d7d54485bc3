//! What is really true of the sample company. The company is made from this table and nothing
//! else, so what an analysis finds can be held against it.
//!
//! **Every day an open deal may take its next step, be lost, or stall.** The three hazards depend on
//! the milestones reached and the age since the last one ([`Truth::hazards`]); quality of source,
//! skill of salesperson, size, season and a live commitment multiply them.

/// What is really true.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Truth {
    /// The milestones, in order.
    pub milestones: &'static [Step],
    /// The salespeople.
    pub sellers: &'static [Seller],
    /// Where leads come from.
    pub sources: &'static [Source],
    /// The raw events that are no milestones, and why not.
    pub acts: &'static [Act],
    /// The daily hazards of a new deal, at the age at which each is highest.
    pub opening: Hazards,
    /// The age at which a new deal's first step is likeliest, in days.
    pub opening_peak: f64,
    /// What a live commitment multiplies the hazard of the next step by.
    pub commitment: f64,
    /// The share of steps that pass over a milestone.
    pub skip: f64,
    /// The hazard of the next step falls with the deal's size to this power.
    pub size_power: f64,
    /// The daily hazards of a stalled deal: to wake up, and to be lost.
    pub stalled: (f64, f64),
    /// The shares of lost and of won deals that are open again later.
    pub reopened: (f64, f64),
}

/// A milestone, and what it changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Its name.
    pub name: &'static str,
    /// Another raw event that always comes together with it.
    pub twin: Option<&'static str>,
    /// What reaching it multiplies the hazard of the next step by, from then on.
    pub advance: f64,
    /// What reaching it multiplies the hazard of being lost by, from then on.
    pub loss: f64,
    /// The age at which the next step is likeliest, in days.
    pub peak: f64,
}

/// A salesperson.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seller {
    /// The id in events.
    pub id: &'static str,
    /// The name.
    pub name: &'static str,
    /// The team.
    pub team: &'static str,
    /// What the hazard of every step is multiplied by.
    pub skill: f64,
    /// The place of the milestone that this person has trouble leading customers to …
    pub weak: usize,
    /// … and what the hazard of reaching it is multiplied by.
    pub at_weak: f64,
    /// The share of deals with planned calls and commitments, since those began.
    pub plans: f64,
    /// Hired this many days before today; everyone else was there from the beginning.
    pub hired: Option<i32>,
}

/// Where leads come from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Source {
    /// Its name.
    pub name: &'static str,
    /// By what medium its leads come.
    pub medium: &'static str,
    /// Multiplies the hazard of every step and divides that of being lost.
    pub quality: f64,
    /// Its share of all leads.
    pub share: f64,
    /// The share of its leads that become deals.
    pub converts: f64,
    /// What its deals' amounts are multiplied by.
    pub size: f64,
    /// Its campaigns and what each costs a month, in EUR.
    pub campaigns: &'static [(&'static str, f64)],
}

/// A raw event that changes nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Act {
    /// Its raw name.
    pub name: &'static str,
    /// What sort of record it is in the source system.
    pub kind: &'static str,
    /// Why it is no milestone.
    pub sort: Sort,
    /// How often it comes on a working day, while the deal is open and not stalled.
    pub daily: f64,
    /// Only after this many milestones …
    pub after: usize,
    /// … and this many days.
    pub age: i32,
}

/// Why a raw event is no milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The seller does it, and nothing follows from it.
    Seller,
    /// Some customers do it; those who don't buy as often.
    Optional,
    /// Only long-lived deals collect it.
    Late,
    /// It follows the sale.
    AfterWin,
    /// It says nothing.
    Noise,
}

/// Daily hazards of the three things that can happen to an open deal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hazards {
    /// Of the next step: the next milestone, or after the last the order.
    pub advance: f64,
    /// Of being lost.
    pub loss: f64,
    /// Of stalling: no step is possible until it wakes up.
    pub stall: f64,
}

impl Truth {
    /// The truth about the sample company.
    #[must_use]
    pub fn known() -> Truth {
        Truth {
            milestones: &MILESTONES,
            sellers: &SELLERS,
            sources: &SOURCES,
            acts: &ACTS,
            opening: Hazards { advance: 0.125, loss: 0.031, stall: 0.008 },
            opening_peak: 3.5,
            commitment: 1.4,
            skip: 0.015,
            size_power: -0.08,
            stalled: (0.018, 0.024),
            reopened: (0.024, 0.01),
        }
    }

    /// The daily hazards after `reached` milestones and `age` days since the last, before source,
    /// seller, size, season and commitment multiply them.
    #[must_use]
    pub fn hazards(&self, reached: usize, age: f64) -> Hazards {
        let past = &self.milestones[..reached];
        let peak = past.last().map_or(self.opening_peak, |step| step.peak);
        let ripe = age / peak;
        // A hump over a floor. Long stays have a low hump, so that they are long.
        let hump = (ripe * (1.0 - ripe).exp() + 0.15) * self.opening_peak / peak;
        let advance: f64 = past.iter().map(|step| step.advance).product();
        let loss: f64 = past.iter().map(|step| step.loss).product();
        Hazards {
            advance: self.opening.advance * advance * hump,
            loss: self.opening.loss * loss,
            stall: self.opening.stall * loss,
        }
    }

    /// The names of the raw events of a sort.
    pub fn named(&self, sort: Sort) -> impl Iterator<Item = &'static str> {
        self.acts.iter().filter(move |act| act.sort == sort).map(|act| act.name)
    }
}

const MILESTONES: [Step; 6] = [
    step("Problem owned", None, (1.15, 0.65), 4.0),
    step("Decision-maker met", None, (1.15, 0.70), 4.5),
    step("Trial agreed", Some("Trial agreement countersigned"), (1.30, 0.75), 9.0),
    step("Trial passed", None, (1.10, 0.60), 4.5),
    step("Budget released", Some("Project number issued"), (1.10, 0.70), 4.5),
    step("Terms agreed by purchasing", None, (1.10, 0.65), 3.5),
];

const fn step(
    name: &'static str,
    twin: Option<&'static str>,
    (advance, loss): (f64, f64),
    peak: f64,
) -> Step {
    Step { name, twin, advance, loss, peak }
}

const SELLERS: [Seller; 8] = [
    seller("p-ana-lind", "Ana Lind", "North", (1.10, 1, 0.55, 0.85)),
    seller("p-bruno-achterhof", "Bruno Achterhof", "North", (1.00, 3, 0.50, 0.40)),
    seller("p-chiara-dorsaro", "Chiara D'Orsaro", "North", (1.05, 0, 0.60, 0.65)),
    seller("p-daniel-okearn", "Daniel O'Kearn", "North", (0.95, 4, 0.50, 0.30)),
    seller("p-elif-sentepe", "Elif Şentepe", "South", (1.15, 2, 0.55, 0.90)),
    seller("p-fredrik-oberg", "Fredrik Öbergsson-Hallström", "South", (1.00, 5, 0.50, 0.50)),
    seller("p-grace-mbeki", "Grace Mbekani", "South", (1.05, 1, 0.60, 0.75)),
    Seller {
        hired: Some(365),
        ..seller("p-hiro-tanabe", "Hiro Tanabe", "South", (0.90, 3, 0.50, 0.95))
    },
];

const fn seller(
    id: &'static str,
    name: &'static str,
    team: &'static str,
    (skill, weak, at_weak, plans): (f64, usize, f64, f64),
) -> Seller {
    Seller { id, name, team, skill, weak, at_weak, plans, hired: None }
}

const SOURCES: [Source; 5] = [
    Source {
        name: "Referral",
        medium: "word of mouth",
        quality: 1.35,
        share: 0.10,
        converts: 0.50,
        size: 1.1,
        campaigns: &[("Thank-you programme", 1_400.0)],
    },
    Source {
        name: "Partner",
        medium: "partner",
        quality: 1.15,
        share: 0.14,
        converts: 0.38,
        size: 1.25,
        campaigns: &[("Fitters' circle", 3_200.0), ("Consulting engineers", 1_900.0)],
    },
    Source {
        name: "Trade fair",
        medium: "event",
        quality: 1.0,
        share: 0.16,
        converts: 0.30,
        size: 1.2,
        campaigns: &[("Spring fair, hall 4", 5_200.0), ("Autumn plant days", 4_300.0)],
    },
    Source {
        name: "Web",
        medium: "search",
        quality: 0.9,
        share: 0.38,
        converts: 0.21,
        size: 0.8,
        campaigns: &[("Leak-check guide", 4_600.0), ("Price-of-water webinar", 2_700.0)],
    },
    Source {
        name: "Outbound",
        medium: "phone",
        quality: 0.75,
        share: 0.22,
        converts: 0.20,
        size: 0.95,
        campaigns: &[("Dairies by phone", 2_900.0), ("Letters to laundries", 1_700.0)],
    },
];

const ACTS: [Act; 13] = [
    act("Quote mailed", "email", Sort::Seller, 0.055, (0, 0)),
    act("Demo given", "meeting", Sort::Seller, 0.045, (0, 0)),
    act("Brochure sent", "email", Sort::Seller, 0.030, (0, 0)),
    act("Reference customer called", "call", Sort::Optional, 0.012, (2, 0)),
    act("Site drawings sent by customer", "document", Sort::Optional, 0.010, (1, 0)),
    act("Quote renewed", "email", Sort::Late, 0.020, (0, 75)),
    act("Quarterly review held", "meeting", Sort::Late, 0.012, (0, 90)),
    act("Email sent", "email", Sort::Noise, 0.060, (0, 0)),
    act("Email received", "email", Sort::Noise, 0.040, (0, 0)),
    act("Phone call logged", "call", Sort::Noise, 0.035, (0, 0)),
    act("Note added", "note", Sort::Noise, 0.025, (0, 0)),
    act("Invoice sent", "document", Sort::AfterWin, 0.0, (0, 0)),
    act("Commissioning day held", "meeting", Sort::AfterWin, 0.0, (0, 0)),
];

const fn act(
    name: &'static str,
    kind: &'static str,
    sort: Sort,
    daily: f64,
    (after, age): (usize, i32),
) -> Act {
    Act { name, kind, sort, daily, after, age }
}
