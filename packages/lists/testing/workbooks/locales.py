"""The workbook that locales.sh has other programs write: thousands, dates, a formula, leading zeros, text that looks like a number."""
import datetime
import sys
from openpyxl import Workbook

book = Workbook()
sheet = book.active
sheet.title = "List"
sheet.append(["Code", "Name", "Tickets", "Since"])
for code, name, tickets in [(17, "Åse Ødegård", 1000), (18, "Zoë", "=2000+500"), (102, "O'Neil; Radia", 10), (103, "1.5", 3)]:
    sheet.append([code, name, tickets, datetime.date(2026, 1, 5)])
    row = sheet.max_row
    sheet.cell(row=row, column=1).number_format = "00000"
    sheet.cell(row=row, column=3).number_format = "#,##0"
    sheet.cell(row=row, column=4).number_format = "dd/mm/yyyy"
book.save(sys.argv[1])
