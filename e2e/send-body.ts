// Sends a file as the body of a request, from a separate process; prints the status and what was answered.
const [url = "", type = "", accept = "", file = ""] = process.argv.slice(2);
const answer = await fetch(url, { method: "POST", headers: { "content-type": type, accept }, body: Bun.file(file) });
process.stdout.write(`${answer.status} ${await answer.text()}`);
