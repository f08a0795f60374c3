"""Recordings of people: sheets to read from, checks, loudness, packs for loudspeakers."""
