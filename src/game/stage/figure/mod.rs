//! The person, in parts that lie over one another.

mod body;
mod face;
mod hair_back;
mod hair_front;
mod hand;
mod head;

pub use body::body;
pub use face::{SLIDE, eyes, marks};
pub use hair_back::hair_back;
pub use hair_front::hair_front;
pub use hand::{TELEPHONE, handset, phone};
pub use head::head;
