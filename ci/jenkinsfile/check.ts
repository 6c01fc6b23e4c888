// What the Jenkinsfile must not do. npm-groovy-lint looks at its Groovy; this looks at what it is for.
import { type Block, readBlocks } from "./read.ts";
import { readStages } from "./stages.ts";

/** Besides scripts: showing what they left behind. */
const SHOWS = [
  /^junit testResults: '[^']+'$/,
  /^recordCoverage tools: \[\[parser: 'LCOV', pattern: '[^']+'\]\]$/,
  /^archiveArtifacts artifacts: '[^']+'$/,
  /^currentBuild\.description = readFile\('[^']+'\)$/,
];
const SCRIPT = /^sh '([^']*)'$/;
const OPTIONS = [
  /^disableConcurrentBuilds\(\)$/,
  /^timestamps\(\)$/,
  /^timeout\(time: \d+, unit: 'MINUTES'\)$/,
  /^buildDiscarder\(logRotator\([\w:', ]+\)\)$/,
];

interface Kind {
  statements?: RegExp[];
  /** Blocks inside, by their head: of which kind each is. */
  blocks?: [RegExp, string][];
}
const AROUND: Kind["blocks"] = [
  [/^options$/, "options"],
  [/^environment$/, "environment"],
  [/^stages$/, "stages"],
  [/^post$/, "post"],
];
/** What there may be in it, and where; everything else could do more than put scripts in order. */
const KINDS: Record<string, Kind> = {
  file: { blocks: [[/^pipeline$/, "pipeline"]] },
  pipeline: { blocks: [...AROUND, [/^agent$/, "agent"]] },
  stages: { blocks: [[/^stage\('[^']+'\)$/, "stage"]] },
  stage: { blocks: [...AROUND, [/^when$/, "when"], [/^steps$/, "steps"]] },
  agent: { statements: [/^label '[^']+'$/] },
  options: { statements: OPTIONS },
  environment: { statements: [/^[A-Z_]+ = credentials\('[^']+'\)$/] },
  when: { statements: [/^branch '[^']+'$/] },
  steps: { statements: [SCRIPT, ...SHOWS], blocks: [[/^script$/, "shows"]] },
  post: {
    blocks: [
      [/^(unsuccessful|cleanup)$/, "steps"],
      [/^always$/, "shows"],
    ],
  },
  shows: { statements: SHOWS },
};

/** What is wrong with it, a sentence each; `scripts` are the stages that there are. */
export function complaintsAbout(jenkinsfile: string, scripts: readonly string[]): string[] {
  const stages = readStages(jenkinsfile);
  const used = stages.flatMap((stage) => [...stage.scripts, ...stage.unsuccessful, ...stage.cleanup]);
  return [
    ...misplaced("file", readBlocks(jenkinsfile), scripts),
    ...scripts.filter((script) => !used.includes(script)).map((script) => `no stage runs ${script}`),
    ...stages.filter((stage) => stage.scripts.length === 0).map(({ name }) => `stage ${name} runs no script`),
    ...stages
      .filter(({ branch, credentials }) => credentials.length > 0 && branch !== "main")
      .map(({ name }) => `stage ${name} has credentials on every branch`),
    ...["disableConcurrentBuilds()", "buildDiscarder(", "timeout("]
      .filter((option) => !jenkinsfile.includes(option))
      .map((option) => `it has no ${option}`),
  ];
}

function misplaced(name: string, { body }: Block, scripts: readonly string[]): string[] {
  const { statements = [], blocks = [] } = KINDS[name] ?? {};
  const refused = (part: string) => [
    `${part}: has no place in ${name}, where it would do more than put scripts in order`,
  ];
  return body.flatMap((part) => {
    if (typeof part !== "string") {
      const kind = blocks.find(([head]) => head.test(part.head))?.[1];
      return kind ? misplaced(kind, part, scripts) : refused(`${part.head} { … }`);
    }
    const script = SCRIPT.exec(part)?.[1];
    if (script !== undefined && !scripts.includes(script)) return [`${part}: no stage under ci/stages`];
    return statements.some((one) => one.test(part)) ? [] : refused(part);
  });
}
