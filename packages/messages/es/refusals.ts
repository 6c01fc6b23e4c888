import type { RefusalWords } from "@fairhat/protocol/refusals";
import { counter } from "../language.ts";

const count = counter("es");

const NOT_BOUND = {
  open: "Este sorteo aún no está cerrado; su lista todavía puede cambiar.",
  void: "Este sorteo se anuló antes de que los dos servicios de azar confirmaran su cierre.",
  waiting: "Los dos servicios de azar aún no han confirmado el cierre; vuelve a intentarlo en un momento.",
};

/** Why something cannot be done, by the reason. */
export const refusals: RefusalWords = {
  already_drawn: "Este sorteo está hecho; su resultado es definitivo.",
  already_locked: "Este sorteo está cerrado; ya no se puede cambiar nada en él.",
  already_passed_over: "Ya se ha sustituido a este participante.",
  already_void: "Este sorteo está anulado; crea uno nuevo.",
  bad_address: "Esta no es una dirección de este sitio; ábrela de nuevo desde la página que la indica.",
  busy: "Ahora se están recibiendo otras listas largas; envía la tuya de nuevo en un momento.",
  changed_meanwhile: "Otra petición cambió el sorteo al mismo tiempo; míralo y vuelve a intentarlo.",
  closing: "Este servicio se está apagando; vuelve a intentarlo en un momento.",
  database_unavailable: "La base de datos no responde; vuelve a intentarlo en un momento.",
  draw_begun:
    "El sorteo ha empezado, así que sus números pueden conocerse ya; no se puede anular. Terminará en cuanto respondan todos los servicios.",
  duplicate_id: "Otro sorteo de esta petición tiene el mismo nombre; este no se ha creado.",
  duplicate_member: ({ name }) => `${name} aparece dos veces en el mismo objeto; deja solo uno.`,
  from_elsewhere: "Este formulario viene de otro sitio web; ábrelo aquí y envíalo de nuevo.",
  idempotency_key_reused: "Esta Idempotency-Key pertenece a otra petición; envía una nueva.",
  internal_error: "Algo ha fallado por nuestra parte. No se ha perdido nada; vuelve a intentarlo.",
  key_replaced: "Otra petición cambió la clave de este sorteo; usa el nuevo enlace de gestión.",
  list_erased: "La lista de este sorteo se ha borrado; lo que queda está en su acta.",
  list_not_saved:
    "La lista ha cambiado y no está guardada: guárdala primero, o vuelve a abrir tu enlace de gestión para verla como estaba.",
  list_unclear: ({ sheets }) =>
    sheets === undefined
      ? "Algo en la lista no está claro."
      : `El archivo tiene varias hojas: ${sheets}. Indica una, por ejemplo ?sheet=1.`,
  names_are_open: "Los nombres de este sorteo están a la vista; no hay nada que publicar.",
  names_not_kept:
    "Este sitio no guarda los nombres de este sorteo; los justificantes se hacen con el archivo de nombres.",
  no_body: "El formulario ha llegado vacío; rellénalo y envíalo de nuevo.",
  no_create_token: "En este sitio hace falta un código de acceso para crear un sorteo; lo da su responsable.",
  no_list: "Este sorteo no tiene lista; no hay nada que borrar.",
  no_manage_key: "Falta la clave de gestión del sorteo.",
  no_place: "Nadie tiene un puesto en esta posición de la lista.",
  no_record_yet: "Este sorteo no está hecho ni anulado; aún no tiene acta.",
  no_result_yet: "Este sorteo aún no está hecho; no tiene resultado.",
  no_such_draw: ({ deleted }) =>
    deleted
      ? "Otra petición eliminó este sorteo al mismo tiempo; ya no existe."
      : "No hay ningún sorteo con este identificador; un identificador tiene 32 caracteres, 0-9 y a-f.",
  no_such_webhook: "Este sorteo no tiene ningún webhook con este identificador.",
  no_winners: "Esta regla no sortea ganadores, así que no se puede sustituir a nadie.",
  not_announced: "Este sorteo no espera ninguna hora.",
  not_bound: ({ state }) => NOT_BOUND[state],
  not_drawn: "Este sorteo aún no está hecho; nadie tiene un puesto en él.",
  not_found: "En esta dirección no hay nada.",
  not_json: "El contenido no es JSON.",
  not_locked: "Este sorteo aún no está cerrado; ciérralo primero.",
  not_over:
    "Este sorteo no ha terminado. Mientras está abierto puedes eliminarlo; su lista, solo cuando esté hecho o anulado.",
  not_utf8: ({ what }) =>
    what === "form"
      ? "El formulario no está codificado en UTF-8 con %xx."
      : "El texto no es UTF-8 válido; guárdalo o envíalo en esa codificación.",
  not_void: "Este sorteo no está anulado; solo se repite uno anulado.",
  positions_would_move:
    "Los ajustes del sorteo señalan participantes por su posición. Déjalos en su sitio y añade los demás detrás, o crea un sorteo nuevo.",
  seal_lost:
    "Un servicio de azar ha perdido su número para este sorteo, que ya no podrá hacerse nunca; créalo de nuevo.",
  service_unavailable: ({ service }) =>
    `El servicio ${service} no responde como debe; el sorteo se queda como está. Vuelve a intentarlo en un momento.`,
  service_unreachable: ({ service }) =>
    `El servicio ${service} no responde. Un sorteo solo se puede anular cuando los dos servicios de azar han confirmado que no han abierto nada. Vuelve a intentarlo en un momento.`,
  time_given: "Has indicado una hora: cierra el sorteo para esa hora, o vacía el campo para sortear al momento.",
  time_has_passed: "Esa hora ya ha pasado; indica una posterior, o ninguna para sortear a mano.",
  time_skipped: ({ time, zone }) =>
    `Las ${time} no existen ese día en ${zone}, porque los relojes se adelantan; elige otra hora.`,
  time_twice: ({ time, zone }) =>
    `Las ${time} llegan dos veces ese día en ${zone}, porque los relojes se atrasan; elige una hora anterior o posterior.`,
  time_is_full: "A esa hora hay ya demasiados sorteos grandes; indica otra.",
  too_deep: ({ most }) => `Las listas y objetos pueden anidarse como mucho en ${most} niveles.`,
  too_early: "Este sorteo está anunciado para más tarde; no se puede hacer antes de su hora.",
  too_large: ({ what, most }) => {
    if (what === "list of a batch") {
      return "La lista es demasiado larga para varios sorteos en una petición; créalos uno a uno.";
    }
    const bytes = count(most, { one: "byte", other: "bytes" });
    const isBeside = what.endsWith("beside its list");
    return isBeside
      ? `Junto a la lista se pueden enviar como mucho ${bytes}.`
      : `Se pueden enviar como mucho ${bytes}.`;
  },
  too_many_draws: ({ burst, perSecond }) =>
    `Desde una dirección se pueden crear ${burst} sorteos a la vez, y después ${perSecond} por segundo; envía este de nuevo en diez segundos.`,
  too_many_fields: ({ most }) => `Un formulario puede tener como mucho ${most} campos.`,
  too_many_large:
    "Ahora esperan demasiados sorteos grandes; vuelve a intentarlo en un minuto, o cierra el sorteo para más tarde.",
  too_many_members: ({ most }) => `Un objeto puede tener como mucho ${most} elementos.`,
  too_many_pictures: "Ahora se están creando demasiadas imágenes; vuelve a intentarlo en un momento.",
  too_many_values: ({ most }) => `Se pueden enviar como mucho ${count(most, { other: "nombres y valores" })} a la vez.`,
  too_many_watch: "Ahora lo sigue demasiada gente; vuelve a intentarlo en un momento.",
  too_many_webhooks: ({ most }) => `Un sorteo tiene como mucho ${most} webhooks; elimina antes uno.`,
  too_slow: ({ least }) =>
    `El envío debe llegar al menos a ${least} KiB por segundo; envíalo de nuevo con una conexión más rápida.`,
  unknown_action: ({ action }) => `Con un sorteo no se puede hacer nada que se llame ${action}.`,
  unknown_rule: ({ known }) => `Ese método no existe; los conocidos son: ${known}.`,
  unsupported_media_type: ({ what, type }) =>
    `Envía ${what === "form" ? "el formulario" : "el contenido"} como ${type}.`,
  wrong_create_token: "Este código de acceso no permite crear sorteos aquí; pide uno al responsable.",
  wrong_manage_key: "Esta clave no abre este sorteo.",
  webhooks_off: "Este sitio no envía webhooks; sigue en su lugar los eventos del sorteo.",
};
