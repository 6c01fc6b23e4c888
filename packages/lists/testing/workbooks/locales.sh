#!/usr/bin/env bash
# Writes the folder `locales`: one workbook as other programs save it. Gnumeric 1.12.55 writes CSV as cells show it, in six
# locales; LibreOffice 7.4 writes CSV in four, and XLSX and ODS in two. Debian 12: apt-get install --no-install-recommends
# libreoffice-calc gnumeric locales-all; pip install openpyxl==3.1.5.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
python3 locales.py "$work/list.xlsx"
mkdir -p locales

# Each locale has its own profile, whose default locale decides thousands, decimals and dates.
libreoffice_profile() {
  mkdir -p "$work/$1/user"
  cat >"$work/$1/user/registrymodifications.xcu" <<END
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>$1</value></prop></item>
</oor:items>
END
}

convert() { # locale, filter, extension
  soffice "-env:UserInstallation=file://$work/$1" --headless --convert-to "$2" --outdir "$work/out" "$work/list.xlsx" >/dev/null
  mv "$work/out/list.$3" "locales/libreoffice-$1.$3"
}

for locale in fr-FR de-DE de-CH en-US; do
  libreoffice_profile "$locale"
  # Semicolons, quotes around text, UTF-8.
  convert "$locale" "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true,true,false" csv
  case $locale in fr-FR | de-DE) convert "$locale" xlsx xlsx && convert "$locale" ods ods ;; esac
done
for locale in fr-FR de-DE de-CH en-US pl-PL ar-EG; do
  LC_ALL=${locale/-/_}.UTF-8 ssconvert -T Gnumeric_stf:stf_assistant \
    -O 'separator=; quoting-mode=auto format=preserve charset=UTF-8' "$work/list.xlsx" "locales/gnumeric-$locale.csv"
done
