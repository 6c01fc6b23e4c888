// Loaded before a service: the system's generator gives STUCK_AFTER good bytes, and zeros from then on.
const good = crypto.getRandomValues.bind(crypto);
let left = Number(process.env.STUCK_AFTER);

Object.defineProperty(crypto, "getRandomValues", {
  value: (bytes: Uint8Array<ArrayBuffer>) => {
    left -= bytes.length;
    return left < 0 ? bytes.fill(0) : good(bytes);
  },
});
