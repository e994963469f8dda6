// A client of automerge-repo as its makers publish it: finds a document at a server, prints what is in it, changes what it
// is told to, and stays until its standard input is closed.
//
//   node client.mjs URL DOCUMENT [KEY VALUE]
import { ImmutableString } from "@automerge/automerge";
import { interpretAsDocumentId, Repo } from "@automerge/automerge-repo";
import { WebSocketClientAdapter } from "@automerge/automerge-repo-network-websocket";

const [url, document, key, value] = process.argv.slice(2);
const repo = new Repo({ network: [new WebSocketClientAdapter(url)] });
const bytes = Uint8Array.from(Buffer.from(document.replaceAll("-", ""), "hex"));
const handle = await repo.find(interpretAsDocumentId(bytes));
const plain = (leaf) => (leaf instanceof ImmutableString ? leaf.toString() : leaf);
const leaves = Object.entries(handle.doc()).map(([name, leaf]) => [name, plain(leaf)]);
console.log(JSON.stringify(Object.fromEntries(leaves)));
if (key !== undefined) {
  handle.change((content) => {
    content[key] = new ImmutableString(value);
  });
}
process.stdin.on("close", () => process.exit(0)).resume();
