"""Office files: Word, Excel, calendars, reports, review sheets."""
