"""The communicators' kit beside a scam: its file, its rules, its text messages."""
