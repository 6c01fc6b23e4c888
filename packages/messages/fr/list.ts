import type { FindingCode, RemedyCode, TicketProblem } from "@fairhat/lists";
import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("fr");
const lines = (number: number) => count(number, { one: "ligne", other: "lignes" });
const names = (number: number) => count(number, { one: "nom", other: "noms" });

const findings: Record<FindingCode, (number: number) => string> = {
  hidden_rows: (n) => `${count(n, { one: "ligne masquée", other: "lignes masquées" })} dans le classeur`,
  hidden_columns: (n) => `${count(n, { one: "colonne masquée", other: "colonnes masquées" })} dans le classeur`,
  hidden_sheets: (n) => `${count(n, { one: "feuille masquée", other: "feuilles masquées" })} dans le classeur`,
  merged_rows: (n) =>
    `${count(n, { one: "cellule fusionnée s’étend", other: "cellules fusionnées s’étendent" })} sur plusieurs lignes ; seule la première ligne a la valeur`,
  cell_errors: (n) => `${count(n, { one: "formule", other: "formules" })} avec une erreur au lieu d’une valeur`,
  formula_without_value: (n) =>
    `${count(n, { one: "formule", other: "formules" })} sans valeur ; ouvrez le fichier dans un tableur et enregistrez-le`,
  macros_ignored: () => "Les macros de ce fichier ont été ignorées",
  links_ignored: () =>
    "Les liens vers d’autres fichiers n’ont pas été suivis ; les cellules montrent les valeurs enregistrées",
  bad_quote: () => "Un guillemet n’est pas fermé, ou se ferme à l’intérieur d’une cellule",
  line_too_long: (n) => `${lines(n)} de plus de 10 000 caractères`,
  heading_left_out: () => "La première ligne nomme les colonnes ; elle ne participe pas au tirage",
  heading_unlike: () =>
    "La première ligne a été prise pour un titre, car elle n’a pas de nombre là où toutes les autres en ont",
  heading_possible: () => "La première ligne ressemble à un titre ; elle participerait au tirage",
  titles_left_out: (n) =>
    `${count(n, { one: "ligne au-dessus des titres ne participe", other: "lignes au-dessus des titres ne participent" })} pas au tirage`,
  columns_left_out: (n) => count(n, { one: "colonne inutilisée", other: "colonnes inutilisées" }),
  rows_left_out: (n) =>
    `${count(n, { one: "ligne ignorée", other: "lignes ignorées" })} d’après la colonne que vous avez choisie`,
  sum_row: (n) =>
    count(n, {
      one: "ligne ressemble à un total ; elle participerait au tirage",
      other: "lignes ressemblent à des totaux ; elles participeraient au tirage",
    }),
  tickets_unreadable: (n) => `${lines(n)} avec un nombre de billets illisible`,
  tickets_without_name: (n) => `${lines(n)} avec des billets mais sans nom`,
  tickets_like_codes: () =>
    "Les nombres de billets ressemblent à des codes postaux, des années ou des numéros de téléphone",
  tickets_column_possible: () => "Une colonne ressemble à des nombres de billets, mais n’est pas lue ainsi",
  tickets_not_counted: (n) => `${lines(n)} avec un nombre à la fin ; cette règle ne compte pas les billets`,
  number_at_end: (n) => `${lines(n)} avec un nombre à la fin qui fait partie du nom`,
  number_first: (n) => `${lines(n)} avec un nombre au début qui fait partie du nom`,
  numbering: (n) => `${lines(n)} avec une numérotation ou une puce qui fait partie du nom`,
  one_line: () => "Tous les noms sont sur une ligne, qui compte pour un seul participant",
  columns_possible: (n) =>
    `${lines(n)} avec les mêmes séparateurs, comme dans un tableau ; chaque ligne est un seul nom`,
  rulings_left_out: (n) => count(n, { one: "ligne de séparation ignorée", other: "lignes de séparation ignorées" }),
  comment_lines: (n) =>
    `${count(n, { one: "ligne ressemble", other: "lignes ressemblent" })} à une remarque sur la liste`,
  rows_may_stay_out: (n) =>
    count(n, {
      one: "ligne est marquée dans une colonne comme si elle devait rester hors du tirage",
      other: "lignes sont marquées dans une colonne comme si elles devaient rester hors du tirage",
    }),
  same_household: (n) => `${names(n)} d’un foyer déjà inscrit`,
  tickets_missing: (n) =>
    count(n, {
      one: "ligne sans nombre de billets, qui en recevrait un seul",
      other: "lignes sans nombre de billets, qui en recevraient un seul",
    }),
  broken_characters: (n) => `${names(n)} avec des caractères mal décodés`,
  other_order: (n) => `${names(n)} avec les mots d’un autre, dans un autre ordre ou sans accents`,
  uneven_rows: (n) => `${lines(n)} avec d’autres colonnes que le reste`,
  label_too_long: (n) => `${names(n)} de plus de 200 caractères`,
  line_break_in_label: (n) =>
    count(n, {
      one: "cellule avait plusieurs lignes ; elle n’en a plus qu’une",
      other: "cellules avaient plusieurs lignes ; elles n’en ont plus qu’une",
    }),
  stray_quote: (n) => `${names(n)} avec un guillemet isolé`,
  separators_at_end: (n) => `${count(n, { one: "ligne finit", other: "lignes finissent" })} par un séparateur`,
  invisible_characters: (n) => `${names(n)} avec des caractères invisibles`,
  repeated: (n) => `${count(n, { one: "nom figure", other: "noms figurent" })} plusieurs fois`,
  spelled_differently: (n) =>
    `${count(n, { one: "nom ne diffère", other: "noms ne diffèrent" })} d’un autre que par les majuscules, les espaces ou le type de caractères`,
  look_alike: (n) =>
    `${count(n, { one: "nom ressemble", other: "noms ressemblent" })} à un autre, mais avec d’autres lettres`,
  same_mail: (n) => `${names(n)} avec l’adresse e-mail d’un autre`,
  same_name_other_mail: (n) => `${count(n, { one: "nom figure", other: "noms figurent" })} avec deux adresses e-mail`,
  private_data: (n) =>
    count(n, {
      one: "participant avec une adresse e-mail ou un numéro de téléphone, que tout le monde verra",
      other: "participants avec une adresse e-mail ou un numéro de téléphone, que tout le monde verra",
    }),
};

