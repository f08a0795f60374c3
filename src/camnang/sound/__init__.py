"""From the words of a page to a recording that people can hear: scripts, checks, loudness, packs, feeds."""
