import type { FindingCode, RemedyCode, TicketProblem } from "@fairhat/lists";
import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("es");
const lines = (number: number) => count(number, { one: "línea", other: "líneas" });
const names = (number: number) => count(number, { one: "nombre", other: "nombres" });

const findings: Record<FindingCode, (number: number) => string> = {
  hidden_rows: (n) => `${count(n, { one: "fila oculta", other: "filas ocultas" })} en la hoja de cálculo`,
  hidden_columns: (n) => `${count(n, { one: "columna oculta", other: "columnas ocultas" })} en la hoja de cálculo`,
  hidden_sheets: (n) => `${count(n, { one: "hoja oculta", other: "hojas ocultas" })} en el libro`,
  merged_rows: (n) =>
    `${count(n, { one: "celda combinada abarca", other: "celdas combinadas abarcan" })} varias filas; solo la primera fila tiene el valor`,
  cell_errors: (n) => `${count(n, { one: "fórmula", other: "fórmulas" })} con un error en lugar de un valor`,
  formula_without_value: (n) =>
    `${count(n, { one: "fórmula", other: "fórmulas" })} sin valor; abre el archivo en un programa de hojas de cálculo y guárdalo`,
  macros_ignored: () => "No se han tenido en cuenta las macros de este archivo",
  links_ignored: () => "No se han seguido los vínculos a otros archivos; las celdas muestran los valores guardados",
  bad_quote: () => "Unas comillas no se cierran, o se cierran dentro de una celda",
  line_too_long: (n) => `${lines(n)} de más de 10 000 caracteres`,
  heading_left_out: () => "La primera línea da nombre a las columnas; no entra en el sorteo",
  heading_unlike: () =>
    "La primera línea se ha tomado por un encabezado, porque no tiene números donde todas las demás sí",
  heading_possible: () => "La primera línea parece un encabezado; entraría en el sorteo",
  titles_left_out: (n) =>
    count(n, {
      one: "línea por encima del encabezado no entra en el sorteo",
      other: "líneas por encima del encabezado no entran en el sorteo",
    }),
  columns_left_out: (n) => count(n, { one: "columna sin usar", other: "columnas sin usar" }),
  rows_left_out: (n) => `${count(n, { one: "fila omitida", other: "filas omitidas" })} por la columna que elegiste`,
  sum_row: (n) =>
    count(n, {
      one: "línea parece un total; entraría en el sorteo",
      other: "líneas parecen totales; entrarían en el sorteo",
    }),
  tickets_unreadable: (n) => `${lines(n)} con un número de boletos que no se puede leer`,
  tickets_without_name: (n) => `${lines(n)} con boletos y sin nombre`,
  tickets_like_codes: () => "Los números de boletos parecen códigos postales, años o teléfonos",
  tickets_column_possible: () => "Una columna parece números de boletos, pero no se lee como tal",
  tickets_not_counted: (n) => `${lines(n)} con un número al final; esta regla no cuenta boletos`,
  number_at_end: (n) => `${lines(n)} con un número al final que forma parte del nombre`,
  number_first: (n) => `${lines(n)} con un número al principio que forma parte del nombre`,
  numbering: (n) => `${lines(n)} con numeración o viñeta que forma parte del nombre`,
  one_line: () => "Todos los nombres están en una línea, que cuenta como un solo participante",
  columns_possible: (n) => `${lines(n)} con los mismos separadores, como en una tabla; cada línea es un solo nombre`,
  rulings_left_out: (n) => count(n, { one: "línea de separación omitida", other: "líneas de separación omitidas" }),
  comment_lines: (n) => `${count(n, { one: "línea parece", other: "líneas parecen" })} una observación sobre la lista`,
  rows_may_stay_out: (n) =>
    count(n, {
      one: "fila está marcada en una columna como si debiera quedar fuera",
      other: "filas están marcadas en una columna como si debieran quedar fuera",
    }),
  same_household: (n) => `${names(n)} de un hogar que ya está en la lista`,
  tickets_missing: (n) =>
    count(n, {
      one: "fila sin número de boletos, que recibiría uno",
      other: "filas sin número de boletos, que recibirían uno",
    }),
  broken_characters: (n) => `${names(n)} con caracteres mal descodificados`,
  other_order: (n) => `${names(n)} con las palabras de otro, en otro orden o sin tildes`,
  uneven_rows: (n) => `${lines(n)} con otras columnas que el resto`,
  label_too_long: (n) => `${names(n)} de más de 200 caracteres`,
  line_break_in_label: (n) =>
    count(n, { one: "celda tenía varias líneas; ahora es una", other: "celdas tenían varias líneas; ahora son una" }),
  stray_quote: (n) => `${names(n)} con unas comillas sueltas`,
  separators_at_end: (n) => `${count(n, { one: "línea termina", other: "líneas terminan" })} en un separador`,
  invisible_characters: (n) => `${names(n)} con caracteres invisibles`,
  repeated: (n) => `${count(n, { one: "nombre aparece", other: "nombres aparecen" })} más de una vez`,
  spelled_differently: (n) =>
    `${count(n, { one: "nombre solo se diferencia", other: "nombres solo se diferencian" })} de otro en mayúsculas, espacios o tipo de caracteres`,
  look_alike: (n) =>
    `${count(n, { one: "nombre se parece", other: "nombres se parecen" })} a otro, pero con otras letras`,
  same_mail: (n) => `${names(n)} con el correo electrónico de otro`,
  same_name_other_mail: (n) =>
    `${count(n, { one: "nombre aparece", other: "nombres aparecen" })} con dos correos electrónicos`,
  private_data: (n) =>
    count(n, {
      one: "participante con un correo electrónico o un teléfono, que todos verán",
      other: "participantes con un correo electrónico o un teléfono, que todos verán",
    }),
};

