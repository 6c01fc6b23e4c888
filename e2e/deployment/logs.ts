// One request id across all services, and nothing confidential in any log.
import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { call } from "../client.ts";
import { type Composed, until } from "./composed.ts";

const LABEL = "Wilhelmina-of-the-private-list";

export function testLogs(site: () => Composed): void {
  const logsOf = (service: string) => site().compose(["logs", "--no-log-prefix", "--no-color", service]);

  test("the proxy makes a request's id, and it appears in the logs of every service involved", async () => {
    const body = { title: "Traced", rule: "order/1", params: {}, entries: ["Ada", "Grace"], draw: "now" };
    const answer = await fetch(`${site().http}/api/draws`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-request-id": "made-by-the-client" },
      body: JSON.stringify(body),
    });
    const id = answer.headers.get("x-request-id") ?? "";
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    // A line is written after the answer.
    const logs: string[] = [];
    for (const service of ["proxy", "core", "random-a", "random-b", "rules"]) {
      await until(`a line of ${service} about the request`, async () => {
        const text = await logsOf(service);
        if (text.includes(`"request":"${id}"`)) return logs.push(text) > 0;
        return false;
      });
    }
    expect(logs.join()).toContain(`"request":"${id}","method":"POST","route":"/api/draws","status":"201"`);
    expect(logs.join()).not.toContain("made-by-the-client");
  });

  test("the proxy logs the method as sent, regardless of the answer", async () => {
    const sent: [method: string, path: string, status: number, body?: string][] = [
      ["PROPFIND", "/draws", 405],
      ["POST", "/services/a/key", 405, "{}"],
      ["POST", "/health", 413, " ".repeat(2 ** 20 + 1)],
      ["PUT", "/draws%2f", 400],
    ];
    for (const [method, path, status, body] of sent) {
      const answer = await fetch(site().http + path, { method, ...(body && { body }) });
      expect([path, answer.status]).toEqual([path, status]);
      const id = answer.headers.get("x-request-id") ?? "";
      const line = new RegExp(`"request":"${id}","method":"${method}","route":"[^"]*","status":"${status}"`);
      await until(`a line about ${method} ${path}`, async () => line.test(await logsOf("proxy")));
    }
  });

  test("no log has a key, a token, a label, a host name or any part of the secrets", async () => {
    const body = { title: LABEL, rule: "order/1", params: {}, entries: [LABEL, "Grace"], draw: "later" };
    const made = await call(site().http, "POST", "/api/draws", { body });
    const { id = "", manageKey: key = "" } = made?.body ?? {};
    const wrong = "W".repeat(43);
    await call(site().http, "POST", `/api/draws/${id}/lock`, { key: wrong, body: {} });
    await call(site().http, "POST", `/api/draws/${id}/lock`, { key, body: { drawAfter: "never" } });
    await fetch(`${site().http}/draws/${id}/manage?key=${key}`, { method: "POST", body: new URLSearchParams({ key }) });
    await call(site().http, "POST", `/api/draws/${id}/void`, { key, body: { reason: LABEL } });
    let logs = "";
    await until("the last request is in the logs", async () => {
      logs = await site().allLogs();
      return logs.includes('"route":"/api/draws/:id/void"');
    });
    // Replaced instances are included; their last lines may be lost with the container.
    expect(logs).toContain('"msg":"stopped"');
    const secrets = secretsIn(site().secrets);
    expect(secrets.length).toBeGreaterThan(12);
    for (const [name, secret] of [...secrets, ["a manage key", key], ["a wrong key", wrong], ["a label", LABEL]])
      expect([name, logs.includes(secret ?? "")]).toEqual([name, false]);
    expect(logs).not.toMatch(/authorization|bearer|localhost:\d|PRIVATE KEY/i);
  });
}

/** Recognisable parts of the secret files: their long words. A certificate is public. */
function secretsIn(folder: string): [file: string, word: string][] {
  return readdirSync(folder)
    .flatMap((service) => readdirSync(join(folder, service)).map((file) => join(service, file)))
    .filter((file) => !file.endsWith(".crt"))
    .flatMap((file) => {
      const words = readFileSync(join(folder, file), "utf8").match(/[\w+/]{32,}/g) ?? [];
      return words.map((word): [string, string] => [file, word]);
    });
}
