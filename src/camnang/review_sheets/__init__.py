"""Sheets on which a native speaker corrects a draft translation, and the way back into the Markdown."""
