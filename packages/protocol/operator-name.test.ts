import { expect, test } from "bun:test";
import { type OperatorFault, operatorFault } from "./operator-name.ts";

const GOOD = [
  ...["", "Acme", "Zoë & Söhne GmbH, Straße 1", "L’Atelier des Sœurs", "Işık Vakfı", "Æblehaven"],
  ...["Общество любителей", "Ελληνική Ένωση", "株式会社ソニー Labs", "주식회사 Samsung", "שלום עולם", "समाज 24"],
];

test.each(GOOD)("%p is a name", (name) => {
  expect(operatorFault(name)).toBeNull();
});

test.each<[string, OperatorFault]>([
  ["Ac\u200bme", "invisible"],
  ["Ac\u00adme", "invisible"],
  ["Acme\u202e", "invisible"],
  ["Acme\u00a0Ltd", "invisible"],
  ["Acme\u3164", "invisible"],
  [" Acme", "invisible"],
  ["Acme ", "invisible"],
  ["Acme  Ltd", "invisible"],
  ["\u2800", "invisible"],
  ["Аcme", "confusable"], // Cyrillic А
  ["Αcme", "confusable"], // Greek Α
  ["Асе", "confusable"], // all Cyrillic
  ["ɑcme", "confusable"], // the Latin alpha of phonetics
  ["ᎪᏟᎬ", "confusable"], // Cherokee
  ["Acme 工場 общество", "confusable"],
])("%p is refused: %s", (name, fault) => {
  expect(operatorFault(name)).toBe(fault);
});
