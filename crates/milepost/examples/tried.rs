use milepost::live::Live;
use ledger::time::Moment;
fn main() {
    for f in std::env::args().skip(1) {
        let live = Live::open_existing(std::path::Path::new(&f)).unwrap();
        let book = live.book(Moment::MAX).unwrap();
        let t = std::time::Instant::now();
        println!("{}", insight::discovery::tried(&book, book.latest_known()));
        eprintln!("{f}: {:?}", t.elapsed());
    }
}
