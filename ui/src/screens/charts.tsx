// The charts of one section of a report, beside the form that they come from: what is seen is what is printed.
import { useRead } from "../ipc/query";
import { useTexts } from "../texts";
import { Paper } from "./paper";

interface SectionChartsProps {
  section: string;
  subject: string;
  kind?: "situation_analysis";
}

export function SectionCharts({ section, subject, kind = "situation_analysis" }: SectionChartsProps) {
  const texts = useTexts();
  const args = { kind, section, subject, language: texts.language };
  const html = useRead("section_charts", args, { keep: true, when: subject !== "" }).data;
  if (!html) return null;
  return (
    <div className="section">
      <h3>{texts.t("ui.analysis.charts")}</h3>
      <Paper html={html} title={texts.t("ui.analysis.charts")} />
    </div>
  );
}
