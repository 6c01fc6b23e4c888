// A sealed envelope: its flap opens, and the letter comes out.
import { element } from "../element.ts";
import { ended, type Picture } from "./picture.ts";
import type { Sounds } from "./sounds.ts";

const EASE = "cubic-bezier(0.3, 0.7, 0.2, 1)";

export function envelope(sounds: Sounds): Picture {
  const part = (name: string) => element("span", { class: name });
  const [letter, flap, wax] = [part("letter"), part("flap"), part("wax")];
  const whole = element("div", { class: "envelope" }, part("inside"), letter, part("front"), flap, wax);
  let moving: Animation[] = [];
  const rest = () => {
    for (const animation of moving) animation.cancel();
    moving = [];
    const arrives = [
      { opacity: 0, transform: "translateY(12%) scale(0.92)" },
      { opacity: 1, transform: "none" },
    ];
    whole.animate(arrives, { duration: 500, easing: EASE });
  };
  return {
    element: whole,
    rest,
    async run(_step, milliseconds, skip) {
      sounds.open();
      const timing = (from: number, to: number): KeyframeAnimationOptions => ({
        delay: from * milliseconds,
        duration: (to - from) * milliseconds,
        easing: EASE,
        fill: "both",
      });
      moving = [
        wax.animate([{ opacity: 1 }, { opacity: 0, transform: "scale(1.6)" }], timing(0, 0.2)),
        flap.animate(
          [
            { transform: "rotateX(0deg)", zIndex: 4 },
            { transform: "rotateX(180deg)", zIndex: 0 },
          ],
          timing(0.1, 0.5),
        ),
        letter.animate([{ transform: "none" }, { transform: "translateY(-62%)" }], timing(0.4, 1)),
      ];
      await ended(moving, skip);
    },
  };
}
