// What stands above every part of an analysis: advice, obstacles, what helps, an example; and what the part still needs.
import type { Result } from "../ipc/call";
import { useTexts } from "../texts";
import { Icon } from "../widgets/icon";
import { Notice } from "../widgets/notice";

export type OutlinePart = Result<"outline">[number];
type PartState = "empty" | "begun" | "complete";

export function stateOf(part: OutlinePart): PartState {
  if (part.met === 0) return "empty";
  return part.met === part.checks.length ? "complete" : "begun";
}

const KINDS = ["advice", "obstacles", "levers", "example"] as const;

export function Guidance({ part }: { part: OutlinePart }) {
  const texts = useTexts();
  return (
    <>
      <details className="guidance" key={part.part} open={stateOf(part) === "empty"}>
        <summary>{texts.t("ui.analysis.guidance")}</summary>
        <dl>
          {KINDS.map((kind) => (
            <div key={kind} data-kind={kind}>
              <dt>{texts.t(`ui.analysis.${kind}`)}</dt>
              <dd>{texts.t(`guidance.${part.part}.${kind}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <section className="checks" aria-label={texts.t("ui.analysis.checks")}>
        <ul>
          {part.checks.map((check) => (
            <li key={check.code} data-met={check.met}>
              <Icon name={check.met ? "check" : "right"} />
              <span>
                <span className="unseen">
                  {texts.t(check.met ? "ui.analysis.met" : "ui.analysis.unmet")}:{" "}
                </span>
                {texts.t(`outline.${check.code}`)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {part.unproven > 0 ? (
        <Notice tone="warning">
          <p>{texts.count("ui.analysis.unproven", part.unproven)}</p>
        </Notice>
      ) : null}
    </>
  );
}
