//! The rules for scenario files: one file per rule, one registry line. A rule's doc comment is its manual entry.
//!
//! A rule has `SEVERITY` and `check`. Its code is the file's stem with hyphens, its texts are `diag-CODE`
//! and `diag-CODE-help` in `assets/locales/*/diag.ftl`.

use super::findings::Lint;

/// Declares the rules: `mod` and registry line in one.
macro_rules! lints {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*
        /// Every rule, in alphabetical order.
        pub const LINTS: &[Lint] = &[
            $(Lint { id: stringify!($name), severity: $name::SEVERITY, check: $name::check }),*
        ];
    };
}

lints![
    bad_colour,
    bad_date,
    bad_run,
    band_order,
    bare_product,
    circular_steps,
    dry_bank,
    duplicate_id,
    empty_lines,
    empty_text,
    endless_agenda,
    few_truths,
    floor_above_price,
    hidden_for_good,
    out_of_range,
    promotion_dates,
    quick_code,
    repeated_line,
    thin_voice,
    unanswerable,
    uniform_agenda,
    unknown_dimension,
    unknown_label,
    unknown_pretext,
    unknown_slot,
    unknown_step,
    unknown_subject,
    unknown_technique,
    unknown_topic,
    unreachable,
    unused_point,
    weights_sum,
];
