"""Whether what was drawn may be printed and shown: every output is opened and held against its sheet."""
