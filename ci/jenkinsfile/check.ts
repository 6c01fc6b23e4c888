// What the Jenkinsfile must not do. npm-groovy-lint looks at its Groovy; this looks at what it is for.
import { type Block, readBlocks } from "./read.ts";
import { readStages } from "./stages.ts";

/** Besides scripts: showing what they left behind. */
const SHOWS = [
  /^junit testResults: '[^']+'$/,
  /^archiveArtifacts artifacts: '[^']+'$/,
  /^currentBuild\.description = readFile\('[^']+'\)$/,
];
const STEPS = /^(steps|script|always|unsuccessful|cleanup|success|failure|unstable|aborted|changed)$/;

/** What is wrong with it, a sentence each; `scripts` are the stages that there are. */
export function complaintsAbout(jenkinsfile: string, scripts: readonly string[]): string[] {
  const stages = readStages(jenkinsfile);
  const used = stages.flatMap((stage) => [...stage.scripts, ...stage.unsuccessful, ...stage.cleanup]);
  return [
    ...otherSteps(readBlocks(jenkinsfile), scripts),
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

function otherSteps({ head, body }: Block, scripts: readonly string[]): string[] {
  return body.flatMap((part) => {
    if (typeof part !== "string") return otherSteps(part, scripts);
    const script = /^sh '([^']*)'$/.exec(part)?.[1];
    const fine = script === undefined ? SHOWS.some((show) => show.test(part)) : scripts.includes(script);
    return STEPS.test(head) && !fine ? [`${part}: no stage under ci/stages, and shows nothing`] : [];
  });
}
