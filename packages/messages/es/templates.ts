import type { Messages } from "../en/index.ts";

export const templates: Messages["templates"] = {
  more: "Sorteos más habituales",
  about: "Cómo funciona aquí",
  pages: {
    raffle: {
      name: "Rifa",
      title: "Sorteo de rifa en línea",
      heading: "Una rifa que cualquiera puede comprobar",
      description:
        "Pega los nombres con sus boletos, sortea los premios y comparte una página donde cualquiera puede comprobar la rifa.",
      text: "Escribe un nombre por línea y, tras una coma, el número de boletos. Con el doble de boletos hay el doble de posibilidades de salir a continuación; quien gana sale con todos sus boletos. Sortea delante de todos, o programa el sorteo para que la lista quede cerrada antes.",
      example: "Lucía, 3\nHugo\nMartina, 10",
    },
    giveaway: {
      name: "Sorteo en redes",
      title: "Sorteo para redes sociales",
      heading: "Un sorteo del que nadie duda",
      description:
        "Pega los nombres de los participantes, elige ganadores al azar y da a todos una página que demuestra que fue limpio.",
      text: "Pega los nombres de tu publicación o formulario, uno por línea. Añade suplentes por si alguien no responde: salen del mismo sorteo, así que nunca hay que repetirlo. Pon el enlace del sorteo en tu publicación.",
      example: "@lucia\n@hugo\n@martina",
    },
    "prize-draw": {
      name: "Sorteo de premios",
      title: "Sorteo de varios premios",
      heading: "Un ganador para cada premio",
      description:
        "Escribe tus premios y participantes: cada premio encuentra ganador, nadie gana dos veces y cualquiera puede comprobarlo.",
      text: "Escribe los premios en el orden en que se sortean, con la cantidad de cada uno. Los suplentes entran si un ganador no puede participar. Programa el sorteo para anunciarlo en las bases.",
      example: "Lucía\nHugo\nMartina\nLeo",
    },
    teams: {
      name: "Equipos",
      title: "Generador de equipos al azar",
      heading: "Repartir una lista en equipos al azar",
      description:
        "Pega nombres y repártelos al azar en equipos o grupos. Cualquiera puede comprobar que nadie eligió su equipo.",
      text: "Di cuántos equipos hay o de qué tamaño. Los nombres se barajan y se reparten como cartas, de modo que los equipos se diferencian como mucho en una persona.",
      example: "Lucía\nHugo\nMartina\nLeo\nSofía\nDaniel",
    },
    "random-order": {
      name: "Orden al azar",
      title: "Mezclar una lista: orden al azar",
      heading: "Poner una lista en orden al azar",
      description:
        "Mezcla una lista: ponencias, turnos o una cola. Cualquiera puede comprobar que nadie eligió su puesto.",
      text: "Cada participante tiene la misma probabilidad de ocupar cada puesto. Sirve para el orden de las ponencias, las cabezas de serie de un torneo o una lista de espera.",
      example: "Primera ponencia\nSegunda ponencia\nTercera ponencia",
    },
    "secret-santa": {
      name: "Amigo invisible",
      title: "Sorteo del amigo invisible",
      heading: "Sortear quién regala a quién",
      description:
        "Pega los nombres y sortea el amigo invisible: cada cual regala a una persona y nadie se toca a sí mismo.",
      text: "Cada persona hace un regalo y recibe otro. Puedes excluir las parejas que no deben tocarse.",
      example: "Lucía\nHugo\nMartina\nLeo",
    },
    "lottery-numbers": {
      name: "Números de lotería",
      title: "Números de lotería al azar: 6 de 49",
      heading: "Sacar seis números del 1 al 49",
      description:
        "Saca números de lotería, de entrada 6 de 49 sin repetición, con un acta que cualquiera puede comprobar.",
      text: "Cambia el intervalo o la cantidad de números. Sin repetición, cada número sale como mucho una vez. No hace falta lista.",
      example: "",
    },
    dice: {
      name: "Dados",
      title: "Tirar dados que nadie puede trucar",
      heading: "Tirar dos dados",
      description: "Tira dos dados, o los que quieras, y demuestra a los demás que la tirada fue limpia.",
      text: "Cada tirada es un número del 1 al 6, y los números pueden repetirse. Para un solo dado, pon la cantidad a 1; para cara o cruz, saca un número del 0 al 1.",
      example: "",
    },
  },
};
