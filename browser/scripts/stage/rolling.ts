// Names roll past, slower and slower, until the drawn one.
import { element } from "../element.ts";
import { type Picture, pause } from "./picture.ts";
import type { Sounds } from "./sounds.ts";

const FASTEST = 45; // milliseconds per name

/** `pool` gives names to roll through; the last one is always the step's. */
export function rolling(pool: () => string[], sounds: Sounds): Picture {
  const name = element("bdi");
  const reel = element("div", { class: "reel" }, name);
  const show = (text: string) => {
    name.textContent = text;
    sounds.tick();
    const rolls = [
      { transform: "translateY(0.5em)", opacity: 0.3 },
      { transform: "none", opacity: 1 },
    ];
    reel.animate(rolls, { duration: 2 * FASTEST });
  };
  return {
    element: reel,
    rest() {
      name.textContent = "? ? ?";
    },
    async run(step, milliseconds, skip) {
      const last = step[0]?.places[0]?.label ?? "";
      const names = [...pool().filter((other) => other !== last), last];
      for (let at = 0, gone = 0; gone < milliseconds && !skip.aborted; at += 1) {
        show(names[at % names.length] ?? last);
        const stays = FASTEST + (gone / milliseconds) ** 3 * 8 * FASTEST;
        await pause(stays, skip);
        gone += stays;
      }
      show(last);
    },
  };
}
