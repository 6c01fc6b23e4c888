export { PUBLISHED, type Published } from "./published.ts";
export { REPLAYS, type Replay, type Replayed, type Step } from "./replay.ts";
