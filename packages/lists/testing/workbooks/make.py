"""Workbooks by openpyxl: what people do to a sheet."""
import datetime
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

book = Workbook()
sheet = book.active
sheet.title = "Spring fair"
sheet.append(["Spring fair, list of members"])
sheet.merge_cells("A1:D1")
sheet.append([])
sheet.append(["No.", "Name", "Tickets", "Joined"])
for at, (name, tickets) in enumerate([("Ada", 3), ("Grace", 1.0), ("Radia", 2), ("Emmy", 5)]):
    sheet.append([17 + at, name, tickets, datetime.datetime(2026, 1, 5 + at, 18, 2, 11 if at else 0)])
    sheet.cell(row=4 + at, column=1).number_format = "00000"
sheet.row_dimensions[6].hidden = True
sheet.column_dimensions["D"].hidden = True
book.create_sheet("Old").append(["Last year"])
book["Old"].sheet_state = "hidden"
book.create_sheet("Second").append(["Sophie"])
book.save("openpyxl-hidden.xlsx")

book = Workbook()
book.epoch = CALENDAR_MAC_1904
sheet = book.active
sheet.append(["Name", "Born", "Tickets", "Team"])
sheet.append(["Ada", datetime.date(1915, 12, 10), "=1+2", "Red"])
sheet.append(["Grace", datetime.date(1906, 12, 9), 2, None])
sheet.append(["Radia", datetime.time(18, 30), "#N/A", "Blue"])
sheet["C4"].data_type = "e"
sheet.merge_cells("D2:D3")
book.save("openpyxl-1904.xlsx")
