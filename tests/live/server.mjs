// A server of automerge-repo as its makers publish it, in memory, on the loopback address: prints its port, and stays until
// its standard input is closed.
import { Repo } from "@automerge/automerge-repo";
import { WebSocketServerAdapter } from "@automerge/automerge-repo-network-websocket";
import { WebSocketServer } from "ws";

const sockets = new WebSocketServer({ host: "127.0.0.1", port: 0 });
new Repo({ network: [new WebSocketServerAdapter(sockets)], sharePolicy: async () => false });
sockets.on("listening", () => console.log(sockets.address().port));
process.stdin.on("close", () => process.exit(0)).resume();
