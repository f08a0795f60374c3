"""The Cao Bằng anti-scam handbook: pages and data in, typed model, pictures and site out."""
