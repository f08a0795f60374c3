"""Silent loops of fifteen seconds: key frames from the pages, time to read, transitions, no flashes."""
