//! Discovery.
mod contrast;
mod grid;
mod lives;
mod measure;
mod path;
mod twins;

use grid::Grid;
use ledger::book::Book;
use ledger::time::Moment;
use lives::Lives;

/// Tries.
pub fn tried(book: &Book, until: Moment) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    let raw = Lives::of(book, until);
    let won = raw.lives.iter().filter(|l| l.won == Some(true)).count();
    let lost = raw.lives.iter().filter(|l| l.won == Some(false)).count();
    writeln!(out, "lives {} won {won} lost {lost} silent {}", raw.lives.len(), raw.silent).ok();
    let ends = |a: usize| raw.acts[a].end || f64::from(raw.acts[a].with_end) >= 0.8 * f64::from(raw.acts[a].closed.max(1));
    let groups = twins::groups(&raw, |a| !ends(a));
    let mut number = vec![None; raw.acts.len()];
    for (g, group) in groups.iter().enumerate() { for a in group { number[*a] = Some(g); } }
    let lives = raw.regrouped(&number);
    let grid = Grid::of(lives.lives.iter().map(|l| l.end));
    let mut support = vec![0; groups.len()];
    for l in lives.lives.iter().filter(|l| l.won == Some(true)) { for s in lives.steps(l) { support[s.act] += 1; } }
    let candidates: Vec<usize> = (0..groups.len()).filter(|g| !raw.acts[groups[*g][0]].ours && support[*g] as f64 >= 0.8 * won as f64).collect();
    let search = path::Search { lives: &lives, deals: &lives.lives, grid: &grid, candidates: &candidates };
    writeln!(out, "sure {:.2}", search.sure()).ok();
    let name = |g: usize| groups[g].iter().map(|a| raw.acts[*a].name.as_str()).collect::<Vec<_>>().join("+");
    let chosen = search.choose();
    let order = path::in_order(&lives, chosen.acts.clone());
    writeln!(out, "PATH {:?}", order.iter().map(|g| name(*g)).collect::<Vec<_>>()).ok();
    writeln!(out, "flat {:?}", chosen.flat.iter().map(|g| name(*g)).collect::<Vec<_>>()).ok();
    for a in 0..raw.acts.len() { if ends(a) { writeln!(out, "outcome {}", raw.acts[a].name).ok(); } }
    let all: Vec<usize> = (0..groups.len()).collect();
    for g in &all {
        let others: Vec<usize> = chosen.acts.iter().copied().filter(|a| a != g).collect();
        let f = &search.measure(&others, &[*g])[0];
        writeln!(out, "{:50} sup {:.3} gate {:8.2} z1 {:6.1} z2 {:6.1} cmp {:6.0}| odds {:6.2} [{:.2} {:.2}] z1.15 {:6.1} cmp {:.0} met {:.0}/{:.0}", name(*g), support[*g] as f64/won as f64, f.gate.ratio().best, f.gate.z(1.0), f.gate.z(2.0), f.gate.compared(), f.odds.ratio().best, f.odds.ratio().low, f.odds.ratio().high, f.odds.z(1.15), f.odds.compared(), f.met.1, f.met.0).ok();
    }
    out
}

/// Tries a path.
pub fn path_of(book: &Book, until: Moment) -> (Vec<Vec<String>>, Vec<Vec<String>>, usize) {
    let raw = Lives::of(book, until);
    let won = raw.lives.iter().filter(|l| l.won == Some(true)).count();
    let ends = |a: usize| raw.acts[a].end || f64::from(raw.acts[a].with_end) >= 0.8 * f64::from(raw.acts[a].closed.max(1));
    let groups = twins::groups(&raw, |a| !ends(a));
    let mut number = vec![None; raw.acts.len()];
    for (g, group) in groups.iter().enumerate() { for a in group { number[*a] = Some(g); } }
    let lives = raw.regrouped(&number);
    let grid = Grid::of(lives.lives.iter().map(|l| l.end));
    let mut support = vec![0; groups.len()];
    for l in lives.lives.iter().filter(|l| l.won == Some(true)) { for s in lives.steps(l) { support[s.act] += 1; } }
    let candidates: Vec<usize> = (0..groups.len()).filter(|g| !raw.acts[groups[*g][0]].ours && support[*g] as f64 >= 0.8 * won as f64).collect();
    let search = path::Search { lives: &lives, deals: &lives.lives, grid: &grid, candidates: &candidates };
    let chosen = search.choose();
    let name = |g: usize| { let mut v = groups[g].iter().map(|a| raw.acts[*a].name.clone()).collect::<Vec<_>>(); v.sort(); v };
    (path::in_order(&lives, chosen.acts.clone()).into_iter().map(name).collect(), chosen.flat.iter().map(|g| name(*g)).collect(), won)
}
