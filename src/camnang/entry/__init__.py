"""Where everything is started from: the commands that people type, and MkDocs."""
