use insight::worlds::{Kind, World};
use ledger::book::Book;
use ledger::time::Moment;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let world = World::new(Kind::Milestones, args[1].parse().unwrap(), args[2].parse().unwrap());
    let book = Book::of(Moment::MAX, &world.events);
    println!("{:?}", world.milestones);
    println!("{}", insight::discovery::tried(&book, world.until));
}
