// The preview of a report: the core's own HTML, taken in as nodes without anything that acts, whatever was typed.
import { useEffect, useRef } from "react";

const UNSAFE = "script, style, link, meta, base, iframe, object, embed, form, input, button";

export function Paper({ html, title }: { html: string; title: string }) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const now = sheet.current;
    now?.replaceChildren(...document.adoptNode(cleaned(html)).childNodes);
    // The address belongs to the screens: a link inside the report moves within it instead.
    const follow = (event: Event) => {
      const target = (event.target as Element).closest("a")?.getAttribute("href")?.slice(1);
      if (!target) return;
      event.preventDefault();
      const place = document.getElementById(target);
      place?.setAttribute("tabindex", "-1");
      place?.focus();
    };
    now?.addEventListener("click", follow);
    return () => now?.removeEventListener("click", follow);
  }, [html]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard
    <section className="paper-frame" tabIndex={0} aria-label={title}>
      <div className="paper" ref={sheet} />
    </section>
  );
}

function cleaned(html: string): HTMLElement {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll(UNSAFE)) element.remove();
  // Tables of the same name stand in several parts of a report: groups, for landmarks would need names of their own.
  for (const table of body.querySelectorAll("[role='region']")) table.setAttribute("role", "group");
  for (const element of body.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      const leaves = (name === "href" || name.endsWith(":href") || name === "src") && !value.startsWith("#");
      if (name.startsWith("on") || name === "style" || leaves) element.removeAttribute(name);
    }
  }
  return body;
}
