// Choosing a reporting period, which gives an entry its first and last day. The days stay to be seen and changed.
import { edit } from "../ipc/drafts";
import { type AnyRecord, useRecords } from "../ipc/query";
import { useTexts } from "../texts";
import { ChoiceField } from "../widgets/choice";
import { inLanguage } from "./values";

interface PeriodEntryProps {
  entity: string;
  id: string | null;
  parent: string | null;
  /** The entry's present values. */
  values: { [field: string]: unknown };
}

export function PeriodEntry({ entity, id, parent, values }: PeriodEntryProps) {
  const texts = useTexts();
  const periods = usePeriods();
  if (periods.length === 0) return null;
  const chosen = periods.find(
    (period) => period.period_from === values.period_from && period.period_to === values.period_to,
  );
  return (
    <div className="cell" data-size="wide">
      <ChoiceField
        label={texts.t("entity.reporting_period.one")}
        name="reporting_period"
        value={chosen?.id ?? null}
        onChange={(next) => {
          const period = periods.find((one) => one.id === next);
          if (!period) return;
          edit(entity, id, parent, "period_from", period.period_from);
          edit(entity, id, parent, "period_to", period.period_to);
        }}
        choices={periods.map((period) => ({
          value: period.id,
          label: `${periodName(period, texts.language)} (${texts.period(period.period_from, period.period_to)})`,
        }))}
        none={texts.t("ui.pilot.other_dates")}
      />
    </div>
  );
}

/** The reporting periods of the file, in the order of time. */
export function usePeriods(): AnyRecord[] {
  const periods = useRecords("reporting_period");
  return [...periods].sort((a, b) => String(a.period_from).localeCompare(String(b.period_from)));
}

export function periodName(period: AnyRecord, language: string): string {
  return inLanguage(period.title, language)?.words ?? "";
}
