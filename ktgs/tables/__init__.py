"""Tables that people send: workbooks, CSV and pasted text to rows under known columns; and the workbook to send out."""
