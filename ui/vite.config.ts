// How the pages are bundled. No remote address, no inline script: the shell's content security policy forbids both.
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const LANGUAGES = ["en-US", "fr-FR", "de-DE", "es-ES", "it-IT", "nl-NL", "pt-PT", "el-GR", "sv-SE"];

/**
 * Leaves out the texts of React Aria in languages which the product does not speak. It knows no Catalan:
 * its few spoken labels are then Spanish rather than English.
 */
function ownLanguages(): Plugin {
  return {
    name: "own-languages",
    enforce: "pre",
    load(id) {
      const tag = /react-(?:aria|stately|aria-components)\/.*\/([a-z]{2}-[A-Z]{2})\.m?js$/.exec(id)?.[1];
      return tag && !LANGUAGES.includes(tag) ? "export default undefined;" : null;
    },
    transform(code, id) {
      if (!/react-(?:aria|stately|aria-components)\/.*\/intlStrings\.mjs$/.test(id)) return null;
      const spanish = /"es-ES": ([^,]+),/.exec(code);
      return spanish
        ? { code: code.replace(spanish[0], `${spanish[0]} "ca-ES": ${spanish[1]},`), map: null }
        : null;
    },
  };
}

export default defineConfig({
  base: "./",
  plugins: [ownLanguages(), react()],
  build: { target: "es2022", outDir: "dist", emptyOutDir: true, chunkSizeWarningLimit: 900 },
});
