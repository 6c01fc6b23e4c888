import type { Messages } from "../en/index.ts";

export const privacy: Messages["privacy"] = {
  title: "Privacidad",
  description: "Qué guarda este sitio, dónde, cuánto tiempo y quién es responsable.",
  lead: "No hay cuentas, ni rastreadores, ni terceros. Esta página dice lo que se guarda a pesar de todo.",
  who: "Quién es responsable",
  operator: "Responsable",
  contact: "Contacto",
  unnamed: "este sitio no lo indica",
  kept: "Qué se guarda",
  what: [
    {
      name: "Sorteos",
      text: "Título, nombre de quien organiza, regla, lista y resultado de cada sorteo, con sus horas y firmas. Puede verlos quien tenga el enlace. Quien organiza puede eliminar un sorteo abierto. Una vez sorteado o anulado, puede borrar la lista; el resto permanece como prueba.",
    },
    {
      name: "Nombres de un sorteo privado",
      text: "Tu navegador los oculta antes de enviar nada. Este sitio guarda una huella con sal, una forma abreviada como las iniciales y los boletos. Solo recibe un nombre cuando quien organiza publica a un ganador. De los programas, y de los navegadores sin JavaScript, este sitio recibe los nombres; los oculta y los guarda cifrados con la clave de quien organiza.",
    },
    {
      name: "Justificantes",
      text: "Un justificante está en su enlace, detrás de #, que los navegadores no envían a nadie. Se comprueba en tu dispositivo.",
    },
    {
      name: "Claves de organizadores",
      text: "Una huella de cada clave. La clave misma solo está en el enlace de quien organiza.",
    },
    {
      name: "Registros",
      text: "Hora, tipo de petición, estado y duración. No contienen nombres, claves ni direcciones de red.",
    },
    {
      name: "Tu navegador",
      text: "Una cookie con el idioma que eliges. Un borrador hasta crear el sorteo, y las huellas de las listas que has visto. Los enlaces de gestión, solo si lo pides.",
    },
  ],
  long: "Cuánto tiempo",
  longText: (days) =>
    `${days === 0 ? "Las listas se guardan hasta que quien organiza las borra; nada se borra automáticamente." : `La lista de un sorteo, con todos sus nombres, se borra ${days} días después del sorteo, o antes si quien organiza lo pide.`} La prueba de un sorteo cerrado permanece. Las copias de seguridad siguen el calendario del responsable.`,
  services: "Quién más recibe algo",
  servicesText:
    "Los dos servicios de azar reciben el título, el organizador, la regla y la huella de la lista, nunca la lista misma. Los gestionan:",
  rights: "Tus datos",
  rightsText: "Para ver o quitar lo que un sorteo dice de ti, pregunta a quien lo organiza o al responsable.",
};
