// Sounds generated in the page, on request.

export interface Sounds {
  tick(): void;
  open(): void;
  cheer(): void;
  /** Switches them on or off; on requires a user gesture. */
  turn(on: boolean): void;
}

const FANFARE = [523.25, 659.25, 783.99, 1046.5]; // hertz: C, E, G, C

export function sounds(): Sounds {
  let context: AudioContext | null = null;
  const note = (hertz: number, after: number, seconds: number, loud: number, shape: OscillatorType) => {
    if (context?.state !== "running") return;
    const from = context.currentTime + after;
    const [oscillator, gain] = [new OscillatorNode(context, { frequency: hertz, type: shape }), new GainNode(context)];
    gain.gain.setValueAtTime(loud, from);
    gain.gain.exponentialRampToValueAtTime(0.001, from + seconds);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(from);
    oscillator.stop(from + seconds);
  };
  return {
    tick: () => note(1_400, 0, 0.03, 0.08, "square"),
    open: () => note(220, 0, 0.35, 0.15, "triangle"),
    cheer() {
      for (const [at, hertz] of FANFARE.entries()) note(hertz, at * 0.12, 0.6, 0.18, "triangle");
    },
    turn(on) {
      if (on) context ??= new AudioContext();
      if (on) context?.resume();
      else context?.suspend();
    },
  };
}
