// Makes a private draw's receipts on its organiser's page, from the lock and the file of names.
import type { Handing } from "../list/handing.ts";
import type { NamesFile } from "../receipt/names.ts";
import { type QrPath, qrPathOf } from "../receipt/qr.ts";
import { handoutsCsv } from "../receipt/sheet.ts";
import { download } from "./download.ts";
import { element, query } from "./element.ts";
import { keptNames } from "./keptnames.ts";
import { listWorker } from "./listworker.ts";
import { names } from "./page.ts";

const { manage: words } = names;
const MOST_CARDS = 1_000;

type Handouts = Extract<Handing, { kind: "handouts" }>["handouts"];

export function offerReceipts(section: HTMLElement): void {
  const { lock = "", list = "", first = "", name = "" } = section.dataset;
  const file = query<HTMLInputElement>(section, "#names");
  const problem = element("p", { class: "problems", role: "alert" });
  const told = query(section, ".told");
  const buttons = query(section, ".buttons");
  const ask = listWorker(list);
  let handouts: Handouts = [];

  const complain = (...texts: string[]) => {
    told.textContent = "";
    problem.replaceChildren(...texts.flatMap((text) => [text, " "]));
    if (texts.length > 0) told.before(problem);
    else problem.remove();
  };
  const take = async (text: string) => {
    complain();
    buttons.hidden = true;
    told.textContent = words.working;
    const locked = await fetch(lock).then(
      (answer) => (answer.ok ? answer.text() : null),
      () => null,
    );
    if (locked === null) return complain(words.lost);
    const made = await ask({ kind: "handouts", locked, file: text, site: location.origin });
    if (made.kind === "refused") return complain(words.refused[made.refused.reason], ...placeIn(made.refused.at));
    handouts = made.handouts;
    offerNaming(section, text);
    told.textContent = words.ready(handouts.length);
    buttons.hidden = false;
  };
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (chosen) await take(await chosen.text());
  });
  query(buttons, ".csv").addEventListener("click", () => {
    download(`${name}.csv`, "text/csv;charset=utf-8", handoutsCsv(handouts));
  });
  query(buttons, ".cards").addEventListener("click", () => {
    if (handouts.length > MOST_CARDS) return complain(words.tooMany(MOST_CARDS));
    showCards(section, handouts);
  });
  query(section, ".print").addEventListener("click", () => print());
  query(section, ".pick").hidden = false;
  const kept = keptNames(first);
  if (kept) take(kept);
}

/** Fills the winners' names into the form that publishes them. */
function offerNaming(section: HTMLElement, file: string): void {
  const form = section.querySelector<HTMLFormElement>("form.disclose");
  if (!form) return;
  const positions = (form.dataset.positions ?? "").split(",").map(Number);
  const { names }: NamesFile = JSON.parse(file);
  const winners = positions.flatMap((position) => {
    const name = names[position];
    return name ? [{ position, ...name }] : [];
  });
  query(form, "ul").replaceChildren(...winners.map(({ label }) => element("li", {}, element("bdi", {}, label))));
  query<HTMLTextAreaElement>(form, "textarea").value = JSON.stringify(winners);
  form.hidden = false;
}

const placeIn = (at: string) => (at === "" ? [] : [words.at(at)]);

function showCards(section: HTMLElement, handouts: Handouts): void {
  const sheet = query(section, ".sheet-of-cards");
  query(sheet, "ul").replaceChildren(...handouts.map(cardOf));
  sheet.hidden = false;
  sheet.scrollIntoView();
}

function cardOf({ label, link, place }: Handouts[number]): HTMLElement {
  const name = element("p", {}, element("bdi", {}, label));
  return element(
    "li",
    {},
    qrPicture(qrPathOf(link)),
    name,
    element("p", {}, element("small", {}, `${words.card} · ${place}`)),
  );
}

const SVG = "http://www.w3.org/2000/svg";

function qrPicture({ size, path }: QrPath): SVGElement {
  const picture = document.createElementNS(SVG, "svg");
  const drawn = document.createElementNS(SVG, "path");
  drawn.setAttribute("d", path);
  for (const [name, value] of [
    ["class", "qr"],
    ["viewBox", `0 0 ${size} ${size}`],
    ["aria-hidden", "true"],
  ] as const) {
    picture.setAttribute(name, value);
  }
  picture.append(drawn);
  return picture;
}
