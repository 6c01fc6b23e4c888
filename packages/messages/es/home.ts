import type { Messages } from "../en/index.ts";

export const home: Messages["home"] = {
  tryout: {
    title: "Pruébalo: medio minuto y sin escribir nada",
    text: "Doce lectores, tres libros. El sorteo está hecho y sellado en estos sobres. Ábrelos, compruébalos y después intenta hacer trampa.",
    begin: "Ver el ejemplo",
    open: "Abrir los sobres",
    opened: (names) => `Los libros son para ${names}. Pero ¿será verdad? Que lo averigüe tu propio dispositivo.`,
    check: "Comprobar",
    verified:
      "Las diez comprobaciones han salido bien. Tu propio dispositivo ha repetido el sorteo a partir del acta. Ahora haz trampa: cambia algo en una copia del acta.",
    caught: "Cambies lo que cambies, una comprobación lo descubre. Prueba otro truco, o crea tu propio sorteo.",
    own: "Crear mi sorteo",
    failed: "No se ha podido cargar el ejemplo. ¿Tienes conexión? Vuelve a intentarlo.",
  },
  title: "Por qué nadie puede amañarlo",
  steps: [
    { title: "Sellar", text: "Dos servicios eligen cada uno un número secreto y publican su huella." },
    { title: "Cerrar", text: "La lista y la regla quedan fijadas. Desde aquí nadie puede cambiarlas, ni siquiera tú." },
    {
      title: "Sortear",
      text: "Se abren los dos números. Con la lista dan el resultado, y cualquiera puede comprobarlo.",
    },
  ],
};
