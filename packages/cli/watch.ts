// fairhat watch URL: prints each state of a draw until it is drawn or void.
import { type Draw, fairhat } from "@fairhat/client";
import { drawOf } from "@fairhat/verify";
import { STATUS, Stop, type World } from "./say.ts";

const PAUSE = 2_000; // milliseconds

export async function watch(args: string[], world: World): Promise<number> {
  const [url, ...more] = args;
  const id = url !== undefined && URL.canParse(url) ? drawOf(url) : null;
  if (url === undefined || id === null || more.length > 0)
    throw new Stop(STATUS.arguments, "watch: give the address of one draw, https://…/draws/…");
  let said = "";
  for (;;) {
    const draw = await read(new URL(url).origin, id);
    if (draw.state !== said) world.print(`${draw.state}: ${draw.title}`);
    said = draw.state;
    if (draw.state === "drawn") return STATUS.done;
    if (draw.state === "void") return STATUS.void;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function read(site: string, id: string): Promise<Draw> {
  const { data, error } = await fairhat(site).GET("/api/draws/{id}", { params: { path: { id } } });
  if (data) return data;
  throw new Stop(STATUS.refused, error?.detail ?? `${site} did not answer as a Fairhat does`);
}
