import { describe, expect, test } from "bun:test";
import { logger, web } from "@fairhat/runtime";
import { batch } from "./batch.ts";
import { ServiceDown } from "./call.ts";

/** A service that answers on command and records its requests. */
function slow(lateAfter = 60_000) {
  const calls: { items: number[]; requests: string; answer(): void; fail(error: Error): void }[] = [];
  const ask = batch<number, string>(
    (items, requests) => {
      return new Promise((resolve, reject) => {
        const answer = () => resolve(items.map((item) => `answer to ${item}`));
        calls.push({ items, requests, answer, fail: reject });
      });
    },
    { lateAfter },
  );
  return { ask, calls, sizes: () => calls.map(({ items }) => items.length) };
}
const turn = () => Bun.sleep(0);
const range = (count: number) => Array.from({ length: count }, (_, at) => at);

describe("a batch", () => {
  test("sends a single item at once", async () => {
    const { ask, calls } = slow();
    const answer = ask(7);
    await turn();
    expect(calls[0]?.items).toEqual([7]);
    calls[0]?.answer();
    expect(await answer).toBe("answer to 7");
  });

  test("sends items of the same tick together, and returns each caller's answer", async () => {
    const { ask, calls, sizes } = slow();
    const answers = Promise.all(range(10).map(ask));
    await turn();
    expect(sizes()).toEqual([10]);
    calls[0]?.answer();
    expect(await answers).toEqual(range(10).map((item) => `answer to ${item}`));
  });

  test("sends at most 256 together", async () => {
    const { ask, calls, sizes } = slow();
    const answers = Promise.all(range(600).map(ask));
    for (const sent of [1, 2, 3]) {
      await turn();
      expect(sizes()).toHaveLength(sent);
      calls[sent - 1]?.answer();
    }
    expect(sizes()).toEqual([256, 256, 88]);
    expect(await answers).toEqual(range(600).map((item) => `answer to ${item}`));
  });

  test("collects items while one batch is in flight", async () => {
    const { ask, calls, sizes } = slow();
    const answers: Promise<string>[] = [];
    for (const item of range(20)) {
      answers.push(ask(item));
      await turn();
    }
    expect(sizes()).toEqual([1]);
    calls[0]?.answer();
    await turn();
    expect(sizes()).toEqual([1, 19]);
    expect(calls[1]?.items).toEqual(range(20).slice(1));
    calls[1]?.answer();
    expect(await Promise.all(answers)).toHaveLength(20);
  });

  test("that is late does not delay others, with at most four in flight", async () => {
    const { ask, calls, sizes } = slow(1);
    const answers: Promise<string>[] = [];
    for (const item of range(5)) {
      answers.push(ask(item));
      await Bun.sleep(20);
    }
    expect(sizes()).toEqual([1, 1, 1, 1]);
    calls[2]?.answer();
    await turn();
    expect(calls[4]?.items).toEqual([4]);
    for (const call of calls) call.answer();
    expect(await Promise.all(answers)).toHaveLength(5);
  });

  test("respects its limit of batches in flight", async () => {
    let [now, most] = [0, 0];
    const send = async (items: number[]) => {
      now += 1;
      most = Math.max(most, now);
      await turn();
      now -= 1;
      return items;
    };
    const ask = batch(send, { weigh: () => 1, maxWeight: 2, maxInFlight: 1 });
    expect(await Promise.all(range(7).map(ask))).toEqual(range(7));
    expect(most).toBe(1);
  });

  test("that fails rejects its items, and no others", async () => {
    const { ask, calls } = slow();
    const failed = Promise.allSettled([ask(1), ask(2)]);
    await turn();
    const other = ask(3);
    calls[0]?.fail(new Error("down"));
    await turn();
    calls[1]?.answer();
    expect(await other).toBe("answer to 3");
    const reason = new Error("down");
    expect(await failed).toEqual([
      { status: "rejected", reason },
      { status: "rejected", reason },
    ]);
    const after = ask(4);
    await turn();
    calls[2]?.answer();
    expect(await after).toBe("answer to 4");
  });

  test("that is too heavy is halved, until the one bad item fails alone", async () => {
    const sizes: number[] = [];
    const ask = batch(async (items: number[]) => {
      sizes.push(items.length);
      if (items.includes(13)) throw new ServiceDown("test", "answered with status 413", "too much");
      return items;
    });
    const settled = await Promise.allSettled(range(16).map((item) => ask(item)));
    expect(settled.flatMap(({ status }, at) => (status === "rejected" ? at : []))).toEqual([13]);
    expect(sizes).toEqual([16, 8, 8, 4, 4, 2, 2, 1, 1]);
  });

  test("that takes too long is halved, once: a late half fails", async () => {
    const sizes: number[] = [];
    const ask = batch(async (items: number[]) => {
      sizes.push(items.length);
      if (items.length > 4 || items.includes(1)) throw new ServiceDown("test", "does not answer", "late");
      return items;
    });
    const settled = await Promise.allSettled(range(8).map((item) => ask(item)));
    expect(settled.map(({ status }) => status === "fulfilled")).toEqual(range(8).map((item) => item >= 4));
    expect(sizes).toEqual([8, 4, 4]);
  });

  test("is halved after other failures if its caller says so", async () => {
    const send = async (items: number[]) => {
      if (items.includes(3)) throw new Error("a bad item");
      return items;
    };
    const ask = batch(send, { halving: () => "repeated" });
    const settled = await Promise.allSettled(range(8).map((item) => ask(item)));
    expect(settled.flatMap(({ status }, at) => (status === "rejected" ? at : []))).toEqual([3]);
  });

  test("respects the weight limit, and a heavier item goes alone", async () => {
    const sent: number[][] = [];
    const send = async (items: number[]) => {
      sent.push(items);
      return items;
    };
    const ask = batch(send, { weigh: (item: number) => item, maxWeight: 10 });
    const items = [4, 6, 1, 50, 0, 0, 9, 2];
    expect(await Promise.all(items.map(ask))).toEqual(items);
    expect(sent).toEqual([[4, 6], [1], [50], [0, 0, 9], [2]]);
  });

  test("names the requests that it was collected from, each once and five at most", async () => {
    const { ask, calls } = slow();
    const about = { service: "test", revision: "r", version: "1" };
    const app = web({ about, log: logger("test", "silent"), bodyLimit: 0 }).get("/", async () => void ask(1));
    const asked = (request: string) => {
      return app.handle(new Request("http://localhost/", { headers: { "x-request-id": request } }));
    };
    await Promise.all(["one", "two", "one", "three", "four", "five", "six"].map(asked));
    await turn();
    expect(calls.map(({ items }) => items.length)).toEqual([7]);
    expect(calls[0]?.requests).toBe("one,two,three,four,five");
  });

  test("names none outside a request", async () => {
    const { ask, calls } = slow();
    void ask(1);
    await turn();
    expect(calls[0]?.requests).toBe("");
  });
});
