//! The page of one wall.
//!
//! ```text
//! Taobao links in WeChat  微信内打开淘宝链接         its name
//! WeChat's wall against Taobao, for links          whose it is
//!
//! While it is shut, …                              what it is
//!
//! ▁  open since 29 November 2021, …                what became of it
//!
//! ▁ ▁ ██████████████▄▄▁▁▁▁▁▁▁▁▁                    the wall
//! 2013      2015      2017
//!
//! History 3                                        what moved it, and other walls: links
//! ```

mod bar;
mod history;
mod layout;
mod others;
mod room;

pub(in crate::ui) use layout::{WallLayout, draw};
