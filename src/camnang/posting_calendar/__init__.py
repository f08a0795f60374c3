"""The campaign's year as files: a calendar for telephones (iCalendar) and a workbook to fill in."""
