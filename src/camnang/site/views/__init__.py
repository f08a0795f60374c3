"""The objects that templates read: plain values, every choice already made."""
