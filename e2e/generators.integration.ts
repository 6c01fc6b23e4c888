// Random services whose system generator breaks at run time: they stop sealing, report it, and finish existing draws.
import { afterAll, describe, expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { digest, type Seal } from "@fairhat/protocol";
import { freePort } from "./ports.ts";
import { randomService } from "./random-service.ts";

const stuckSystem = join(import.meta.dir, "stuck-system.ts");
const services: Awaited<ReturnType<typeof randomService>>[] = [];
afterAll(() => Promise.all(services.map((service) => service.stop())), 60_000);

const newDraw = () => randomBytes(16).toString("hex");

function manifestOf(seal: Seal) {
  const now = new Date().toISOString();
  return {
    type: "fairhat/1/manifest",
    draw: seal.draw,
    title: "Sealed before",
    organiser: "",
    createdAt: now,
    lockedAt: now,
    drawAfter: null,
    rule: "order/1",
    params: {},
    entries: { count: 1, tickets: 1, root: "0".repeat(64) },
    seals: { a: digest(seal), b: "0".repeat(64) },
    policy: { substitutes: "none", redraw: "void" },
    previous: null,
    beacon: null,
  };
}

describe.each(["random-a", "random-b"] as const)("%s", (name) => {
  test("seals until the system repeats bytes, then refuses with 503, is not ready, and says why", async () => {
    const service = await randomService(name);
    services.push(service);
    await service.administer("create database fairhat");
    const metricsPort = String(await freePort());
    const stuck = join(service.folder, "stuck");
    const settings = { STUCK_FILE: stuck, METRICS_PORT: metricsPort };
    const started = await service.start(settings, "--preload", stuckSystem);
    if (!("url" in started)) throw new Error(started.said);
    const { url } = started;
    const ready = async () => (await fetch(`${url}/ready`)).status;
    const metrics = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();

    const seals: Seal[] = [];
    for (let sealed = 0; sealed < 3; sealed++) {
      const { status, answer } = await service.ask(url, "/seals", { draws: [newDraw()] });
      expect(status).toBe(200);
      seals.push(answer?.value.seal.statement as Seal);
    }
    expect(await ready()).toBe(200);
    expect(await metrics()).toContain("\nfairhat_generator_healthy 1\n");

    service.file("stuck", "");
    for (let asked = 0; asked < 3; asked++) {
      const refused = await service.ask(url, "/seals", { draws: [newDraw()] });
      expect(refused).toMatchObject({ status: 503, reason: "generator_failed" });
    }
    expect(await ready()).toBe(503);
    expect(await metrics()).toContain("\nfairhat_generator_healthy 0\n");
    expect(service.log()).toContain(`the generator system CSPRNG failed its health tests (repetition_count)`);
    for (const seal of seals) {
      const opened = await service.ask(url, "/openings", { manifests: [manifestOf(seal)] });
      expect(opened).toMatchObject({ status: 200, answer: { ok: true } });
    }
  }, 60_000);
});
