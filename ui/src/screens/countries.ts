// ISO 3166-1 codes that the officer can choose from: the member states of the Council of Europe and near neighbours.
// Their names come from Intl in the interface's language.
export const COUNTRIES: string[] = (
  "AD AL AM AT AZ BA BE BG CH CY CZ DE DK DZ EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MA MC MD ME MK MT NL NO " +
  "PL PT RO RS SE SI SK SM TN TR UA XK"
).split(" ");
