//! How good forecasts are where the truth is known: manufactured companies of many shapes.

use insight::firms::{Judged, SHAPES, Shape, judge};
use serde::Serialize;

use crate::answers::Answer;
use crate::answers::table::{Cell, Table};

/// Days of each forecast.
const HORIZON: i64 = 60;

/// Companies of every shape.
#[derive(Debug, Serialize)]
pub struct Forecasts {
    /// Companies of each shape.
    pub companies: u64,
    /// One line for each shape.
    pub shapes: Vec<Line>,
}

/// Companies of one shape. Errors are sums of absolute errors over the sum of what came.
#[derive(Debug, Serialize)]
pub struct Line {
    /// What they are like.
    pub shape: &'static str,
    /// Forecasts.
    pub n: usize,
    /// Our error.
    pub ours: f64,
    /// The error of whoever knows every chance: nobody can do better but by luck.
    pub truth: f64,
    /// The error of whoever knows what sort of company it is, and learns its numbers from its record.
    pub learned: f64,
    /// The error of the last period again, and of the mean of all.
    pub run_rate: f64,
    /// The same for the mean of all past periods.
    pub mean: f64,
    /// Errors with their sign.
    pub bias: f64,
    /// How often what came lay within our range of 8 in 10.
    pub held: f64,
}

/// Tries forecasts on so many companies of each shape.
#[must_use]
pub fn run(companies: u64) -> Forecasts {
    Forecasts { companies, shapes: SHAPES.map(|shape| line(shape, companies)).into() }
}

fn line(shape: Shape, companies: u64) -> Line {
    let Judged { all, truth, learned } = judge(shape, companies, HORIZON);
    let methods = all.methods();
    let wape = |score: Option<insight::stats::score::Score>| score.map_or(f64::NAN, |s| s.wape);
    let ours = methods.ours;
    Line {
        shape: shape.name,
        n: all.points.len(),
        ours: wape(ours),
        truth,
        learned,
        run_rate: wape(methods.run_rate),
        mean: wape(methods.mean),
        bias: ours.map_or(f64::NAN, |score| score.bias),
        held: ours.and_then(|score| score.coverage_80).unwrap_or(f64::NAN),
    }
}

impl Answer for Forecasts {
    fn sentence(&self) -> String {
        let mean = |of: &dyn Fn(&Line) -> f64| {
            self.shapes.iter().map(of).sum::<f64>() / self.shapes.len() as f64
        };
        format!(
            "{HORIZON}-day forecasts of {} manufactured companies of each shape: off by {:.3} of what \
             came, {:.3} for whoever knows the truth, {:.3} for whoever has to learn its numbers, {:.3} by run \
             rate; {:.0} % of ranges held.",
            self.companies,
            mean(&|line| line.ours),
            mean(&|line| line.truth),
            mean(&|line| line.learned),
            mean(&|line| line.run_rate),
            mean(&|line| line.held) * 100.0
        )
    }

    fn tables(&self) -> Vec<Table> {
        let number = |x: f64| Cell::Text(format!("{x:.3}"));
        let cells = |line: &Line| {
            let errors = [line.ours, line.truth, line.learned, line.run_rate, line.mean];
            let first = [Cell::Text(line.shape.into()), Cell::Count(line.n)];
            let numbers = errors.into_iter().chain([line.bias, line.held]).map(number);
            first.into_iter().chain(numbers).collect()
        };
        vec![Table {
            title: "Errors".into(),
            columns: vec![
                "company", "n", "ours", "truth", "learned", "run_rate", "mean", "bias", "held",
            ],
            rows: self.shapes.iter().map(cells).collect(),
        }]
    }
}
