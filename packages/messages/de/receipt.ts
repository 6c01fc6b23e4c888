import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("de");
const number = new Intl.NumberFormat("de");

export const receipt: Messages["receipt"] = {
  title: "Ihr Beleg",
  description:
    "Einen Beleg prüfen: ob Sie auf der festgeschriebenen Liste einer privaten Verlosung stehen und was Sie gewonnen haben.",
  lead: "Ein Beleg beweist, dass Sie auf der festgeschriebenen Liste einer privaten Verlosung stehen.",
  stays: "Er wird auf diesem Gerät geprüft. Ihr Name bleibt hier und wird nie an diese Website gesendet.",
  needsScript: "Um einen Beleg zu prüfen, braucht es JavaScript.",
  other: "Einen anderen Beleg öffnen",
  file: "Ein Beleg als Datei",
  paste: "Oder fügen Sie seinen Link oder seinen Text ein",
  go: "Prüfen",
  working: "Ihr Beleg wird geprüft …",
  yes: "Sie stehen auf der festgeschriebenen Liste",
  where: (place, all) => `Platz ${number.format(place)} von ${number.format(all)}`,
  tickets: (tickets) => `mit ${count(tickets, { one: "Los", other: "Losen" })}`,
  group: (group) => `in Gruppe ${group}`,
  won: "Sie haben gewonnen",
  notWon: "Diesmal haben Sie nicht gewonnen",
  alternate: (place) => `Sie sind Nachrücker Nr. ${place}`,
  alternateText: "Kann ein Gewinner nicht teilnehmen, rücken die Nachrücker in dieser Reihenfolge auf.",
  standing: "Ihr Platz im Ergebnis",
  standingAs: {
    winners: (_name, place) => `Gewinner Nr. ${place}`,
    prizes: (name) => `Gewinn: ${name}`,
    order: (_name, place) => `Nr. ${place} in der Reihenfolge`,
    groups: (name) => `Gruppe ${name}`,
    other: (_name, place) => `Nr. ${place}`,
  },
  waiting: "noch nicht gezogen",
  waitingText: "Liste und Regel sind festgeschrieben. Öffnen Sie den Beleg nach der Verlosung noch einmal.",
  void: "Die Verlosung wurde abgebrochen",
  voidText: "Sie hat keine Gewinner. Den Grund nennt ihre Seite.",
  erased: "Die Liste wurde inzwischen gelöscht. Ihr Beleg beweist weiterhin, dass Sie darauf standen.",
  checked: "Was geprüft wurde",
  checks: {
    name: "Dieser Name ist mit seinem geheimen Zusatz der festgeschriebene Eintrag.",
    proof: (all) =>
      `Der Eintrag gehört an diesem Platz zur festgeschriebenen Liste mit ${number.format(all)} Einträgen.`,
    record: "Das Protokoll der Verlosung wurde auf diesem Gerät nachgerechnet und stimmt.",
    lock: "Die Festschreibung ist von beiden Diensten unterschrieben und stimmt bisher.",
  },
  draw: "Die Verlosung",
  passed: "Gewinner, die nicht erscheinen, können übergangen werden. Die Seite der Verlosung zeigt das.",
  no: "Dieser Beleg ist ungültig",
  nothing: "Wählen Sie eine Datei, oder fügen Sie einen Link ein.",
  noDraw: "Diese Website hat keine solche Verlosung. Öffnen Sie den Beleg auf der Website, von der Sie ihn haben.",
  lost: "Das Protokoll der Verlosung konnte nicht geladen werden. Sind Sie online? Es wurde nichts entschieden.",
  broken:
    "Das Prüfprogramm konnte nicht geladen werden oder ist abgestürzt. Es wurde nichts entschieden. Versuchen Sie es noch einmal.",
  badRecord: "Das Protokoll dieser Verlosung stimmt nicht. Ein Beleg dafür beweist deshalb nichts.",
  reasons: {
    not_a_receipt:
      "Das ist kein Beleg, oder ein Teil davon fehlt. Kopieren Sie den ganzen Link, oder öffnen Sie die Datei.",
    another_draw: "Er gehört zu einer anderen Verlosung.",
    another_lock: "Er gehört zu einer anderen Festschreibung: Die Liste dieser Verlosung ist nicht die des Belegs.",
    index_out_of_range: "Die festgeschriebene Liste ist kürzer als der Platz, den er nennt.",
    label_in_another_form:
      "Der Name ist in einer anderen Unicode-Form geschrieben als auf der festgeschriebenen Liste.",
    label_not_hidden_so: "Name und Zusatz sind nicht die des Eintrags.",
    proof_of_another_length: "Sein Beweis hat eine andere Länge, als die Liste verlangt.",
    not_in_the_list: "Der Eintrag steht nicht an diesem Platz der festgeschriebenen Liste.",
  },
};
