//! Days are written `2026-06-18` and exist in the calendar.

use crate::diagnostic::Severity;
use crate::scenario::findings::{Report, View};
use crate::scenario::source::Route;

pub const SEVERITY: Severity = Severity::Error;

pub fn check(view: &View<'_>, report: &mut Report) {
    let dates = match view {
        View::Scenario(file) => vec![(Route::new("date"), &file.date)],
        View::Product(product) => product
            .promotion
            .iter()
            .flat_map(|p| {
                let route = Route::new("promotion");
                [(route.field("from"), &p.from), (route.field("until"), &p.until)]
            })
            .collect(),
        _ => return,
    };
    for (route, date) in dates {
        if !is_day(date) {
            report.add(route).with("date", date.as_str());
        }
    }
}

/// True for a day of the Gregorian calendar as `YYYY-MM-DD`.
pub fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let number = |part: &str, digits: usize| {
        (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u32>().ok()).flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::is_day;

    #[test]
    fn knows_the_calendar() {
        for day in ["2026-06-18", "2024-02-29", "2000-02-29", "2026-12-31"] {
            assert!(is_day(day), "{day}");
        }
        for day in [
            "2026-6-18",
            "2026/06/18",
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-01",
            "2026-04-31",
            "",
            "6月18日",
        ] {
            assert!(!is_day(day), "{day}");
        }
    }
}
