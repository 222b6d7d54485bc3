//! The pages: the table of addresses. A page is one file: how its question is read from an address,
//! and how its answer is drawn. Every address also ends in `.json` or `.csv`.
//!
//! Pages look; only `act`, `deals`, `edit`, `call` and `lead` write deals, and only what a page of ours asks for. Every
//! request passes `access`, which knows who makes it and what they may do.

mod access;
mod account;
mod accounts;
mod accuracy;
mod act;
mod actions;
mod address;
mod ask;
mod audit;
mod basic;
mod board;
mod calendar;
mod call;
mod check;
mod coach;
mod deal;
mod deals;
mod digest;
mod discover;
mod edit;
mod empty;
mod fault;
mod fields;
mod filters;
mod find;
mod forecast;
mod frame;
mod guard;
mod import;
mod lead;
mod learn;
mod login;
mod look;
mod marketing;
mod members;
mod next;
mod odds;
mod path;
mod picture;
mod pipeline;
mod playbook;
mod process;
mod quota;
mod settings;
mod small;
mod task;
mod tongue;
mod views;
mod warm;

use std::error::Error;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::response::Redirect;
use axum::routing::{get, post};

pub use access::{Least, RULES, Rule};

use crate::answers::accounts::Accounts;
use crate::answers::accuracy::Accuracy;
use crate::answers::calendar::Calendar;
use crate::answers::check::Check;
use crate::answers::coach::Coach;
use crate::answers::deal::DealStory;
use crate::answers::deals::Deals;
use crate::answers::digest::Digest;
use crate::answers::discover::Discover;
use crate::answers::find::Find;
use crate::answers::forecast::Forecast;
use crate::answers::learn::Learn;
use crate::answers::learn::progress::Progress;
use crate::answers::marketing::Marketing;
use crate::answers::next::Next;
use crate::answers::playbook::Playbook;
use crate::answers::process::ShowProcess;
use crate::answers::status::Status;
use crate::live::Live;
use crate::texts::t;
use ask::{Page, ask};

/// What can go wrong, in a sentence that says what to do.
type Done = Result<(), Box<dyn Error>>;

/// Serves the pages of a ledger until it is stopped (Ctrl-C). `tell` hears the address once it is
/// open; port 0 takes any free one.
///
/// # Errors
/// If the address cannot be served on.
pub fn serve(live: Live, listen: SocketAddr, tell: impl FnOnce(SocketAddr) -> Done) -> Done {
    serve_and(warm::up, live, listen, tell)
}

/// The same, and records once a day the forecasts that are given.
///
/// # Errors
/// If the address cannot be served on.
pub fn serve_and_record(
    live: Live,
    listen: SocketAddr,
    tell: impl FnOnce(SocketAddr) -> Done,
) -> Done {
    serve_and(warm::up_and_record, live, listen, tell)
}

fn serve_and(
    begin: impl FnOnce(&Arc<Live>),
    live: Live,
    listen: SocketAddr,
    tell: impl FnOnce(SocketAddr) -> Done,
) -> Done {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(listen).await;
        let listener = listener.map_err(|error| unusable(listen, &error))?;
        tell(listener.local_addr()?)?;
        let live = Arc::new(live);
        begin(&live);
        let stop = async { tokio::signal::ctrl_c().await.unwrap_or_default() };
        let service = router(live).into_make_service_with_connect_info::<SocketAddr>();
        Ok(axum::serve(listener, service).with_graceful_shutdown(stop).await?)
    })
}

fn unusable(listen: SocketAddr, error: &io::Error) -> String {
    let (ip, port) = (listen.ip(), listen.port());
    match error.kind() {
        io::ErrorKind::AddrInUse => {
            let other = SocketAddr::new(ip, port.checked_add(1).unwrap_or(0)).to_string();
            t!("cli-port-taken", address = listen.to_string(), other = other)
        }
        _ => t!("cli-cannot-serve", address = listen.to_string(), why = error.to_string()),
    }
}

