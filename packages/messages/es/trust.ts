import type { Messages } from "../en/index.ts";

export const trust: Messages["trust"] = {
  title: "Por qué puedes fiarte",
  description:
    "Quién tiene los números secretos de un sorteo, qué podría hacer cada parte por su cuenta y cómo comprobarlo tú.",
  lead: "Dos personas escriben cada una un número secreto y lo sellan en un sobre. Después se cierra la lista de nombres. Solo entonces se abren los dos sobres, y los dos números señalan a quien gana.",
  picture: "Dos sobres sellados y una lista cerrada; los dos sobres se abren a la vez y dan el resultado.",
  labels: { a: "Secreto A", b: "Secreto B", list: "Lista cerrada", result: "Resultado" },
  why: "Nadie conocía los dos números mientras la lista podía cambiar. Por eso nadie pudo preparar una lista ganadora ni elegir un número a su favor.",
  who: "Quién gestiona aquí los dos servicios",
  one: "Una sola parte gestiona aquí los dos servicios. Podría dirigir un sorteo; nadie más. Para subir de nivel, deja que alguien independiente gestione uno de ellos.",
  two: "Dos partes, según declaran, gestionan un servicio cada una. Ninguna puede dirigir sola un sorteo:",
  unknown: "Uno de los servicios no responde ahora, así que esta página no puede decir quién los gestiona.",
  nobody: "sin indicar",
  service: (side) => `Servicio ${side}`,
  alone: "Qué podría hacer cada parte por su cuenta",
  could: [
    {
      who: "Quien organiza",
      text: "no puede elegir quién gana. Podría hacer varios sorteos y mostrarte uno. Un sorteo anunciado de antemano lo descarta, y su página dice con cuánta antelación.",
    },
    {
      who: "Un servicio",
      text: "no puede buscar un resultado, porque no conoce el otro número. Podría negarse a abrir su sobre. Entonces el sorteo queda anulado, y todos lo ven.",
    },
    {
      who: "Este sitio",
      text: "no puede cambiar la lista después del cierre. Podría mostrarte una página falsa. Por eso comprueba el sorteo tu propio dispositivo, o un programa de otra procedencia.",
    },
    {
      who: "Los dos servicios juntos",
      text: "podrían elegir el resultado. Por eso la página de cada sorteo dice quién los gestionaba.",
    },
  ],
  never: "Ningún sorteo puede demostrar que las personas de una lista existen, ni que se entregó el premio.",
  check: "Compruébalo tú",
  checkText:
    "Abre cualquier sorteo y pulsa «Comprobar este sorteo». Después pulsa «Hacer trampa» y verás que un acta modificada se descubre.",
  recent: "Ver los sorteos recientes",
};
