import { describe, expect, test } from "bun:test";
import { AsyncLocalStorage } from "node:async_hooks";
import { convoy } from "./convoy.ts";

/** Works that end on command. */
function works() {
  const together = convoy();
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const start = (name: string) =>
    together(() => {
      begun.push(name);
      return new Promise<string>((resolve, reject) =>
        ends.set(name, (error) => (error ? reject(error) : resolve(`end of ${name}`))),
      );
    });
  return { start, begun, end: (name: string, error?: Error) => ends.get(name)?.(error) };
}
const turn = () => Bun.sleep(0);

describe("a convoy", () => {
  test("starts a single work at once", async () => {
    const { start, begun, end } = works();
    const done = start("a");
    await turn();
    expect(begun).toEqual(["a"]);
    end("a");
    expect(await done).toBe("end of a");
  });

  test("starts what arrives meanwhile together, when the group before has ended", async () => {
    const { start, begun, end } = works();
    const done = [start("a")];
    await turn();
    done.push(start("b"), start("c"));
    await turn();
    expect(begun).toEqual(["a"]);
    end("a");
    await turn();
    expect(begun).toEqual(["a", "b", "c"]);
    end("c");
    end("b");
    expect(await Promise.all(done)).toEqual(["end of a", "end of b", "end of c"]);
  });

  test("does not wait for a group that is late", async () => {
    const { start, begun } = works();
    void start("stuck");
    await turn();
    void start("next");
    await Bun.sleep(400);
    expect(begun).toEqual(["stuck", "next"]);
  });

  test("lets a failing work fail alone", async () => {
    const { start, end } = works();
    const [bad, good] = [start("bad"), start("good")];
    await turn();
    end("bad", new Error("no"));
    end("good");
    expect(await Promise.allSettled([bad, good])).toEqual([
      { status: "rejected", reason: new Error("no") },
      { status: "fulfilled", value: "end of good" },
    ]);
  });

  test("runs each work in the context that it was started in", async () => {
    const together = convoy();
    const request = new AsyncLocalStorage<string>();
    const asked = (id: string) =>
      request.run(id, () =>
        together(async () => {
          await turn();
          return request.getStore();
        }),
      );
    expect(await Promise.all([asked("one"), asked("two"), asked("three")])).toEqual(["one", "two", "three"]);
  });
});
