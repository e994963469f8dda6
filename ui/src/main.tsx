// The pages' entry: styles, then the app.
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { call } from "./ipc/call";
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
import "./style/outline.css";
import "./style/pilot.css";
import "./style/paper.css";

// Asked for at once, while the page is still being set up: the first screen needs all of them.
for (const name of ["settings", "file", "entities", "catalogues"] as const) {
  void queries.prefetchQuery({ queryKey: [name, {}], queryFn: () => call(name, {}) });
}

const root = document.getElementById("app");
if (root) createRoot(root).render(<App />);
