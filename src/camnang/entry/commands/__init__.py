"""The one door: every job that a person types is a verb of `python3 run.py`, one module a verb."""