const advice: Partial<Record<FindingCode, string>> = {
  bad_quote: "Fermez-le, ou écrivez-en deux.",
  line_too_long: "Raccourcissez ces lignes.",
  heading_unlike: "Nommez les colonnes, ou supprimez le titre.",
  heading_possible: "Supprimez-la si c’en est un.",
  sum_row: "Supprimez-la si c’en est un.",
  tickets_unreadable: "Écrivez des nombres entiers à partir de 1, sans séparateur : 1000.",
  tickets_without_name: "Ajoutez le nom, ou supprimez la ligne.",
  tickets_like_codes: "Supprimez ces nombres si c’est le cas.",
  tickets_column_possible: "Utilisez-la, ou supprimez-la.",
  number_at_end: "Mettez une virgule avant le nombre s’il s’agit de billets.",
  number_first: "Écrivez d’abord le nom, puis une virgule et le nombre, s’il s’agit de billets.",
  numbering: "Supprimez-la, pour ne tirer que les noms.",
  one_line: "Mettez chaque nom sur une ligne.",
  label_too_long: "Raccourcissez ces noms.",
  columns_possible: "Choisissez les colonnes, ou mettez chaque nom sur une ligne.",
  comment_lines: "Supprimez-la si c’en est une.",
  rows_may_stay_out: "Supprimez ces lignes si ces personnes ne participent pas.",
  tickets_missing: "Ajoutez le nombre, ou supprimez la ligne.",
  broken_characters: "Choisissez un autre encodage, ou corrigez ces noms.",
};

