import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("es");

export const names: Messages["names"] = {
  form: {
    keep: "Mantener los nombres en privado",
    text: "Todos ven una forma abreviada de cada nombre. Con un justificante, cada persona demuestra que está en la lista.",
    mask: "Qué ven todos de un nombre",
    masks: {
      initials: "Iniciales: A. L.",
      mail: "Correo electrónico: a…@e….org",
      nothing: "Nada",
    },
    none: "nada",
    sample: "De tu lista:",
    here: "Los nombres no salen de este navegador: solo envía huellas. Recibes un archivo con los nombres. Sin ese archivo nadie puede hacer justificantes ni nombrar a los ganadores, y no podemos recuperarlo.",
    kept: "Sin JavaScript, es este sitio quien oculta los nombres. Los guarda cifrados, y solo los abre tu enlace de gestión. Si pierdes el enlace, nadie puede hacer justificantes ni nombrar a los ganadores.",
    repeated: "En una lista privada todos los nombres deben ser distintos. Estos aparecen varias veces:",
    remedy: "Añade algo que los distinga, como un curso o un año.",
    unclear: "Antes hay algo que aclarar en la lista. Míralo debajo de la lista.",
    file: {
      heading: "Guarda primero los nombres",
      text: "Este archivo contiene los nombres y lo que los oculta. Lo necesitas para los justificantes y para nombrar a los ganadores. Si lo pierdes, nadie puede recuperarlo, y los ganadores se quedan sin nombre.",
      save: "Guardar el archivo de nombres",
      saved: "Guardado. Consérvalo en un lugar seguro y no lo compartas con nadie.",
      first: "Guarda el archivo de nombres y continúa.",
    },
    confirm: {
      browser: (number) =>
        `${count(number, { one: "participante", other: "participantes" })}, con los nombres ocultos por tu navegador`,
      shown: "Todos verán la lista así:",
    },
  },
  draw: {
    list: "Los nombres son privados. Quien está en la lista puede demostrarlo con un justificante.",
    receipt: "Abrir un justificante",
    nothing: "no se muestra",
  },
  manage: {
    heading: "Justificantes",
    text: "Cada persona de la lista recibe un justificante. Solo a ella le muestra que está en la lista, y si ha ganado. Envía cada enlace únicamente a su persona: contiene el nombre.",
    kept: "Este sitio guarda los nombres cifrados con tu enlace de gestión.",
    needsScript: "Los justificantes se hacen en tu navegador y necesitan JavaScript.",
    file: "Tu archivo de nombres",
    ready: (number) => `${count(number, { one: "justificante listo", other: "justificantes listos" })}.`,
    csv: "Descargar todos en CSV, para combinar correspondencia",
    cards: "Tarjetas con códigos QR, para imprimir",
    print: "Imprimir las tarjetas",
    card: "Escanea para ver tu justificante",
    disclose: {
      heading: "Nombrar a los ganadores",
      text: "Todos verán estos nombres en el resultado. No se puede deshacer.",
      publish: "Publicar estos nombres",
    },
    tooMany: (most) =>
      `Las tarjetas admiten hasta ${count(most, { other: "participantes" })}. Para una lista más larga, usa el CSV.`,
    fixed:
      "Los nombres de un sorteo privado están ocultos, así que la lista no se puede cambiar aquí. Para cambiarla, elimina este sorteo y crea uno nuevo.",
    refused: {
      not_names: "Esto no es un archivo de nombres, o se ha modificado.",
      salt_twice: "Este archivo se ha modificado: dos nombres tienen la misma sal.",
      another_draw: "Este archivo pertenece a otro sorteo, o se ha modificado.",
    },
    at: (place) => `El lugar: ${place}`,
    lost: "No se ha podido cargar la lista cerrada. Vuelve a intentarlo en un momento.",
    working: "Haciendo los justificantes…",
  },
  erase: {
    heading: "Borrar la lista",
    text: "Todos los nombres, sus formas abreviadas y los boletos de este sorteo se borran de este sitio. No se puede deshacer. Lo que se cerró y se sorteó permanece, por posiciones en la lista; los justificantes y actas que alguien haya guardado se pueden seguir comprobando.",
    erase: "Borrar la lista para siempre",
  },
};
