// The pipeline as the Jenkinsfile has it.
import type { Stage } from "../jenkinsfile/stages.ts";
import { code, mermaid, table } from "./parts.ts";

/** The picture: stages in their order, and what a failure leads to where something is done about it. */
export function stagesPicture(stages: readonly Stage[]): string {
  const last = stages.filter(({ branch }) => branch === null).at(-1);
  const ids = new Map(stages.map((stage, at) => [stage, `s${at + 1}`]));
  const rescued = stages.filter(({ unsuccessful }) => unsuccessful.length > 0);
  const links = stages.slice(1).map((stage, at) => {
    const before = stages[at] as Stage;
    const branch = stage.branch !== before.branch ? `|${stage.branch} alone|` : "";
    return `  ${ids.get(before)} -->${branch} ${ids.get(stage)}`;
  });
  return mermaid(
    "flowchart TD",
    ...stages.map((stage) => `  ${ids.get(stage)}["${stage.name}<br><code>${stage.scripts.join(" ")}</code>"]`),
    ...links,
    ...(last ? [`  ${ids.get(last)} -->|other branches| tested(["built and tested"])`] : []),
    `  ${ids.get(stages.at(-1) as Stage)} --> live(["live"])`,
    ...rescued.map((stage) => `  ${ids.get(stage)} -. fails .-> back["<code>${stage.unsuccessful.join(" ")}</code>"]`),
    ...(rescued.length > 0 ? ['  back --> red(["red; what ran before serves"])'] : []),
  );
}

export function stagesTable(stages: readonly Stage[]): string {
  const rows = stages.map((stage, at) => [
    String(at + 1),
    stage.name,
    stage.scripts.map(code).join(", "),
    stage.branch ?? "every one",
    stage.credentials.map(code).join(", "),
    stage.unsuccessful.map(code).join(", "),
    stage.cleanup.map(code).join(", "),
  ]);
  return table(["", "stage", "runs", "branch", "credentials", "when it fails", "in any case"], rows);
}