const remedies: Record<RemedyCode, string> = {
  heading_is_entry: "C’est un participant",
  first_row_is_heading: "Supprimer la première ligne",
  read_as_thousands: "1,000 signifie mille",
  read_as_decimals: "1,000 signifie un",
  leave_out: "Supprimer",
  use_column: "Utiliser cette colonne pour les billets",
  number_first_is_tickets: "Lire ces nombres comme des billets",
  number_at_end_is_tickets: "Lire ces nombres comme des billets",
  strip_numbering: "Supprimer la numérotation",
  split_line: "Mettre chaque nom sur une ligne",
  strip_separators: "Supprimer ces séparateurs",
  strip_invisible: "Supprimer ces caractères",
  add_mail_to_label: "Ajouter l’adresse e-mail aux noms",
  drop_repeats: "Supprimer les lignes répétées",
  drop_alike: "Garder le premier de chaque",
  use_columns: "Lire comme des colonnes",
  leave_out_marked: "Ignorer ces lignes",
  first_of_household: "Garder le premier de chaque foyer",
  add_tickets: "En faire un seul participant, avec tous ses billets",
};

const ticketProblems: Record<TicketProblem, string> = {
  no_number: "pas un nombre",
  ambiguous: "mille, ou un nombre décimal ?",
  not_whole: "pas un nombre entier",
  negative: "négatif",
  plus_sign: "commence par un signe plus",
  zero: "aucun billet",
  per_cent: "pour cent",
  leading_zero: "commence par un zéro",
  too_large: "trop grand",
};

const formats: Messages["list"]["formats"] = {
  workbook_broken:
    "Ce classeur est endommagé. Ouvrez-le dans un tableur, enregistrez-le à nouveau et choisissez ce fichier.",
  workbook_encrypted: "Ce classeur a un mot de passe. Enregistrez-le sans, et choisissez ce fichier.",
  workbook_binary:
    "Ce classeur est dans un format binaire. Enregistrez-le en XLSX, ODS ou CSV, et choisissez ce fichier.",
  workbook_too_large:
    "Ce classeur a plus de cellules qu’une liste ne peut en utiliser. Copiez les colonnes de la liste dans un nouveau fichier, et choisissez-le.",
  workbook_too_many_sheets:
    "Ce classeur a plus de 1 000 feuilles. Copiez la feuille de la liste dans un nouveau fichier, et choisissez-le.",
  workbook_empty: "Ce classeur n’a aucune feuille remplie.",
  workbook_no_such_sheet: "Ce classeur n’a pas autant de feuilles.",
  old_excel:
    "Ce classeur a un mot de passe, ou vient d’une version d’Excel antérieure à 2007. Enregistrez-le en XLSX sans mot de passe, et choisissez ce fichier.",
  flat_ods: "Ce classeur est en XML plat. Enregistrez-le en ODS, XLSX ou CSV, et choisissez ce fichier.",
  html: "Ce fichier est une page web. Copiez-en le tableau et collez-le dans la liste.",
  xml: "Ce fichier est du XML, pas une liste.",
  rtf: "Ce fichier est un document mis en forme. Enregistrez-le en texte brut, et choisissez ce fichier.",
  mail: "Ce fichier est un e-mail ou une page web enregistrée. Copiez-en la liste et collez-la.",
  old_exchange:
    "Ce classeur est dans un ancien format d’échange. Enregistrez-le en XLSX, ODS ou CSV, et choisissez ce fichier.",
  vcard: "Ce fichier contient des contacts (vCard ou LDIF). Exportez-les en CSV, et choisissez ce fichier.",
  calendar: "Ce fichier est un agenda, pas une liste.",
  json: "Ce fichier est du JSON. Les programmes peuvent l’envoyer à l’API.",
  pdf: "Ce fichier est un PDF. Copiez-en le texte et collez-le dans la liste.",
  image: "Ce fichier est une image, pas une liste.",
  archive: "Ce fichier est une archive. Décompressez-la, et choisissez la liste qu’elle contient.",
  binary: "Ce fichier n’est pas du texte.",
};

export const list: Messages["list"] = {
  findings,
  advice,
  remedies,
  ticketProblems,
  formats,
  place: ({ line, text }) => (line === 0 ? text : text === "" ? `ligne ${line}` : `ligne ${line} : ${text}`),
  like: (other) => `comme ${other}`,
  keep: "C’est correct ainsi",
  answer: "Si un point est correct ainsi, indiquez-le :",
  notes: "À savoir sur cette liste",
};
