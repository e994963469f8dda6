// ISO 3166-1 codes that the officer can choose from: the member states of the Council of Europe and near neighbours.
// Their names come from Intl in the interface's language.
export const COUNTRIES: string[] = (
  "AD AL AM AT AZ BA BE BG CH CY CZ DE DK DZ EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MA MC MD ME MK MT NL NO " +
  "PL PT RO RS SE SI SK SM TN TR UA XK"
).split(" ");

// BCP 47 codes of the languages in which a session may be held: those spoken in these countries.
export const LANGUAGES: string[] = (
  "ar bg bs ca cs cy da de el en es et eu fi fr ga gl hr hu hy is it ka lb lt lv mk mt nl no pl pt ro ru sk sl sq sr " +
  "sv tr uk"
).split(" ");
