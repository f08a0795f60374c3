"""The only rooms that know MkDocs; they hold no rule of their own."""
