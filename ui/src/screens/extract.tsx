// What the file holds about a person, as a paper for that person, in the window's language.
import { useWrite } from "../ipc/query";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { tell } from "../widgets/notice";
import { Refusal } from "./actions";

export function ExtractButton({ id }: { id: string }) {
  const texts = useTexts();
  const { t } = texts;
  const save = useWrite("export_report");
  function run() {
    const args = { kind: "personal_data_extract", language: texts.language, subject: id };
    save.mutate(args, { onSuccess: ({ path }) => tell(t("ui.report.saved", { path })) });
  }
  return (
    <>
      <div>
        <Button icon="report" busy={save.isPending} onPress={run}>
          {t("ui.person.extract")}
        </Button>
      </div>
      <Refusal error={save.error} />
    </>
  );
}
