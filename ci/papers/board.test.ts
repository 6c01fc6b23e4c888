// The board says what was done, and the history agrees: every merge on main names a task, every Done task has its outcome.
import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Known, problemsOf, readMerge, readTask, type Task } from "./board.ts";
import { root, textOf } from "./documents.ts";

async function read(folder: string): Promise<string[]> {
  const paths = new Bun.Glob(`backlog/${folder}/*.md`).scanSync({ cwd: root });
  return Promise.all(Array.from(paths).map(textOf));
}

function git(...words: string[]): { status: number; said: string } {
  const { exitCode, stdout } = Bun.spawnSync(["git", ...words], { cwd: root, stderr: "ignore" });
  return { status: exitCode, said: stdout.toString().trim() };
}

/** The first lines of the merges on main; null, and a line about it, where a checkout has no whole history. */
function merges(): string[] | null {
  const why = !existsSync(join(root, ".git"))
    ? "this is no clone (an archive of sources, for instance)"
    : git("rev-parse", "--is-shallow-repository").said === "true" && "the clone is shallow";
  if (why) {
    console.error(`the merges on main are not read: ${why}`);
    return null;
  }
  const main =
    ["main", "origin/main"].find((name) => git("rev-parse", "--verify", "--quiet", name).status === 0) ?? "HEAD";
  return git("log", "--merges", "--first-parent", "--format=%s", main).said.split("\n");
}

const tasks = (await read("tasks")).map(readTask);
const ids = tasks.map(({ id }) => id);
const subjects = merges();
const merged = subjects?.map((subject) => readMerge(subject, tasks)) ?? [];
const config = await textOf("backlog/config.yml");
const known: Known = {
  statuses: JSON.parse(/^statuses: (.*)$/m.exec(config)?.[1] ?? "[]"),
  milestones: (await read("milestones")).map((text) => /^id: (.*)$/m.exec(text)?.[1] ?? ""),
  ids,
  done: tasks.filter(({ status }) => status === "Done").map(({ id }) => id),
  branches: subjects && [
    ...merged.flatMap((merge) => ("branch" in merge ? [merge.branch] : [])),
    ...[git("branch", "--show-current").said, process.env.BRANCH_NAME ?? ""],
  ],
};

test("there is one task of each id", () => {
  expect(ids.length).toBeGreaterThan(30);
  expect(ids).toEqual([...new Set(ids)]);
});

test.each(tasks)("$id has all that a task needs", (task) => {
  expect(problemsOf(task, known)).toEqual([]);
});

test("every merge on main names a task, which names its branch", () => {
  expect(merged.filter((merge) => "wrong" in merge)).toEqual([]);
  if (subjects) expect(merged.length).toBeGreaterThan(30);
});

test("what a task lacks is found", () => {
  const [done] = tasks.filter(({ status }) => status === "Done") as [Task];
  const lacks = (change: Partial<Task>) => problemsOf({ ...done, ...change }, known);
  expect(lacks({ outcome: "" })).toEqual(["it is done and has no outcome"]);
  expect(lacks({ criteria: done.criteria.map((one, at) => (at === 1 ? { done: false, text: "that" } : one)) })).toEqual(
    ["it is done and this is not checked: that"],
  );
  expect(lacks({ notes: "Built. Open: the other half." })).toEqual([
    "it is done and its notes say that something is open",
  ]);
  expect(lacks({ labels: [], priority: "" })).toHaveLength(3);
  expect(lacks({ status: "Almost", milestone: "m-99", intent: "", branches: [], criteria: [] })).toHaveLength(5);
  expect(lacks({ dependencies: ["TASK-999"] })).toEqual(["it depends on what is not there"]);
  expect(problemsOf({ ...done, dependencies: ["TASK-2"] }, { ...known, done: ["TASK-1"] })).toEqual([
    "it is done and what it depends on is not: TASK-2",
  ]);
  expect(problemsOf({ ...done, branches: ["feature/task-1-never"] }, { ...known, branches: [] })).toEqual([
    "it is done and its branch was not merged: feature/task-1-never",
  ]);
});

test("a merge that names no task is found", () => {
  const [task] = tasks as [Task];
  const wrong = (subject: string) =>
    readMerge(subject, [{ ...task, id: "TASK-1", branches: ["feature/task-1-house"] }]);
  expect(wrong("Merge feature/task-1-house: workspace")).toEqual({ branch: "feature/task-1-house" });
  for (const subject of [
    "Merge branch 'mend'",
    "Merge feature/mend: x",
    "Merge feature/task-1-house",
    "Merge pull request #1 from x/y",
  ])
    expect(wrong(subject)).toEqual({ wrong: expect.stringContaining("is not") });
  expect(wrong("Merge feature/task-99-mend: x")).toEqual({ wrong: expect.stringContaining("not on the board") });
  expect(wrong("Merge feature/task-1-garden: x")).toEqual({
    wrong: expect.stringContaining("does not name its branch"),
  });
});