/// Every address.
fn router(live: Arc<Live>) -> Router {
    Router::new()
        .route("/", get(async || Redirect::to("/next")))
        .merge(page::<Next>("/next"))
        .merge(page::<Status>("/pipeline"))
        .merge(page::<Calendar>("/calendar"))
        .merge(page::<Digest>("/digest"))
        .merge(page::<Accounts>("/accounts"))
        .merge(page::<Find>("/find"))
        .route("/calendar.ics", get(calendar::ics))
        .route("/deals/{id}", get(ask::<DealStory>))
        .route("/deals", get(ask::<Deals>).post(deals::act))
        .route("/deals.json", get(ask::<Deals>).post(deals::act))
        .route("/deals.csv", get(ask::<Deals>))
        .route("/deal/open", get(act::opening).post(act::opened))
        .route("/act/{id}", get(act::show).post(act::done))
        .route("/plan/{id}", get(call::plan).post(call::planned))
        .route("/log/{id}", get(call::log).post(call::held))
        .route("/agreed/{id}", post(call::agreed))
        .merge(page::<Forecast>("/forecast"))
        .route("/forecast.svg", get(picture::svg::<Forecast>))
        .route("/accuracy.svg", get(picture::svg::<Accuracy>))
        .route("/marketing.svg", get(picture::svg::<Marketing>))
        .route("/pipeline.svg", get(picture::svg::<Status>))
        .route("/process.svg", get(picture::svg::<ShowProcess>))
        .merge(page::<Marketing>("/marketing"))
        .merge(page::<Accuracy>("/accuracy"))
        .merge(page::<ShowProcess>("/process"))
        .merge(page::<Discover>("/discover"))
        .route("/discover.svg", get(discover::svg))
        .route("/marketing/lead", get(lead::show).post(lead::record))
        .route("/process/edit", get(edit::show).post(edit::act))
        .merge(page::<Coach>("/coach"))
        .merge(page::<Playbook>("/playbook"))
        .merge(page::<Learn>("/learn"))
        .route("/learn", post(learn::answered))
        .merge(page::<Progress>("/learn/progress"))
        .merge(page::<Check>("/check"))
        .route("/login", get(login::show).post(login::enter))
        .route("/welcome", get(login::welcome).post(login::found))
        .route("/invite/{code}", get(login::invited).post(login::accept))
        .route("/language", post(tongue::choose))
        .merge(imports())
        .route("/quota", get(quota::show).post(quota::set))
        .merge(forms("/quota", quota::show))
        .route("/views", get(views::show).post(views::act))
        .merge(forms("/views", views::list))
        .route("/account", get(account::show).post(account::act))
        .merge(forms("/account", account::list))
        .route("/people", get(members::show).post(members::act))
        .merge(forms("/people", members::list))
        .route("/settings", get(settings::show).post(settings::act))
        .merge(forms("/settings", settings::list))
        .route("/audit", get(audit::show))
        .merge(forms("/audit", audit::show))
        .route(look::STYLE, get(look::style))
        .route(look::SCRIPT, get(look::script))
        .route(look::ICON, get(look::icon))
        .fallback(fault::no_page)
        .with_state(Arc::clone(&live))
        .layer(from_fn_with_state(live, access::admit))
        .layer(from_fn(guard::only_from_here))
        .layer(map_response(guard::headers))
        .layer(from_fn(small::small))
}

/// A page and its two forms for programs.
fn page<P: Page>(at: &str) -> Router<Arc<Live>> {
    let forms = ["", ".json", ".csv"].map(|ending| format!("{at}{ending}"));
    forms.iter().fold(Router::new(), |router, form| router.route(form, get(ask::<P>)))
}

/// The two forms for programs of a page that is more than a question.
fn forms<H, T>(at: &str, show: H) -> Router<Arc<Live>>
where
    H: Handler<T, Arc<Live>>,
    T: 'static,
{
    let form = |ending: &str| format!("{at}.{ending}");
    Router::new().route(&form("json"), get(show.clone())).route(&form("csv"), get(show))
}

/// Where files come in: so large that it has a limit of its own.
fn imports() -> Router<Arc<Live>> {
    Router::new()
        .route("/import", get(import::show).post(import::act))
        .route("/import.json", get(import::list).post(import::act))
        .layer(DefaultBodyLimit::max(import::MOST_BYTES))
        .route("/import.csv", get(import::list))
}
