// The pages' entry: styles, then the first screen, once, when the core's first answers are there.
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { call } from "./ipc/call";
import { first } from "./ipc/first";
import { queries } from "./ipc/query";
import "./style/tokens.css";
import "./style/base.css";
import "./style/button.css";
import "./style/status.css";
import "./style/field.css";
import "./style/overlay.css";
import "./style/table.css";
import "./style/shell.css";
import "./style/screens.css";
import "./style/import.css";
import "./style/europe.css";
import "./style/exchange.css";
import "./style/training.css";
import "./style/outline.css";
import "./style/pilot.css";
import "./style/meeting.css";
import "./style/paper.css";
import "./style/shared.css";

const root = document.getElementById("app");
for (const [key, answer] of await first) queries.setQueryData(key, answer);
if (root) createRoot(root).render(<App />);

// Any form needs these; none is on the first screen.
requestAnimationFrame(() => {
  for (const name of ["entities", "catalogues"] as const) {
    void queries.prefetchQuery({ queryKey: [name, {}], queryFn: () => call(name, {}) });
  }
});
