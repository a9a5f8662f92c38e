//! What the command line accepts. The only floor that prints.
