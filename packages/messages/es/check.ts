import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("es");

export const check: Messages["check"] = {
  begin: "Comprobar este sorteo",
  promise:
    "Tu propio dispositivo recalcula todo el sorteo a partir de su acta. No tienes que fiarte de nuestro servidor.",
  needsScript: "Comprobar en la página necesita JavaScript. Sin él, el acta y uno de los dos programas hacen lo mismo.",
  stop: "Detener",
  again: "Comprobar otra vez",
  progress: "Progreso",
  now: {
    fetching: "Cargando el acta…",
    fetched: (size) => `Cargando el acta: ${size} hasta ahora.`,
    checking: "Comprobando…",
    stopped: "Detenido. No se ha decidido nada.",
    lost: "No se ha podido cargar el acta. ¿Tienes conexión? No se ha decidido nada.",
    notDrawn: "Este sorteo aún no está hecho; su acta llega con el resultado.",
    noDraw: "Ese sorteo no existe.",
    refused: (status) => `En esta dirección no hay ningún acta (respuesta ${status}).`,
    broken:
      "El comprobador no se ha cargado o ha fallado. No se ha decidido nada. Vuelve a intentarlo, o usa uno de los dos programas.",
  },
  checks: {
    form: {
      name: "Forma",
      demand: "El archivo es un acta o un cierre completo, exactamente como se escribió.",
      wrong: "El archivo no es un acta completa, o se cambió después de escribirse.",
    },
    signatures: {
      name: "Firmas",
      demand: "Cada declaración está firmada por el servicio que nombra.",
      wrong: "Una declaración no fue firmada por el servicio que nombra.",
    },
    keys: {
      name: "Claves",
      demand: "Los dos servicios tienen claves distintas, y las que tú has dado, si diste alguna.",
      wrong: "Los dos servicios tienen la misma clave, o una clave no es la que diste.",
    },
    seals: {
      name: "Sobres",
      demand: "Los números abiertos son los que se sellaron para este sorteo.",
      wrong: "Los números abiertos no son los que se sellaron para este sorteo.",
    },
    entries: {
      name: "Lista",
      demand: "La lista es la que se cerró, en el mismo orden.",
      wrong: "La lista no es la que se cerró.",
    },
    bindings: {
      name: "Cierre",
      demand: "Los dos números se vincularon a esta lista, esta regla y estos dos sobres.",
      wrong: "Los dos números no se vincularon a esta lista, esta regla y estos sobres.",
    },
    times: {
      name: "Horas",
      demand: "Se selló, se cerró y se abrió en este orden, y se abrió a su hora.",
      wrong: "No se selló, cerró y abrió en este orden, o se abrió demasiado pronto.",
    },
    rule: {
      name: "Regla",
      demand: "La regla se conoce, sirve para esta lista y no saca más suplentes de los prometidos.",
      wrong: "La regla no sirve para esta lista, o saca suplentes que no se prometieron.",
    },
    seed: {
      name: "Semilla",
      demand: "El punto de partida del sorteo viene del cierre y de los dos números.",
      wrong: "El sorteo no parte de este cierre y de estos dos números.",
    },
    result: {
      name: "Resultado",
      demand: "La regla, aplicada de nuevo, da este resultado.",
      wrong: "La regla da un resultado distinto de este.",
    },
  },
  about: { draw: "Sorteo", organiser: "Organizador", more: (number) => `y ${number} más` },
  status: {
    waiting: "pendiente",
    running: "en curso",
    passed: "superada",
    failed: "fallida",
    skipped: "sin comprobar",
  },
  numbers: "Ver los datos utilizados",
  expected: "Esperado",
  found: "Encontrado",
  skipped: {
    form: "No hay nada que comprobar si la forma falló.",
    notDrawn: "No se sorteó nada.",
    needs: "Depende de una comprobación anterior que falló.",
    rule: "Este comprobador no conoce la regla.",
    lock: "Un cierre se comprueba hasta sus horas: en él no se sortea nada.",
  },
  facts: {
    bytes: "Tamaño en bytes",
    signatures: "Firmas",
    a: "Clave del servicio a",
    b: "Clave del servicio b",
    pinned: "Claves que has dado",
    "sealed a": "Huella del sobre a",
    "sealed b": "Huella del sobre b",
    "secret a": "Número del servicio a",
    "secret b": "Número del servicio b",
    count: "Participantes",
    tickets: "Boletos",
    root: "Huella de la lista",
    M: "M, la huella de todo lo que se cerró",
    "seal a": "Huella del sello a",
    "seal b": "Huella del sello b",
    asked: "Sorteo que se pidió",
    lock: "M del cierre guardado",
    locked: "Cerrado",
    due: "Previsto",
    "issued a": "Sellado por el servicio a",
    "issued b": "Sellado por el servicio b",
    "bound a": "Vinculado por el servicio a",
    "bound b": "Vinculado por el servicio b",
    "opened a": "Abierto por el servicio a",
    "opened b": "Abierto por el servicio b",
    void: "Anulado",
    rule: "Regla",
    params: "Parámetros",
    seed: "Semilla",
    result: "Resultado (puestos de la lista, contados desde 0)",
  },
  given: { none: "ninguna", a: "del servicio a", b: "del servicio b", "a and b": "de los dos" },
  verdict: {
    holds: {
      title: "Comprobado",
      text: "Las diez comprobaciones han salido bien: el resultado se deriva de la lista cerrada, la regla publicada y los dos números secretos.",
    },
    erased: {
      title: "Lista borrada",
      followed: "El resultado se deriva de los números sellados; la lista ya no se puede comprobar aquí.",
      unseen: "Los números sellados son los que se cerraron; la lista y el resultado ya no se pueden comprobar aquí.",
    },
    void: {
      title: "No se sorteó nada",
      text: (reason) =>
        `El sorteo se detuvo, y lo que se había publicado hasta entonces concuerda. Motivo indicado: «${reason}»`,
      unbound:
        "Ningún servicio había confirmado el cierre: quien tenga los dos sellos puede haber fabricado este acta.",
      oneOut: "Uno de los dos números estaba abierto: quien tuviera el otro ya podía conocer el resultado.",
      unsigned:
        "Nadie firma que un sorteo está anulado. Con el identificador del sorteo, pregunta a los dos servicios hasta dónde llegó.",
    },
    bothOut: {
      title: "Detenido con los dos números abiertos",
      text: (reason, result) =>
        `Los dos números estaban abiertos antes de que se detuviera el sorteo: el resultado estaba fijado, y cualquiera podía calcularlo. Habría sido ${result}. Motivo indicado: «${reason}»`,
    },
    soFar: {
      title: "Comprobado hasta aquí",
      text: "Este es el cierre de un sorteo: lista, regla y sellos, confirmados por los dos servicios. En él no se sortea nada. Guárdalo: el acta debe tener el mismo M.",
    },
    failed: {
      title: "No es válido",
      text: (check) => `La comprobación «${check}» ha fallado. No te fíes de este resultado.`,
      another: "Este es un sorteo distinto del que se pidió.",
      otherLock: "Se cerró una lista distinta de la que se guardó: a alguien se le mostró otro sorteo.",
      reformatted:
        "El contenido puede ser correcto: los editores cambian a menudo el formato de un archivo al guardarlo. Usa el acta exactamente como se descargó.",
    },
    undecided: {
      title: "Aquí no se puede decidir",
      version:
        "El acta es de una versión que este comprobador no conoce. Eso no dice nada a favor ni en contra del sorteo.",
      rule: "Todo lo demás concuerda, pero este comprobador no conoce la regla y no puede recalcular el resultado.",
    },
    not: {
      title: "Esto no es un acta",
      empty: "Está vacío.",
      picture:
        "Es una imagen. Un acta es un archivo cuyo nombre termina en .json; la imagen de un sorteo no demuestra nada.",
      document: "Es un documento o un archivo comprimido. Un acta es un archivo cuyo nombre termina en .json.",
      page: "Es una página web. Descarga el acta desde la página del sorteo y usa ese archivo.",
      marked: "Empieza con una marca invisible que añaden algunos editores. Usa el acta exactamente como se descargó.",
      "not text": "No es texto en UTF-8.",
      "cut short": "Termina a medias: la descarga se interrumpió, o el texto no se copió entero. Descárgalo otra vez.",
      "not JSON": "Es texto, pero no JSON.",
      deep: "Tiene más niveles de los que puede tener un acta.",
      other: "Es JSON, pero no un acta de Fairhat.",
      large: (most) => `Supera ${most}, demasiado para comprobarlo en un navegador. Usa uno de los dos programas.`,
    },
  },
  differs: {
    lock: "El acta cierra una lista, una regla o unos sobres distintos de los que muestra esta página. No te fíes de esta página.",
    result: "El acta da un resultado distinto del que muestra esta página. No te fíes de esta página.",
  },
  know: {
    title: "Lo que esta comprobación no puede decirte",
    pinned: "Los dos servicios firmaron con las claves que diste.",
    unknown:
      "Quién firmó: habría que conocer las claves de los dos servicios por otra vía, pero se tomaron del acta misma. Quien inventa un sorteo entero puede inventar también sus servicios.",
    give: "Comprobar con claves que conoces",
    operators: (a, b, parties) =>
      `Los servicios los gestionan ${a} y ${b}, según declaran: ${parties === 2 ? "dos partes" : "una sola parte"}.`,
    unnamed: "Ningún servicio dice quién lo gestiona: cuenta como una sola parte.",
    blank: "(vacío)",
    announced: (lead) =>
      `El sorteo se anunció ${lead} antes: durante ese tiempo la lista y la regla estuvieron cerradas y a la vista.`,
    atOnce: (lead) =>
      `Si hubo otros intentos: este sorteo se hizo al momento (${lead} entre cierre y apertura), y nada muestra si antes se descartaron otros.`,
    overlapping: (lead) =>
      `Si hubo otros intentos: este sorteo se hizo al momento (un servicio abrió ${lead} antes de que el otro se vinculara), y nada muestra si antes se descartaron otros.`,
    list: "Si en la lista están las personas correctas. Ningún cálculo puede decirlo.",
    page: "Esta misma página: viene del sitio que hizo el sorteo y podría mentir. Para tener certeza, comprueba el acta en otro dispositivo, o con uno de los dos programas, que no comparten código.",
    compare: "Si a todos se les mostró el mismo sorteo. Compáralo con otras personas; otro M significa otro sorteo:",
  },
  act: {
    title: "Qué hacer ahora",
    distrust: "No te fíes de este resultado ni lo difundas como tal.",
    save: "Guarda el acta: es la prueba.",
    ask: "Pregunta a quien organiza cómo ha ocurrido, y enséñale qué comprobación falló.",
    compare: "Compara con lo que han recibido otros: descarga el acta en otro dispositivo y compara M.",
  },
  breaking: {
    title: "Hacer trampa",
    text: "¡Haz trampa! Cambia lo que quieras en esta copia del acta y mira qué comprobación te pilla. Nada sale de tu dispositivo; el sorteo de verdad sigue como está.",
    tricks: "Algunos trucos viejos",
    trick: {
      winner: "Hacer que gane otra persona",
      swap: "Intercambiar los dos primeros participantes",
      leave: "Quitar al primer participante",
      rename: "Cambiar el nombre del primer participante",
      secrets: "Intercambiar los dos números secretos",
      secret: "Elegir otro número secreto",
      binding: "Quitar una vinculación",
      signature: "Falsificar una firma",
      both: "Un servicio hace de los dos",
      early: "Abrir antes del cierre",
      rule: "Usar otra regla",
    },
    fields: "Todo lo que hay en el acta",
    back: "Dejarlo como estaba",
    untouched: "Aún no se ha cambiado nada.",
    press: "Comprobar el acta modificada",
    pressed: "Modificada. Pulsa el botón para comprobarla.",
    caught: (check) => `Descubierto por la comprobación «${check}».`,
    notRecord: "Descubierto al instante: esto ya ni siquiera es un acta.",
    undecided: "No superado: este comprobador ya no puede decidirlo.",
    escaped:
      "No descubierto. Nadie firma por qué y cuándo se detuvo un sorteo, y lo que nunca se publicó no puede faltar. Así no se puede fabricar ningún resultado.",
    same: "Así estaba antes: todo concuerda.",
    one: (path) => `Cambiar un carácter de ${path}`,
    more: (items) =>
      `${count(items, { one: "elemento más del acta no se muestra", other: "elementos más del acta no se muestran" })} aquí.`,
    groups: {
      record: "Acta",
      manifest: "Lo que se cerró",
      entries: "Lista",
      seals: "Sobres",
      bindings: "Vinculaciones",
      openings: "Números abiertos",
      outcome: "Resultado",
      void: "Por qué está anulado",
    },
  },
  page: {
    title: "Comprobar un sorteo",
    description: "Comprueba el acta de un sorteo en tu propio dispositivo, también sin conexión.",
    text: "Un acta contiene todo lo que forma un sorteo. Tu propio dispositivo lo recalcula; no se envía nada a ninguna parte.",
    file: "El archivo de un acta",
    drop: "o suéltalo en cualquier parte de esta página.",
    paste: "o pega el texto de un acta, o el enlace de un sorteo de este sitio",
    go: "Comprobar",
    outcome: "Resultado de la comprobación",
    keys: "Claves que conoces por otra vía",
    keysText:
      "Opcional. Si los responsables te dieron sus claves, en papel o en una página propia, la comprobación exige justo esas.",
    key: (side) => `Clave del servicio ${side}`,
    badKey: "Una clave tiene 64 caracteres, cada uno de 0 a 9 o de a a f.",
    nothing: "Elige primero un archivo, o pega algo.",
    elsewhere: (host) =>
      `Ese sorteo está en ${host}. Esta página no consulta ningún otro sitio: descarga allí el acta y usa el archivo.`,
    notLink: "Eso no es ni el texto de un acta ni el enlace de un sorteo.",
    unread: "No se ha podido leer el archivo.",
    offline: "Esta página funciona ahora también sin conexión.",
    digest: "SHA-256",
    programs: "Lo mismo con un programa, sin esta página",
    programsText:
      "Dos programas que no comparten código comprueban un acta en una terminal. Compara sus huellas con las que han recibido otros.",
    python: "El comprobador en Python, un solo archivo sin dependencias",
    node: "El comprobador para Node y Bun, un solo archivo",
    servicesKeys: "Claves públicas de los dos servicios de azar de este sitio",
    keysCompare:
      "Las claves de esta página no demuestran más que la página misma. Compáralas con lo que los responsables publican en otro lugar.",
  },
};
