// The stages of a Jenkinsfile as a flat list, to run without Jenkins.
import { type Block, inside, readBlocks } from "./read.ts";

export interface Stage {
  name: string;
  /** The scripts of its steps, in order: `ci/stages/lint`. */
  scripts: string[];
  /** The only branch that runs it; null for every branch. */
  branch: string | null;
  /** Ids of the credentials bound while it runs. */
  credentials: string[];
  /** Scripts that run if this stage or its group fails, and scripts that always run. */
  unsuccessful: string[];
  cleanup: string[];
}

export function readStages(jenkinsfile: string): Stage[] {
  const [pipeline] = inside(readBlocks(jenkinsfile), "pipeline");
  if (!pipeline) throw new Error("Jenkinsfile: it has no pipeline");
  const outside = { branch: null, credentials: credentialsOf(pipeline), unsuccessful: [], cleanup: [] };
  return stagesOf(pipeline, outside);
}

type Around = Omit<Stage, "name" | "scripts">;

function stagesOf(block: Block, around: Around): Stage[] {
  return inside(block, "stages").flatMap((stages) =>
    inside(stages, "stage(").flatMap((stage) => {
      const name = /'(.*)'/.exec(stage.head)?.[1] ?? "";
      const own = aroundOf(stage, around);
      const inner = stagesOf(stage, own);
      return inner.length > 0 ? inner : [{ name, scripts: inside(stage, "steps").flatMap(scriptsOf), ...own }];
    }),
  );
}

function aroundOf(stage: Block, around: Around): Around {
  const post = (condition: string) =>
    inside(stage, "post").flatMap((block) => inside(block, condition).flatMap(scriptsOf));
  const branch = inside(stage, "when")
    .flatMap(({ body }) => body)
    .map((line) => /^branch '(.*)'$/.exec(String(line))?.[1]);
  return {
    branch: branch[0] ?? around.branch,
    credentials: [...around.credentials, ...credentialsOf(stage)],
    unsuccessful: [...post("unsuccessful"), ...around.unsuccessful],
    cleanup: [...post("cleanup"), ...around.cleanup],
  };
}

function credentialsOf(block: Block): string[] {
  const lines = inside(block, "environment").flatMap(({ body }) => body);
  return lines.flatMap((line) => /credentials\('(.*)'\)/.exec(String(line))?.[1] ?? []);
}

function scriptsOf({ body }: Block): string[] {
  return body.flatMap((line) => /^sh '(.*)'$/.exec(String(line))?.[1] ?? []);
}
