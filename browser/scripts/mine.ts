// Lists the draws whose keys this browser keeps at their organiser's request.
import { element, query } from "./element.ts";
import { dropDraw, type KeptDraw, keptDraws } from "./keys.ts";
import { localDate } from "./times.ts";

const section = query(document, ".mine");
const list = element("ul", { class: "draws" });

function lineOf({ id, key, title, at }: KeptDraw): HTMLElement {
  const link = element("a", { href: `/draws/${id}/manage#${key}` }, element("bdi", {}, title));
  const forget = element("button", { type: "button", class: "quiet small" }, section.dataset.forget ?? "");
  const line = element("li", {}, link, " ", element("small", {}, localDate(new Date(at))), forget);
  forget.addEventListener("click", () => {
    dropDraw(id);
    line.remove();
    section.hidden = list.childElementCount === 0;
  });
  return line;
}

list.append(...keptDraws().map(lineOf));
section.append(list);
section.hidden = list.childElementCount === 0;
