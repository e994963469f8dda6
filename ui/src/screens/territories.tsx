// The territory's districts, and what is measured in them.
import { useRead } from "../ipc/query";
import { useTexts } from "../texts";
import { Parts } from "./parts";
import { ImportSeries } from "./series-import";

export function Territories() {
  const texts = useTexts();
  const file = useRead("file", {}).data;
  if (!file) return null;
  return (
    <>
      <section className="section" aria-labelledby="territories">
        <h3 id="territories">{texts.t("entity.territory.many")}</h3>
        <Parts entity="territory" parent={file.partnership} />
      </section>
      <section className="section" aria-labelledby="indicators">
        <h3 id="indicators">{texts.t("entity.territory_indicator.many")}</h3>
        <Parts
          entity="territory_indicator"
          parent={null}
          beside={<ImportSeries />}
          intro={<p className="intro">{texts.t("ui.intro.territory_indicator")}</p>}
          more={(id) => (
            <section className="form-group">
              <h3>{texts.t("ui.analysis.values_of")}</h3>
              <Parts entity="territory_value" parent={id} />
            </section>
          )}
        />
      </section>
    </>
  );
}
