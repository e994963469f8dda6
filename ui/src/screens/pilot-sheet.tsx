// The practice sheet of a pilot initiative: drawn up from its record, then polished part by part.
import { useRecords, useWrite } from "../ipc/query";
import { link } from "../router";
import { useTexts } from "../texts";
import { Anchor, Button } from "../widgets/button";
import { announce } from "../widgets/notice";
import { Refusal } from "./actions";
import { RecordForm } from "./record-form";

export function Sheet({ pilot }: { pilot: string }) {
  const texts = useTexts();
  const { t } = texts;
  const sheet = useRecords("practice_sheet", pilot)[0];
  const draw = useWrite("draft_practice_sheet");
  if (!sheet) {
    return (
      <>
        <p className="intro">{t("ui.pilot.draw_up_help")}</p>
        <Button
          kind="primary"
          icon="plus"
          busy={draw.isPending}
          onPress={() =>
            draw.mutate({ pilot }, { onSuccess: () => announce(t("entity.practice_sheet.one")) })
          }
        >
          {t("ui.pilot.draw_up")}
        </Button>
        <Refusal error={draw.error} />
      </>
    );
  }
  return (
    <>
      <div className="parts-head">
        <Anchor kind="plain" icon="report" href={link("reports", "practice_sheet", pilot)}>
          {t("ui.pilot.to_sheet")}
        </Anchor>
      </div>
      <RecordForm entity="practice_sheet" record={sheet} id={sheet.id} level={2} />
    </>
  );
}
