//! Laws of the sample company.
use super::company;
use ledger::book::Book;
use ledger::deal::State;
use ledger::path::Reader;
use ledger::time::Day;

#[test]
fn temp_summary() {
    for (seed, today) in [
        (1, "2026-11-23"),
        (2, "2026-11-23"),
        (3, "2026-02-28"),
        (4, "2024-02-29"),
        (5, "2025-08-20"),
        (6, "2026-01-01"),
        (7, "2025-06-30"),
    ] {
        let today: Day = today.parse().unwrap();
        let t = std::time::Instant::now();
        let c = company(today, seed);
        let took = t.elapsed();
        let b = Book::of(today.start(), &c.events);
        let n = b.deals().len();
        let won: Vec<_> = b.deals().iter().filter(|d| d.state == State::Won).collect();
        let lost = b.deals().iter().filter(|d| d.state == State::Lost).count();
        let open = b.open_deals().count();
        let mut cyc: Vec<f64> =
            won.iter().map(|d| d.closed_at.unwrap().days_since(d.opened_at)).collect();
        cyc.sort_by(f64::total_cmp);
        let mut lc: Vec<f64> = b
            .deals()
            .iter()
            .filter(|d| d.state == State::Lost)
            .map(|d| d.closed_at.unwrap().days_since(d.opened_at))
            .collect();
        lc.sort_by(f64::total_cmp);
        let re = b.deals().iter().filter(|d| d.reopened > 0).count();
        let late =
            c.events.iter().filter(|e| e.deal.is_some() && e.known_at > e.happened_at).count()
                as f64
                / c.events.iter().filter(|e| e.deal.is_some()).count() as f64;
        println!(
            "seed {seed} {today} took {took:?} events {} deals {n} open {open} won {} lost {lost} winrate {:.3} cycle {:.1} p90 {:.0} lostcycle {:.1} reopened {:.4} late {:.4} touches {}",
            c.events.len(),
            won.len(),
            won.len() as f64 / (won.len() + lost) as f64,
            cyc[cyc.len() / 2],
            cyc[cyc.len() * 9 / 10],
            lc[lc.len() / 2],
            re as f64 / n as f64,
            late,
            b.touches().len()
        );
        let reader = Reader::new(b.process(None).unwrap(), &b);
        let mut sup = [0.0; 6];
        let mut passed = [0usize; 7];
        let mut medians: Vec<Vec<f64>> = vec![vec![]; 7];
        for d in &won {
            let p = reader.read(d);
            for i in 0..6 {
                if p.reached[i].is_some() {
                    sup[i] += 1.0 / won.len() as f64;
                }
            }
            for i in 0..6 {
                if let Some(a) = p.reached[i] {
                    let e = if i == 5 { d.closed_at } else { p.reached[i + 1] };
                    if let Some(e) = e {
                        medians[i + 1].push(e.days_since(a));
                    }
                }
            }
            if let Some(a) = p.reached[0] {
                medians[0].push(a.days_since(d.opened_at));
            }
        }
        for d in b.deals() {
            let p = reader.read(d);
            passed[p.current.map_or(0, |c| c + 1)] += 1;
        }
        for m in &mut medians {
            m.sort_by(f64::total_cmp);
        }
        println!(
            "  support {sup:.3?} furthest {passed:?} medians {:?}",
            medians.iter().map(|m| m[m.len() / 2].round()).collect::<Vec<_>>()
        );
        let mut q = std::collections::BTreeMap::new();
        for d in &won {
            let c = d.closed_at.unwrap().day().civil();
            *q.entry((c.year(), (c.month() - 1) / 3 + 1)).or_insert(0.0) +=
                d.known.amount.unwrap().major() / 1000.0;
        }
        println!(
            "  revenue k {:?}",
            q.iter().map(|(k, v)| format!("{}Q{} {:.0}", k.0, k.1, v)).collect::<Vec<_>>()
        );
        let quota: f64 = b
            .quotas()
            .iter()
            .filter(|q| q.from == "2025-04-01".parse().unwrap())
            .map(|q| q.amount.major())
            .sum();
        println!("  quota {quota} quotas {} spends {}", b.quotas().len(), b.spends().len());
        let mut kinds = std::collections::BTreeMap::new();
        for e in &c.events {
            *kinds.entry(e.fact.kind()).or_insert(0) += 1;
        }
        println!("  {kinds:?}");
    }
}
