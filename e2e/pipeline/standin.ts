// Stands in for the Jenkins controller, which is not available in tests. It has the endpoints that the role calls
// before it replaces a container, with the fields and refusals in the sources of 2.568.2:
// hudson/model/ComputerSet.java, hudson/model/Executor.java, hudson/security/csrf/DefaultCrumbIssuer.java,
// jenkins/model/Jenkins.java (doQuietDown). A build runs while the file `building` exists.
import { appendFileSync, existsSync, readFileSync } from "node:fs";

const HOME = "/var/jenkins_home";
const password = readFileSync("/run/secrets/operator-password", "utf8").trim(); // once, as Jenkins does
const operator = `Basic ${btoa(`operator:${password}`)}`;
const session = crypto.randomUUID();
const crumb = crypto.randomUUID();

function computers() {
  const builds = existsSync(`${HOME}/building`);
  const build = {
    _class: "org.jenkinsci.plugins.workflow.job.WorkflowRun",
    url: "https://ci.example.org/job/fairhat/job/main/7/",
  };
  const executor = { idle: !builds, currentExecutable: builds ? build : null };
  return [
    { executors: [], oneOffExecutors: builds ? [executor] : [] },
    { executors: [executor], oneOffExecutors: [] },
  ];
}

const asOperator = (answer: (request: Request) => Response) => (request: Request) =>
  request.headers.get("authorization") === operator ? answer(request) : new Response(null, { status: 401 });

/** Records an operator's command; requires a crumb and its session. */
const command = asOperator((request) => {
  const signed = request.headers.get("jenkins-crumb") === crumb && request.headers.get("cookie")?.includes(session);
  if (!signed) return new Response("No valid crumb was included in the request", { status: 403 });
  appendFileSync(`${HOME}/commands`, `${new URL(request.url).pathname}\n`);
  return new Response(null, { status: 302, headers: { location: "." } });
});

Bun.serve({
  hostname: "127.0.0.1",
  port: 8090,
  routes: {
    "/computer/api/json": asOperator(() => Response.json({ computer: computers() })),
    "/crumbIssuer/api/json": asOperator(() => {
      const issued = { crumb, crumbRequestField: "Jenkins-Crumb" };
      return Response.json(issued, { headers: { "set-cookie": `JSESSIONID.1a2b=${session}; Path=/; HttpOnly` } });
    }),
    "/quietDown": { POST: command },
    "/cancelQuietDown": { POST: command },
  },
  fetch: (asked) => new Response(`asked for ${asked.headers.get("host")}`),
});
