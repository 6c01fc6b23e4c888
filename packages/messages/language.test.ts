import { expect, test } from "bun:test";
import { durations } from "./language.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  [MINUTE, "1 minute", "1 Minute", "1 minute", "1 minuto"],
  [MINUTE + 59_999, "1 minute 59 seconds", "1 Minute 59 Sekunden", "1 minute 59 secondes", "1 minuto 59 segundos"],
  [
    3 * HOUR + 12 * MINUTE + 10 * SECOND,
    "3 hours 12 minutes",
    "3 Stunden 12 Minuten",
    "3 heures 12 minutes",
    "3 horas 12 minutos",
  ],
  [3 * HOUR + 59 * SECOND, "3 hours", "3 Stunden", "3 heures", "3 horas"],
  [DAY + HOUR, "1 day 1 hour", "1 Tag 1 Stunde", "1 jour 1 heure", "1 día 1 hora"],
  [
    400 * DAY + 23 * HOUR + 59 * MINUTE,
    "400 days 23 hours",
    "400 Tage 23 Stunden",
    "400 jours 23 heures",
    "400 días 23 horas",
  ],
  [12 * SECOND + 900, "12 seconds", "12 Sekunden", "12 secondes", "12 segundos"],
  [999, "0.99 seconds", "0,99 Sekunden", "0,99 seconde", "0,99 segundos"],
  [49, "0.04 seconds", "0,04 Sekunden", "0,04 seconde", "0,04 segundos"],
  [0, "0.00 seconds", "0,00 Sekunden", "0,00 seconde", "0,00 segundos"],
])("%d milliseconds", (length, english, german, french, spanish) => {
  const written = ["en", "de", "fr", "es"].map((language) =>
    durations(language)(length).replace(/[\u00a0\u202f]/g, " "),
  );
  expect(written).toEqual([english, german, french, spanish]);
});
