// All values of a record in editable fields.
import { type Change, type Json, oneOff, typedFor, valueAt } from "../check/change.ts";
import { type Field, fieldsOf, GROUPS, type Group, groupOf, placeOf, type Sample } from "../check/sample.ts";
import { element } from "./element.ts";
import { check } from "./page.ts";

const { breaking } = check;

type Hear = (change: Change) => void;

/** Shows `now`, a changed copy of `original`, in `place`. Opens the groups that contain changes. */
export function showFields(place: HTMLElement, original: Sample, now: Json, hear: Hear): void {
  const open = new Set(
    Array.from(place.querySelectorAll<HTMLElement>("details[open]"), ({ dataset }) => dataset.group),
  );
  const fields = fieldsOf(now);
  const shown = GROUPS.filter((group) => fields[group].length > 0);
  const groups = shown.map((group) => {
    const made = groupOfFields(group, fields[group], original, hear);
    made.open = open.has(group) || made.querySelector(".changed") !== null;
    return made;
  });
  place.replaceChildren(...groups);
}

function groupOfFields(group: Group, fields: Field[], { record, cut }: Sample, hear: Hear): HTMLDetailsElement {
  const left = cut.filter(({ path }) => groupOf(path) === group).reduce((sum, { items }) => sum + items, 0);
  const more = left > 0 ? [element("p", { class: "quiet-text" }, breaking.more(left))] : [];
  const summary = element("summary", {}, breaking.groups[group]);
  const all = fields.map((field) => fieldOf(field, valueAt(record, field.path), hear));
  return element("details", { "data-group": group }, summary, ...all, ...more);
}

function fieldOf({ path, value }: Field, original: Json | undefined, hear: Hear): HTMLElement {
  const place = placeOf(path);
  const label = element("label", { for: `value-${place}` }, element("code", {}, place));
  const input = element("input", { id: `value-${place}`, spellcheck: "false", autocomplete: "off", dir: "auto" });
  const button = element("button", { type: "button", class: "quiet one", "aria-label": breaking.one(place) });
  const set = (to: Json): void => {
    input.classList.toggle("changed", to !== original);
    hear({ path, to });
  };
  input.value = String(value);
  input.classList.toggle("changed", value !== original);
  input.addEventListener("input", () => set(typedFor(value, input.value)));
  button.addEventListener("click", () => {
    const to = oneOff(typedFor(value, input.value) as Field["value"]);
    input.value = String(to);
    set(to);
  });
  return element("div", { class: "field" }, label, input, button);
}
