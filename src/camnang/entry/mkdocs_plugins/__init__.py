"""The only code that imports MkDocs; no rule of its own."""
