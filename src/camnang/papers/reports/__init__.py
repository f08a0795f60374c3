"""The report form, returned forms, the province's workbook and summary."""