const advice: Partial<Record<FindingCode, string>> = {
  bad_quote: "Ciérralas, o escríbelas dobles.",
  line_too_long: "Acorta estas líneas.",
  heading_unlike: "Da nombre a las columnas, o quita el encabezado.",
  heading_possible: "Quítala si lo es.",
  sum_row: "Quítala si lo es.",
  tickets_unreadable: "Escribe números enteros desde 1, sin separadores: 1000.",
  tickets_without_name: "Añade el nombre, o quita la línea.",
  tickets_like_codes: "Quita los números si lo son.",
  tickets_column_possible: "Úsala, o quítala.",
  number_at_end: "Pon una coma delante del número si son boletos.",
  number_first: "Escribe primero el nombre y después una coma y el número, si son boletos.",
  numbering: "Quítala, para sortear solo los nombres.",
  one_line: "Pon cada nombre en una línea.",
  label_too_long: "Acorta estos nombres.",
  columns_possible: "Elige las columnas, o pon cada nombre en una línea.",
  comment_lines: "Quítala si lo es.",
  rows_may_stay_out: "Quita estas filas si esas personas no participan.",
  tickets_missing: "Añade el número, o quita la fila.",
  broken_characters: "Elige otra codificación, o corrige estos nombres.",
};

const remedies: Record<RemedyCode, string> = {
  heading_is_entry: "Es un participante",
  first_row_is_heading: "Quitar la primera línea",
  read_as_thousands: "1,000 significa mil",
  read_as_decimals: "1,000 significa uno",
  leave_out: "Quitar",
  use_column: "Usar esta columna para los boletos",
  number_first_is_tickets: "Leer estos números como boletos",
  number_at_end_is_tickets: "Leer estos números como boletos",
  strip_numbering: "Quitar la numeración",
  split_line: "Poner cada nombre en una línea",
  strip_separators: "Quitar estos separadores",
  strip_invisible: "Quitar estos caracteres",
  add_mail_to_label: "Añadir el correo electrónico a los nombres",
  drop_repeats: "Quitar las líneas repetidas",
  drop_alike: "Conservar el primero de cada",
  use_columns: "Leer como columnas",
  leave_out_marked: "Omitir estas filas",
  first_of_household: "Conservar el primero de cada hogar",
  add_tickets: "Unirlos en un participante, con todos sus boletos",
};

const ticketProblems: Record<TicketProblem, string> = {
  no_number: "no es un número",
  ambiguous: "¿mil, o un número decimal?",
  not_whole: "no es un número entero",
  negative: "negativo",
  plus_sign: "empieza con un signo más",
  zero: "ningún boleto",
  per_cent: "por ciento",
  leading_zero: "empieza por cero",
  too_large: "demasiado grande",
};

const formats: Messages["list"]["formats"] = {
  workbook_broken:
    "Esta hoja de cálculo está dañada. Ábrela en un programa de hojas de cálculo, guárdala de nuevo y elige ese archivo.",
  workbook_encrypted: "Esta hoja de cálculo tiene contraseña. Guárdala sin ella y elige ese archivo.",
  workbook_binary:
    "Esta hoja de cálculo está en un formato binario. Guárdala como XLSX, ODS o CSV y elige ese archivo.",
  workbook_too_large:
    "Esta hoja de cálculo tiene más celdas de las que puede usar una lista. Copia las columnas de la lista a un archivo nuevo y elígelo.",
  workbook_too_many_sheets:
    "Este libro tiene más de 1000 hojas. Copia la hoja con la lista a un archivo nuevo y elígelo.",
  workbook_empty: "En este libro no hay ninguna hoja con celdas.",
  workbook_no_such_sheet: "Este libro no tiene tantas hojas.",
  old_excel:
    "Esta hoja de cálculo tiene contraseña, o es de un Excel anterior a 2007. Guárdala sin contraseña como XLSX y elige ese archivo.",
  flat_ods: "Esta hoja de cálculo es XML plano. Guárdala como ODS, XLSX o CSV y elige ese archivo.",
  html: "Este archivo es una página web. Copia su tabla y pégala en la lista.",
  xml: "Este archivo es XML, no una lista.",
  rtf: "Este archivo es un documento con formato. Guárdalo como texto sin formato y elige ese archivo.",
  mail: "Este archivo es un correo o una página web guardada. Copia la lista que contiene y pégala.",
  old_exchange:
    "Esta hoja de cálculo está en un formato de intercambio antiguo. Guárdala como XLSX, ODS o CSV y elige ese archivo.",
  vcard: "Este archivo contiene contactos (vCard o LDIF). Expórtalos como CSV y elige ese archivo.",
  calendar: "Este archivo es un calendario, no una lista.",
  json: "Este archivo es JSON. Los programas pueden enviarlo a la API.",
  pdf: "Este archivo es un PDF. Copia su texto y pégalo en la lista.",
  image: "Este archivo es una imagen, no una lista.",
  archive: "Este archivo es un archivo comprimido. Descomprímelo y elige la lista que contiene.",
  binary: "Este archivo no es texto.",
};

export const list: Messages["list"] = {
  findings,
  advice,
  remedies,
  ticketProblems,
  formats,
  place: ({ line, text }) => (line === 0 ? text : text === "" ? `línea ${line}` : `línea ${line}: ${text}`),
  like: (other) => `como ${other}`,
  keep: "Está bien así",
  answer: "Si algo de esto está bien así, dilo:",
  notes: "Lo que conviene saber de esta lista",
};
