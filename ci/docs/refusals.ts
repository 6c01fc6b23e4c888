// What the playbooks refuse, and how they say it, from their tasks.
import { code, table } from "./parts.ts";

export interface AnsibleTask {
  name?: string;
  block?: AnsibleTask[];
  rescue?: AnsibleTask[];
  always?: AnsibleTask[];
  tasks?: AnsibleTask[];
  pre_tasks?: AnsibleTask[];
  "ansible.builtin.assert"?: { fail_msg: string };
  "ansible.builtin.fail"?: { msg: string };
}

/** A row for each task that ends a run with a sentence of its own. Files are playbooks and lists of tasks, by their path. */
export function refusalsTable(files: ReadonlyMap<string, readonly AnsibleTask[]>): string {
  const rows = Array.from(files, ([path, tasks]) =>
    tasks.flatMap(allOf).flatMap((task) => {
      const message = task["ansible.builtin.assert"]?.fail_msg ?? task["ansible.builtin.fail"]?.msg;
      if (message === undefined || /^(…| )*$/.test(asSaid(message))) return []; // the last line of a program
      return [[task.name ?? "", asSaid(message), code(path)]];
    }),
  );
  return table(["task", "what it says", "in"], rows.flat());
}

function allOf(task: AnsibleTask): AnsibleTask[] {
  const inside = [task.block, task.rescue, task.always, task.tasks, task.pre_tasks];
  return [task, ...inside.flatMap((tasks = []) => tasks.flatMap(allOf))];
}

const EXPRESSION = /\{\{.*?\}\}/gs;
const LITERAL = /'([^']*)'/g;
const SENTENCE = 30; // characters; shorter literals of an expression are words that it works with

// Of an expression only its sentences can be told beforehand.
function asSaid(message: string): string {
  const told = message.replace(EXPRESSION, (expression) => {
    const literals = Array.from(expression.matchAll(LITERAL), ([, literal = ""]) => literal.replace(/^; /, ""));
    return literals.filter((literal) => literal.length >= SENTENCE).join(" Or: ") || "…";
  });
  return told.replaceAll(/\s+/g, " ").replaceAll("|", "\\|").trim();
}
