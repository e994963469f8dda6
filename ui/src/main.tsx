// The pages' entry: styles, then the app.
import { createRoot } from "react-dom/client";
import { App } from "./app";
import "./style/tokens.css";
import "./style/base.css";
import "./style/button.css";
import "./style/status.css";
import "./style/field.css";
import "./style/overlay.css";
import "./style/table.css";
import "./style/shell.css";
import "./style/screens.css";
import "./style/paper.css";

const root = document.getElementById("app");
if (root) createRoot(root).render(<App />);
