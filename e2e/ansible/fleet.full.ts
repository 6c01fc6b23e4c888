// Three machines: the site is spread over them, goes on without one of them, and takes another in its place.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { labIsThere } from "../deployment/lab.ts";
import { type Checkout, checkout, type Hosts, hosts } from "./hosts.ts";
import { play } from "./playbook.ts";
import { openPorts } from "./scan.ts";

setDefaultTimeout(1_800_000);

const EVERY_PORT = Array.from({ length: 65_535 }, (_, at) => at + 1);

describe.if(await labIsThere())("a site on three machines", () => {
  let machines: Hosts;
  let source: Checkout;

  beforeAll(async () => {
    source = await checkout();
    machines = await hosts("one", "two", "three");
  });
  afterAll(async () => {
    await machines?.down();
    await source?.remove();
  });

  const site = () => play(source.folder, machines.inventory, "site.yml");
  const nodes = (state: string) =>
    machines.on(
      "one",
      `sudo docker node ls --format '{{.Hostname}} {{.Status}}' | awk '$2 == "${state}" { print $1 }' | sort`,
    );
  const carriers = () =>
    machines.on(
      "one",
      "sudo docker service ps fairhat_core --filter desired-state=running --format '{{.Node}}' | sort",
    );

  test("the first is the manager, and every machine carries a part", async () => {
    const made = await site();
    expect(made.said).toContain("failed=0");
    expect(made.status).toBe(0);
    expect(await nodes("Ready")).toBe("one\nthree\ntwo");
    expect(await carriers()).toBe("one\nthree\ntwo");
  });

  test("each answers visitors, on three ports and no other", async () => {
    for (const name of machines.names) {
      const address = await machines.address(name);
      expect((await fetch(`http://${address}/`)).status).toBe(200);
      expect(await openPorts(address, EVERY_PORT)).toEqual([22, 80, 443]);
    }
  });

  test("another machine takes the place of one that is gone", async () => {
    await machines.replace(["three"], ["four"]);
    const made = await site();
    expect(made.status).toBe(0);
    expect(await nodes("Ready")).toBe("four\none\ntwo");
    expect(await nodes("Down")).toBe("");
    expect((await fetch(`http://${await machines.address("four")}/`)).status).toBe(200);
  });
});
