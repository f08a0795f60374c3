"""Facts that many pages and pictures share, each read from its one file under `data/`."""
