import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("es");

export const common: Messages["common"] = {
  motto: "Sorteos que nadie puede amañar",
  skip: "Ir al contenido",
  nav: {
    label: "Menú principal",
    make: "Crear",
    draws: "Sorteos",
    rules: "Reglas",
    verify: "Comprobar",
    api: "API",
  },
  footer: "Cada sorteo deja un acta que cualquiera puede comprobar, sin tener que fiarse de este sitio.",
  language: "Idioma",
  problems: "Revisa los datos",
  problemIn: (title) => `Problema: ${title}`,
  toTheStart: "Inicio",
  site: { imprint: "Aviso legal", contact: "Contacto", source: "Código fuente" },
  connection: {
    lost: "Estás sin conexión. No se ha enviado nada, y nada de lo que escribiste se ha perdido.",
    down: "El sitio no responde. Nada de lo que escribiste se ha perdido.",
    again: "Reintentar",
  },
  copy: "Copiar",
  copied: "Copiado",
  yes: "sí",
  no: "no",
  utc: (time) => `${time} UTC`,
  entries: (number) => count(number, { one: "participante", other: "participantes" }),
  tickets: (number) => count(number, { one: "boleto", other: "boletos" }),
  states: { open: "abierto", locked: "cerrado", drawn: "sorteado", void: "anulado" },
  params: {
    winners: "Ganadores",
    alternates: "Suplentes",
    groups: "Grupos",
    size: "Personas por grupo",
    from: "Desde",
    to: "Hasta",
    count: "Cuántos",
    repeat: "Con repeticiones",
    prizes: "Premios",
    tickets: "Con boletos",
    panels: "Paneles, con su peso",
    forbidden: "Parejas excluidas",
    seeds: "Cabezas de serie",
    twice: "A doble vuelta",
  },
};
