// Sends a file as a request body from a separate process; prints the status and the answer.
const [url = "", type = "", accept = "", file = ""] = process.argv.slice(2);
const answer = await fetch(url, { method: "POST", headers: { "content-type": type, accept }, body: Bun.file(file) });
process.stdout.write(`${answer.status} ${await answer.text()}`);
