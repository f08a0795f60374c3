"""Silent loops of 15 seconds."""
