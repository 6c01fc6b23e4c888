#!/usr/bin/env bash
# Writes the workbooks of this folder: Gnumeric 1.12.55 (ssconvert, with the locales named here), openpyxl 3.1 (pip install openpyxl)
# and exceljs 4.4 (npm install --no-save exceljs@4.4.0).
set -euo pipefail
cd "$(dirname "$0")"
text=$(mktemp --suffix=.txt)
table() { printf '%s\n' Name,Tickets,Since "$@" | tr ',' '\t' >"$text"; }

table 'Åse Ødegård,1000,05.01.2026' 'Zoë,2500,06/01/2026' 'Radia,10,07/01/2026'
for kind in xlsx ods; do
  LC_ALL=fr_FR.UTF-8 ssconvert --import-type=Gnumeric_stf:stf_csvtab "$text" "gnumeric-fr.$kind"
done
table 'Åse Ødegård,1000,05.01.2026' 'Zoë,2500,06.01.2026' 'Radia,10,07.01.2026'
for kind in xlsx ods; do
  LC_ALL=de_DE.UTF-8 ssconvert --import-type=Gnumeric_stf:stf_csvtab "$text" "gnumeric-de.$kind"
done
table 'Åse Ødegård,1000,01/05/2026' 'Zoë,2500,01/06/2026' 'Radia,10,01/07/2026'
for kind in xlsx ods; do
  LC_ALL=C.UTF-8 ssconvert --import-type=Gnumeric_stf:stf_csvtab "$text" "gnumeric-c.$kind"
done
rm "$text"
python3 make.py
# As exceljs streams: strings in the cells, text in runs, a computed formula.
node --input-type=module - <<'END'
import ExcelJS from "exceljs";

const book = new ExcelJS.stream.xlsx.WorkbookWriter({
  filename: "exceljs-stream.xlsx",
  useSharedStrings: false,
  useStyles: true,
});
const sheet = book.addWorksheet("Entries");
sheet.addRow(["First name", "Last name", "Share", "Tickets"]).commit();
sheet
  .addRow([
    "Ada",
    { richText: [{ text: "Love" }, { font: { bold: true }, text: "lace" }] },
    0.5,
    { formula: "1+2", result: 3 },
  ])
  .commit();
const row = sheet.addRow(["Grace", "Hopper\nUSN", 0.25, 1]);
row.getCell(3).numFmt = "0%";
row.commit();
await book.commit();
END
