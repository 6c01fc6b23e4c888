// Parses typed panels of a published lottery: "3: Ada, Grace", a weight and the entries; the default weight is 1.
import { linesOf } from "@fairhat/lists";
import { isBlank } from "@fairhat/protocol";
import { type PositionOf, positionsBy } from "./positions.ts";

interface Panel {
  positions: number[];
  weight: number;
}

/** The panels in order; a line that is not a panel stays as typed. */
export function panelsIn(typed: string, labels: readonly string[]): (string | Panel)[] {
  const positionOf = positionsBy(labels);
  const lines = linesOf(typed.normalize("NFC")).filter((line) => !isBlank(line));
  return lines.map((line) => panelIn(line, positionOf) ?? line.trim());
}

/** Lines from which `panelsIn` reads the same panels. */
export function writtenPanels(panels: readonly Panel[], labels: ReadonlyMap<number, string>): string[] {
  return panels.map(({ positions, weight }) => {
    return `${weight}: ${positions.map((position) => labels.get(position) ?? `#${position + 1}`).join(", ")}`;
  });
}

/** Whether a parameter is a lottery of panels. */
export function isPanels(value: unknown): value is Panel[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => Array.isArray(one?.positions));
}

const WEIGHTED = /^(\d{1,15})\s*:\s*(.*)$/u;
const SEPARATOR = /\s*[,;\t]\s*/u;

function panelIn(line: string, positionOf: PositionOf): Panel | null {
  const [, weight = "1", members = line] = WEIGHTED.exec(line.trim()) ?? [];
  const found = members.trim().split(SEPARATOR).map(positionOf);
  if (!found.every((one) => one !== undefined)) return null;
  return { positions: found.toSorted((one, other) => one - other), weight: Number(weight) };
}
