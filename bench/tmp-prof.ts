import { startStack } from "/work/wt/speed/bench/stack.ts";
import { measureDraws } from "/work/wt/speed/bench/draws.ts";
import { verificationTime } from "/work/wt/speed/bench/measure.ts";
import { storeDraws } from "/work/wt/speed/bench/stored.ts";
await using running = new AsyncDisposableStack();
const stack = await startStack(running);
await measureDraws(stack, 6, 32, 2);
await storeDraws(stack, 0, 5000);
const rounds = Number(process.argv[2] ?? 1);
for (let i = 0; i < rounds; i++) {
const v = verificationTime();
const m = await measureDraws(stack, 6, 32, Number(process.argv[3] ?? 8));
const w = (v + verificationTime())/2;
console.log(Bun.spawnSync(["sh","-c",`grep -h SIZES ${stack.folder}/core/*errors.log | tail -2`]).stdout.toString()); console.log(m.count, m.throughput.toFixed(0), "raw", m.cpu.toFixed(0), "norm", (m.cpu*51/w).toFixed(0), JSON.stringify(Object.fromEntries(Object.entries(m.byProcess).map(([a,b])=>[a,Math.round(b)]))), "verify", w.toFixed(0));
}
