import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("es");

export const help: Messages["help"] = {
  entries: (number) => count(number, { one: "participante", other: "participantes" }),
  tickets: (number) => count(number, { one: "boleto", other: "boletos" }),
  blank: (number) => count(number, { one: "línea vacía", other: "líneas vacías" }),
  looking: "Revisando la lista…",
  what: "Qué va a pasar",
  preview: "Aquí aparece lo que hará el sorteo.",
  open: "Antes hay algo que aclarar en la lista; míralo arriba.",
  notYet: "Así todavía no es posible",
  times: (label, times) => `${label} (${times} veces)`,
  andMore: (number) => `y ${count(number, { other: "más" })}`,
  tidy: "Quitar líneas vacías y espacios sobrantes",
  fixed: "La lista ha cambiado.",
  unwritable: "Esta lista no se puede escribir como texto. Cámbiala a mano.",
  undo: "Deshacer",
  tooLarge: "Esta lista supera los 60 MB. Acórtala; una lista admite hasta un millón de participantes.",
  file: {
    choose: "Elegir archivo",
    drop: "Texto, CSV, XLSX u ODS. O suéltalo en cualquier parte de esta página.",
    tooLarge: "Este archivo supera los 60 MB.",
    encoding: (name) => `Este archivo se ha leído como ${name}. Si algún nombre se ve mal, elige otra codificación:`,
    read: (name, rows) => `${name}: ${count(rows, { one: "línea", other: "líneas" })}`,
    column: (number) => `Columna ${number}`,
    columns: "Elegir las columnas",
    pasted: (rows) => `La lista: ${count(rows, { one: "línea", other: "líneas" })}`,
    names: "¿En qué columna están los nombres?",
    joined: "Junto con",
    tickets: "¿En cuál están los boletos?",
    none: "ninguna",
    header: "La primera línea es un encabezado",
    sheet: "¿En qué hoja está la lista?",
    withoutHidden: (rows) => `Omitir ${count(rows, { one: "fila oculta", other: "filas ocultas" })}`,
    put: {
      fill: "Añadir a la lista",
      append: "Añadir al final de la lista",
      replace: "Sustituir la lista",
      without: "Quitar a estas personas de la lista",
    },
    removed: (people) =>
      `${count(people, { one: "participante quitado", other: "participantes quitados" })} de la lista.`,
    filter: "Omitir las filas donde esta columna diga:",
    says: "Qué dice (vacío: cualquier cosa)",
    cancel: "Cancelar",
  },
  draft: {
    restored: "Hemos recuperado tu borrador.",
    afresh: "Empezar de nuevo",
    tooLong:
      "Esta lista es demasiado larga para guardarla en este navegador; guárdala en un archivo hasta crear el sorteo.",
  },
};
