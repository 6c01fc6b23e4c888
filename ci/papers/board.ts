// Tasks of the board as files, and what each must have.

export interface Task {
  id: string;
  status: string;
  milestone: string;
  priority: string;
  labels: string[];
  dependencies: string[];
  /** What it is for, without the line that names its branches. */
  intent: string;
  branches: string[];
  /** Acceptance criteria and definition of done. */
  criteria: { done: boolean; text: string }[];
  /** What was written down on the way. */
  notes: string;
  /** The outcome: what was built, what was seen. */
  outcome: string;
}

function section(text: string, name: string): string {
  return new RegExp(`<!-- ${name}:BEGIN -->\n(.*?)<!-- ${name}:END -->`, "s").exec(text)?.[1]?.trim() ?? "";
}

/** Reads a task's file as Backlog.md writes it. */
export function readTask(text: string): Task {
  const front = text.split(/^---$/m)[1] ?? "";
  const field = (name: string) => new RegExp(`^${name}: *(.*)$`, "m").exec(front)?.[1]?.replaceAll("'", "") ?? "";
  const list = (name: string) => {
    const items = new RegExp(`^${name}:\n((?: +- .*\n)*)`, "m").exec(front)?.[1] ?? "";
    return Array.from(items.matchAll(/- (.+)/g), ([, item = ""]) => item);
  };
  const description = section(text, "SECTION:DESCRIPTION");
  const [, branches = ""] = /^Branch(?:es)?: (.*)$/m.exec(description) ?? [];
  const criteria = `${section(text, "AC")}\n${section(text, "DOD")}`.matchAll(/^- \[([ x])\] #\d+ (.+)$/gm);
  return {
    id: field("id"),
    status: field("status"),
    milestone: field("milestone"),
    priority: field("priority"),
    labels: list("labels"),
    dependencies: list("dependencies"),
    intent: description.replace(/^Branch.*$/m, "").trim(),
    branches: Array.from(branches.matchAll(/`([^`]+)`/g), ([, branch = ""]) => branch),
    criteria: Array.from(criteria, ([, mark, criterion = ""]) => ({ done: mark === "x", text: criterion })),
    notes: section(text, "SECTION:NOTES"),
    outcome: section(text, "SECTION:FINAL_SUMMARY"),
  };
}

/** What a task may say, and what is known of it from elsewhere. */
export interface Known {
  statuses: string[];
  milestones: string[];
  ids: string[];
  /** The ids of those that are done. */
  done: string[];
  /** Branches that were merged into main, and the one that is checked out. Null where there is no history to ask. */
  branches: string[] | null;
}

const BRANCH = /^feature\/task-\d+-[a-z0-9-]+$/;
const one = (labels: string[], of: RegExp) => labels.filter((label) => of.test(label)).length === 1;

/** What a task lacks. */
export function problemsOf(task: Task, known: Known): string[] {
  const demands: [boolean, string][] = [
    [known.statuses.includes(task.status), `no such status: ${task.status}`],
    [known.milestones.includes(task.milestone), `no such milestone: ${task.milestone}`],
    [["high", "medium", "low"].includes(task.priority), "it has no priority"],
    [one(task.labels, /^(must|should|could)$/), "it needs one of must, should, could"],
    [one(task.labels, /^size-[sml]$/), "it needs one of size-s, size-m, size-l"],
    [task.dependencies.every((id) => known.ids.includes(id)), "it depends on what is not there"],
    [task.intent.length >= 80, "it does not say what it is for"],
    [task.branches.length > 0 && task.branches.every((name) => BRANCH.test(name)), "it names no branch"],
    [task.criteria.length >= 6, "it has no acceptance criteria"],
  ];
  return [...demands, ...(task.status === "Done" ? demandsOnDone(task, known) : [])].flatMap(([holds, problem]) =>
    holds ? [] : [problem],
  );
}

function demandsOnDone({ criteria, notes, outcome, branches, dependencies }: Task, known: Known): [boolean, string][] {
  const open = criteria.filter(({ done }) => !done);
  const unknown = branches.filter((name) => known.branches !== null && !known.branches.includes(name));
  const before = dependencies.filter((id) => known.ids.includes(id) && !known.done.includes(id));
  return [
    [outcome.length >= 80, "it is done and has no outcome"],
    [open.length === 0, `it is done and this is not checked: ${open.map(({ text }) => text).join("; ")}`],
    [!notes.includes("Open:"), "it is done and its notes say that something is open"],
    [before.length === 0, `it is done and what it depends on is not: ${before.join(", ")}`],
    [unknown.length === 0, `it is done and its branch was not merged: ${unknown.join(", ")}`],
  ];
}

const MERGE = /^Merge (?<branch>feature\/task-(?<number>\d+)-[a-z0-9-]+): \S/;

/** The branch that the first line of a merge names, or what is wrong with that line. */
export function readMerge(subject: string, tasks: readonly Task[]): { branch: string } | { wrong: string } {
  const { branch, number } = MERGE.exec(subject)?.groups ?? {};
  if (!branch) return { wrong: `"${subject}" is not "Merge feature/task-<number>-<slug>: what came"` };
  const task = tasks.find(({ id }) => id === `TASK-${number}`);
  if (!task) return { wrong: `"${subject}" names a task that is not on the board` };
  return task.branches.includes(branch) ? { branch } : { wrong: `${task.id} does not name its branch ${branch}` };
}
