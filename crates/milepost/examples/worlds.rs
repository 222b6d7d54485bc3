use insight::worlds::{Kind, World};
use ledger::book::Book;
use ledger::time::Moment;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let seeds: u64 = args[1].parse().unwrap();
    let show = args.len() > 2;
    for kind in [Kind::Milestones, Kind::Nothing, Kind::Stages] {
        for sales in [30, 60, 120, 250, 500] {
            let (mut right, mut wins, mut deals) = (0, 0, 0);
            for seed in 0..seeds {
                let world = World::new(kind, seed, sales);
                let book = Book::of(Moment::MAX, &world.events);
                let (path, flat, won) = insight::discovery::path_of(&book, world.until);
                wins += won; deals += book.deals().len();
                let mut truth = world.milestones.clone();
                truth.iter_mut().for_each(|v| v.sort());
                let fits = path.len() == truth.len() && path.iter().zip(&truth).all(|(p, t)| p.iter().all(|e| t.contains(e)) && p.iter().any(|e| t.contains(e)));
                if fits { right += 1 } else if show && sales >= 250 { println!("  {kind:?} {seed} {sales}: found {path:?} flat {flat:?} truth {}", truth.len()); }
            }
            println!("{kind:?} {sales}: {right}/{seeds}  wins {} deals {}", wins / seeds as usize, deals / seeds as usize);
        }
    }
}
