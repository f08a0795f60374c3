"""How far the handbook is translated, what changed since, and how a new language begins."""
