// What every screen has: its heading, which takes the focus when the screen is entered, and the window's title.
import { type ReactNode, useEffect, useRef } from "react";
import { useTexts } from "../texts";

interface PageProps {
  title: string;
  /** Changes when another screen is entered, and only then. */
  place: string;
  /** Where one came from, above the heading. */
  back?: ReactNode;
  beside?: ReactNode;
  intro?: ReactNode;
  children: ReactNode;
}

let entered = "";

export function Page({ title, place, back, beside, intro, children }: PageProps) {
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (entered === place) return;
    // At the very start the focus stays where the window has it.
    if (entered !== "") heading.current?.focus();
    entered = place;
  }, [place]);
  useEffect(() => {
    document.title = `${title} – ${texts.t("app.name")}`;
  }, [title, texts]);
  return (
    <div className="page">
      {back}
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {beside ? <div className="page-beside">{beside}</div> : null}
      </div>
      {intro ? <div className="page-intro">{intro}</div> : null}
      {children}
    </div>
  );
}
