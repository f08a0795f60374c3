"""The ledger of made files and the workshop that keeps it; makers and the site meet here only."""
