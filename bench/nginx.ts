// The machine's NGINX: with the project's configuration, and as a reference that serves files or forwards to Flask.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { freePort } from "@fairhat/e2e/ports";
import { type Program, program, type Started, start } from "./program.ts";

const PROXY = join(dirname(import.meta.dir), "proxy");

/** Template values: limits high enough that the bench never meets them. */
const SETTINGS = {
  FAIRHAT_HTTP: "serve",
  FAIRHAT_SITE_HOSTS: "127.0.0.1 localhost",
  FAIRHAT_REQUESTS_PER_SECOND: "65535",
  FAIRHAT_WRITES_PER_SECOND: "65535",
  FAIRHAT_CONNECTIONS: "65535",
  FAIRHAT_STREAMS: "65535",
};

/** Starts NGINX as deployed on a port, in front of core at `core` (host:port), with the assets under `assets`. */
export async function startProxy(
  running: Started,
  folder: string,
  port: number,
  core: string,
  assets: string,
): Promise<Program> {
  const home = join(folder, "proxy");
  cpSync(PROXY, home, { recursive: true });
  mkdirSync(join(home, "bodies"));
  certificate(home);
  const texts = readdirSync(home, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(conf|template)$/.test(name),
  );
  const places = await placesIn(home, port, core, assets);
  for (const name of texts) {
    const target = name.endsWith(".template") ? name.replace(/^templates\/|\.template$/g, "") : name;
    writeFileSync(join(home, target), places(readFileSync(join(home, name), "utf8")));
  }
  return startNginx(running, home, port);
}

/** Starts a plain NGINX that only serves a folder, as `location` says. */
export async function startReference(running: Started, folder: string, location: string): Promise<Program> {
  const port = await freePort();
  mkdirSync(folder, { recursive: true });
  const conf = `worker_processes 2; pid nginx.pid; error_log /dev/stderr crit;
    events { worker_connections 4096; }
    http { include /etc/nginx/mime.types; access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000;
      client_body_temp_path bodies; proxy_temp_path proxied; fastcgi_temp_path unused; uwsgi_temp_path unused; scgi_temp_path unused;
      server { listen 127.0.0.1:${port}; location / { ${location} } } }`;
  writeFileSync(join(folder, "nginx.conf"), conf);
  return startNginx(running, folder, port);
}

// Replaces the image's paths, ports and names with this machine's. Before 1.25.1, NGINX has HTTP/2 in `listen`.
async function placesIn(home: string, port: number, core: string, assets: string): Promise<(text: string) => string> {
  const settings: Record<string, string> = {
    ...SETTINGS,
    FAIRHAT_PUBLIC_URL: `http://127.0.0.1:${port}`,
    FAIRHAT_CERTIFICATE: join(home, "tls.crt"),
    FAIRHAT_CERTIFICATE_KEY: join(home, "tls.key"),
  };
  const [tls, health, metrics] = [await freePort(), await freePort(), await freePort()];
  const changes: [RegExp, string][] = [
    [/^ *http2 on;$/gm, ""],
    [/\b(listen) 8080\b/g, `$1 127.0.0.1:${port}`],
    [/\b(listen) 8443\b/g, `$1 127.0.0.1:${tls}`],
    [/127\.0\.0\.1:8081/g, `127.0.0.1:${health}`],
    [/\b(listen) 9000\b/g, `$1 127.0.0.1:${metrics}`],
    [/\bsite:3000\b/g, core],
    [/\/tmp\//g, `${home}/`],
    [/ \/bodies;/g, ` ${home}/bodies;`],
    [/\/etc\/nginx\//g, `${home}/`],
    [/\binclude mime\.types;/g, "include /etc/nginx/mime.types;"],
    [/\/usr\/share\/nginx\/fairhat\b/g, assets],
  ];
  const filled = (text: string) => text.replace(/\$\{(FAIRHAT_\w+)\}/g, (_, name: string) => settings[name] ?? "");
  return (text) => filled(changes.reduce((changed, [from, to]) => changed.replace(from, to), text));
}

function certificate(home: string): void {
  const args = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  const files = ["-subj", "/CN=localhost", "-keyout", join(home, "tls.key"), "-out", join(home, "tls.crt")];
  Bun.spawnSync([program("openssl", "openssl"), ...args, ...files]);
}

async function startNginx(running: Started, home: string, port: number): Promise<Program> {
  const command = [program("nginx", "nginx"), "-p", home, "-c", join(home, "nginx.conf"), "-g", "daemon off;"];
  return start(running, "nginx", command, {}, home, port);
}
