//! Built-in trainees that play scenarios by themselves: is a scenario fair, is it hard enough, can it be cheated?
//!
//! They know what a trainee's screen shows and nothing else: the buyer's words, the product sheet, the customer card.

mod ear;
mod phrases;
mod play;
mod screen;
mod tally;
mod trainees;

pub use play::play;
pub use screen::Screen;
pub use tally::{Spread, Tally};
pub use trainees::{TRAINEES, Trainee, trainee};
